"""`FolderField`: into which folder something is written."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.widgets import parts
from gui.widgets.path_field import PathField

CHOOSE = "选择输出文件夹"


class FolderField(QWidget):
    """Begins with a folder among the user's documents; emits `changed` with every other one."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._path = PathField(_among_documents(name))
        self._choose = parts.button("选择(&B)", CHOOSE)
        self._lay_out()
        self._path.textChanged.connect(self.changed)
        self._choose.clicked.connect(self._ask)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(parts.label("输出文件夹(&O)", "group", self._path))
        row.addStretch(1)
        row.addWidget(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(row)
        column.addWidget(self._path)

    @property
    def folder(self) -> Path | None:
        """The folder, whether it exists or not; none where the text is no whole path."""
        text = self._path.text().strip()
        folder = Path(text).expanduser() if text else Path()
        return folder if folder.is_absolute() else None

    def set_folder(self, folder: str) -> None:
        """Choose a folder."""
        self._path.setText(folder)

    def _ask(self) -> None:
        dialog = QFileDialog(self, CHOOSE, str(self.folder or ""))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.set_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _among_documents(name: str) -> str:
    """Give a folder of its own among the user's documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return str(Path(QStandardPaths.writableLocation(place)) / name)

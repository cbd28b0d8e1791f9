"""`OutputForm`: as which files a report is written, and where."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.widgets import parts
from gui.widgets.path_field import PathField

FORMATS = (
    ("pdf", "PDF(&D)", "版式固定，用于打印和报送"),
    ("xlsx", "Excel(&X)", "可以继续编辑的表格"),
)
FOLDER = "规绩报告"


class OutputForm(QWidget):
    """Emits `changed` whenever the formats or the folder become others."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes = {code: _box(words, tip) for code, words, tip in FORMATS}
        self._folder = PathField(_documents())
        self._choose = parts.button("选择(&B)", "选择输出文件夹")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        boxes = QHBoxLayout()
        boxes.setSpacing(24)
        for box in self._boxes.values():
            boxes.addWidget(box)
        boxes.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(parts.label("输出文件夹(&O)", "group", self._folder))
        row.addStretch(1)
        row.addWidget(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label("写成", "group"))
        column.addLayout(boxes)
        column.addSpacing(10)
        column.addLayout(row)
        column.addWidget(self._folder)

    def _connect(self) -> None:
        for box in self._boxes.values():
            box.toggled.connect(self.changed)
        self._folder.textChanged.connect(self.changed)
        self._choose.clicked.connect(self._ask_folder)

    @property
    def formats(self) -> tuple[str, ...]:
        """The codes of the chosen formats."""
        return tuple(code for code, box in self._boxes.items() if box.isChecked())

    @property
    def folder(self) -> Path | None:
        """The chosen folder, whether it exists or not; none where the text is no whole path."""
        text = self._folder.text().strip()
        folder = Path(text).expanduser() if text else Path()
        return folder if folder.is_absolute() else None

    def set_folder(self, folder: str) -> None:
        """Choose a folder."""
        self._folder.setText(folder)

    def _ask_folder(self) -> None:
        dialog = QFileDialog(self, "选择输出文件夹", str(self.folder or ""))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self.set_folder)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _box(words: str, tip: str) -> QCheckBox:
    box = QCheckBox(words)
    box.setChecked(True)
    box.setToolTip(tip)
    box.setAccessibleName(parts.plain(words))
    return box


def _documents() -> str:
    """Give a folder of its own among the user's documents."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return str(Path(QStandardPaths.writableLocation(place)) / FOLDER)

"""`WrittenFiles`: what was written last, to be opened."""

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui import icons
from gui.feedback import Notice
from gui.widgets import parts

LINES = 4


class WrittenFiles(QWidget):
    """Opens files and their folder with the system's programs; emits `noticed` if none does."""

    noticed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._list = QListWidget()
        self._open = parts.button("打开文件(&L)", "用系统的程序打开选中的文件")
        self._folder = parts.button("打开文件夹(&F)", "在文件管理器里查看")
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        self._list.setProperty("role", "choice")
        self._list.setIconSize(QSize(icons.side(), icons.side()))
        self._list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._open, 1)
        row.addWidget(self._folder, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label("已写出的文件(&N)", "group", self._list))
        column.addWidget(self._list)
        column.addLayout(row)

    def _connect(self) -> None:
        self._list.itemActivated.connect(self._open_file)
        self._open.clicked.connect(self._open_file)
        self._folder.clicked.connect(self._open_folder)

    @property
    def paths(self) -> tuple[Path, ...]:
        """The files listed."""
        return tuple(self._path(line) for line in range(self._list.count()))

    def list_files(self, paths: tuple[Path, ...]) -> None:
        """List files in place of the earlier ones and choose the first."""
        self._list.clear()
        for path in paths:
            line = QListWidgetItem(path.name, self._list)
            line.setData(Qt.ItemDataRole.UserRole, str(path))
            line.setToolTip(str(path))
        self._list.setCurrentRow(0)
        self._list.setFixedHeight(parts.list_height(self._list, LINES))
        self._draw_icons()
        self.setVisible(bool(paths))

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw_icons()

    def _draw_icons(self) -> None:
        colour = self.palette().windowText().color()
        for line, path in enumerate(self.paths):
            self._list.item(line).setIcon(icons.icon(path.suffix[1:], colour))

    def _path(self, line: int) -> Path:
        return Path(self._list.item(line).data(Qt.ItemDataRole.UserRole))

    def _open_file(self) -> None:
        self._show(self._path(self._list.currentRow()))

    def _open_folder(self) -> None:
        self._show(self._path(self._list.currentRow()).parent)

    def _show(self, path: Path) -> None:
        if not path.exists():
            self.noticed.emit(Notice(f"“{path}”已经不在了，可以再写出一次。", grave=True))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.noticed.emit(Notice(f"系统里没有能打开“{path}”的程序，请自行打开。", grave=True))

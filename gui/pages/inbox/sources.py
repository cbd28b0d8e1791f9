"""`Sources`: where returned files come from, and the files themselves in the system's programs."""

from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from gui.feedback import Notice

NO_PROGRAM = "系统里没有能打开“{path}”的程序，请自行打开。"
IN_MAIL = "“{name}”是邮件里的附件，请从邮件里打开。"


class Sources(QObject):
    """Emits `chosen` with paths, and `noticed` where a file cannot be shown."""

    chosen = Signal(object)
    noticed = Signal(object)

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self._page = page

    def ask_files(self) -> None:
        """Ask for workbooks and mails."""
        self._ask(QFileDialog.FileMode.ExistingFiles)

    def ask_folder(self) -> None:
        """Ask for a folder in which everything is read."""
        self._ask(QFileDialog.FileMode.Directory)

    def show(self, name: str, path: Path, inside: tuple[int, ...]) -> None:
        """Open a file, which only its sender changes; what is `inside` a mail has no own place."""
        if inside:
            self.noticed.emit(Notice(IN_MAIL.format(name=name)))
        elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.noticed.emit(Notice(NO_PROGRAM.format(path=path), grave=True))

    def _ask(self, mode: QFileDialog.FileMode) -> None:
        dialog = QFileDialog(self._page, "选择来件")
        dialog.setFileMode(mode)
        folder = mode is QFileDialog.FileMode.Directory
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, folder)
        dialog.filesSelected.connect(lambda names: self.chosen.emit([Path(e) for e in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

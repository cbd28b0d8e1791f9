"""`DatabaseForm`: the database's file, its copies, and what can be done with them."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from gui.models.backups_model import size
from gui.widgets import parts
from gui.widgets.copies_table import CopiesTable
from gui.widgets.path_field import PathField

if TYPE_CHECKING:
    from core.services.upkeep import Files

FILTER = "数据库 (*.db *.sqlite *.sqlite3);;所有文件 (*)"
WHOLE = "数据库完好：页、外键、修改记录链和存档的文件均已核对。"
CHECKING = "正在检查…"
SHOWN = 5  # faults that are listed; all are in the details
NO_FILE = "这个数据库不是一个文件，请用数据库服务自己的备份。"
NO_COPY = "还没有备份。每天第一次打开时自动备份一次，保留最近10份。"
COPIES = "每天第一次打开、升级和恢复之前自动备份，保留最近10份；手工备份不会被删除。"


class DatabaseForm(QWidget):
    """Emits what is wanted: a copy `to` a path, a `check`, a copy `back`, `another` database."""

    to = Signal(object)
    back = Signal(object)
    another = Signal(str)
    check = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._path = PathField("")
        self._size = parts.label("", "muted")
        self._other = parts.button("打开其他数据库(&O)", "只在这一次使用；长期使用请加 --database")
        self._backup = parts.button("立即备份(&B)", "把数据库另存一份，使用中也可以", "primary")
        self._check = parts.button("检查(&K)", "核对页、外键和修改记录链")
        self._copies = CopiesTable()
        self._told = parts.label("", "muted")
        self._restore = parts.button("恢复所选备份(&R)", "先查看备份里有什么，再决定")
        self._from = parts.button("从其他文件恢复(&F)", "选择保存在别处的备份")
        self._result = parts.label("")
        self._files: Files | None = None
        self._writable = True
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._path.setReadOnly(True)
        self._path.setAccessibleName("数据库文件")
        for each in (self._told, self._result):
            each.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self._path)
        column.addLayout(_row(self._backup, self._check, self._other, last=(self._size,)))
        column.addWidget(self._result)
        column.addLayout(_row(parts.label("备份", "group"), last=(self._restore, self._from)))
        column.addWidget(self._copies, 1)
        column.addWidget(self._told)
        self._result.hide()

    def _connect(self) -> None:
        self._backup.clicked.connect(self._ask_target)
        self._check.clicked.connect(self.check)
        self._other.clicked.connect(self._ask_other)
        self._restore.clicked.connect(self._tell)
        self._from.clicked.connect(self._ask_source)
        self._copies.chosen.connect(self._want_back)
        self._copies.turned.connect(self._judge)

    def show_files(self, files: "Files") -> None:
        """Show the file and its copies."""
        self._files = files
        self._path.setText(files.address)
        self._size.setText("" if files.size is None else size(files.size))
        self._copies.show_copies(files.backups)
        self._told.setText(COPIES if files.backups else NO_COPY)
        if files.size is None:
            self._told.setText(NO_FILE)
        self._judge()

    def allow(self, *, writing: bool) -> None:
        """Let the database be restored, or only copied and read."""
        self._writable = writing
        self._judge()

    def wait(self) -> None:
        """Say that the database is being checked."""
        self._say(CHECKING, "muted")
        self._check.setEnabled(False)

    def show_problems(self, problems: tuple[str, ...]) -> None:
        """Say what a check found."""
        more = f"\n此外还有{len(problems) - SHOWN}处。" if len(problems) > SHOWN else ""
        found = f"发现{len(problems)}处问题：\n" + "\n".join(problems[:SHOWN]) + more
        self._say(found if problems else WHOLE, "wrong" if problems else "good")
        self._judge()

    def _say(self, words: str, role: str) -> None:
        """Show words in the colour of their role."""
        self._result.setText(words)
        self._result.setProperty("role", role)
        self._result.style().unpolish(self._result)
        self._result.style().polish(self._result)
        self._result.show()

    def _judge(self) -> None:
        """Let be pressed what can be done."""
        is_file = bool(self._files and self._files.size is not None)
        self._backup.setEnabled(is_file)
        self._check.setEnabled(self._files is not None)
        self._from.setEnabled(is_file and self._writable)
        self._restore.setEnabled(self._from.isEnabled() and self._copies.copy is not None)

    def _tell(self) -> None:
        if copy := self._copies.copy:
            self.back.emit(copy)

    def _want_back(self, copy: Path) -> None:
        if self._restore.isEnabled():
            self.back.emit(copy)

    def _ask_target(self) -> None:
        """Ask where a copy goes; the folder of copies is offered."""
        if self._files:
            database = Path(self._files.address)
            today = datetime.now().astimezone()
            copies = database.parent / "备份"
            folder = copies if copies.is_dir() else database.parent
            offered = folder / f"{database.stem}-{today:%Y%m%d}{database.suffix}"
            dialog = QFileDialog(self, "备份到", str(offered), FILTER)
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(str(offered))
            dialog.fileSelected.connect(lambda path: self.to.emit(Path(path)))
            self._open(dialog)

    def _ask_source(self) -> None:
        dialog = QFileDialog(self, "选择备份", "", FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda path: self.back.emit(Path(path)))
        self._open(dialog)

    def _ask_other(self) -> None:
        dialog = QFileDialog(self, "选择数据库", "", FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.another)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _row(*first: QWidget, last: Iterable[QWidget]) -> QHBoxLayout:
    """Put things side by side, and some at the end of the line."""
    row = QHBoxLayout()
    row.setSpacing(10)
    for each in first:
        row.addWidget(each)
    row.addStretch(1)
    for each in last:
        row.addWidget(each)
    return row

"""`Failure`: stands in for all pages while the database cannot be opened."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from gui.pages.page import Page
from gui.widgets import parts

FILTER = "数据库 (*.db *.sqlite *.sqlite3);;所有文件 (*)"
ADVICE = "数据没有改动。请按下面的说明处理后重试，用备份恢复，或者打开另一个数据库。"
TRYING = "正在打开数据库…"


class Failure(Page):
    """Emits `again`, `other` with the path of another database, `copy_chosen` with a copy's."""

    again = Signal()
    other = Signal(str)
    copy_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__("数据库打不开")
        self._reason = parts.label("")
        self._again = parts.button("重试(&R)", "再打开一次同一个数据库", "primary")
        self._other = parts.button("选择其他数据库(&T)", "只在这一次使用；长期使用请加 --database")
        self._copy = parts.button("用备份恢复(&H)", "选择一个备份，先查看里面有什么，再决定")
        self._back = parts.button("回到原来的数据库(&B)", "打开刚才使用的数据库")
        self._before = ""
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card, column = parts.card(margin=24, spacing=20)
        self._reason.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._again)
        row.addWidget(self._copy)
        row.addWidget(self._other)
        row.addWidget(self._back)
        row.addStretch(1)
        column.addWidget(self._reason)
        column.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.advise(ADVICE)

    def _connect(self) -> None:
        self._again.clicked.connect(self.again)
        self._other.clicked.connect(lambda: self._ask("选择数据库", self.other.emit))
        self._copy.clicked.connect(lambda: self._ask("选择备份", self._choose))
        self._back.clicked.connect(lambda: self.other.emit(self._before))

    def explain(self, reason: str, before: str = "") -> None:
        """Show why, and put the keyboard on a way out: perhaps to the database used before."""
        self._reason.setText(reason)
        self._before = before
        self._back.setVisible(bool(before))
        self._allow(trying=True)
        (self._back if before else self._again).setFocus()

    def wait(self) -> None:
        """Show that a database is being opened."""
        self._reason.setText(TRYING)
        self._allow(trying=False)

    def _allow(self, *, trying: bool) -> None:
        for button in (self._again, self._other, self._copy, self._back):
            button.setEnabled(trying)

    def _choose(self, path: str) -> None:
        self.copy_chosen.emit(Path(path))

    def _ask(self, title: str, then: Callable[[str], None]) -> None:
        """Ask for a file."""
        dialog = QFileDialog(self, title, "", FILTER)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(then)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

"""`Failure`: stands in for all pages while the database cannot be opened."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout

from gui.pages.page import Page
from gui.widgets import parts

ADVICE = "数据没有改动。请按下面的说明处理后重试，或者打开另一个数据库。"
TRYING = "正在打开数据库…"


class Failure(Page):
    """Emits `again`, or `other` with the path of another database."""

    again = Signal()
    other = Signal(str)

    def __init__(self) -> None:
        super().__init__("数据库打不开")
        self._reason = parts.label("")
        self._again = parts.button("重试(&R)", "再打开一次同一个数据库", "primary")
        self._other = parts.button("选择其他数据库(&T)", "只在这一次使用；长期使用请加 --database")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        card, column = parts.card(margin=24, spacing=20)
        self._reason.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._again)
        row.addWidget(self._other)
        row.addStretch(1)
        column.addWidget(self._reason)
        column.addLayout(row)
        self.body.addWidget(card)
        self.body.addStretch(1)
        self.advise(ADVICE)

    def _connect(self) -> None:
        self._again.clicked.connect(self.again)
        self._other.clicked.connect(self._ask_file)

    def explain(self, reason: str) -> None:
        """Show why, and put the keyboard on the way out."""
        self._reason.setText(reason)
        self._allow(trying=True)
        self._again.setFocus()

    def wait(self) -> None:
        """Show that a database is being opened."""
        self._reason.setText(TRYING)
        self._allow(trying=False)

    def _allow(self, *, trying: bool) -> None:
        for button in (self._again, self._other):
            button.setEnabled(trying)

    def _ask_file(self) -> None:
        dialog = QFileDialog(
            self, "选择数据库", "", "数据库 (*.db *.sqlite *.sqlite3);;所有文件 (*)"
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.other)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

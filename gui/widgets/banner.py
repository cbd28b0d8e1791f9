"""`Banner`: a line above the pages that stays as long as what it says."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout

from gui.widgets import parts


class Banner(QFrame):
    """Emits `again` when the database is to be opened once more."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("banner")
        self.setAccessibleName("提示")
        self._words = parts.label("")
        self._again = parts.button("重新打开(&9)", "对方关闭窗口以后，重新打开即可填报")
        self._lay_out()
        self._again.clicked.connect(self.again)

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 24, 6)
        row.setSpacing(12)
        row.addWidget(self._words, 1)
        row.addWidget(self._again)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words.text()

    def say(self, words: str) -> None:
        """Say something, or go away without words."""
        self._words.setText(words)
        self.setVisible(bool(words))

"""`LettersBar`: writes to the departments that are ticked: their forms, or a reminder."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.journeys.letters import FORMS, REMINDER
from gui.widgets import parts
from gui.widgets.combo import Combo

OCCASIONS = ((FORMS, "下发填报表"), (REMINDER, "催报"))


class LettersBar(QWidget):
    """Emits `wanted` with whether the letters are sent at once, not only drafted."""

    wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._occasion = Combo("下发填报表附写出的文件，催报只写正文", 8)
        self._draft = parts.button("写邮件草稿(&E)", "每个单位一封，用邮件程序打开后发出")
        self._send = parts.button("直接发出(&T)", "用“设置与数据”里的发信账号发出")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for code, words in OCCASIONS:
            self._occasion.addItem(words, code)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self._draft, 1)
        row.addWidget(self._send, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(parts.label("发信(&I)", "group", self._occasion))
        column.addWidget(self._occasion)
        column.addLayout(row)

    def _connect(self) -> None:
        self._draft.clicked.connect(lambda: self.wanted.emit(False))  # noqa: FBT003 - a signal's only argument
        self._send.clicked.connect(lambda: self.wanted.emit(True))  # noqa: FBT003

    @property
    def occasion(self) -> str:
        """The code of the occasion."""
        return str(self._occasion.currentData())

    def allow(self, *, allowed: bool) -> None:
        """Let letters be written, or not."""
        for each in (self._draft, self._send):
            each.setEnabled(allowed)

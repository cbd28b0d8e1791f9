"""`Reason`: asks why something is done that must not be done without one."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from gui.widgets import parts

WIDTH = 480
NONE = "请写明理由，理由会记入修改记录。"
HINT = "必填，例如：区长办公会要求复核"


class Reason(QDialog):
    """Emits `given` with the reason, and stays open until somebody accepts it."""

    given = Signal(str)

    def __init__(self, title: str, words: str, act: str, parent: QWidget) -> None:
        """`words` say what will happen, `act` is what the button is called."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words, self._reason = parts.label(words), QLineEdit()
        self._status = parts.label(NONE, "muted")
        self._do = parts.button(act, title, "primary")
        self._cancel = parts.button("取消(&C)", "什么都不改，关闭")
        self._lay_out()
        self._connect()
        self._judge()

    def _lay_out(self) -> None:
        self._reason.setPlaceholderText(HINT)
        for each in (self._words, self._status):
            each.setWordWrap(True)
        fields = QFormLayout()
        fields.setHorizontalSpacing(14)
        fields.addRow(parts.label("理由(&R)", buddy=self._reason), self._reason)
        column = parts.dialog_column(self)
        column.addWidget(self._words)
        column.addLayout(fields)
        column.addWidget(self._status)
        column.addLayout(parts.answers(self._do, self._cancel))
        self.setMinimumWidth(WIDTH)

    def _connect(self) -> None:
        self._reason.textChanged.connect(self._judge)
        self._do.clicked.connect(lambda: self.given.emit(self._reason.text()))
        self._cancel.clicked.connect(self.reject)
        self._do.setDefault(True)
        self._reason.setFocus()

    def say(self, words: str) -> None:
        """Say why it was not done."""
        self._status.setText(words)

    def _judge(self) -> None:
        self._do.setEnabled(bool(self._reason.text().strip()))
        self._status.setText("" if self._do.isEnabled() else NONE)

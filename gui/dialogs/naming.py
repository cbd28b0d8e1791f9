"""`Naming`: asks how something is to be called."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QFormLayout, QLineEdit, QWidget

from gui.widgets import parts

WIDTH = 440


class Naming(QDialog):
    """Emits `named` with a name, and stays open until it is stored."""

    named = Signal(str)

    def __init__(self, title: str, words: str, name: str, parent: QWidget) -> None:
        """`words` say what will happen; `name` is proposed."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._words, self._name = parts.label(words), QLineEdit(name)
        self._status = parts.label("", "wrong")
        self._save = parts.button("保存(&S)", title, "primary")
        self._cancel = parts.button("取消(&C)", "不保存，关闭")
        self._lay_out()
        self._name.textChanged.connect(self._judge)
        self._save.clicked.connect(lambda: self.named.emit(self._name.text()))
        self._cancel.clicked.connect(self.reject)
        self._judge()

    def _lay_out(self) -> None:
        for each in (self._words, self._status):
            each.setWordWrap(True)
        fields = QFormLayout()
        fields.setHorizontalSpacing(14)
        fields.addRow(parts.label("名称(&N)", buddy=self._name), self._name)
        column = parts.dialog_column(self)
        column.addWidget(self._words)
        column.addLayout(fields)
        column.addWidget(self._status)
        column.addLayout(parts.answers(self._save, self._cancel))
        self.setMinimumWidth(WIDTH)
        self._name.selectAll()

    def say(self, words: str) -> None:
        """Say why it was not stored; the name stays."""
        self._status.setText(words)

    def _judge(self) -> None:
        """Take a name only."""
        self._status.clear()
        self._save.setEnabled(bool(self._name.text().strip()))

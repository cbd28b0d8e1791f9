"""`Question`: asks once before something that is not easily taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget

from gui.widgets import parts

WIDTH = 460


class Question(QDialog):
    """Emits `answered` with the number of the answer; the first one is the default."""

    answered = Signal(int)

    def __init__(self, title: str, words: str, answers: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(WIDTH)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addStretch(1)
        for number, answer in enumerate(answers):
            button = parts.button(answer, parts.plain(answer), "" if number else "primary")
            button.clicked.connect(lambda _=False, number=number: self._tell(number))
            button.setDefault(not number)
            row.addWidget(button)
        said = parts.label(words)
        said.setWordWrap(True)
        column = parts.dialog_column(self)
        column.addWidget(said)
        column.addLayout(row)

    def _tell(self, number: int) -> None:
        self.accept()
        self.answered.emit(number)

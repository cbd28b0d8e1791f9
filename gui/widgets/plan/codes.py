"""`CodesField`: several things by their codes, shown by their names, chosen from a list."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from gui.widgets import parts
from gui.widgets.plan.choose_codes import ChooseCodes

BETWEEN = "、"


class CodesField(QWidget):
    """Emits `typed` when other things were chosen."""

    typed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._codes: tuple[str, ...] = ()
        self._choices: Sequence[tuple[str, str]] = ()
        self._line = QLineEdit()
        self._choose = parts.button("选…", f"选择{name}", "small")
        self._lay_out()
        self._choose.clicked.connect(self._ask)

    def _lay_out(self) -> None:
        self._line.setReadOnly(True)
        self._line.setAccessibleName(self._name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._line, 1)
        row.addWidget(self._choose)
        self.setFocusProxy(self._choose)

    def text(self) -> str:
        """Give the codes as a card holds them."""
        return BETWEEN.join(self._codes)

    def show_codes(self, text: str, choices: Sequence[tuple[str, str]]) -> None:
        """Show codes by the names of what they stand for."""
        self._codes = tuple(code for code in text.split(BETWEEN) if code)
        self._choices = choices
        names = dict(choices)
        shown = BETWEEN.join(
            names.get(code, code).partition(" ")[2] or code for code in self._codes
        )
        self._line.setText(shown)
        self._line.setCursorPosition(0)
        self._line.setToolTip(shown)

    def _ask(self) -> None:
        dialog = ChooseCodes(f"选择{self._name}", self._choices, self._codes, self.window())
        dialog.chosen.connect(self._take)
        dialog.open()

    def _take(self, codes: tuple[str, ...]) -> None:
        if codes != self._codes:
            self.show_codes(BETWEEN.join(codes), self._choices)
            self.typed.emit()

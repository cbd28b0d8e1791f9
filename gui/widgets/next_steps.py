"""`NextSteps`: what can be done now, a button and a sentence each."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from core.domain.steps import Step
from gui.widgets import parts


class NextSteps(QFrame):
    """Emits `taken` with the Step whose button was pressed."""

    taken = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.setAccessibleName("下一步")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(16, 12, 16, 12)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    @property
    def buttons(self) -> list[QPushButton]:
        """The buttons, the most pressing first."""
        return self.findChildren(QPushButton, options=Qt.FindChildOption.FindDirectChildrenOnly)

    def show_steps(self, steps: Sequence[Step]) -> None:
        """Show steps in place of the earlier ones; nothing at all where there is none."""
        while line := self._grid.takeAt(0):
            if widget := line.widget():
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for number, step in enumerate(steps):
            self._add(number, step)
        self.setVisible(bool(steps))

    def _add(self, number: int, step: Step) -> None:
        """Add a step; the first one stands out."""
        button = parts.button(step.action, step.detail, "" if number else "primary")
        button.clicked.connect(partial(self.taken.emit, step))
        words = parts.label(step.detail)
        words.setWordWrap(True)
        words.setBuddy(button)
        self._grid.addWidget(button, number, 0)
        self._grid.addWidget(words, number, 1)

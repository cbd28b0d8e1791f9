"""`TurnsPanel`: what the light under the cursor stands on, and every change of its item."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.domain.period import Quarter
from gui.models.lights_model import name
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.notes import Notes

if TYPE_CHECKING:
    from core.domain.lights import Row, Turn

NO_TURN = "灯色没有变化。"
TURNS = "灯色变化（{}）"
HIGHEST, PARTS = 152, 3  # pixels: the table above keeps its place whatever is said here


def _column(head: QLabel, body: QWidget) -> QVBoxLayout:
    """Put a head over what it names."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(head)
    column.addWidget(body, 1)
    return column


class TurnsPanel(QWidget):
    """Emits `led` with the Quarter of a change that was chosen."""

    led = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._turns: tuple[Turn, ...] = ()
        self._title, self._told = parts.label("", "group"), QLabel()
        self._head = parts.label("", "caption")
        self._list = Notes("灯色变化")
        self._lay_out()
        self._list.itemActivated.connect(self._lead)
        self._list.itemClicked.connect(self._lead)

    def _lay_out(self) -> None:
        flags = Qt.TextInteractionFlag
        self._told.setWordWrap(True)
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setTextInteractionFlags(flags.TextSelectableByMouse)
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        sentence = QScrollArea(widgetResizable=True)
        sentence.setProperty("role", "plain")
        sentence.setWidget(self._told)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addLayout(_column(self._title, sentence), 2)
        row.addLayout(_column(self._head, self._list), 3)
        self.fit(scaled(HIGHEST) * PARTS)

    def fit(self, room: int) -> None:
        """Take a third of what is so many pixels high, and no more than is needed."""
        self.setFixedHeight(min(scaled(HIGHEST), room // PARTS))

    @property
    def told(self) -> str:
        """What is said of the light under the cursor."""
        return self._told.text()

    @property
    def lines(self) -> list[str]:
        """The changes in words, the newest first."""
        return [self._list.item(row).text() for row in range(self._list.count())]

    def show_row(self, row: "Row", told: str) -> None:
        """Show the sentence of a light, and all changes of its item, the newest first."""
        self._title.setText(name(row.item))
        self._told.setText(told)
        turns = tuple(reversed(row.turns))
        if turns != self._turns or not turns:
            self._turns = turns
            self._list.fill([turn.sentence for turn in turns])
        self._head.setText(TURNS.format(len(turns)) if turns else NO_TURN)

    def choose(self, quarter: Quarter) -> None:
        """Mark the change of a quarter, if there is one."""
        quarters = [turn.quarter for turn in self._turns]
        self._list.setCurrentRow(quarters.index(quarter) if quarter in quarters else -1)

    def _lead(self) -> None:
        if 0 <= (number := self._list.currentRow()) < len(self._turns):
            self.led.emit(self._turns[number].quarter)

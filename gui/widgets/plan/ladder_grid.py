"""`LadderGrid`: the words of a phase in a table, beside each where it begins and what it means."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from gui.delegates import lamps
from gui.theme import colours_of, scaled
from gui.widgets import parts
from gui.widgets.plan.fields import CardField
from gui.widgets.plan.ladders import Ladder, Rung, worded

WORD, BOUND = 132, 84  # pixels


class LadderGrid(QWidget):
    """What a word means is said by the thresholds as they stand; `fields` are the card's."""

    def __init__(self, ladder: Ladder, fields: Mapping[str, CardField]) -> None:
        super().__init__()
        self._ladder, self._fields = ladder, fields
        self._meanings: dict[Rung, QLabel] = {}
        self._lamps: dict[Rung, QLabel] = {}
        self._grid = QGridLayout(self)
        self._lay_out()
        for name in ladder.labels:
            fields[name].shown.connect(self._say)
        self._say()

    def _lay_out(self) -> None:
        grid, ladder = self._grid, self._ladder
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        hint = parts.label(ladder.hint, "muted")
        hint.setWordWrap(True)
        grid.addWidget(hint, 0, 0, 1, len(ladder.bounds) + 3)
        for column, head in enumerate(("用词", *ladder.bounds, "含义"), 1):
            label = parts.label(head, "caption")
            label.setWordWrap(True)
            grid.addWidget(label, 1, column, Qt.AlignmentFlag.AlignBottom)
        for line, rung in enumerate(ladder.rungs, 2):
            self._put(line, rung)
        if ladder.more:
            self._put_more(len(ladder.rungs) + 2, ladder.more)
        grid.setColumnStretch(len(ladder.bounds) + 2, 1)

    def _put(self, line: int, rung: Rung) -> None:
        """Put a word, its thresholds and its meaning into a line."""
        if rung.light:
            self._lamps[rung] = lamp = QLabel()
            lamp.setToolTip(f"{rung.light.label}灯")
            self._grid.addWidget(lamp, line, 0)
        self._field(rung.word, line, 1, WORD)
        for column, key in enumerate(rung.bounds, 2):
            self._field(key, line, column, BOUND)
        self._mean(rung, line, len(self._ladder.bounds) + 2)

    def _put_more(self, line: int, rung: Rung) -> None:
        """Put a threshold that belongs to no word into a line."""
        self._grid.addWidget(parts.label("“左右”允许差", "caption"), line, 1)
        self._field(rung.word, line, 2, BOUND)
        self._mean(rung, line, 3, len(self._ladder.bounds))

    def _field(self, key: str, line: int, column: int, width: int) -> None:
        """Put a field without its caption into a cell."""
        field = self._fields[self._ladder.label(key)]
        field.stand_alone(scaled(width))
        self._grid.addWidget(field, line, column, Qt.AlignmentFlag.AlignVCenter)

    def _mean(self, rung: Rung, line: int, column: int, span: int = 1) -> None:
        """Leave room for what a word means."""
        self._meanings[rung] = label = parts.label("", "small")
        label.setWordWrap(True)
        self._grid.addWidget(label, line, column, 1, span)

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._light()

    def _light(self) -> None:
        """Draw the lights in the colours of the theme."""
        for rung, label in self._lamps.items():
            if rung.light:
                icon = lamps.icon(rung.light, colours_of(self.palette()))
                label.setPixmap(icon.pixmap(lamps.size(), lamps.size()))

    def _say(self) -> None:
        """Say what each word means now."""
        self._light()
        texts = {key: self._fields[label].text for key, label in self._ladder.group.labels.items()}
        for rung, label in self._meanings.items():
            label.setText(worded(rung, texts))

"""`Yardsticks`: the numbers of both yardsticks side by side, to be read and copied."""

from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

from core.domain.indicator import Indicator
from core.domain.tracked import Tracked
from gui.models import yardstick_lines
from gui.theme import colours_of, scaled

LABEL = 78  # pixels


class Yardsticks(QLabel):
    """Hidden where neither yardstick says anything."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[yardstick_lines.Line, ...] = ()
        self.setAccessibleName("年度和规划两把尺子")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWordWrap(True)

    @property
    def lines(self) -> tuple[yardstick_lines.Line, ...]:
        """What is shown, the heads first."""
        return self._lines

    def show_row(self, row: Tracked) -> None:
        """Show the yardsticks of another item; nodes have none."""
        item, judged = row.item, row.assessment
        told = yardstick_lines.lines(item, judged) if isinstance(item, Indicator) else ()
        self._lines = (yardstick_lines.HEADS, *told) if told else ()
        self.setVisible(bool(told))
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self._draw()

    def _draw(self) -> None:
        muted, width = colours_of(self.palette()).muted, scaled(LABEL)
        rows = "".join(
            f'<tr><td width="{width}" style="color:{muted}">{escape(label)}</td>'
            f"{_cell(annual, bold=not number)}{_cell(plan, bold=not number)}</tr>"
            for number, (label, annual, plan) in enumerate(self._lines)
        )
        self.setText(f'<table width="100%" cellspacing="0" cellpadding="3">{rows}</table>')


def _cell(words: str, *, bold: bool) -> str:
    """Write a cell; the heads are bold."""
    told = escape(words) or "—"
    return f'<td width="40%">{f"<b>{told}</b>" if bold else told}</td>'

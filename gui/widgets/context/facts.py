"""`Facts`: labels and words of one row, to be read and copied."""

from collections.abc import Iterable
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel

from gui.theme import colours_of, scaled

LABEL = 90  # pixels


class Facts(QLabel):
    """One text for all lines: its height follows from its width, whatever stands in it."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, str], ...] = ()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAlignment(Qt.AlignmentFlag.AlignTop)

    @property
    def lines(self) -> tuple[tuple[str, str], ...]:
        """What is shown, as labels and words."""
        return self._lines

    def show_lines(self, lines: Iterable[tuple[str, str]]) -> None:
        """Show other lines."""
        self._lines = tuple(lines)
        muted, width = colours_of(self.palette()).muted, scaled(LABEL)
        rows = (
            f'<tr><td width="{width}" style="color:{muted}">{escape(label)}</td>'
            f"<td>{escape(words)}</td></tr>"
            for label, words in self._lines
        )
        self.setText(f'<table cellspacing="0" cellpadding="2">{"".join(rows)}</table>')

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange:
            self.show_lines(self._lines)

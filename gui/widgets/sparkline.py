"""`Sparkline`: eight quarters as a small line, the last one marked; figures are read below it."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import colours_of, scaled

HEIGHT, MARGIN, DOT = 44, 6, 3  # pixels


class Sparkline(QWidget):
    """Draws values from left to right; a quarter without one leaves a gap."""

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[Decimal | None, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("近八季走势")

    def sizeHint(self) -> QSize:
        """Ask for a low strip."""
        return QSize(200, scaled(HEIGHT))

    def show_values(self, values: Sequence[Decimal | None]) -> None:
        """Draw other values; hidden where there are not two."""
        self._values = tuple(values)
        self.setVisible(sum(value is not None for value in values) > 1)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the line in one stroke per step."""
        points = self._points()
        colours = colours_of(self.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.accent), 1.6))
        for before, after in pairwise(points):
            if before and after:
                painter.drawLine(before, after)
        painter.setBrush(QColor(colours.accent))
        painter.setPen(Qt.PenStyle.NoPen)
        known = [point for point in points if point]
        for number, point in enumerate(reversed(known)):
            painter.drawEllipse(
                point, DOT if number == 0 else DOT / 2, DOT if number == 0 else DOT / 2
            )
        painter.end()

    def _points(self) -> list[QPointF | None]:
        """Place the values in the strip."""
        known = [value for value in self._values if value is not None]
        if not known:
            return []
        low, high = min(known), max(known)
        span = (high - low) or Decimal(1)
        step = (self.width() - 2 * MARGIN) / max(1, len(self._values) - 1)
        room = self.height() - 2 * MARGIN

        def place(number: int, value: Decimal) -> QPointF:
            share = float((value - low) / span) if high > low else 0.5
            return QPointF(MARGIN + number * step, MARGIN + room * (1 - share))

        return [
            None if value is None else place(number, value)
            for number, value in enumerate(self._values)
        ]

"""`TrendLegend`: what the lines and points of a trend chart are, told apart without colour too."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui.theme import Colours, colours_of, scaled
from gui.widgets.charts.trend_points import REQUIRED, TARGET

HEIGHT, SAMPLE, GAP, SPACE, DOT = 22, 26, 6, 18, 4  # pixels
ACTUAL, EXPECTED = "实际", "预计数"
NAMES = (ACTUAL, EXPECTED, TARGET, REQUIRED)


class TrendLegend(QWidget):
    """One line of samples and names."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAccessibleName("图例")

    def sizeHint(self) -> QSize:
        """Ask for one line that holds all."""
        return QSize(width(self.fontMetrics()), scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is one line
        """Draw samples and names from left to right."""
        painter = QPainter(self)
        draw(painter, self.rect(), colours_of(self.palette()))
        painter.end()


def width(metrics: QFontMetrics) -> int:
    """Give the width of the legend in pixels."""
    texts = (metrics.horizontalAdvance(name) for name in NAMES)
    return sum(scaled(SAMPLE) + scaled(GAP) + text + 1 + scaled(SPACE) for text in texts)


def draw(painter: QPainter, place: QRect, colours: Colours) -> None:
    """Draw samples and names into a place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = place.left()
    for name in NAMES:
        sample = QRect(left, place.top(), scaled(SAMPLE), place.height())
        _draw_sample(painter, sample, name, colours)
        left = sample.right() + 1 + scaled(GAP)
        wide = painter.fontMetrics().horizontalAdvance(name) + 1
        painter.setPen(QColor(colours.text))
        room = QRect(left, place.top(), wide, place.height())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        left += wide + scaled(SPACE)


def _draw_sample(painter: QPainter, place: QRect, name: str, colours: Colours) -> None:
    """Draw a piece of line, or a point."""
    middle = QPointF(place.center()) + QPointF(0.5, 0.5)
    half = QPointF(place.width() / 2, 0)
    styles = {TARGET: Qt.PenStyle.DashLine, REQUIRED: Qt.PenStyle.DotLine}
    shades = {TARGET: colours.muted, REQUIRED: colours.warn}
    pen = QPen(QColor(shades.get(name, colours.accent)), 2, styles.get(name, Qt.PenStyle.SolidLine))
    painter.setPen(pen)
    if name != EXPECTED:
        painter.drawLine(middle - half, middle + half)
    if name in {ACTUAL, EXPECTED}:
        painter.setBrush(QColor(colours.accent if name == ACTUAL else colours.surface))
        painter.drawEllipse(middle, DOT, DOT)

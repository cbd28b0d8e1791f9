"""`LampCounts`: how many items show which light, each with its shape; the legend of 晴雨表."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from core.domain.judging.judgement import Light
from gui.delegates import lamps
from gui.theme import Colours, colours_of, scaled

HEIGHT, GAP, SPACE = 24, 5, 18  # pixels at the usual size of text


class LampCounts(QWidget):
    """One line of lights and numbers."""

    def __init__(self) -> None:
        super().__init__()
        self._counts: Mapping[Light, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def show_counts(self, counts: Mapping[Light, int]) -> None:
        """Show other numbers."""
        self._counts = counts
        words = "，".join(f"{light.label}灯{count}项" for light, count in counts.items())
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line that holds all."""
        return QSize(_width(self.fontMetrics(), self._counts), scaled(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - it is one line
        """Draw lights and numbers from left to right."""
        painter = QPainter(self)
        draw(painter, self.rect(), self._counts, colours_of(self.palette()))
        painter.end()


def draw(painter: QPainter, place: QRect, counts: Mapping[Light, int], colours: Colours) -> None:
    """Draw lights and numbers into a place."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    left = place.left()
    for light, count in counts.items():
        lamps.draw(painter, QRect(left, place.top(), 0, place.height()), light, colours)
        left += lamps.size() + scaled(GAP)
        words, metrics = _words(light, count), painter.fontMetrics()
        room = QRect(left, place.top(), metrics.horizontalAdvance(words) + 1, place.height())
        painter.setPen(QColor(colours.text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, words)
        left = room.right() + scaled(SPACE)


def _words(light: Light, count: int) -> str:
    return f"{light.label}{count}"


def _width(metrics: QFontMetrics, counts: Mapping[Light, int]) -> int:
    """Give the width of all lights and numbers."""
    texts = (metrics.horizontalAdvance(_words(*each)) for each in counts.items())
    return sum(lamps.size() + scaled(GAP) + text + 1 + scaled(SPACE) for text in texts)

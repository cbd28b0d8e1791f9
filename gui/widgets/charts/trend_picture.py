"""A trend chart as a picture, for reports and letters: paper is white in both themes."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from gui.theme import LIGHT, scaled
from gui.widgets.charts import trend_legend
from gui.widgets.charts.trend_plot import TrendPlot
from gui.widgets.charts.trend_points import Trend

SIZE, MARGIN, LINE = QSize(960, 420), 24, 34  # pixels
SHARP = 2  # pixels of the picture to one of the screen


def draw(title: str, trend: Trend) -> QImage:
    """Draw title, legend and lines."""
    plot = TrendPlot(LIGHT, SHARP)
    plot.resize(scaled(SIZE.width()), scaled(SIZE.height()))
    plot.show_trend(trend)
    plot.grab()  # what was never shown has not been laid out
    wide, high = plot.width() + 2 * MARGIN, plot.height() + 2 * (MARGIN + scaled(LINE))
    image = QImage(QSize(wide, high) * SHARP, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(SHARP)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    room = QRect(MARGIN, MARGIN, plot.width(), scaled(LINE))
    _draw_title(painter, room, title)
    trend_legend.draw(painter, room.translated(0, scaled(LINE)), LIGHT)
    place = QRect(QPoint(MARGIN, MARGIN + 2 * scaled(LINE)), plot.size())
    plot.render(painter, QRectF(place))
    painter.end()
    plot.deleteLater()
    return image


def _draw_title(painter: QPainter, room: QRect, title: str) -> None:
    """Write the title in bold, and leave the painter with the plain font."""
    bold = QFont(QGuiApplication.font())
    bold.setBold(True)
    painter.setFont(bold)
    painter.setPen(QColor(LIGHT.text))
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, title)
    painter.setFont(QGuiApplication.font())

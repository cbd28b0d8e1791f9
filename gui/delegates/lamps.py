"""The light beside a status, told by its shape as well as by its colour."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPen, QPixmap, QPolygonF

from core.domain.judging.judgement import Light
from gui.theme import Colours, scaled

_SIZE = 13  # pixels beside plain text of the usual size
_RING = 1.6  # pixels


def size() -> int:
    """Give the width and height of a light in pixels."""
    return scaled(_SIZE)


def colour(light: Light, colours: Colours) -> QColor:
    """Give the colour of a light."""
    shades = {
        Light.BLUE: colours.blue,
        Light.GREEN: colours.green,
        Light.YELLOW: colours.yellow,
        Light.RED: colours.red,
        Light.GREY: colours.grey,
    }
    return QColor(shades[light])


def draw(painter: QPainter, place: QRect, light: Light, colours: Colours) -> None:
    """Draw a light at the left of a place, half-way up: ◆ ● ▲ ■, and ○ for grey."""
    side = size()
    box = QRectF(place.left(), place.top() + (place.height() - side) / 2, side, side)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour(light, colours))
    match light:
        case Light.BLUE:
            painter.drawPolygon(_diamond(box))
        case Light.GREEN:
            painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        case Light.YELLOW:
            painter.drawPolygon(_triangle(box))
        case Light.RED:
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        case Light.GREY:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colour(light, colours), _RING))
            painter.drawEllipse(box.adjusted(2, 2, -2, -2))


def _diamond(box: QRectF) -> QPolygonF:
    middle = box.center()
    ends = (
        QPointF(middle.x(), box.top()),
        QPointF(box.right(), middle.y()),
        QPointF(middle.x(), box.bottom()),
        QPointF(box.left(), middle.y()),
    )
    return QPolygonF(ends)


def _triangle(box: QRectF) -> QPolygonF:
    top = QPointF(box.center().x(), box.top())
    return QPolygonF([top, box.bottomRight(), box.bottomLeft()])


def icon(light: Light, colours: Colours) -> QIcon:
    """Draw a light as the picture before a line of a list."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    side = size() + 2
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter, QRect(1, 0, size(), side), light, colours)
    painter.end()
    return QIcon(picture)

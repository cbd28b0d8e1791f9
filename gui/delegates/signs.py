"""The sign of a form's state, told by its shape as well as by its colour."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygon, QPolygonF

from core.domain.standing import Standing
from core.domain.submission import State
from gui.theme import Colours, scaled

_SIZE, _CORNER = 12, 8  # pixels beside plain text of the usual size
_TURN = 16  # Qt counts sixteenths of a degree


def size() -> int:
    """Give the width and height of a sign in pixels."""
    return scaled(_SIZE)


def draw(painter: QPainter, place: QRect, form: Standing, colours: Colours) -> None:
    """Draw the sign at the left of a place, half-way up."""
    side = size() - 1
    top = place.top() + (place.height() - side) / 2
    box = QRectF(place.left() + 0.5, top, side, side)
    if form.idle or form.ahead:
        _dash(painter, box, QColor(colours.faint))
        return
    match form.state:
        case State.PENDING:
            _ring(painter, box, QColor(colours.muted))
        case State.FILLING:
            _ring(painter, box, QColor(colours.warn))
            painter.setBrush(QColor(colours.warn))
            painter.drawPie(box, -90 * _TURN, 180 * _TURN)
        case State.SUBMITTED:
            _disc(painter, box, QColor(colours.accent))
        case State.REVIEWED:
            _tick(painter, box, QColor(colours.good))
        case State.APPROVED:
            _disc(painter, box, QColor(colours.good))
            _tick(painter, box.adjusted(2.5, 2.5, -2.5, -2.5), QColor(colours.surface))


def flag(painter: QPainter, place: QRect, colours: Colours) -> None:
    """Mark the upper right corner of what is late."""
    corner, side = place.topRight(), scaled(_CORNER)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.error))
    painter.drawPolygon(QPolygon([corner, corner - QPoint(side, 0), corner + QPoint(0, side)]))


def ground(form: Standing, colours: Colours) -> str:
    """Give the colour behind a form's state."""
    if form.late and form.owed:
        return colours.error_tint
    if form.idle or form.ahead:
        return colours.locked
    return {
        State.FILLING: colours.warn_tint,
        State.SUBMITTED: colours.tint,
        State.REVIEWED: colours.good_tint,
        State.APPROVED: colours.good_tint,
    }.get(form.state, colours.surface)


def _dash(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.5))
    middle = box.center()
    painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0))


def _ring(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.5))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(box)


def _disc(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawEllipse(box)


def _tick(painter: QPainter, box: QRectF, colour: QColor) -> None:
    painter.setPen(QPen(colour, 2))
    left, low, right = box.left(), box.bottom(), box.right()
    points = [
        QPointF(left, box.center().y()),
        QPointF(box.center().x() - 1, low - 1),
        QPointF(right, box.top() + 1),
    ]
    painter.drawPolyline(QPolygonF(points))

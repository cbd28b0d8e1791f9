"""`LightDelegate`: paints a light, and beside it an arrow where it is another than before."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.domain.judging.judgement import Light
from core.domain.lights import Turn
from gui.delegates import lamps
from gui.models.lights_model import Role
from gui.theme import Colours, colours_of, scaled

Index = QModelIndex | QPersistentModelIndex
GAP, ARROW, INSET = 2, 6, 3  # pixels


class LightDelegate(QStyledItemDelegate):
    """A change has a ground of its own; an arrow says to the better or to the worse."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one light."""
        colours = colours_of(option.palette)  # type: ignore[attr-defined]
        place: QRect = option.rect  # type: ignore[attr-defined]
        paint(painter, place, index.data(Role.LIGHT), index.data(Role.TURN), colours)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.save()
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(1, 1, -2, -2))
            painter.restore()


def width() -> int:
    """Give the width of a column of lights in pixels."""
    return lamps.size() + 2 * (scaled(GAP) + scaled(ARROW) + scaled(INSET))


def paint(
    painter: QPainter, place: QRect, light: Light, turn: Turn | None, colours: Colours
) -> None:
    """Paint the ground, the light in its middle and the arrow at its right."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(place, QColor(_ground(turn, colours)))
    side = lamps.size()
    box = QRect(place.left() + (place.width() - side) // 2, place.top(), side, place.height())
    lamps.draw(painter, box, light, colours)
    if turn and (turn.worse or turn.better):
        middle = QPointF(box.right() + 1 + scaled(GAP), place.center().y() + 0.5)
        _draw_arrow(painter, middle, QColor(colours.text), up=turn.better)
    painter.restore()


def _ground(turn: Turn | None, colours: Colours) -> str:
    """Give the colour behind a light: one that changed stands out."""
    if turn is None:
        return colours.surface
    if turn.worse:
        return colours.error_tint if turn.after.light is Light.RED else colours.warn_tint
    return colours.good_tint if turn.better else colours.locked


def _draw_arrow(painter: QPainter, left: QPointF, colour: QColor, *, up: bool) -> None:
    """Draw an arrow from a point to the right, half-way up."""
    side = scaled(ARROW)
    box = QRectF(left.x(), left.y() - side / 2, side, side)
    middle, tip = box.center().x(), box.top() if up else box.bottom()
    back = tip + (side * 0.45 if up else -side * 0.45)
    painter.setPen(QPen(colour, 1.3))
    painter.drawLine(QPointF(middle, box.top()), QPointF(middle, box.bottom()))
    head = [QPointF(box.left(), back), QPointF(middle, tip), QPointF(box.right(), back)]
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF(head))

"""`VerdictDelegate`: what came of reading a file, as a sign and a word in its colour."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.domain.returned import Verdict
from gui.models.arrivals_model import VERDICT
from gui.theme import Colours, colours_of, scaled

Index = QModelIndex | QPersistentModelIndex
INSET, GAP, SIGN = 7, 6, 11  # pixels


class VerdictDelegate(QStyledItemDelegate):
    """A tick, a triangle or a cross stands before the word."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one verdict."""
        verdict, colours = index.data(VERDICT), colours_of(option.palette)  # type: ignore[attr-defined]
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.fillRect(place, QColor(colours.tint))
        ink = QColor(_colour(verdict, colours))
        side = scaled(SIGN)
        top = place.top() + (place.height() - side) / 2
        box = QRectF(place.left() + scaled(INSET), top, side, side)
        _draw(painter, box, verdict, ink)
        room = place.adjusted(scaled(INSET) + side + scaled(GAP), 0, 0, 0)
        painter.setPen(ink)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, str(index.data()))
        painter.restore()


def _colour(verdict: Verdict | None, colours: Colours) -> str:
    """Give the colour of a verdict; what was skipped has none."""
    match verdict:
        case Verdict.READY:
            return colours.good
        case Verdict.DOUBTFUL:
            return colours.warn
        case Verdict.UNREADABLE:
            return colours.error
        case _:
            return colours.muted


def _draw(painter: QPainter, box: QRectF, verdict: Verdict | None, ink: QColor) -> None:
    """Draw the sign of a verdict."""
    painter.setPen(QPen(ink, 2))
    centre = box.center()
    match verdict:
        case Verdict.READY:
            low = QPointF(centre.x() - 1, box.bottom() - 1)
            tick = [QPointF(box.left(), centre.y()), low, QPointF(box.right(), box.top() + 1)]
            painter.drawPolyline(QPolygonF(tick))
        case Verdict.DOUBTFUL:
            painter.setBrush(ink)
            top = QPointF(centre.x(), box.top() + 1)
            painter.drawPolygon(QPolygonF([top, box.bottomRight(), box.bottomLeft()]))
        case Verdict.UNREADABLE:
            painter.drawLine(box.topLeft(), box.bottomRight())
            painter.drawLine(box.topRight(), box.bottomLeft())
        case _:
            painter.drawLine(QPointF(box.left(), centre.y()), QPointF(box.right(), centre.y()))

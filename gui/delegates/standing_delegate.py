"""`StandingDelegate`: paints how far a form has come as ground, sign and words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.domain.standing import IDLE, Standing
from gui.delegates import signs
from gui.models.standings import Role, detail
from gui.theme import Colours, colours_of

Index = QModelIndex | QPersistentModelIndex
INSET, GAP = 8, 6  # pixels
WIDEST = "填报中 88/88 逾期1888天"
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class StandingDelegate(QStyledItemDelegate):
    """Shows the detail beside the state in the chosen quarter; elsewhere a flag says late."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one form."""
        form: Standing = index.data(Role.FORM)
        colours = colours_of(option.palette)  # type: ignore[attr-defined]
        place: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.fillRect(place, QColor(signs.ground(form, colours)))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _write(painter, place, form, colours, whole=bool(index.data(Role.WHOLE)))
        if form.late:
            signs.flag(painter, place, colours)
        if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
            painter.setPen(QPen(QColor(colours.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(place.adjusted(1, 1, -1, -1))
        painter.restore()


def _write(
    painter: QPainter, place: QRect, form: Standing, colours: Colours, *, whole: bool
) -> None:
    """Write sign and state and, in the chosen quarter, the detail."""
    room = place.adjusted(INSET, 0, -INSET, 0)
    signs.draw(painter, room, form, colours)
    room.setLeft(room.left() + signs.size() + GAP)
    painter.setPen(QColor(colours.faint if form.idle or form.ahead else colours.text))
    painter.drawText(room, _LEFT, form.word)
    if whole:
        painter.setPen(QColor(colours.error if form.late else colours.muted))
        painter.drawText(room, _RIGHT, detail(form))


def width(metrics: QFontMetrics, *, whole: bool) -> int:
    """Give the width of a column of states, with or without their details."""
    words = metrics.horizontalAdvance(WIDEST if whole else IDLE)
    return 2 * INSET + signs.size() + GAP + words + 2

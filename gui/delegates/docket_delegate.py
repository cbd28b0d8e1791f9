"""`DocketDelegate`: a form under review in two lines: whose it is and its state, and its counts."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from core.domain.reviewing.docket import Docketed
from core.domain.submission import State
from gui.models.docket_model import Role, detail
from gui.theme import Colours, colours_of, scaled

Index = QModelIndex | QPersistentModelIndex
HEIGHT, INSET, SMALLER = 52, 10, 1.5  # pixels, pixels, points
_UPPER = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
_LOWER = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
_CORNER = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight


class DocketDelegate(QStyledItemDelegate):
    """A stripe marks the chosen one."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002 - Qt gives it
        """Give every form the same room."""
        return QSize(scaled(INSET), scaled(HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one form."""
        form: Docketed = index.data(Role.FORM)
        colours = colours_of(option.palette)  # type: ignore[attr-defined]
        place: QRect = option.rect  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.fillRect(place, QColor(colours.tint if chosen else colours.surface))
        if chosen:
            stripe = QRect(place.left(), place.top(), scaled(3), place.height())
            painter.fillRect(stripe, QColor(colours.accent))
        _write(painter, place, form, colours)
        painter.setPen(QColor(colours.line))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
        painter.restore()


def _write(painter: QPainter, place: QRect, form: Docketed, colours: Colours) -> None:
    """Write both lines, each ending in an ellipsis where it is too long."""
    room = place.adjusted(scaled(INSET), scaled(6), -scaled(INSET), -scaled(6))
    painter.setPen(QColor(_ink(form, colours)))
    painter.drawText(room, _CORNER, word(form))
    left = room.adjusted(0, 0, -painter.fontMetrics().horizontalAdvance(word(form)) - 8, 0)
    painter.setPen(QColor(colours.text))
    painter.drawText(left, _UPPER, _fitting(painter, form.name, left))
    small = QFont(painter.font())
    small.setPointSizeF(small.pointSizeF() - SMALLER)
    painter.setFont(small)
    asking = form.remarks or form.altered
    painter.setPen(QColor(colours.warn if asking else colours.muted))
    painter.drawText(room, _LOWER, _fitting(painter, detail(form), room))


def word(form: Docketed) -> str:
    """Say how far a form has come; one that came back is told from one that never went."""
    return "退回重填" if form.returned else form.state.label


def _fitting(painter: QPainter, text: str, room: QRect) -> str:
    """Shorten a text to its room."""
    right = Qt.TextElideMode.ElideRight
    return painter.fontMetrics().elidedText(text, right, room.width())


def _ink(form: Docketed, colours: Colours) -> str:
    """Give the colour of a state: what waits for the office stands out."""
    match form.state:
        case State.SUBMITTED | State.REVIEWED:
            return colours.accent
        case State.APPROVED:
            return colours.good
    return colours.warn if form.returned else colours.faint

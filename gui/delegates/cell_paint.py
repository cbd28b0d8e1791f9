"""How a cell of the form looks: ground, text and a sign for its state, readable without colour."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygon
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from gui.models.cell_state import CellState
from gui.theme import Colours

INSET, SIGN = 6, 9  # pixels
SMALL = 0.72  # of the size of a figure


def paint(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    state: CellState,
    colours: Colours,
) -> None:
    """Paint one cell."""
    place: QRect = option.rect  # type: ignore[attr-defined]
    chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
    painter.save()
    painter.fillRect(place, QColor(_ground(state, colours, chosen=chosen)))
    if state is CellState.IDLE:
        painter.fillRect(place, QBrush(QColor(colours.line), Qt.BrushStyle.BDiagPattern))
    _write(painter, option, index, QColor(_ink(state, colours)))
    _mark(painter, place, state, colours)
    if option.state & QStyle.StateFlag.State_HasFocus:  # type: ignore[attr-defined]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.accent), 2))
        painter.drawRect(place.adjusted(1, 1, -1, -1))
    painter.restore()


def _ground(state: CellState, colours: Colours, *, chosen: bool) -> str:
    """Give the colour behind a cell's text."""
    if chosen:
        return colours.tint
    match state:
        case CellState.GIVEN | CellState.IDLE | CellState.LOCKED | CellState.APPROVED:
            return colours.locked
        case CellState.BLOCKING:
            return colours.error_tint
        case CellState.EXPLAIN:
            return colours.warn_tint
    return colours.surface


def _ink(state: CellState, colours: Colours) -> str:
    """Give the colour of a cell's text."""
    match state:
        case CellState.GIVEN | CellState.COMPUTED:
            return colours.muted
        case CellState.IDLE | CellState.LOCKED:
            return colours.faint
        case CellState.BLOCKING:
            return colours.error
    return colours.text


def _write(
    painter: QPainter,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
    ink: QColor,
) -> None:
    """Write the text in one line, an ellipsis where it does not fit."""
    text = index.data(Qt.ItemDataRole.DisplayRole)
    if not text:
        return
    room = option.rect.adjusted(INSET, 0, -INSET, 0)  # type: ignore[attr-defined]
    metrics = painter.fontMetrics()
    painter.setPen(ink)
    if metrics.horizontalAdvance(text) > room.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, index.data(Qt.ItemDataRole.TextAlignmentRole), text)


def _mark(painter: QPainter, place: QRect, state: CellState, colours: Colours) -> None:
    """Draw the sign of a state in the cell's upper left corner; plain states have none."""
    corner = place.topLeft()
    match state:
        case CellState.BLOCKING:
            _triangle(painter, corner, QColor(colours.error), filled=True)
        case CellState.EXPLAIN:
            _triangle(painter, corner, QColor(colours.warn), filled=False)
        case CellState.EMPTY:
            painter.setPen(QPen(QColor(colours.accent), 2))
            low = place.bottom() - 7
            painter.drawLine(place.left() + INSET, low, place.left() + 26, low)
        case CellState.TAKEN:
            painter.setPen(QColor(colours.muted))
            painter.drawRect(QRect(corner + QPoint(3, 3), corner + QPoint(8, 8)))
        case CellState.FILLED:
            painter.setBrush(QColor(colours.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QRect(corner + QPoint(3, 3), corner + QPoint(7, 7)))
        case CellState.COMPUTED:
            _word(painter, place, "计算", QColor(colours.accent))
        case CellState.AWAITING:
            _word(painter, place, "待算", QColor(colours.muted))
        case CellState.APPROVED:
            painter.setPen(QPen(QColor(colours.good), 2))
            tick = [corner + QPoint(*each) for each in ((3, 6), (6, 9), (11, 3))]
            painter.drawPolyline(QPolygon(tick))


def _word(painter: QPainter, place: QRect, word: str, colour: QColor) -> None:
    """Write a small word into the corner, above where a figure stands."""
    font = painter.font()
    font.setPointSizeF(font.pointSizeF() * SMALL)
    painter.setFont(font)
    painter.setPen(colour)
    room = place.adjusted(3, 0, 0, 0)
    painter.drawText(room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, word)


def _triangle(painter: QPainter, corner: QPoint, colour: QColor, *, filled: bool) -> None:
    """Draw a triangle in a corner."""
    painter.setPen(colour)
    painter.setBrush(colour if filled else Qt.BrushStyle.NoBrush)
    painter.drawPolygon(QPolygon([corner, corner + QPoint(SIGN, 0), corner + QPoint(0, SIGN)]))

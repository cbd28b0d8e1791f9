"""`DeedDelegate`: what becomes of a returned part, told by a sign as well as by its colour."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.models.cell_lines import Mark
from gui.models.cells_model import MARK
from gui.theme import Colours, colours_of, scaled

Index = QModelIndex | QPersistentModelIndex
INSET, GAP, SIGN = 7, 6, 9  # pixels
_LONGEST = 2**31 - 1  # characters: a long text is refused in a sentence, never cut


class DeedDelegate(QStyledItemDelegate):
    """A full square asks for a decision, a disc is one; a text is typed in a line."""

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,  # noqa: ARG002 - Qt gives it
        index: Index,  # noqa: ARG002
    ) -> QWidget:
        """Make what a text is typed with."""
        line = QLineEdit(parent)
        line.setObjectName("cell")
        line.setMaxLength(_LONGEST)
        return line

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint what becomes of one part."""
        mark, colours = index.data(MARK), colours_of(option.palette)  # type: ignore[attr-defined]
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        place = QRectF(option.rect)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(place, QColor(_ground(mark, colours, chosen=chosen)))
        side = scaled(SIGN)
        top = place.top() + (place.height() - side) / 2
        _draw(painter, QRectF(place.left() + scaled(INSET), top, side, side), mark, colours)
        room = place.adjusted(scaled(INSET) + side + scaled(GAP), 0, -scaled(INSET), 0)
        painter.setPen(QColor(_ink(mark, colours)))
        metrics, right = painter.fontMetrics(), Qt.TextElideMode.ElideRight
        text = metrics.elidedText(str(index.data()), right, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()


def _ground(mark: Mark, colours: Colours, *, chosen: bool) -> str:
    """Give the colour behind the words."""
    if mark is Mark.OPEN:
        return colours.error_tint
    if chosen:
        return colours.tint
    return colours.locked if mark is Mark.BARRED else colours.surface


def _ink(mark: Mark, colours: Colours) -> str:
    """Give the colour of the words."""
    match mark:
        case Mark.OPEN:
            return colours.error
        case Mark.CHOSEN:
            return colours.text
    return colours.muted


def _draw(painter: QPainter, box: QRectF, mark: Mark, colours: Colours) -> None:
    """Draw the sign; what follows from one side alone has none."""
    painter.setPen(Qt.PenStyle.NoPen)
    match mark:
        case Mark.OPEN:
            painter.fillRect(box, QColor(colours.error))
        case Mark.CHOSEN:
            painter.setBrush(QColor(colours.accent))
            painter.drawEllipse(box)

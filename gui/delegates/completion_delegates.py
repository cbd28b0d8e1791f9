"""How 完成情况 draws what is more than a text: lights, and progress."""

from decimal import Decimal

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from gui.delegates import lamps
from gui.models.completion_model import Role
from gui.theme import Colours, colours_of, scaled

Index = QModelIndex | QPersistentModelIndex
INSET, GAP, BAR, TICK, NUMBER = 7, 6, 8, 2, 60  # pixels
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class LightDelegate(QStyledItemDelegate):
    """A light before the status."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one status."""
        row = index.data(Role.ROW)
        place, colours = _begin(painter, option)
        lamps.draw(painter, place, row.assessment.light, colours)
        place.setLeft(place.left() + lamps.size() + scaled(GAP))
        faint = not row.assessment.status or row.assessment.grade is None
        painter.setPen(QColor(colours.muted if faint else colours.text))
        _write(painter, place, str(index.data()))
        painter.restore()


class ProgressDelegate(QStyledItemDelegate):
    """A bar as long as the way that is gone, and a stroke where it should be by now."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one progress; nothing where there is none."""
        judged = index.data(Role.ROW).assessment
        place, colours = _begin(painter, option)
        if judged.progress is not None:
            number = f"{float(judged.progress):.1%}"
            painter.setPen(QColor(colours.text))
            painter.drawText(place, _RIGHT, number)
            room = QRectF(place.adjusted(0, 0, -scaled(NUMBER), 0))
            _bar(painter, room, judged.progress, judged.pace, colours)
        painter.restore()


def _begin(painter: QPainter, option: QStyleOptionViewItem) -> tuple[QRect, Colours]:
    """Fill the ground of a cell that is chosen; give the room in it and the colours."""
    colours = colours_of(option.palette)  # type: ignore[attr-defined]
    place: QRect = option.rect  # type: ignore[attr-defined]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if option.state & QStyle.StateFlag.State_Selected:  # type: ignore[attr-defined]
        painter.fillRect(place, QColor(colours.tint))
    return place.adjusted(scaled(INSET), 0, -scaled(INSET), 0), colours


def _write(painter: QPainter, place: QRect, text: str) -> None:
    """Write a text in one line, an ellipsis where it does not fit."""
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, _LEFT, shown)


def _bar(
    painter: QPainter, room: QRectF, progress: Decimal, pace: Decimal | None, colours: Colours
) -> None:
    """Draw the bar, and the stroke of the pace."""
    height = scaled(BAR)
    groove = QRectF(room.left(), room.center().y() - height / 2, room.width(), height)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.line))
    painter.drawRoundedRect(groove, height / 2, height / 2)
    gone = QRectF(groove)
    gone.setWidth(groove.width() * _within(progress))
    painter.setBrush(QColor(colours.good if pace is None or progress >= pace else colours.warn))
    painter.drawRoundedRect(gone, height / 2, height / 2)
    if pace is not None:
        at = groove.left() + groove.width() * _within(pace)
        stroke = QRectF(at - TICK / 2, groove.top() - TICK, TICK, height + 2 * TICK)
        painter.fillRect(stroke, QColor(colours.text))


def _within(share: Decimal) -> float:
    """Give a share of the bar: nothing is drawn outside of it."""
    return min(max(float(share), 0), 1)

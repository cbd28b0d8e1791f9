"""`BaseDelegate`: marks what cannot be read, by its ground and a bar beside it."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QPainter, QPalette
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from gui.models.bases_model import WrongRole
from gui.theme import colours_of

Index = QModelIndex | QPersistentModelIndex
BAR = 3  # pixels


class BaseDelegate(QStyledItemDelegate):
    """Draws cells as usual, and in the colours of an error where their text is one."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Colour what is wrong."""
        super().initStyleOption(option, index)
        if index.data(WrongRole):
            colours = colours_of(option.palette)  # type: ignore[attr-defined]
            palette = QPalette(option.palette)  # type: ignore[attr-defined]
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.HighlightedText):
                palette.setColor(role, QColor(colours.error))
            option.palette = palette  # type: ignore[attr-defined]
            option.backgroundBrush = QColor(colours.error_tint)  # type: ignore[attr-defined]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a cell, and the bar at its left."""
        super().paint(painter, option, index)
        if index.data(WrongRole):
            place: QRect = option.rect  # type: ignore[attr-defined]
            bar = QRect(place.left(), place.top(), BAR, place.height())
            painter.fillRect(bar, QColor(colours_of(option.palette).error))  # type: ignore[attr-defined]

"""`Names`: the names of the figures at the left of their table, always in sight."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from gui.theme import colours_of, scaled

WIDTH, INSET = 172, 7  # pixels
_WRAPPED = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft) | int(
    Qt.TextFlag.TextWordWrap
)


class Names(QHeaderView):
    """Writes a name in two lines where one is too short."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setAccessibleName("指标")

    def sizeHint(self) -> QSize:
        """Give the width of the names."""
        return QSize(scaled(WIDTH), 0)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - as Qt has it
        """Write a name; the chosen one is set off."""
        colours = colours_of(self.palette())
        selection = self.selectionModel()
        chosen = bool(selection) and selection.currentIndex().row() == logicalIndex
        painter.save()
        painter.fillRect(rect, QColor(colours.tint if chosen else colours.surface))
        painter.setPen(QColor(colours.accent if chosen else colours.text))
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Vertical) or "")
        painter.drawText(rect.adjusted(INSET, 0, -INSET, 0), _WRAPPED, words)
        painter.setPen(QColor(colours.line))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.restore()

"""`MarkedHeader`: a header in which the chosen quarter is underlined."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from gui.models.standings import Role
from gui.theme import colours_of

LINE = 3  # pixels


class MarkedHeader(QHeaderView):
    """Asks its model which sections are the chosen quarter's."""

    def __init__(self, orientation: Qt.Orientation, parent: QWidget) -> None:
        super().__init__(orientation, parent)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N803 - as Qt has it
        """Draw a section, and the line of the chosen quarter inside it."""
        painter.save()
        super().paintSection(painter, rect, logicalIndex)
        painter.restore()
        if self.model().headerData(logicalIndex, self.orientation(), Role.MARKED):
            across = self.orientation() is Qt.Orientation.Horizontal
            top = rect.bottom() - LINE + 1 if across else rect.top()
            line = QRect(
                rect.left(),
                top,
                rect.width() if across else LINE,
                LINE if across else rect.height(),
            )
            painter.fillRect(line, QColor(colours_of(self.palette()).accent))

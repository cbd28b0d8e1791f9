"""`PathField`: a path to be typed; while nobody types, both of its ends can be seen."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

INSET = 2  # pixels that Qt leaves free beside the text of a field


class PathField(QLineEdit):
    """Draws a long path with an ellipsis in its middle; the tooltip always has the whole."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.setToolTip(path)
        self.textChanged.connect(self.setToolTip)

    @property
    def shown(self) -> str:
        """What can be read in the field."""
        if self.hasFocus():
            return self.text()
        middle = Qt.TextElideMode.ElideMiddle
        return self.fontMetrics().elidedText(self.text(), middle, self._room().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw what fits as ever, and what does not shortened."""
        if self.shown == self.text():
            super().paintEvent(event)
            return
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        painter = QPainter(self)
        panel = QStyle.PrimitiveElement.PE_PanelLineEdit
        self.style().drawPrimitive(panel, option, painter, self)
        painter.setPen(self.palette().text().color())
        painter.drawText(self._room(), Qt.AlignmentFlag.AlignVCenter, self.shown)
        painter.end()

    def _room(self) -> QRect:
        """Give the place of the text."""
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        part = QStyle.SubElement.SE_LineEditContents
        place = self.style().subElementRect(part, option, self)
        return place.adjusted(INSET, 0, -INSET, 0)

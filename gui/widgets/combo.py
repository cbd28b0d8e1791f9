"""`Combo`: a combo box whose long lines end in an ellipsis instead of being cut off."""

from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QSizePolicy

EDGES = 48  # pixels of border, padding and arrow, as in window.qss


class Combo(QComboBox):
    """As wide as its layout lets it be, however long its lines are."""

    def __init__(self, tip: str, characters: int) -> None:
        """Make room for so many Latin characters at least."""
        super().__init__()
        self.setView(QListView())
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(characters)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tip)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what scrolls below the mouse: nothing is chosen in passing."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw a line that does not fit with an ellipsis; style sheets forget to."""
        if self.fontMetrics().horizontalAdvance(self.currentText()) <= self._room:
            super().paintEvent(event)
        else:
            self._paint_shortened()

    @property
    def _room(self) -> int:
        return self.width() - EDGES

    def _paint_shortened(self) -> None:
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QStyle, QStyleOptionComboBox, QStylePainter

        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        elide = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(self.currentText(), elide, self._room)  # type: ignore[attr-defined]
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

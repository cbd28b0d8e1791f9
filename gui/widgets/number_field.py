"""`NumberField`: a whole number to be typed."""

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox


class NumberField(QSpinBox):
    """Leaves the wheel to the page that it scrolls: nothing is changed in passing."""

    def __init__(self, least: int, most: int, unit: str = "") -> None:
        super().__init__()
        self.setRange(least, most)
        self.setSuffix(unit)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the page."""
        event.ignore()

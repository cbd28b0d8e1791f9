"""`Notes`: a list of wrapped lines that is as high as what it holds, up to some of them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QListWidget, QSizePolicy

AIR = 6  # pixels below the last line, so that nothing scrolls for a hair's breadth


class Notes(QListWidget):
    """Without `most` it takes the room that it is given."""

    def __init__(self, name: str, most: int = 0) -> None:
        super().__init__()
        self._most = most
        self.setProperty("role", "notes")
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        if most:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def fill(self, lines: list[str]) -> None:
        """Show other lines."""
        self.clear()
        self.addItems(lines)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the lines anew where the width is another one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the height of the lines."""
        lines = [self.item(row) for row in range(min(self.count(), self._most))]
        height = sum(self.visualItemRect(line).height() for line in lines)
        return QSize(120, height + 2 * self.frameWidth() + AIR)

    def _fit(self) -> None:
        if self._most:
            self.doItemsLayout()  # lines wrap only as they are laid out
            self.setFixedHeight(self.sizeHint().height())

"""`IconButton`: a button with a picture that follows the theme."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton

from gui import icons
from gui.widgets import parts


class IconButton(QPushButton):
    """A flat button; without words the tooltip is its name."""

    def __init__(self, picture: str, tip: str, words: str = "", shortcut: str = "") -> None:
        super().__init__(words)
        self._picture = picture
        self.setProperty("role", "flat" if words else "icon")
        self.setAccessibleName(parts.plain(words) or tip)
        parts.tell(self, tip, shortcut)
        self._draw_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Draw the picture anew where its colour changed."""
        super().changeEvent(event)
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.EnabledChange}:
            self._draw_icon()

    def _draw_icon(self) -> None:
        self.setIconSize(QSize(icons.side(), icons.side()))
        self.setIcon(icons.icon(self._picture, self.palette().buttonText().color()))

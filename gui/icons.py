"""Small pictures in one colour, drawn sharp for the scale of the screen."""

from functools import lru_cache

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QImageReader, QPixmap

import resources
from gui.theme import scaled

SIZE = 20
KEPT = 200  # pictures, each in a colour and a size


def icon(name: str, colour: QColor, selected: QColor | None = None) -> QIcon:
    """Draw a picture in a colour, and in another one for the chosen line of a list."""
    picture = QIcon(pixmap(name, colour))
    if selected:
        picture.addPixmap(pixmap(name, selected), QIcon.Mode.Selected)
    return picture


def side() -> int:
    """Give the side of a picture in pixels, as large as everything is now."""
    return scaled(SIZE)


def pixmap(name: str, colour: QColor, size: int = 0) -> QPixmap:
    """Draw a picture in a colour, so large in pixels of 96 to the inch, sharp on the screen."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    drawn = QPixmap.fromImage(_drawn(name, colour.name(), round((size or side()) * ratio)))
    drawn.setDevicePixelRatio(ratio)
    return drawn


@lru_cache(KEPT)
def _drawn(name: str, colour: str, side: int) -> QImage:
    """Draw a picture; a window asks for each of them twice before it is first seen."""
    drawing = resources.path("icons", f"{name}.svg").read_bytes()
    buffer = QBuffer()
    buffer.setData(drawing.replace(b"currentColor", colour.encode()))
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(side, side))
    return reader.read()

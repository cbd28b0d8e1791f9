"""Small pictures in one colour, drawn sharp for every scale of the screen."""

from PySide6.QtCore import QBuffer, QSize
from PySide6.QtGui import QColor, QIcon, QImageReader, QPixmap

import resources

SIZE = 20
SCALES = (1, 1.5, 2)


def icon(name: str, colour: QColor, selected: QColor | None = None) -> QIcon:
    """Draw a picture in a colour, and in another one for the chosen line of a list."""
    picture = QIcon()
    _add(picture, name, colour, QIcon.Mode.Normal)
    if selected:
        _add(picture, name, selected, QIcon.Mode.Selected)
    return picture


def _add(picture: QIcon, name: str, colour: QColor, mode: QIcon.Mode) -> None:
    drawing = resources.path("icons", f"{name}.svg").read_bytes()
    drawing = drawing.replace(b"currentColor", colour.name().encode())
    for scale in SCALES:
        picture.addPixmap(_drawn(drawing, round(SIZE * scale)), mode)


def _drawn(drawing: bytes, size: int) -> QPixmap:
    """Draw an SVG at a size in pixels."""
    buffer = QBuffer()
    buffer.setData(drawing)
    reader = QImageReader(buffer, b"svg")
    reader.setScaledSize(QSize(size, size))
    return QPixmap.fromImage(reader.read())

"""`PdfPages`: the pages of a PDF as pictures, drawn when asked for and kept for a while."""

from collections import OrderedDict

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

from gui.widgets.pdfium import WHITE, opened

LARGEST = 24_000_000  # pixels of one picture; beyond it the screen enlarges
KEPT = 160_000_000  # bytes of all pictures kept


class PdfPages:
    """Draws with PDFium, which is loaded with the first document and holds none open."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._pictures: OrderedDict[tuple[int, int], QImage] = OrderedDict()
        with opened(data) as document:
            self.sizes = tuple(QSizeF(*page.get_size()) for page in document)

    def picture(self, number: int, width: int) -> QImage:
        """Give a page as a picture about `width` pixels wide, on white paper."""
        size = self.sizes[number]
        width = min(width, int((LARGEST * size.width() / size.height()) ** 0.5))
        key = (number, width)
        if key not in self._pictures:
            self._pictures[key] = self._draw(number, width / size.width())
            self._forget()
        self._pictures.move_to_end(key)
        return self._pictures[key]

    def _draw(self, number: int, scale: float) -> QImage:
        with opened(self._data) as document:
            drawn = document[number].render(scale=scale, fill_color=WHITE, prefer_bgrx=True)
            form = QImage.Format.Format_RGB32
            return QImage(drawn.buffer, drawn.width, drawn.height, drawn.stride, form).copy()

    def _forget(self) -> None:
        """Drop the pictures that were longest not asked for; the newest always stays."""
        while len(self._pictures) > 1 and self._held() > KEPT:
            self._pictures.popitem(last=False)

    def _held(self) -> int:
        return sum(picture.sizeInBytes() for picture in self._pictures.values())

"""`Pen`: writes and draws on a page in the area's measure, from its upper left corner down."""

from collections.abc import Iterable

from reportlab.pdfgen.canvas import Canvas

from core.domain.judging.judgement import Light
from core.reports.pdf import lights
from core.reports.pdf.fonts import Typeface
from core.reports.pdf.sheet import Area

GRID_LINE = 0.5
_MIDDLE = 0.36  # from the baseline up to the middle of a character, in em
_LIGHT_MIDDLE = 0.02  # a light's own middle is that of the characters, nearly

Stroke = tuple[float, float, float, float]


class Pen:
    """Keeps the page's text together, so that it is one text object.

    `spacing` is what characters stand apart beyond their widths.
    """

    def __init__(self, canvas: Canvas, area: Area) -> None:
        self.canvas, self.area = canvas, area
        self._text = canvas.beginText()
        self._spacing = 0.0

    def space(self, spacing: float) -> None:
        """Let characters stand apart."""
        if spacing != self._spacing:
            self._text.setCharSpace(spacing)
            self._spacing = spacing

    def line(self, text: str, x: float, middle: float, size: float, face: Typeface) -> float:
        """Write a line from `x` on, its characters' middle at a height; give where it ends."""
        y = self.area.height - middle - _MIDDLE * size
        for name, characters in face.runs(text):
            self._text.setFont(name, size)
            self._text.setTextOrigin(x, y)
            self._text.textOut(characters)
            x += face.width(characters, size) + len(characters) * self._spacing
        return x

    def centred(self, text: str, middle: float, size: float, face: Typeface) -> None:
        """Write a line in the middle of the area."""
        self.line(text, (self.area.width - face.width(text, size)) / 2, middle, size, face)

    def ending(self, text: str, right: float, middle: float, size: float, face: Typeface) -> None:
        """Write a line that ends at `right`."""
        self.line(text, right - face.width(text, size), middle, size, face)

    def strokes(self, lines: Iterable[Stroke], width: float = GRID_LINE) -> None:
        """Draw straight lines (x1, y1, x2, y2)."""
        high = self.area.height
        self.canvas.setLineWidth(width)
        self.canvas.lines([(x1, high - y1, x2, high - y2) for x1, y1, x2, y2 in lines])

    def light(self, light: Light, x: float, middle: float, size: float) -> None:
        """Draw a light from `x` on, beside or in place of a text of a size."""
        y = self.area.height - middle - _LIGHT_MIDDLE * size
        lights.draw(self.canvas, light, x, y, lights.SIZE * size)

    def flush(self) -> None:
        """Put the text on the page before what is drawn otherwise, so that it reads in order."""
        self.space(0.0)
        self.canvas.drawText(self._text)
        self._text = self.canvas.beginText()

"""The sheet of GB/T 9704-2012: A4, 版心 156 × 225 mm, page numbers on the outer side."""

from dataclasses import dataclass

from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role

WIDTH, HEIGHT = A4
TOP = 37 * mm
BINDING = 28 * mm
AREA_WIDTH, AREA_HEIGHT = 156 * mm, 225 * mm
LINE = AREA_HEIGHT / 22
NUMBER_SIZE = 14.0  # 四号
_NUMBER_GAP = 7 * mm
_BOTTOM = HEIGHT - TOP - AREA_HEIGHT
_ASCENT = 0.86  # of a Chinese character above the baseline, in em


@dataclass(frozen=True, slots=True)
class Area:
    """The 版心 in points, as its content sees it: wide when the sheet lies on its side."""

    landscape: bool

    @property
    def width(self) -> float:
        """The length of a line."""
        return AREA_HEIGHT if self.landscape else AREA_WIDTH

    @property
    def height(self) -> float:
        """The room for lines."""
        return AREA_WIDTH if self.landscape else AREA_HEIGHT


def turn(canvas: Canvas, area: Area, number: int) -> None:
    """Turn to the lower left corner of a sheet's area.

    A table on its side has its head on the left of every sheet: 订口 of odd pages, 切口 of even.
    """
    left, bottom = area_left(number), _BOTTOM
    canvas.setPageRotation(90 if area.landscape else 0)
    canvas.setPageSize((HEIGHT, WIDTH) if area.landscape else (WIDTH, HEIGHT))  # as it is shown
    if area.landscape:  # on the sheet it stays upright A4
        canvas.translate(left + AREA_WIDTH, bottom)
        canvas.rotate(90)
    else:
        canvas.translate(left, bottom)


def area_left(number: int) -> float:
    """Give the left edge of the area: the binding is left of odd pages, right of even ones."""
    return BINDING if number % 2 else WIDTH - BINDING - AREA_WIDTH


def draw_number(canvas: Canvas, number: int) -> None:
    """Write `— 1 —` one character in from the outer edge of a sheet's area, 7 mm below it."""
    face, text = typeface(Role.SONG), f"— {number} —"
    width, left = face.width(text, NUMBER_SIZE), area_left(number)
    x = left + AREA_WIDTH - NUMBER_SIZE - width if number % 2 else left + NUMBER_SIZE
    y = _BOTTOM - _NUMBER_GAP - _ASCENT * NUMBER_SIZE
    for name, characters in face.runs(text):
        canvas.setFont(name, NUMBER_SIZE)
        canvas.drawString(x, y, characters)
        x += face.width(characters, NUMBER_SIZE)

"""The lights of a judgement on paper: told apart by shape, so that grey print shows them too."""

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.pathobject import PDFPathObject

from core.domain.judging.judgement import Light
from core.reports.chart import Tone
from core.reports.tones import COLOURS

SIZE, GAP = 0.62, 0.3  # of the text's size: a light, and the space behind it
_BEAM = 0.5  # a line's width, in points


def room(size: float) -> float:
    """Give the room that a light takes before a text of a size in points."""
    return (SIZE + GAP) * size


def draw(canvas: Canvas, light: Light, x: float, middle: float, size: float) -> None:
    """Draw a light of a width `size` from `x` on: ◆ blue, ● green, ▲ yellow, ■ red, ○ grey."""
    half, path = size / 2, canvas.beginPath()
    centre = x + half
    match light:
        case Light.BLUE:
            corners = [(0, 1.15), (1.15, 0), (0, -1.15), (-1.15, 0)]
        case Light.YELLOW:
            corners = [(0, 1.1), (1.15, -0.9), (-1.15, -0.9)]
        case Light.RED:
            corners = [(-0.9, 0.9), (0.9, 0.9), (0.9, -0.9), (-0.9, -0.9)]
        case _:
            corners = []
            path.circle(centre, middle, half)
    for at, (right, up) in enumerate(corners):
        step = path.lineTo if at else path.moveTo
        step(centre + right * half, middle + up * half)
    if corners:
        path.close()
    _draw(canvas, path, light)


def _draw(canvas: Canvas, path: PDFPathObject, light: Light) -> None:
    """Draw a path in the colour of a light, grey ones hollow."""
    colour = HexColor(COLOURS[Tone.of(light)])
    canvas.saveState()
    canvas.setLineWidth(_BEAM)
    canvas.setFillColor(colour)
    canvas.setStrokeColor(colour)
    canvas.drawPath(path, fill=light is not Light.GREY, stroke=1)
    canvas.restoreState()

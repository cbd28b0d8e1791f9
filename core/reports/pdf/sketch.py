"""`Sketch`: a drawing of reportlab's whose texts have fonts and whose tones show in grey print."""

from reportlab.graphics import renderPDF, shapes
from reportlab.lib.colors import HexColor, black, white
from reportlab.pdfgen.canvas import Canvas

from core.reports.chart import Tone
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role
from core.reports.tones import COLOURS

SIZE = 9.0  # 小五
RULE = HexColor("#C9CFD8")
_MIDDLE = 0.36  # from the baseline up to the middle of a character, in em
_APART, _HATCH = 4.0, 0.9  # of the lines across a bar
_UP, _DOWN = (Tone.GREEN, Tone.RED), (Tone.RED, Tone.REQUIRED)  # which way its lines run
_HOLLOW = frozenset({Tone.GREY, Tone.TARGET})
_DASHES: dict[Tone, list[float]] = {Tone.TARGET: [5, 3], Tone.REQUIRED: [1.5, 2]}
_BEAM, _MARK = 1.5, 2.6


class Sketch:
    """Shapes on a field of a width and height in points; `y` counts upwards."""

    def __init__(self, width: float, height: float) -> None:
        self.width, self.height = width, height
        self._shapes = shapes.Group()

    def text(self, text: str, x: float, y: float, anchor: float = 0.0, size: float = SIZE) -> None:
        """Write a text, its middle at `y`; `anchor` is the share of it left of `x`."""
        face = typeface(Role.SONG)
        x -= anchor * face.width(text, size)
        for name, characters in face.runs(text):
            self._shapes.add(
                shapes.String(x, y - _MIDDLE * size, characters, fontName=name, fontSize=size)
            )
            x += face.width(characters, size)

    def rule(self, x1: float, y1: float, x2: float, y2: float, *, strong: bool = False) -> None:
        """Draw a line of the axes."""
        colour, width = (black, 0.7) if strong else (RULE, 0.4)
        self._shapes.add(shapes.Line(x1, y1, x2, y2, strokeColor=colour, strokeWidth=width))

    def bar(self, x: float, y: float, width: float, height: float, tone: Tone) -> None:
        """Draw a bar, told apart by its lines or as a hollow one."""
        colour = HexColor(COLOURS[tone])
        fill = white if tone in _HOLLOW else colour
        bar = shapes.Rect(x, y, width, height)
        bar.fillColor, bar.strokeColor, bar.strokeWidth = fill, colour, 0.7
        self._shapes.add(bar)
        self._hatch(x, y, width, height, tone)

    def plate(self, text: str, x: float, y: float) -> None:
        """Write a text around a place on a white ground, to be read on every bar."""
        width, size = plate_width(text), SIZE - 1
        plate = shapes.Rect(x - width / 2, y - size / 2, width, size)
        plate.fillColor, plate.strokeColor = white, None
        self._shapes.add(plate)
        self.text(text, x, y, 0.5, size)

    def beam(self, places: list[tuple[float, float]], tone: Tone) -> None:
        """Draw a line through places, each marked."""
        colour = HexColor(COLOURS[tone])
        flat = [number for place in places for number in place]
        if len(places) > 1:
            line = shapes.PolyLine(flat, strokeColor=colour, strokeWidth=_BEAM)
            if tone in _DASHES:
                line.strokeDashArray = _DASHES[tone]
            self._shapes.add(line)
        for x, y in places:
            self._mark(x, y, tone)

    def tick(self, x: float, y: float, height: float) -> None:
        """Draw the mark of what was due across a bar."""
        half = height / 2
        self._shapes.add(shapes.Line(x, y - half, x, y + half, strokeColor=white, strokeWidth=3.4))
        self._shapes.add(shapes.Line(x, y - half, x, y + half, strokeColor=black, strokeWidth=1.8))

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw all on a canvas, the field's lower left corner at a place."""
        drawing = shapes.Drawing(self.width, self.height)
        drawing.add(self._shapes)
        usual = shapes.STATE_DEFAULTS["fontName"]  # Helvetica, which would not be embedded
        shapes.STATE_DEFAULTS["fontName"] = typeface(Role.SONG).glyph("—")[0]
        try:
            renderPDF.draw(drawing, canvas, x, y)
        finally:
            shapes.STATE_DEFAULTS["fontName"] = usual

    def _hatch(self, x: float, y: float, width: float, height: float, tone: Tone) -> None:
        """Draw white lines across a bar: aslant, both ways, or lying."""
        path = shapes.Path(strokeColor=white, strokeWidth=_HATCH, fillColor=None)
        if tone in _UP:
            _slant(path, (x, y, width, height), up=True)
        if tone in _DOWN:
            _slant(path, (x, y, width, height), up=False)
        if tone is Tone.YELLOW:
            for step in range(1, int(height / _APART) + 1):
                path.moveTo(x, y + step * _APART - 1)
                path.lineTo(x + width, y + step * _APART - 1)
        if path.points:
            self._shapes.add(path)

    def _mark(self, x: float, y: float, tone: Tone) -> None:
        """Mark a place: ● for what was reached, □ for targets, ▲ for what is required."""
        colour, half = HexColor(COLOURS[tone]), _MARK
        mark: shapes.SolidShape = shapes.Circle(x, y, half)
        if tone is Tone.TARGET:
            mark = shapes.Rect(x - half, y - half, 2 * half, 2 * half)
        if tone is Tone.REQUIRED:
            mark = shapes.Polygon([x - half, y - half, x + half, y - half, x, y + half])
        mark.fillColor = white if tone in _HOLLOW else colour
        mark.strokeColor, mark.strokeWidth = colour, 1.0
        self._shapes.add(mark)


def plate_width(text: str) -> float:
    """Give the width of the white ground below a text."""
    return typeface(Role.SONG).width(text, SIZE - 1) + 3


def _slant(path: shapes.Path, field: tuple[float, float, float, float], *, up: bool) -> None:
    """Draw lines aslant through a rectangle, each from edge to edge."""
    x, y, width, height = field
    for step in range(1, int((width + height) / _APART) + 1):
        far = step * _APART  # along the lower and the right edge
        begin, end = max(0.0, far - height), min(far, width)
        low, high = far - end, far - begin
        if up:
            low, high = height - low, height - high
        path.moveTo(x + begin, y + high)
        path.lineTo(x + end, y + low)

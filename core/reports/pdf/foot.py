"""The foot of all editions but 正式稿: what a page shows, as of when, 校验码 and its QR code."""

from collections.abc import Iterator

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas

from core.domain.printed import Edition
from core.reports.content import Report
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import AREA_HEIGHT, AREA_WIDTH, HEIGHT, TOP, area_left

FORM = "code"  # the QR code, drawn once and shown on every page
QR_SIZE = 11 * mm  # 0.5 mm a module: a telephone reads it from paper
_GAP_ABOVE, _GAP_BESIDE = 5 * mm, 2 * mm
_SIZE, _LEADING = 7.5, 10.0  # 六号
_ASCENT = 0.86


def lines(report: Report, code: str) -> Iterator[str]:
    """Give the lines beside the QR code; the 校验码 in groups of four."""
    edition = report.edition.label + ("（公开版）" if report.public else "")
    yield f"{edition}　{report.genre or report.heading}"
    if report.as_of:
        yield f"数据截至{report.as_of}"
    yield f"校验码：{' '.join(code[at : at + 4] for at in range(0, len(code), 4))}"


def prepare(canvas: Canvas, report: Report, code: str) -> None:
    """Draw the QR code once, for all pages."""
    if report.edition is Edition.FINAL:
        return
    import segno  # the clean edition has no code

    canvas.beginForm(FORM, 0, 0, QR_SIZE, QR_SIZE)
    path = canvas.beginPath()
    matrix = segno.make(code, micro=False).matrix
    module = QR_SIZE / len(matrix)
    for down, row in enumerate(matrix, 1):
        for begin, end in _runs(row):
            path.rect(begin * module, QR_SIZE - down * module, (end - begin) * module, module)
    canvas.drawPath(path, fill=1, stroke=0)
    canvas.endForm()


def draw(canvas: Canvas, number: int, report: Report, code: str) -> None:
    """Write the foot at the binding side, across from the page's number."""
    if report.edition is Edition.FINAL:
        return
    odd, edge = number % 2 == 1, area_left(number)
    top = HEIGHT - TOP - AREA_HEIGHT - _GAP_ABOVE
    canvas.saveState()
    canvas.translate(edge if odd else edge + AREA_WIDTH - QR_SIZE, top - QR_SIZE)
    canvas.doForm(FORM)
    canvas.restoreState()
    beside = QR_SIZE + _GAP_BESIDE
    for at, text in enumerate(lines(report, code)):
        x = edge + beside if odd else edge + AREA_WIDTH - beside - _width(text)
        _write(canvas, text, x, top - at * _LEADING - _ASCENT * _SIZE)


def _runs(row: bytearray) -> Iterator[tuple[int, int]]:
    """Give the dark stretches of a row of modules."""
    begin = None
    for at, dark in enumerate((*row, 0)):
        if dark and begin is None:
            begin = at
        elif not dark and begin is not None:
            yield begin, at
            begin = None


def _width(text: str) -> float:
    """Give the width of a line."""
    return typeface(Role.SONG).width(text, _SIZE)


def _write(canvas: Canvas, text: str, x: float, y: float) -> None:
    """Write a line, each character in a font that has it."""
    face = typeface(Role.SONG)
    for name, characters in face.runs(text):
        canvas.setFont(name, _SIZE)
        canvas.drawString(x, y, characters)
        x += face.width(characters, _SIZE)

"""Drawing a laid out report: the PDF's bytes, the same for the same content."""

from io import BytesIO

from reportlab.pdfbase.ttfonts import TTFError
from reportlab.pdfgen.canvas import Canvas

from core.errors import OutputError
from core.progress import Job, Progress
from core.reports.content import Align, Report
from core.reports.layout import Box, Layout, Page
from core.reports.pdf import sheet
from core.reports.pdf.boxes import boxes, grid
from core.reports.pdf.fonts import Typeface, typeface
from core.reports.pdf.measure import BODY, PAD_X, face
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import LINE, Area
from core.reports.pdf.typeset import (
    CONTINUED,
    CONTINUED_HEIGHT,
    LABEL_SIZE,
    NOTE_GAP,
    NOTE_LEADING,
    NOTE_SIZE,
    TITLE_SIZE,
    above,
)

GRID_LINE = 0.5
_MIDDLE = 0.36  # from the baseline up to the middle of a character, in em


def draw(report: Report, layout: Layout) -> Job[bytes]:
    """Draw the pages one by one and give the whole PDF."""
    kept, area = BytesIO(), Area(layout.landscape)
    canvas = _canvas(kept, report)
    for number, page in enumerate(layout.pages, 1):
        yield Progress(number - 1, len(layout.pages), f"正在绘制第{number}页")
        sheet.begin(canvas, area, number)
        _Painter(canvas, area, report, layout).page(page, first=number == 1)
        canvas.showPage()
    try:
        canvas.save()
    except TTFError as error:
        raise OutputError("本机安装的一种公文字体已损坏，报告未写出，请修复或卸载后再试") from error
    return kept.getvalue()


def _canvas(kept: BytesIO, report: Report) -> Canvas:
    """Open a PDF without time stamps or fonts that are not embedded, named in an outline."""
    font = typeface(Role.SONG).glyph("—")[0]
    canvas = Canvas(
        kept,
        pagesize=(sheet.WIDTH, sheet.HEIGHT),
        pageCompression=1,
        invariant=1,
        initialFontName=font,  # type: ignore[arg-type]  # the stub has the wrong type
        lang="zh-CN",
    )
    canvas.setTitle(report.heading)
    canvas.setAuthor(report.author)
    canvas.setSubject(report.subject)
    canvas.setCreator("规绩")
    canvas.bookmarkPage("table")
    canvas.addOutlineEntry(f"{report.label}　{report.heading}", "table")
    return canvas


class _Painter:
    """Draws one page; its lengths count from the area's upper left corner downwards."""

    def __init__(self, canvas: Canvas, area: Area, report: Report, layout: Layout) -> None:
        self._canvas, self._area = canvas, area
        self._report, self._layout = report, layout
        self._text = canvas.beginText()

    def page(self, page: Page, *, first: bool) -> None:
        """Draw the heading or 续表, the table's part and the notes."""
        top = self._heading() if first else self._continued(page)
        bottom = top
        if page.rows or first:
            drawn = list(boxes(self._report.tables[0], self._layout, page, top))
            self._canvas.setLineWidth(GRID_LINE)
            self._canvas.lines([self._upright(*line) for line in grid(drawn)])
            for box in drawn:
                self._box(box)
            bottom = max(box.y + box.height for box in drawn)
        self._notes(page, bottom)
        self._canvas.drawText(self._text)

    def _upright(self, x1: float, y1: float, x2: float, y2: float) -> tuple[float, ...]:
        """Turn a line into PDF's upward coordinates."""
        return x1, self._area.height - y1, x2, self._area.height - y2

    def _heading(self) -> float:
        """Write the label on the first line and the title from the third."""
        report, width = self._report, self._area.width
        self._line(report.label, 0, LINE / 2, LABEL_SIZE, typeface(Role.HEI))
        title = typeface(Role.XIAOBIAOSONG)
        for at, line in enumerate(self._layout.title):
            left = (width - title.width(line, TITLE_SIZE)) / 2
            self._line(line, left, (2.5 + at) * LINE, TITLE_SIZE, title)
        top = above(report, self._area)
        if report.tables[0].unit_line:
            self._right(report.tables[0].unit_line, top - CONTINUED_HEIGHT / 2, typeface(Role.SONG))
        return top

    def _continued(self, page: Page) -> float:
        """Write 续表 above a later part; a page of notes alone has none."""
        if not page.rows:
            return 0.0
        self._line(CONTINUED, 0, CONTINUED_HEIGHT / 2, BODY, typeface(Role.HEI))
        if self._report.tables[0].unit_line:
            self._right(self._report.tables[0].unit_line, CONTINUED_HEIGHT / 2, typeface(Role.SONG))
        return CONTINUED_HEIGHT

    def _box(self, box: Box) -> None:
        """Write a cell's lines in the middle of its height."""
        text, chosen = box.text, face(box.text)
        middle = box.y + (box.height - text.height + text.leading) / 2
        for line in text.lines:
            if line:
                left = PAD_X
                if box.align is Align.CENTRE:
                    left = (box.width - chosen.width(line, text.size)) / 2
                self._line(line, box.x + left, middle, text.size, chosen)
            middle += text.leading

    def _notes(self, page: Page, bottom: float) -> None:
        """Write 注： and the notes beside it."""
        song, middle = typeface(Role.SONG), bottom + NOTE_GAP + NOTE_LEADING / 2
        if page is next((each for each in self._layout.pages if each.notes), None):
            self._line("注：", 0, middle, NOTE_SIZE, song)
        for line in page.notes:
            self._line(line, 2 * NOTE_SIZE, middle, NOTE_SIZE, song)
            middle += NOTE_LEADING

    def _right(self, text: str, middle: float, chosen: Typeface) -> None:
        """Write a line that ends at the right edge."""
        self._line(text, self._area.width - chosen.width(text, BODY), middle, BODY, chosen)

    def _line(self, text: str, x: float, middle: float, size: float, chosen: Typeface) -> None:
        """Write a line from `x` on, its characters' middle at a height."""
        y = self._area.height - middle - _MIDDLE * size
        for name, characters in chosen.runs(text):
            self._text.setFont(name, size)
            self._text.setTextOrigin(x, y)
            self._text.textOut(characters)
            x += chosen.width(characters, size)

"""Drawing a laid out report: the PDF's bytes, the same for the same content."""

from io import BytesIO

from reportlab.pdfbase.ttfonts import TTFError
from reportlab.pdfgen.canvas import Canvas

from core.errors import OutputError
from core.progress import Job, Progress
from core.reports.chart import Chart
from core.reports.content import Report, Table
from core.reports.layout import (
    Caption,
    ChartLayout,
    Head,
    Layout,
    Piece,
    Placed,
    ProseLayout,
    Sheet,
    SigningLayout,
    TableLayout,
)
from core.reports.pdf import foot, paint, sheet
from core.reports.pdf.fonts import typeface
from core.reports.pdf.pen import Pen
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import Area
from core.reports.prose import Signing


def draw(report: Report, layout: Layout) -> Job[bytes]:
    """Draw the pages one by one and give the whole PDF."""
    kept = BytesIO()
    canvas = _canvas(kept, report)
    foot.prepare(canvas, report, layout.code)
    for number, each in enumerate(layout.sheets, 1):
        yield Progress(number - 1, len(layout.sheets), f"正在绘制第{number}页")
        canvas.saveState()
        sheet.turn(canvas, Area(each.landscape), number)
        _page(canvas, report, layout, each)
        canvas.restoreState()
        foot.draw(canvas, number, report, layout.code)
        sheet.draw_number(canvas, number)
        canvas.showPage()
    try:
        canvas.save()
    except TTFError as error:
        raise OutputError("本机安装的一种公文字体已损坏，报告未写出，请修复或卸载后再试") from error
    return kept.getvalue()


def _canvas(kept: BytesIO, report: Report) -> Canvas:
    """Open a PDF without time stamps or fonts that are not embedded, and name it."""
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
    return canvas


def _page(canvas: Canvas, report: Report, layout: Layout, of: Sheet) -> None:
    """Draw what stands on a sheet."""
    pen = Pen(canvas, Area(of.landscape))
    for placed in of.placed:
        match placed.what:
            case Head() as head:
                paint.head(pen, head)
            case Caption() as caption:
                paint.caption(pen, caption, placed.y)
            case Piece() as piece:
                _outline(canvas, report, piece)
                _piece(pen, report, layout, placed, piece)
    pen.flush()


def _outline(canvas: Canvas, report: Report, piece: Piece) -> None:
    """Enter a part in the outline where it begins."""
    title = paint.title(report, piece.part)
    if piece.number == 0 and title:
        canvas.bookmarkPage(f"part{piece.part}")
        canvas.addOutlineEntry(title, f"part{piece.part}")


def _piece(pen: Pen, report: Report, layout: Layout, placed: Placed, piece: Piece) -> None:
    """Draw a piece of a part."""
    match report.parts[piece.part], layout.parts[piece.part]:
        case Table() as table, TableLayout() as laid:
            paint.table(pen, table, laid, laid.pages[piece.number], placed.y)
        case _, ProseLayout() as laid:
            paint.text(pen, laid, laid.pages[piece.number], placed.y)
        case Chart() as made, ChartLayout() as laid:
            from core.reports.pdf import chart

            chart.draw(pen, made, laid.pieces[piece.number], placed.y)
        case Signing() as signing, SigningLayout() as laid:
            paint.signatures(pen, signing, laid, placed.y)

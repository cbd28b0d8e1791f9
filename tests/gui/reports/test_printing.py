"""Pages on paper: through the printer of the system, here to a file."""

from io import BytesIO
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfgen.canvas import Canvas

from core.errors import OutputError
from core.progress import Progress, finish
from core.services.reports.printing import Paper
from gui.reports.printing import STOPPED, Printing
from gui.widgets import pdfium, print_pages
from gui.widgets.print_pages import prepared, put_on_paper
from tests.gui.papers import job

DARK = 100
SHARP = 72  # dots per inch: one for each point of the page


def document(*sizes):
    """A PDF with a black square at the upper left corner of each page."""
    kept = BytesIO()
    canvas = Canvas(kept, invariant=1)
    for width, height in sizes:
        canvas.setPageSize((width, height))
        canvas.rect(20, height - 120, 100, 100, fill=1)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()


@pytest.fixture
def printer(qapp, tmp_path):
    """A printer that prints to a file."""
    made = prepared(QPrinter(QPrinter.PrinterMode.HighResolution), "报告")
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "out.pdf"))
    made.setResolution(SHARP)
    return made


def seen(printer):
    """The pages that came out: their sizes, and what is dark at two corners."""
    told, made = [], Path(printer.outputFileName()).read_bytes()
    with pdfium.opened(made) as printed:
        for page in printed:
            picture = page.render(scale=1).to_pil().convert("L")
            corners = picture.getpixel((70, 70)), picture.getpixel((70, picture.height - 70))
            told.append((picture.size, *(each < DARK for each in corners)))
    return told


def test_each_page_comes_out_upright_and_one_that_lies_with_its_head_to_the_left(printer):
    assert finish(put_on_paper(document(A4, landscape(A4)), printer)) == 2
    (upright, *head), (lying, *turned) = seen(printer)
    assert upright == lying
    assert upright[0] < upright[1]
    assert head == [True, False]
    assert turned == [False, True]


def test_both_sides_are_asked_for_turned_over_the_long_edge(qapp, monkeypatch):
    asked = []
    monkeypatch.setattr(QPrinter, "setDuplex", lambda _, mode: asked.append(mode))
    prepared(QPrinter(), "报告")
    assert asked == [QPrinter.DuplexMode.DuplexLongSide]


def test_a_range_is_printed_backwards_and_twice(printer):
    printer.setFromTo(2, 9)
    printer.setCopyCount(2)
    printer.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert finish(put_on_paper(document(A4, A4, landscape(A4)), printer)) == 4
    assert [page[1] for page in seen(printer)] == [False, True, False, True]


def test_a_grey_printer_gets_grey(printer, monkeypatch):
    monkeypatch.setattr(print_pages, "STRIP", 200)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    finish(put_on_paper(document(A4), printer))
    assert seen(printer)[0][1:] == (True, False)


def test_a_cancelled_print_leaves_no_half_file(printer, tmp_path):
    printing = put_on_paper(document(A4, A4), printer)
    next(printing)
    printing.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_takes_nothing_is_told(printer, tmp_path):
    printer.setOutputFileName(str(tmp_path / "no" / "folder.pdf"))
    with pytest.raises(OutputError, match="没有接受打印"):
        finish(put_on_paper(document(A4), printer))


class Hearing:
    """What a Printing tells."""

    def __init__(self, qtbot, background):
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.printing = Printing(background.start, self.window)
        self.notices: list[str] = []
        self.steps: list[Progress] = []
        self.printing.noticed.connect(lambda notice: self.notices.append(notice.text))
        self.printing.advanced.connect(self.steps.append)


def test_printing_goes_on_beside_the_window_and_tells_what_came_out(qtbot, background, printer):
    heard = Hearing(qtbot, background)
    paper = Paper("完成情况", document(A4, A4), "c0de", ("内容没有存入数据库",))
    with qtbot.waitSignal(heard.printing.ended):
        heard.printing.print(job(paper), printer)
    assert "《完成情况》" in heard.notices[0]
    assert "2页" in heard.notices[0]
    assert "没有存入数据库" in heard.notices[0]
    assert "正在打印第2页" in {each.words for each in heard.steps}


def test_printing_can_be_stopped(qtbot, background, printer, tmp_path):
    heard, told = Hearing(qtbot, background), Event()

    def waiting():
        yield Progress(0, 1, "正在准备")
        told.wait(10)
        return Paper("报告", document(*[A4] * 2), "c0de")

    def stop():
        heard.printing.cancel()
        told.set()

    heard.printing.advanced.connect(stop)
    with qtbot.waitSignal(heard.printing.ended):
        heard.printing.print(waiting(), printer)
    assert heard.notices == [STOPPED]
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_printed_is_told(qtbot, background, printer):
    heard = Hearing(qtbot, background)
    with qtbot.waitSignal(heard.printing.failed) as failure:
        heard.printing.print(job(OutputError("没有纸")), printer)
    assert str(failure.args[0]) == "没有纸"

"""Putting the pages of a PDF on paper: strip by strip, so that memory stays small.

Every page goes on an upright sheet: one that lies is turned with its head to the left edge, where
odd pages are bound, so that sheets printed on both sides are turned over their long edge.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from core.errors import OutputError
from core.progress import Job, Progress
from gui.widgets.pdfium import LOCK, WHITE, kept, page

SHARPEST = 600  # dots per inch; nobody sees more on paper
STRIP = 360  # rows of dots that are drawn at once
NO_PRINTER = "打印机“{name}”没有接受打印，没有印出；请检查打印机是否接通，再试一次"
_LEFT = 3  # quarter turns to the right that bring a page's head to the left


class Dots(NamedTuple):
    """A page on its sheet: where it lies and how large, in dots of the printer."""

    place: QRect
    turns: int


@dataclass(frozen=True, slots=True)
class Strip:
    """Some rows of a page and where they lie; without a picture where all is white."""

    corner: QPoint
    picture: QImage | None


def prepared(printer: QPrinter, title: str) -> QPrinter:
    """Ask a printer for A4, printed on both sides, turned over the long edge."""
    printer.setDocName(title)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    return printer


def put_on_paper(data: bytes, printer: QPrinter) -> Job[int]:
    """Print the pages that were chosen in the printer's dialog; give how many.

    A closed job prints no more, and leaves no half file where it printed to one.
    Raises OutputError.
    """
    printer.setResolution(min(printer.resolution(), SHARPEST))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise OutputError(NO_PRINTER.format(name=printer.printerName()))
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    try:
        done = yield from _printed(data, printer, painter)
    except BaseException:
        _abort(printer, painter)
        raise
    painter.end()
    return done


def _abort(printer: QPrinter, painter: QPainter) -> None:
    """Leave nothing half: the printer forgets what it has, a file is taken away."""
    printer.abort()
    painter.end()
    if printer.outputFileName():
        Path(printer.outputFileName()).unlink(missing_ok=True)


def _printed(data: bytes, printer: QPrinter, painter: QPainter) -> Job[int]:
    """Print page after page, as often as the printer does not do by itself."""
    with kept(data) as document:
        pages = [*_chosen(printer, len(document))] * _copies(printer)
        for done, number in enumerate(pages):
            if done and not printer.newPage():
                raise OutputError(NO_PRINTER.format(name=printer.printerName()))
            with page(document, number) as each:
                for strip in _strips(each, _dots(each, printer), printer):
                    yield Progress(done, len(pages), f"正在打印第{number + 1}页")
                    if strip.picture:
                        painter.drawImage(strip.corner, strip.picture)
    return len(pages)


def _chosen(printer: QPrinter, count: int) -> Iterator[int]:
    """Give the indices of the pages that the dialog asked for, backwards where it said so."""
    first = printer.fromPage() or 1
    last = min(printer.toPage() or count, count)
    pages = range(first - 1, last)
    backwards = printer.pageOrder() is QPrinter.PageOrder.LastPageFirst
    return iter(reversed(pages) if backwards else pages)


def _copies(printer: QPrinter) -> int:
    """Give how often all is to be sent."""
    return 1 if printer.supportsMultipleCopies() else printer.copyCount()


def _dots(each: Any, printer: QPrinter) -> Dots:  # noqa: ANN401 - pypdfium2 has no types
    """Lay a page on a sheet: as large as it is, smaller or larger where the paper is."""
    with LOCK:
        width, height = each.get_size()
    turns = _LEFT if width > height else 0
    if turns:
        width, height = height, width
    sheet = printer.pageLayout().fullRectPixels(printer.resolution())
    scale = min(sheet.width() / width, sheet.height() / height)
    across, down = round(width * scale), round(height * scale)
    left, top = (sheet.width() - across) // 2, (sheet.height() - down) // 2
    return Dots(QRect(left, top, across, down), turns)


def _strips(each: Any, where: Dots, printer: QPrinter) -> Iterator[Strip]:  # noqa: ANN401
    """Draw a page from top to bottom."""
    grey = printer.colorMode() is QPrinter.ColorMode.GrayScale
    place = where.place
    for begin in range(0, place.height(), STRIP):
        rows = min(STRIP, place.height() - begin)
        with LOCK:
            picture = _drawn(each, where, begin, rows, grey=grey)
        yield Strip(place.topLeft() + QPoint(0, begin), picture)


def _drawn(each: Any, where: Dots, begin: int, rows: int, *, grey: bool) -> QImage | None:  # noqa: ANN401
    """Draw some rows of a page; nothing where all is white."""
    from pypdfium2 import PdfBitmap, raw

    width, height = where.place.width(), where.place.height()
    form = raw.FPDFBitmap_Gray if grey else raw.FPDFBitmap_BGRx
    flags = raw.FPDF_PRINTING | raw.FPDF_ANNOT | (raw.FPDF_GRAYSCALE if grey else 0)
    drawn = PdfBitmap.new_native(width, rows, form)
    drawn.fill_rect(WHITE, 0, 0, width, rows)
    raw.FPDF_RenderPageBitmap(drawn, each, 0, -begin, width, height, where.turns, flags)
    data, line = bytes(drawn.buffer), drawn.stride
    drawn.close()
    if data.count(WHITE[0]) == len(data):
        return None
    kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
    return QImage(data, width, rows, line, kind).copy()

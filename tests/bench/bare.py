"""What is drawn for a report, drawn again with nothing but reportlab."""

# ruff: noqa: N802 - the names are reportlab's

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any
from unittest.mock import patch

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from core.progress import finish
from core.reports.content import Report
from core.reports.pdf import draw, typeset
from core.reports.pdf.pen import GRID_LINE


@dataclass(frozen=True, slots=True)
class Page:
    """Strings as (font, size, x, y, characters), lines as (x1, y1, x2, y2), in points."""

    strings: list[tuple[str, float, float, float, str]] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)


class Recorder:
    """Stands in for an upright page's canvas and text; keeps strings and lines only."""

    def __init__(self) -> None:
        self.pages: list[Page] = []
        self._page = Page()
        self._font, self._place = ("", 0.0), (0.0, 0.0)
        self._left, self._bottom = 0.0, 0.0

    def __getattr__(self, _name: str) -> Callable[..., None]:
        return lambda *_, **__: None

    def beginText(self) -> "Recorder":
        return self

    def setFont(self, name: str, size: float) -> None:
        self._font = name, size

    def setTextOrigin(self, x: float, y: float) -> None:
        self._place = x, y

    def textOut(self, text: str) -> None:
        self.drawString(*self._place, text)

    def drawString(self, x: float, y: float, text: str) -> None:
        self._page.strings.append((*self._font, x + self._left, y + self._bottom, text))

    def lines(self, lines: Iterable[tuple[float, float, float, float]]) -> None:
        left, bottom = self._left, self._bottom
        self._page.lines.extend(
            (x1 + left, y1 + bottom, x2 + left, y2 + bottom) for x1, y1, x2, y2 in lines
        )

    def translate(self, x: float, y: float) -> None:
        self._left, self._bottom = x, y

    def restoreState(self) -> None:
        self.translate(0.0, 0.0)

    def showPage(self) -> None:
        self.pages.append(self._page)
        self._page, self._left, self._bottom = Page(), 0.0, 0.0


def record(report: Report) -> list[Page]:
    """Give what is drawn for a report, page by page."""
    recorder = Recorder()
    given: Callable[..., Any] = lambda *_, **__: recorder  # noqa: E731
    with patch.object(draw, "Canvas", given):
        finish(draw.draw(report, typeset.typeset(report)))
    return recorder.pages


def drawn(pages: Iterable[Page]) -> bytes:
    """Draw recorded pages, a call for each string and line, and give the PDF."""
    kept = BytesIO()
    canvas = Canvas(kept, pagesize=A4, pageCompression=1, invariant=1)
    for page in pages:
        canvas.setLineWidth(GRID_LINE)
        for x1, y1, x2, y2 in page.lines:
            canvas.line(x1, y1, x2, y2)
        for font, size, x, y, text in page.strings:
            canvas.setFont(font, size)
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return kept.getvalue()

"""A report as an Excel workbook: a sheet for each table and text, one for all charts, and data."""

from collections.abc import Iterator
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.chart import Chart
from core.reports.content import Report, Table
from core.reports.layout import Layout, SigningLayout
from core.reports.prose import Prose, Signing
from core.reports.xlsx import above, cells, charts, grid, letter, paper, picture, plain
from core.reports.xlsx.signatures import Signed

_NORMAL = Font("Arial", 10)  # widths are told in its digits; every system has one as wide


def write(report: Report, layout: Layout) -> bytes:
    """Write the workbook; its rows are as high and its pages end as the layout says."""
    book = Workbook()
    book._named_styles["Normal"].font = _NORMAL  # type: ignore[attr-defined]  # noqa: SLF001 - no public name
    book.remove(book.worksheets[0])
    _Book(book, report, layout).fill()
    book.properties.title, book.properties.creator = report.heading, report.author
    book.properties.subject, book.properties.language = report.subject, "zh-CN"
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


class _Book:
    """Adds the sheets of one report in the order of its parts."""

    def __init__(self, book: Workbook, report: Report, layout: Layout) -> None:
        self._book, self._report, self._layout = book, report, layout

    def fill(self) -> None:
        """Add all sheets."""
        drawn = [part for part in self._report.parts if isinstance(part, Chart)]
        for number, part in enumerate(self._report.parts):
            match part:
                case Table():
                    sheet = self._sheet(self._name(number, part), number)
                    grid.write(sheet, part, self._layout, number, self._signed(number))
                case Prose() if part.paragraphs:
                    sheet = self._sheet("正文", number)
                    letter.write(sheet, self._layout, number, self._signed(number))
                case Chart() if part is drawn[0]:
                    sheet = self._sheet("图", number)
                    charts.write(sheet, self._plain("图表数据"), drawn)
        if not self._book.worksheets:  # all parts were withheld
            above.write(self._plain(self._report.label), above.lines(self._layout, 0), 1)
        elif self._layout.code and not isinstance(self._report.parts[0], Chart):
            picture.put(self._book.worksheets[0], self._layout.code)
        if self._report.data:
            plain.write(self._plain("数据"), self._report.data)

    def _name(self, number: int, table: Table) -> str:
        """Name the sheet of a table: by its label, or what else stands above it."""
        if number == 0:
            return self._report.label
        return table.label or table.title.replace("\n", "") or "表"

    def _sheet(self, name: str, number: int) -> Worksheet:
        """Add a sheet whose pages bear the numbers of the part's own."""
        sheet = self._plain(name)
        first = self._layout.first_sheet(number)
        paper.number(sheet, self._report, self._layout.code, first)
        return sheet

    def _plain(self, name: str) -> Worksheet:
        """Add a sheet."""
        sheet: Worksheet = self._book.create_sheet(cells.sheet_name(name, self._book.sheetnames))
        return sheet

    def _signed(self, number: int) -> Iterator[Signed]:
        """Give what signs a part: all that stands below it up to the next one."""
        for at in range(number + 1, len(self._report.parts)):
            match self._report.parts[at], self._layout.parts[at]:
                case Signing() as signing, SigningLayout() as laid:
                    yield signing, laid
                case _:
                    return

"""A report as an Excel workbook: the same cells, merged and printed on the same pages."""

import re
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.content import Align, Cell, Report
from core.reports.layout import Layout, Page, Text
from core.reports.xlsx import paper

HEI, SONG, XIAOBIAOSONG = "黑体", "宋体", "方正小标宋简体"
_NORMAL = Font("Arial", 10)  # widths are told in its digits; every system has one as wide
_POINTS_OF_CHARACTER = 5.25  # one unit of column width, of 7 pixels at 96 dpi
_CELL_MARGIN = 5 / 7
_NO_NAME, _LONGEST_NAME = re.compile(r"[\\/*?:\[\]]"), 31  # of a sheet, for Excel
_MOST_DIGITS = 15  # that Excel keeps of a number
_EDGE = Side(style="thin", color="000000")
_GRID = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_ALIGNMENTS = {
    Align.LEFT: Alignment(horizontal="left", vertical="center", wrap_text=True),
    Align.CENTRE: Alignment(horizontal="center", vertical="center", wrap_text=True),
}


def write(report: Report, layout: Layout) -> bytes:
    """Write the workbook; its rows are as high and its pages end as the layout says."""
    book = Workbook()
    book._named_styles["Normal"].font = _NORMAL  # type: ignore[attr-defined]  # noqa: SLF001 - no public name
    sheet: Worksheet = book.worksheets[0]
    sheet.title = _NO_NAME.sub(" ", report.label).strip(" '")[:_LONGEST_NAME] or "报告"
    last = _Sheet(sheet, report, layout).fill()
    paper.set_up(sheet, report, layout, last)
    book.properties.title, book.properties.creator = report.heading, report.author
    book.properties.subject, book.properties.language = report.subject, "zh-CN"
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


class _Sheet:
    """Writes one report from the first row down."""

    def __init__(self, sheet: Worksheet, report: Report, layout: Layout) -> None:
        self._sheet, self._report, self._layout = sheet, report, layout
        self._top = paper.head_row(report, layout)

    def fill(self) -> int:
        """Write everything and give the last row."""
        for column, width in enumerate(self._layout.widths, 1):
            across = width / _POINTS_OF_CHARACTER - _CELL_MARGIN
            self._sheet.column_dimensions[get_column_letter(column)].width = across
        self._heading()
        self._head()
        row = self._top + len(self._layout.head)
        for page in self._layout.pages:
            self._rows(page, row)
        return self._notes(row + len(self._report.tables[0].rows))

    def _heading(self) -> None:
        """Write label, title and unit line."""
        self._wide(1, self._report.label, Font(HEI, 16), "left")
        self._wide(3, self._report.title, Font(XIAOBIAOSONG, 22), "center")
        if self._report.tables[0].unit_line:
            self._wide(self._top - 1, self._report.tables[0].unit_line, Font(SONG, 10.5), "right")
        heights = paper.heading_heights(self._report, self._layout)
        for row, height in enumerate(heights, 1):
            self._sheet.row_dimensions[row].height = height

    def _head(self) -> None:
        """Write the tree of headings."""
        placed = zip(self._report.tables[0].header(), self._layout.head_texts, strict=True)
        for (line, at, covered, heading), text in placed:
            begin = self._top + line
            self._merge(begin, at, covered, heading.breadth)
            self._put(begin, at, Cell(heading.text), text, Align.CENTRE)
        for line, height in enumerate(self._layout.head):
            self._sheet.row_dimensions[self._top + line].height = height

    def _rows(self, page: Page, offset: int) -> None:
        """Write the rows of a page; `offset` leads from a row of the table to the sheet's."""
        table = self._report.tables[0]
        for at, height in zip(page.rows, page.heights, strict=True):
            self._sheet.row_dimensions[at + offset].height = paper.row_height(height)
            for (column, cell), text in zip(
                table.rows[at].placed(), self._layout.cells[at], strict=True
            ):
                if not cell.block:
                    self._merge(at + offset, column, 1, cell.columns)
                    align = table.columns[column + cell.columns - 1].align
                    self._put(at + offset, column, cell, text, align)
        for part in page.segments:
            begin = part.rows.start + offset
            self._merge(begin, part.column, len(part.rows), part.cell.columns)
            self._put(begin, part.column, part.cell, part.text, Align.CENTRE)

    def _notes(self, row: int) -> int:
        """Write each note on a row of its own, and give the last row."""
        for number, (note, lines) in enumerate(
            zip(self._report.tables[0].notes, self._layout.notes, strict=True), 1
        ):
            mark = "注：" if number == 1 else "　　"
            self._wide(row, f"{mark}{number}.{note}", Font(SONG, 9), "left")
            self._sheet.row_dimensions[row].height = paper.note_height(lines)
            row += 1
        return row - 1

    def _wide(self, row: int, text: str, font: Font, horizontal: str) -> None:
        """Write a line across all columns."""
        self._merge(row, 0, 1, len(self._layout.widths), framed=False)
        cell = self._sheet.cell(row, 1)
        _set_text(cell, text)
        cell.font = font
        cell.alignment = Alignment(horizontal=horizontal, vertical="center", wrap_text=True)

    def _put(self, row: int, column: int, cell: Cell, text: Text, align: Align) -> None:
        """Write a cell of the table: a number as a number that shows the same digits."""
        target = self._sheet.cell(row, column + 1)
        if cell.number is None or len(cell.number.as_tuple().digits) > _MOST_DIGITS:
            _set_text(target, cell.text)
        else:
            target.value = cell.number
            target.number_format = _number_format(cell.text)
        target.font = Font(HEI if text.bold else SONG, text.size)
        target.alignment = _ALIGNMENTS[align]

    def _merge(self, row: int, column: int, down: int, across: int, *, framed: bool = True) -> None:
        """Merge cells where there is more than one, and frame each of them."""
        if framed:
            for at in range(row, row + down):
                for each in range(column + 1, column + across + 1):
                    self._sheet.cell(at, each).border = _GRID
        if down * across > 1:
            self._sheet.merge_cells(
                start_row=row, end_row=row + down - 1, start_column=column + 1,
                end_column=column + across,
            )  # fmt: skip


def _set_text(cell: SheetCell | MergedCell, text: str) -> None:
    """Store a text as text, whatever it begins with; no text leaves the cell empty."""
    if text:
        cell.value = text
        cell.data_type = "s"


def _number_format(text: str) -> str:
    """Give the format that shows a number with the decimals of its text."""
    decimals = len(text.partition(".")[2])
    return "0." + "0" * decimals if decimals else "0"

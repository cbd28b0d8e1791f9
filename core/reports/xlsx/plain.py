"""Plain sheets: a table of data that other programs read, and the numbers behind charts."""

from collections.abc import Sequence

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.content import Cell, Heading, Table
from core.reports.xlsx import cells, paper

_HEAD, _BODY = Font(cells.HEI, 10.5), Font(cells.SONG, 10.5)
_CENTRE = Alignment(horizontal="center", vertical="center")
_MILLIMETRE = 72 / 25.4


def write(sheet: Worksheet, table: Table) -> None:
    """Write a row of headings and a row for each of the table, none merged, all filtered."""
    for column, text in enumerate(_leaves(table.headings), 1):
        head(sheet, 1, column, text)
    for row, each in enumerate(table.rows, 2):
        for at, cell in each.placed():
            put(sheet, row, at + 1, cell)
    for at, width in enumerate((each.width for each in table.columns), 1):
        cells.set_width(sheet, at, width * _MILLIMETRE)
    right = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A1:{right}{len(table.rows) + 1}"
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    paper.set_up(sheet)


def head(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a heading."""
    cells.set_text(sheet.cell(row, column), text)
    sheet.cell(row, column).font = _HEAD
    sheet.cell(row, column).alignment = _CENTRE


def put(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    """Write a cell."""
    cells.put(sheet.cell(row, column), cell)
    sheet.cell(row, column).font = _BODY


def _leaves(headings: Sequence[Heading], above: str = "") -> list[str]:
    """Give a heading for each column, with what stands above it; a broad one only once."""
    named: list[str] = []
    for each in headings:
        text = above + each.text.replace("\n", "")
        if each.children:
            named += _leaves(each.children, text)
        else:
            named += [text, *[""] * (each.columns - 1)]
    return named

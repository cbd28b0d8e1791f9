"""Plain sheets: a table of data that other programs read, and the numbers behind charts."""

from collections.abc import Iterable, Sequence

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.content import Cell, Heading, Table
from core.reports.xlsx import cells, paper

_HEAD, _BODY = Font(cells.HEI, 10.5), Font(cells.SONG, 10.5)
_CENTRE = Alignment(horizontal="center", vertical="center")
_LONG = Alignment(wrap_text=True)
_MILLIMETRE = 72 / 25.4
_EM, _NARROW = 10.5, 7.0  # points, of a Chinese character and of a letter or digit
_AIR = 6.0
_LONGEST, _WIDEST = 24, 260.0  # characters and points, beyond which a text is broken
_UPRIGHT = 156 * _MILLIMETRE  # what an upright page has room for in full size


def write(sheet: Worksheet, table: Table) -> None:
    """Write a row of headings and a row for each of the table, none merged, all filtered."""
    texts = [[text] for text in _leaves(table.headings)]
    for column, (text,) in enumerate(texts, 1):
        head(sheet, 1, column, text)
    for number, row in enumerate(table.rows, 2):
        for at, cell in row.placed():
            put(sheet, number, at + 1, cell)
            texts[at].append(cell.text)
    for at, (each, own) in enumerate(zip(table.columns, texts, strict=True), 1):
        fit(sheet, at, own, each.width * _MILLIMETRE)
    right = get_column_letter(len(table.columns))
    sheet.auto_filter.ref = f"A1:{right}{len(table.rows) + 1}"
    sheet.freeze_panes = "A2"
    sheet.print_title_rows = "1:1"
    paper.set_up(sheet, landscape=cells.across(sheet) > _UPRIGHT)


def fit(sheet: Worksheet, column: int, texts: Iterable[str], least: float) -> None:
    """Make a column as wide as its longest text, within bounds; `least` is in points."""
    widest = max(map(_width, set(texts)), default=0.0)
    cells.set_width(sheet, column, max(least, min(widest, _WIDEST)))


def head(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a heading."""
    cells.set_text(sheet.cell(row, column), text)
    sheet.cell(row, column).font = _HEAD
    sheet.cell(row, column).alignment = _CENTRE


def put(sheet: Worksheet, row: int, column: int, cell: Cell) -> None:
    """Write a cell."""
    cells.put(sheet.cell(row, column), cell)
    sheet.cell(row, column).font = _BODY
    if len(cell.text) > _LONGEST:
        sheet.cell(row, column).alignment = _LONG


def _width(text: str) -> float:
    """Give the room that a text needs on one line, in points."""
    return sum(_EM if ord(each) > 0x2000 else _NARROW for each in text) + _AIR  # noqa: PLR2004 - Latin is narrow


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

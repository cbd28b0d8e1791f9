"""Copying a sheet of a returned form: its values where they stood, in looks of ours."""

from collections.abc import Mapping
from dataclasses import dataclass

from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from core.workbooks import numbers
from core.workbooks.drawing import foreign, looks, paper, sizes
from core.workbooks.drawing.looks import Look, Looks
from core.workbooks.files.book import Stored
from core.workbooks.layout import TITLE_ROW, Field, letters
from core.workbooks.manifest import Manifest, Sent
from core.workbooks.search.rows import Page

MOST_ROWS, MOST_COLUMNS = 5_000, 100  # of a sheet that are copied; a form has some hundreds
_BESIDE = Look()  # of a column that the sender added
_LEFT = (Field.NAME, Field.EXPLANATION)
_TITLE, _LOOSE = Font(looks.XIAOBIAOSONG, 18), Font(looks.SONG, 11)

Cells = Mapping[int, Mapping[int, Stored]]  # by row and column


@dataclass(frozen=True, slots=True)
class _Target:
    """The sheet that is filled; `fields` are its columns by number."""

    sheet: Worksheet
    fields: Mapping[int, Field]
    made: Looks


def fill(sheet: Worksheet, page: Page, sent: Manifest, made: Looks) -> None:
    """Copy the cells of a page, framed where they are the form's table."""
    to = _Target(sheet, {column: field for field, column in page.columns.at.items()}, made)
    lines = {line.code: line for line in sent.lines}
    cells = _cells(page)
    for row, filled in cells.items():
        if row in page.rows or row == page.columns.row:
            _framed(to, row, filled, lines.get(page.rows.get(row, "")))
        else:
            _loose(sheet, row, filled)
    _set_up(to, page.columns.row, max(cells, default=1))


def _cells(page: Page) -> Cells:
    """Give the filled cells row by row, as many as are copied."""
    found: dict[int, dict[int, Stored]] = {}
    for (row, column), stored in page.cells.cells.items():
        if row <= MOST_ROWS and column <= MOST_COLUMNS:
            found.setdefault(row, {})[column] = stored
    return found


def _framed(to: _Target, row: int, filled: Mapping[int, Stored], line: Sent | None) -> None:
    """Copy a row of the table; without a line it is that of the headings."""
    for column in sorted({*to.fields, *filled}):
        cell, stored = to.sheet.cell(row, column), filled.get(column)
        look = _look(line, to.fields.get(column)) if line else looks.HEAD
        if stored:
            foreign.put(cell, stored)
        to.made.put(cell, look, foreign.number_format(stored) if stored else numbers.GENERAL)
    texts = {field: _text(filled, column) for column, field in to.fields.items()}
    to.sheet.row_dimensions[row].height = sizes.row_height(texts)


def _text(filled: Mapping[int, Stored], column: int) -> str:
    """Give the text that a row must be high enough for."""
    stored = filled.get(column)
    return stored.text if stored else ""


def _look(line: Sent, field: Field | None) -> Look:
    """Say how a cell of the table looks: whether it can be filled in, or is known."""
    if field is None:
        return _BESIDE
    left, column = field in _LEFT, field.column
    if column in line.open and line.field(column) is field:
        return looks.OPEN_LEFT if left else looks.OPEN
    return looks.SHUT_LEFT if left else looks.SHUT


def _loose(sheet: Worksheet, row: int, filled: Mapping[int, Stored]) -> None:
    """Copy a row outside the table; what is too long reaches over the empty cells beside it."""
    for column, stored in filled.items():
        cell = sheet.cell(row, column)
        foreign.put(cell, stored)
        cell.font = _TITLE if row == TITLE_ROW else _LOOSE
        cell.number_format = foreign.number_format(stored)


def _set_up(to: _Target, headings: int, last: int) -> None:
    """Make the columns as wide as they are in a form, and print as a form does."""
    for column, field in to.fields.items():
        dimension = to.sheet.column_dimensions[letters(column)]
        dimension.width, dimension.hidden = sizes.WIDTHS[field], field is Field.KEY
    seen = max(column for column, field in to.fields.items() if field is not Field.KEY)
    paper.set_up(to.sheet, seen, last, landscape=True)
    if headings:
        to.sheet.freeze_panes = f"A{headings + 1}"

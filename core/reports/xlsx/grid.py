"""A table on a sheet of its own: the same cells, merged and printed on the same pages."""

from collections.abc import Iterable, Sequence
from math import inf

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.content import Align, Cell, RowKind, Table
from core.reports.layout import Layout, Page, TableLayout, Text
from core.reports.xlsx import above, cells, heights, paper, signatures
from core.reports.xlsx.signatures import Signed

_HORIZONTAL = {Align.LEFT: "left", Align.CENTRE: "center", Align.DECIMAL: "center"}
_ON_ONE_LINE = {  # in every program, and no number ever becomes ###
    align: Alignment(horizontal=where, vertical="center", shrink_to_fit=True)
    for align, where in _HORIZONTAL.items()
}
_BROKEN = {
    align: Alignment(horizontal=where, vertical="center", wrap_text=True)
    for align, where in _HORIZONTAL.items()
}
_ROUNDING = 4.0  # points, of all rows of a page together


def head_row(layout: Layout, part: int, table: Table) -> int:
    """Give the sheet's row on which a table's headings begin."""
    return len(above.lines(layout, part, table)) + 1


def write(
    sheet: Worksheet, table: Table, layout: Layout, part: int, signed: Iterable[Signed]
) -> None:
    """Write a table with what signs it, and set its sheet up for print."""
    laid = layout.parts[part]
    if isinstance(laid, TableLayout):
        lines, signing = above.lines(layout, part, table), tuple(signed)
        above.write(sheet, lines, len(laid.widths))
        outer = sum(each.height for each in lines), signatures.height(signing)
        filled = _Grid(sheet, table, laid, len(lines) + 1, outer)
        last = filled.fill()
        last = signatures.write(sheet, last, len(laid.widths), sum(laid.widths), signing)
        filled.set_up(last)


class _Grid:
    """Writes one table from a row down; `outer` are the heights of what is above and below."""

    def __init__(
        self,
        sheet: Worksheet,
        table: Table,
        layout: TableLayout,
        top: int,
        outer: tuple[float, float],
    ) -> None:
        self._sheet, self._table, self._layout, self._top = sheet, table, layout, top
        self._body, self._outer = top + len(layout.head), outer
        self._heads = list(layout.head)
        self._noted = tuple(map(paper.note_height, layout.notes))
        self._places = {
            at: _places(table, at)
            for at, column in enumerate(table.columns)
            if column.align is Align.DECIMAL
        }

    def fill(self) -> int:
        """Write everything and give the last row."""
        for column, width in enumerate(self._layout.widths, 1):
            cells.set_width(self._sheet, column, width)
        self._head()
        for number, page in enumerate(self._layout.pages):
            self._rows(page, self._heights(number, page))
        return self._notes(self._body + len(self._table.rows))

    def set_up(self, last: int) -> None:
        """Set paper, repeated and frozen headings, filters, the printed area and page ends."""
        sheet, right = self._sheet, get_column_letter(len(self._layout.widths))
        paper.set_up(sheet, landscape=self._layout.landscape)
        sheet.print_title_rows = f"{self._top}:{self._body - 1}"
        sheet.print_area = f"A1:{right}{last}"
        sheet.freeze_panes = f"A{self._body}"
        starts = [page.rows.start for page in self._layout.pages[1:] if page.rows]
        paper.break_after(sheet, (self._body + start - 1 for start in starts))
        if self._table.filters:
            plain = [at for at, row in enumerate(self._table.rows) if row.kind is RowKind.PLAIN]
            end = self._body + max(plain, default=-1)
            sheet.auto_filter.ref = f"A{self._body - 1}:{right}{end}"

    def _head(self) -> None:
        """Write the tree of headings."""
        placed = zip(self._table.header(), self._layout.head_texts, strict=True)
        for (line, at, covered, heading), text in placed:
            begin, high = self._top + line, sum(self._heads[line : line + covered])
            self._heads[line + covered - 1] += max(0.0, heights.needed(text) - high)
            self._frame(begin, at, covered, heading.breadth)
            self._put(begin, at, Cell(heading.text), text, (Align.CENTRE, inf))
        for line, height in enumerate(self._heads):
            self._sheet.row_dimensions[self._top + line].height = height

    def _heights(self, number: int, page: Page) -> tuple[float, ...]:
        """Give the heights of a page's rows, with what it has left where they need it."""
        above = 0.0 if number else self._outer[0]
        last = number == len(self._layout.pages) - 1
        below = self._outer[1] + sum(self._noted) if last else 0.0
        room = paper.room(landscape=self._layout.landscape) - _ROUNDING
        spare = room - above - sum(self._heads) - page.height - below
        if last:
            spare -= self._raise_notes(spare if page.rows else inf)
        needs = [self._needed(at) for at in page.rows]
        return heights.raised(page.heights, needs, spare)

    def _raise_notes(self, spare: float) -> float:
        """Raise the notes to what they need as far as there is room; give what that took."""
        before = sum(self._noted)
        needs = [paper.row_height(heights.noted(lines)) for lines in self._layout.notes]
        self._noted = heights.raised(self._noted, needs, spare)
        return sum(self._noted) - before

    def _needed(self, at: int) -> float:
        """Give the height that a row needs for what is not merged with others."""
        pairs = zip(self._table.rows[at].cells, self._layout.cells[at], strict=True)
        return max((heights.needed(text) for cell, text in pairs if not cell.block), default=0.0)

    def _rows(self, page: Page, high: Sequence[float]) -> None:
        """Write the rows of a page."""
        table = self._table
        for at, height in zip(page.rows, high, strict=True):
            row, texts = table.rows[at], self._layout.cells[at]
            self._sheet.row_dimensions[self._body + at].height = paper.row_height(height)
            for (column, cell), text in zip(row.placed(), texts, strict=True):
                if not cell.block:
                    align = table.columns[column + cell.columns - 1].align
                    align = Align.LEFT if row.kind is RowKind.HEAD else align
                    self._frame(self._body + at, column, 1, cell.columns)
                    self._put(self._body + at, column, cell, text, (align, height))
        for part in page.segments:
            begin = self._body + part.rows.start
            self._frame(begin, part.column, len(part.rows), part.cell.columns)
            first = part.rows.start - page.rows.start
            whole = sum(high[first : first + len(part.rows)])
            self._put(begin, part.column, part.cell, part.text, (Align.CENTRE, whole))

    def _notes(self, row: int) -> int:
        """Write each note on a row of its own, and give the last row."""
        columns, style, first = len(self._layout.widths), (Font(cells.SONG, 9), "left"), row
        for note, height in zip(self._table.numbered, self._noted, strict=True):
            mark = "　　" if row > first else "注："
            cells.wide(self._sheet, row, columns, mark + note, style)
            self._sheet.row_dimensions[row].height = height
            row += 1
        return row - 1

    def _put(
        self, row: int, column: int, cell: Cell, text: Text, stands: tuple[Align, float]
    ) -> None:
        """Write a cell of the table, how it stands and in what height.

        Numbers of one unit stand below each other.
        """
        target, (align, height) = self._sheet.cell(row, column + 1), stands
        cells.put(target, cell, self._places[column] if _stands_below(cell, align) else (0, 0))
        name = cells.HEI if text.bold else cells.SONG
        target.font = Font(name, heights.size(text, height), color=cells.ink(cell))
        whole = target.data_type == "n" or len(text.lines) == 1
        target.alignment = (_ON_ONE_LINE if whole else _BROKEN)[align]

    def _frame(self, row: int, column: int, down: int, across: int) -> None:
        """Frame and merge the cells of one box."""
        rows, columns = range(row, row + down), range(column + 1, column + 1 + across)
        cells.frame(self._sheet, rows, columns)
        cells.merge(self._sheet, rows, columns)


def _places(table: Table, column: int) -> cells.Places:
    """Give the most places that numbers of a column have before and behind their point."""
    found = [
        cells.places(cell.text)
        for row in table.rows
        for at, cell in row.placed()
        if at == column and cell.number is not None
    ]
    before, behind = zip(*found, strict=True) if found else ((0,), (0,))
    return max(before), max(behind)


def _stands_below(cell: Cell, align: Align) -> bool:
    """Tell whether a cell is a number that stands below others of its unit."""
    return align is Align.DECIMAL and cell.number is not None and cell.columns == 1

"""A table on a sheet of its own: the same cells, merged and printed on the same pages."""

from collections.abc import Iterable

from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.content import Align, Cell, RowKind, Table
from core.reports.layout import Layout, Page, TableLayout, Text
from core.reports.xlsx import above, cells, paper, signatures
from core.reports.xlsx.signatures import Signed

_INDENT = 9.0  # points, one step of a cell's indent
_ALIGNMENTS = {
    Align.LEFT: Alignment(horizontal="left", vertical="center", wrap_text=True),
    Align.CENTRE: Alignment(horizontal="center", vertical="center", wrap_text=True),
    Align.DECIMAL: Alignment(horizontal="center", vertical="center", wrap_text=True),
}


def head_row(layout: Layout, part: int, table: Table) -> int:
    """Give the sheet's row on which a table's headings begin."""
    return len(above.lines(layout, part, table)) + 1


def write(
    sheet: Worksheet, table: Table, layout: Layout, part: int, signed: Iterable[Signed]
) -> None:
    """Write a table with what signs it, and set its sheet up for print."""
    laid = layout.parts[part]
    if isinstance(laid, TableLayout):
        lines = above.lines(layout, part, table)
        above.write(sheet, lines, len(laid.widths))
        filled = _Grid(sheet, table, laid, len(lines) + 1)
        last = filled.fill()
        last = signatures.write(sheet, last, len(laid.widths), sum(laid.widths), signed)
        filled.set_up(last)


class _Grid:
    """Writes one table from a row down."""

    def __init__(self, sheet: Worksheet, table: Table, layout: TableLayout, top: int) -> None:
        self._sheet, self._table, self._layout, self._top = sheet, table, layout, top
        self._body = top + len(layout.head)
        self._places = [_places(table, at) for at in range(len(layout.widths))]

    def fill(self) -> int:
        """Write everything and give the last row."""
        for column, width in enumerate(self._layout.widths, 1):
            cells.set_width(self._sheet, column, width)
        self._head()
        for page in self._layout.pages:
            self._rows(page)
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
            begin = self._top + line
            self._frame(begin, at, covered, heading.breadth)
            self._put(begin, at, Cell(heading.text), text, Align.CENTRE)
        for line, height in enumerate(self._layout.head):
            self._sheet.row_dimensions[self._top + line].height = height

    def _rows(self, page: Page) -> None:
        """Write the rows of a page."""
        table = self._table
        for at, height in zip(page.rows, page.heights, strict=True):
            row, texts = table.rows[at], self._layout.cells[at]
            self._sheet.row_dimensions[self._body + at].height = paper.row_height(height)
            for (column, cell), text in zip(row.placed(), texts, strict=True):
                if not cell.block:
                    align = table.columns[column + cell.columns - 1].align
                    align = Align.LEFT if row.kind is RowKind.HEAD else align
                    self._frame(self._body + at, column, 1, cell.columns)
                    self._put(self._body + at, column, cell, text, align)
        for part in page.segments:
            begin = self._body + part.rows.start
            self._frame(begin, part.column, len(part.rows), part.cell.columns)
            self._put(begin, part.column, part.cell, part.text, Align.CENTRE)

    def _notes(self, row: int) -> int:
        """Write each note on a row of its own, and give the last row."""
        columns, style = len(self._layout.widths), (Font(cells.SONG, 9), "left")
        for number, (note, lines) in enumerate(
            zip(self._table.notes, self._layout.notes, strict=True), 1
        ):
            mark = "注：" if number == 1 else "　　"
            cells.wide(self._sheet, row, columns, f"{mark}{number}.{note}", style)
            height = paper.row_height(len(lines) * paper.NOTE_LINE + 1)
            self._sheet.row_dimensions[row].height = height
            row += 1
        return row - 1

    def _put(self, row: int, column: int, cell: Cell, text: Text, align: Align) -> None:
        """Write a cell of the table; numbers of one unit stand below each other."""
        target = self._sheet.cell(row, column + 1)
        below = align is Align.DECIMAL and cell.number is not None
        cells.put(target, cell, self._places[column] if below else 0)
        name = cells.HEI if text.bold else cells.SONG
        target.font = Font(name, text.size, color=cells.ink(cell))
        target.alignment = self._decimal(column) if below else _ALIGNMENTS[align]

    def _decimal(self, column: int) -> Alignment:
        """Let numbers end where the widest does that stands in the middle."""
        widest = max(len(text) for text in _numbers(self._table, column)) * cells.POINTS
        free = (self._layout.widths[column] - widest) / 2
        return Alignment(horizontal="right", vertical="center", indent=max(0, int(free / _INDENT)))

    def _frame(self, row: int, column: int, down: int, across: int) -> None:
        """Frame and merge the cells of one box."""
        rows, columns = range(row, row + down), range(column + 1, column + 1 + across)
        cells.frame(self._sheet, rows, columns)
        cells.merge(self._sheet, rows, columns)


def _places(table: Table, column: int) -> int:
    """Give the most decimals of a column of numbers of one unit."""
    if table.columns[column].align is not Align.DECIMAL:
        return 0
    return max(map(cells.places, _numbers(table, column)), default=0)


def _numbers(table: Table, column: int) -> Iterable[str]:
    """Give the numbers of a column as they are printed."""
    for row in table.rows:
        for at, cell in row.placed():
            if at == column and cell.number is not None:
                yield cell.text

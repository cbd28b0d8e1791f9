"""`Page`: a form sheet that is being written, and the ways in which a cell of it is written."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from openpyxl.cell import Cell, MergedCell
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.worksheet import Worksheet

from core.domain.cell import Column
from core.domain.form import Form, Row
from core.domain.returned import Signatory
from core.domain.submission import Signature
from core.workbooks import numbers
from core.workbooks.drawing.looks import Look, Looks
from core.workbooks.layout import Field, Sheet, letters
from core.workbooks.manifest import Manifest, Sent

_ESCAPE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")  # _x000D_ is how a workbook writes a character


@dataclass(frozen=True)
class Page:
    """What a form sheet is made from; `rows` are the form's by code, `signed` is for its foot."""

    sheet: Worksheet
    kind: Sheet
    form: Form
    sent: Manifest
    rows: Mapping[str, Row]
    looks: Looks
    signed: Signature | Signatory | None = None

    @cached_property
    def fields(self) -> tuple[Field, ...]:
        """The columns from A on."""
        return self.sent.sheets[self.kind]

    @cached_property
    def lines(self) -> tuple[Sent, ...]:
        """The rows as they were sent."""
        return tuple(line for line in self.sent.lines if line.sheet is self.kind)

    @property
    def seen(self) -> int:
        """How many columns are not hidden."""
        return len(self.fields) - 1

    def letter(self, line: Sent, column: Column) -> str:
        """Name the column in which something of a row stands."""
        return letters(self.fields.index(line.field(column)) + 1)

    def text(self, row: int, column: int, text: str, look: Look) -> None:
        """Write a text as text, whatever it begins with; no text leaves the cell empty."""
        cell = self.sheet.cell(row, column)
        write(cell, text)
        self.looks.put(cell, look)

    def known(self, row: int, column: int, text: str, look: Look) -> None:
        """Write what nobody types: a number as one that shows the same digits."""
        value = numbers.number(text)
        if value is None:
            self.text(row, column, text, look)
        else:
            cell = self.sheet.cell(row, column)
            cell.value = value
            self.looks.put(cell, look, numbers.fixed(text))

    def wide(self, rows: range, columns: range, text: str, look: Look) -> None:
        """Write a text over several cells, which look alike and become one."""
        for row in rows:
            for column in columns:
                self.looks.put(self.sheet.cell(row, column), look)
        write(self.sheet.cell(rows.start, columns.start), text)
        if len(rows) * len(columns) > 1:
            self.sheet.merged_cells.add(
                CellRange(None, columns.start, rows.start, columns.stop - 1, rows.stop - 1)
            )

    def height(self, row: int, points: float) -> None:
        """Make a row so high that it grows with what is typed into it.

        openpyxl's own `height` would be one that somebody chose, which stays.
        """
        self.sheet.row_dimensions[row] = {"ht": f"{points:g}"}  # type: ignore[assignment]


def write(cell: Cell | MergedCell, text: str) -> None:
    """Store a text as text, whatever it begins with, and whatever looks like an escape in it."""
    if text:
        cell.value = _ESCAPE.sub("_x005F_", text)
        cell.data_type = "s"

"""`Texts`: a plan as the texts of its files, to be changed and read again."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Self

from core.domain.plan import Plan
from core.errors import EditError
from core.plans import contents, manifest
from core.plans.cards import REFERS, Thing
from core.plans.contents import Cells
from core.plans.flaws import Places, flaw
from core.plans.sheet import Sheet

Rows = tuple[Cells, ...]
CODE = "编码"
_CODES = re.compile(r"[A-Za-z][A-Za-z0-9.-]*")  # in a list as in a formula


@dataclass(frozen=True, slots=True)
class Texts:
    """The plan file, and the rows of each table by its name."""

    head: str
    tables: Mapping[str, Rows]

    @classmethod
    def of(cls, plan: Plan) -> Self:
        """Write a plan."""
        held = contents.items(plan)
        tables = {sheet.file: tuple(map(sheet.cells, items)) for sheet, items in held.items()}
        return cls(manifest.show(plan), tables)

    def with_rows(self, file: str, rows: Rows) -> Self:
        """Put other rows into a table."""
        return replace(self, tables={**self.tables, file: rows})

    def renamed(self, thing: Thing, old: str, new: str) -> Self:
        """Put a new code of a thing wherever the old one is referred to."""
        tables = dict(self.tables)
        for sheet, column in _referring(thing):
            tables[sheet.file] = tuple(
                {**cells, column: _replaced(cells[column], old, new)}
                for cells in tables[sheet.file]
            )
        return replace(self, tables=tables)

    def uses(self, thing: Thing, code: str) -> Iterator[tuple[str, Cells, str]]:
        """Give file, row and column of each place that refers to a thing."""
        for sheet, column in _referring(thing):
            for cells in self.tables[sheet.file]:
                if code in _CODES.findall(cells[column]):
                    yield sheet.file, cells, column

    def plan(self, here: Places) -> Plan:
        """Read the plan; `here` tells what is being edited.

        Raises EditError.
        """
        tables = {file: contents.numbered(rows) for file, rows in self.tables.items()}
        made, faults = contents.made(self.head, tables)
        if made is None:
            told = (flaw(fault, self.tables, here) for fault in faults)
            raise EditError(tuple(each for each in told if not each.group or each.name != CODE))
        return made


def _referring(thing: Thing) -> Iterator[tuple[Sheet[Any], str]]:
    """Give the columns that refer to a kind of things, with their sheets."""
    for sheet in contents.SHEETS:
        for column in sheet.columns:
            if thing in REFERS.get(column.refers, ()):
                yield sheet, column.header


def _replaced(cell: str, old: str, new: str) -> str:
    """Put one code in place of another among those that a cell names."""
    return _CODES.sub(lambda found: new if found[0] == old else found[0], cell)

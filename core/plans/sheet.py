"""`Sheet`: one file's columns, described once for reading and for writing."""

from collections.abc import Callable, Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import attrgetter
from typing import Any, Generic, TypeVar

from core.errors import Fault, UserError
from core.plans import table
from core.plans.kinds import TEXT, Kind, brief
from core.plans.table import Row

T = TypeVar("T")
Values = Mapping[str, dict[str, Any]]
Known = Mapping[str, AbstractSet[str]]

SECTIONS = "sections.csv里的编码"
DEPARTMENTS = "departments.csv里的编码"
INDICATORS = "indicators.csv里的编码"
MILESTONES = "milestones.csv里的编码"
ITEMS = "indicators.csv或milestones.csv里的编码"
QUARTERS = "规划年份内的报告期"
YEARS = "规划年份内的年份"
STATUSES = "plan.toml中dictionary、monitoring或midterm所列的词"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `path` leads to its value in an item (`target.low`).

    `refers` says in the reader's words, one of those above, what a value must be one of.
    `get` gives the value to write where it is not simply the one at `path`. A file may lack an
    `optional` column, and does where no item has something to say there.
    """

    header: str
    path: str
    kind: Kind = TEXT
    required: bool = False
    refers: str = ""
    get: Callable[[Any], object] | None = None
    optional: bool = False

    def show(self, item: object) -> str:
        """Write the cell of an item."""
        value = (self.get or attrgetter(self.path))(item)
        return "" if value == self.kind.blank else self.kind.show(value)


@dataclass(frozen=True, slots=True)
class Sheet(Generic[T]):
    """A file of rows, each made into an item; `key` are the headers that tell rows apart.

    `make` is given the values by the owner part of their paths: `{"": {…}, "target": {…}}`.
    """

    file: str
    columns: tuple[Column, ...]
    make: Callable[[Values], T]
    key: tuple[str, ...] = ("编码",)

    @property
    def headers(self) -> tuple[str, ...]:
        """The headers, in the order of writing."""
        return tuple(column.header for column in self.columns)

    @property
    def spared(self) -> tuple[str, ...]:
        """The headers that a file may lack."""
        return tuple(column.header for column in self.columns if column.optional)

    def cells(self, item: T) -> dict[str, str]:
        """Write the cells of an item by their headers."""
        return {column.header: column.show(item) for column in self.columns}

    def show(self, items: Iterable[T]) -> str:
        """Write the file."""
        rows = [self.cells(item) for item in items]
        silent = {each for each in self.spared if not any(row[each] for row in rows)}
        headers = [each for each in self.headers if each not in silent]
        return table.show(headers, ([row[each] for each in headers] for row in rows))


def parse(
    sheet: Sheet[T], rows: Iterable[Row], known: Known
) -> tuple[tuple[tuple[int, T], ...], tuple[Fault, ...]]:
    """Make the rows into items with their lines; a row with a fault makes none.

    What a column refers to is looked up only where `known` has it.
    """
    items, faults = [], []
    first: dict[tuple[str, ...], int] = {}
    for row in rows:
        values, wrong = _values(sheet, row, known)
        wrong += _repeated(sheet, row, first)
        faults += wrong
        if not wrong:
            items.append((row.line, sheet.make(values)))
    return tuple(items), tuple(faults)


def _values(sheet: Sheet[T], row: Row, known: Known) -> tuple[Values, list[Fault]]:
    """Read the cells of a row."""
    values: dict[str, dict[str, Any]] = {}
    faults = []
    for column in sheet.columns:
        cell = row.cells[column.header]
        value, expected = _value(column, cell, known)
        if expected:
            faults.append(Fault(sheet.file, row.line, column.header, brief(cell), expected))
        owner, _, name = column.path.rpartition(".")
        values.setdefault(owner, {})[name] = value
    return values, faults


def _value(column: Column, cell: str, known: Known) -> tuple[object, str]:
    """Give the value of a cell and, where it has none, what is expected."""
    if not cell:
        return column.kind.blank, column.kind.expected if column.required else ""
    try:
        value = column.kind.read(cell)
    except (LookupError, ValueError, UserError):
        return None, column.kind.expected
    strange = column.refers in known and not known[column.refers] >= {*column.kind.named(value)}
    return value, column.refers if strange else ""


def _repeated(sheet: Sheet[T], row: Row, first: dict[tuple[str, ...], int]) -> list[Fault]:
    """Find a row whose key stands above, in whatever case, and remember the key."""
    key = tuple(row.cells[header] for header in sheet.key)
    above = first.setdefault(tuple(part.upper() for part in key), row.line)
    if above == row.line or not key[0]:
        return []
    expected = f"不重复的{'和'.join(sheet.key)}（第{above}行已有）"
    return [Fault(sheet.file, row.line, sheet.key[0], brief("，".join(key)), expected)]

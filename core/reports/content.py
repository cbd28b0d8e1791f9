"""What a report says: its parts one after the other, and tables among them; no layout, no fonts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from core.domain.indicator import Binding
from core.domain.judging.judgement import Light
from core.domain.printed import Edition
from core.reports.chart import Chart
from core.reports.prose import Prose, Signing


class Align(Enum):
    """How the cells of a column stand; DECIMAL is for numbers of one unit, below each other."""

    LEFT = "left"
    CENTRE = "centre"
    DECIMAL = "decimal"


class RowKind(Enum):
    """What a row is: an ordinary one, a heading of the rows below it, a total of others."""

    PLAIN = "plain"
    HEAD = "head"
    TOTAL = "total"


@dataclass(frozen=True, slots=True)
class Column:
    """A leaf of the headings; `width` is its natural width in millimetres."""

    width: float
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class Heading:
    """A node of the tree of headings; a leaf covers `columns` columns (指标 covers two)."""

    text: str
    children: tuple["Heading", ...] = ()
    columns: int = 1

    @property
    def breadth(self) -> int:
        """How many columns it covers."""
        return sum(child.breadth for child in self.children) or self.columns

    @property
    def depth(self) -> int:
        """How many levels it has, itself included."""
        return 1 + max((child.depth for child in self.children), default=0)


@dataclass(frozen=True, slots=True)
class Cell:
    """A printed cell; `number` is what Excel holds where the text is a plain number.

    `columns` cells are covered to the right. Neighbours below with the same non-empty `block` are
    one merged cell, closed and begun again with its text where a page ends. A light stands as a
    small sign before the text, or alone. A withheld cell reads 不公开 in the public edition.
    """

    text: str
    number: Decimal | None = None
    columns: int = 1
    block: str = ""
    light: Light | None = None
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: cells from left to right that cover all columns together.

    A heading stands on the page of the row below it.
    """

    cells: tuple[Cell, ...]
    kind: RowKind = RowKind.PLAIN

    def placed(self) -> Iterator[tuple[int, Cell]]:
        """Give each cell with the index of its first column."""
        at = 0
        for cell in self.cells:
            yield at, cell
            at += cell.columns


@dataclass(frozen=True, slots=True)
class Table:
    """A full grid under a tree of headings, with its notes below.

    `label` (附表2) and title stand above it as above the report; a title without a label is a
    caption. The first part of a report stands below the report's own. A table that is not `fresh`
    goes on on the page of the part before it. `filters` lets Excel filter the rows.
    """

    columns: tuple[Column, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    unit_line: str = ""
    label: str = ""
    title: str = ""
    fresh: bool = True
    filters: bool = False

    @property
    def depth(self) -> int:
        """How many lines the headings take."""
        return max(heading.depth for heading in self.headings)

    @property
    def numbered(self) -> tuple[str, ...]:
        """The notes as they are printed: numbered where there are several."""
        if len(self.notes) == 1:
            return self.notes
        return tuple(f"{number}.{note}" for number, note in enumerate(self.notes, 1))

    def header(self) -> Iterator[tuple[int, int, int, Heading]]:
        """Give (line, first column, lines covered, heading) of every node, outer ones first."""
        at = 0
        for heading in self.headings:
            yield from _placed(heading, 0, at, self.depth)
            at += heading.breadth


Part = Prose | Table | Chart | Signing


@dataclass(frozen=True, slots=True)
class Report:
    """A report: `label` (附表1) and title above its parts, drawn in their order.

    A line feed parts the title where its sense allows. `name` is the file's name without its
    ending, `subject` says of what and as of when, `genre` what sort of report it is (季度完成情况)
    and `as_of` until when its figures reach; both stand at the foot of all editions but the clean
    one. `data` is a plain table of the same figures for a sheet of its own in Excel. `section` and
    `binding` tell which part of the plan it was asked for.
    """

    kind: str
    name: str
    label: str
    title: str
    subject: str
    author: str
    parts: tuple[Part, ...]
    genre: str = ""
    as_of: str = ""
    edition: Edition = Edition.FINAL
    public: bool = False
    data: Table | None = None
    section: str = ""
    binding: Binding | None = None

    @property
    def heading(self) -> str:
        """The title on one line."""
        return self.title.replace("\n", "")

    @property
    def tables(self) -> tuple[Table, ...]:
        """The tables among the parts."""
        return tuple(part for part in self.parts if isinstance(part, Table))


def _placed(
    heading: Heading, line: int, at: int, depth: int
) -> Iterator[tuple[int, int, int, Heading]]:
    """Place a heading and what is below it; a leaf reaches down to the last line."""
    yield line, at, 1 if heading.children else depth - line, heading
    for child in heading.children:
        yield from _placed(child, line + 1, at, depth)
        at += child.breadth

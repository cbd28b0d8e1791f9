"""What a report says: columns with a tree of headings, rows, notes; no layout, no fonts."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum


class Align(Enum):
    """How the cells of a column stand."""

    LEFT = "left"
    CENTRE = "centre"


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
    one merged cell, closed and begun again with its text where a page ends.
    """

    text: str
    number: Decimal | None = None
    columns: int = 1
    block: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table: cells from left to right that cover all columns together."""

    cells: tuple[Cell, ...]

    def placed(self) -> Iterator[tuple[int, Cell]]:
        """Give each cell with the index of its first column."""
        at = 0
        for cell in self.cells:
            yield at, cell
            at += cell.columns


@dataclass(frozen=True, slots=True)
class Table:
    """A full grid under a tree of headings."""

    columns: tuple[Column, ...]
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]

    @property
    def depth(self) -> int:
        """How many lines the headings take."""
        return max(heading.depth for heading in self.headings)

    def header(self) -> Iterator[tuple[int, int, int, Heading]]:
        """Give (line, first column, lines covered, heading) of every node, outer ones first."""
        at = 0
        for heading in self.headings:
            yield from _placed(heading, 0, at, self.depth)
            at += heading.breadth


@dataclass(frozen=True, slots=True)
class Report:
    """A report of one table: `label` (附表1) and title above it, notes below it.

    A line feed parts the title where its sense allows. `name` is the file's name without its
    ending; `subject` says of what and as of when.
    """

    kind: str
    name: str
    label: str
    title: str
    subject: str
    author: str
    table: Table
    notes: tuple[str, ...]
    unit_line: str = ""

    @property
    def heading(self) -> str:
        """The title on one line."""
        return self.title.replace("\n", "")


def _placed(
    heading: Heading, line: int, at: int, depth: int
) -> Iterator[tuple[int, int, int, Heading]]:
    """Place a heading and what is below it; a leaf reaches down to the last line."""
    yield line, at, 1 if heading.children else depth - line, heading
    for child in heading.children:
        yield from _placed(child, line + 1, at, depth)
        at += child.breadth

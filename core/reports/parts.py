"""Putting a table together: headings with the columns under them, and what rows print there."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from core.domain.indicator import Item
from core.reports.cells import NOT_MEANT
from core.reports.content import Align, Cell, Column, Heading, Row, Table

Print = Callable[[Item], Cell]
Line = tuple[Item, tuple[Cell, ...]]  # what a row is about, with its cells left of the figures


@dataclass(frozen=True, slots=True)
class Leaf:
    """A column: its width in mm, what a row prints in it, how that stands."""

    width: float
    make: Print
    align: Align = Align.CENTRE


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with the columns under it; an optional one goes where no row prints anything."""

    heading: Heading
    leaves: tuple[Leaf, ...]
    optional: bool = False


def part(text: str, width: float, make: Print, align: Align = Align.CENTRE) -> Part:
    """Make a part of one column."""
    return Part(Heading(text), (Leaf(width, make, align),))


def optional(of: Part) -> Part:
    """Give a part that goes where no row prints anything."""
    return replace(of, optional=True)


def table(
    columns: Sequence[Column],
    headings: Sequence[Heading],
    lines: Sequence[Line],
    parts: Iterable[Part],
) -> Table:
    """Put the parts that print something beside the columns left of them, a row for each line."""
    items = [item for item, _ in lines]
    kept = [each for each in parts if not each.optional or _prints(each, items)]
    leaves = [leaf for each in kept for leaf in each.leaves]
    return Table(
        (*columns, *(Column(leaf.width, leaf.align) for leaf in leaves)),
        (*headings, *(each.heading for each in kept)),
        tuple(Row((*cells, *(leaf.make(item) for leaf in leaves))) for item, cells in lines),
    )


def _prints(of: Part, items: Iterable[Item]) -> bool:
    """Tell whether some row prints more in a part than that it does not apply."""
    texts = (leaf.make(item).text for leaf in of.leaves for item in items)
    return any(text not in ("", NOT_MEANT) for text in texts)

"""Where everything of a report stands: plain numbers that PDF and Excel share.

All lengths are points. `x` counts from the area's left edge, `y` from its top downwards.
"""

from dataclasses import dataclass

from core.reports.content import Align, Cell


@dataclass(frozen=True, slots=True)
class Text:
    """Broken text: its lines and their size; `bold` is the heading's typeface."""

    lines: tuple[str, ...]
    size: float
    bold: bool = False

    @property
    def leading(self) -> float:
        """The distance of its lines."""
        return self.size * 1.24

    @property
    def height(self) -> float:
        """The room that its lines take."""
        return len(self.lines) * self.leading


@dataclass(frozen=True, slots=True)
class Box:
    """A cell with its frame on a page."""

    x: float
    y: float
    width: float
    height: float
    text: Text
    align: Align


@dataclass(frozen=True, slots=True)
class Segment:
    """A merged cell's part on one page: rows of the page, first column, cell, broken label."""

    rows: range
    column: int
    cell: Cell
    text: Text


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the table: rows of the content, their heights, merged cells, note lines."""

    rows: range
    heights: tuple[float, ...]
    segments: tuple[Segment, ...]
    notes: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """The height of its rows together."""
        return sum(self.heights)


@dataclass(frozen=True, slots=True)
class Layout:
    """A report laid out: orientation, title, columns' widths, head, cells and notes, pages."""

    landscape: bool
    title: tuple[str, ...]
    widths: tuple[float, ...]
    head: tuple[float, ...]
    head_texts: tuple[Text, ...]
    cells: tuple[tuple[Text, ...], ...]
    notes: tuple[tuple[str, ...], ...]
    pages: tuple[Page, ...]

    def left(self, column: int) -> float:
        """Give the left edge of a column."""
        return sum(self.widths[:column])

    def across(self, column: int, columns: int) -> float:
        """Give the width of some columns from one on."""
        return sum(self.widths[column : column + columns])

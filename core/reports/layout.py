"""Where everything of a report stands: plain numbers that PDF and Excel share.

All lengths are points. `x` counts from the area's left edge, `y` from its top downwards.
"""

from dataclasses import dataclass

from core.domain.judging.judgement import Light
from core.reports.content import Align, Cell
from core.reports.prose import Level


@dataclass(frozen=True, slots=True)
class Text:
    """Broken text: its lines and their size; `bold` is the heading's typeface.

    A light stands before the lines, or alone.
    """

    lines: tuple[str, ...]
    size: float
    bold: bool = False
    light: Light | None = None

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
    """A cell with its frame on a page; `point` is where its decimal point stands, from `x`."""

    x: float
    y: float
    width: float
    height: float
    text: Text
    align: Align
    point: float | None = None


@dataclass(frozen=True, slots=True)
class Segment:
    """A merged cell's part on one page: rows of the page, first column, cell, broken label."""

    rows: range
    column: int
    cell: Cell
    text: Text


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a table: rows of the content, their heights, merged cells, note lines."""

    rows: range
    heights: tuple[float, ...]
    segments: tuple[Segment, ...]
    notes: tuple[str, ...] = ()

    @property
    def height(self) -> float:
        """The height of its rows together."""
        return sum(self.heights)


@dataclass(frozen=True, slots=True)
class TableLayout:
    """A table laid out: orientation, columns' widths, head, cells and notes, pages.

    `points` tells for each column of numbers of one unit where the decimal point stands, from the
    column's left edge.
    """

    landscape: bool
    widths: tuple[float, ...]
    head: tuple[float, ...]
    head_texts: tuple[Text, ...]
    cells: tuple[tuple[Text, ...], ...]
    points: tuple[float | None, ...]
    notes: tuple[tuple[str, ...], ...]
    pages: tuple[Page, ...]

    def left(self, column: int) -> float:
        """Give the left edge of a column."""
        return sum(self.widths[:column])

    def across(self, column: int, columns: int) -> float:
        """Give the width of some columns from one on."""
        return sum(self.widths[column : column + columns])


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose: its paragraph's number, where it begins, how far its characters stand.

    The first `lead` characters are opening words.
    """

    paragraph: int
    level: Level
    text: str
    x: float
    spacing: float
    lead: int = 0


@dataclass(frozen=True, slots=True)
class ProseLayout:
    """The lines of prose; each sheet holds a range of them."""

    lines: tuple[Line, ...]
    pages: tuple[range, ...]


@dataclass(frozen=True, slots=True)
class ChartLayout:
    """A chart's labels as its pieces show them: one piece, or more where it is very tall."""

    pieces: tuple[range, ...]


@dataclass(frozen=True, slots=True)
class SigningLayout:
    """The lines on which is signed, each of up to `across` fields."""

    fields: tuple[tuple[str, ...], ...]
    across: int


PartLayout = TableLayout | ProseLayout | ChartLayout | SigningLayout


@dataclass(frozen=True, slots=True)
class Head:
    """The lines above a report or an appendix: label, title, and what sort of edition it is."""

    label: str
    title: tuple[str, ...]
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Caption:
    """A title on a line of its own above a table or a chart."""

    text: str


@dataclass(frozen=True, slots=True)
class Piece:
    """The `number`-th piece of a part, which may go on over several sheets."""

    part: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class Placed:
    """What begins at a height of a sheet."""

    y: float
    what: Head | Caption | Piece


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet of paper and what stands on it, from the top down."""

    landscape: bool
    placed: tuple[Placed, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """A report laid out: each part, the sheets, and the 校验码 at their foot where there is one."""

    head: Head
    parts: tuple[PartLayout, ...]
    sheets: tuple[Sheet, ...]
    code: str = ""

    def first_sheet(self, part: int) -> int:
        """Give the number of the sheet on which a part begins, from 1."""
        pages = (at for at, sheet in enumerate(self.sheets, 1) if _holds(sheet, part))
        return next(pages, 1)


def _holds(sheet: Sheet, part: int) -> bool:
    """Tell whether a sheet has a piece of a part."""
    return any(isinstance(each.what, Piece) and each.what.part == part for each in sheet.placed)

"""Fitting text into cells: the size of a cell's text and the height that its lines need."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from core.reports.content import Cell, Table
from core.reports.layout import Text
from core.reports.pdf import lines
from core.reports.pdf.fonts import Typeface, typeface
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import Area

BODY, SMALL = 10.5, 9.0  # 五号, 小五
PAD_X = 2.4


@dataclass(frozen=True, slots=True)
class Density:
    """How much air rows have: above and below their text, and the least height of one."""

    pad: float
    least: float

    def height(self, texts: Sequence[Text]) -> float:
        """Give the height that a row needs for its texts."""
        return max(self.least, max((text.height for text in texts), default=0.0) + 2 * self.pad)


ROOMY = Density(2.8, 18.6)
SNUG = Density(1.5, 16.2)


def face(text: Text) -> Typeface:
    """Give the typeface of a cell's text: 黑体 for headings, 宋体 for the rest."""
    return typeface(Role.HEI if text.bold else Role.SONG)


def fit(text: str, width: float, *, bold: bool = False) -> Text:
    """Break a text into a cell of a width, in 五号, or 小五 where a piece is too long for it."""
    chosen, room = typeface(Role.HEI if bold else Role.SONG), width - 2 * PAD_X
    size = BODY if _holds(room, text, chosen, BODY) else SMALL
    broken = lines.even(text, room, lambda part: chosen.width(part, size))
    return Text(broken, size, bold)


def orientation(table: Table) -> Area:
    """Give the upright area, or the one on its side where the table's own width needs it."""
    upright = Area(landscape=False)
    natural = sum(column.width for column in table.columns) * mm
    fits = natural <= upright.width + 1 and _fits(table, upright)
    return upright if fits else Area(landscape=True)


def widths(table: Table, area: Area) -> tuple[float, ...]:
    """Give the columns' widths, their natural ones stretched to the area."""
    natural = [column.width for column in table.columns]
    return tuple(width * area.width / sum(natural) for width in natural)


def _fits(table: Table, area: Area) -> bool:
    """Tell whether every unbreakable piece fits its column in 小五."""
    across, song = widths(table, area), typeface(Role.SONG)
    return all(_holds(room, cell.text, song, SMALL) for cell, room in _rooms(table, across))


def _rooms(table: Table, across: Sequence[float]) -> Iterator[tuple[Cell, float]]:
    """Give each cell with the room inside its padding."""
    for row in table.rows:
        for at, cell in row.placed():
            yield cell, sum(across[at : at + cell.columns]) - 2 * PAD_X


def _holds(room: float, text: str, chosen: Typeface, size: float) -> bool:
    """Tell whether every unbreakable piece of a text fits a room; most fit whole."""
    if all(chosen.width(part, size) <= room for part in text.split("\n")):
        return True
    return lines.longest(text, lambda part: chosen.width(part, size)) <= room

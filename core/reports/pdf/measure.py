"""Fitting text into cells: the size of a cell's text and the height that its lines need."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm

from core.domain.judging.judgement import Light
from core.reports.content import Align, Cell, Row, RowKind, Table
from core.reports.layout import Text
from core.reports.pdf import lights, lines
from core.reports.pdf.fonts import Typeface, typeface
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import Area

BODY, SMALL = 10.5, 9.0  # 五号, 小五
PAD_X = 2.4
_WHOLE = re.compile(r"[-−+]?\d*")


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


def row_role(row: Row) -> Role:
    """Give the typeface of a row: 黑体 for headings and totals."""
    return Role.SONG if row.kind is RowKind.PLAIN else Role.HEI


def fit(text: str, width: float, *, bold: bool = False, light: Light | None = None) -> Text:
    """Break a text into a cell of a width, in 五号, or 小五 where a piece is too long for it."""
    chosen, room = typeface(Role.HEI if bold else Role.SONG), width - 2 * PAD_X
    if light and text:
        room -= lights.room(BODY)
    size = BODY if _holds(room, text, chosen, BODY) else SMALL
    broken = lines.even(text, room, lambda part: chosen.width(part, size))
    return Text(broken, size, bold, light)


def whole(text: str) -> str:
    """Give what of a number stands before its decimal point."""
    return _WHOLE.match(text)[0]  # type: ignore[index]  # it matches nothing, too


def points(
    table: Table, widths: Sequence[float], cells: Sequence[Sequence[Text]]
) -> tuple[float | None, ...]:
    """Tell where the decimal points of each column of numbers stand, from its left edge."""
    parts = {at: (0.0, 0.0) for at, each in enumerate(table.columns) if each.align is Align.DECIMAL}
    if not parts:
        return (None,) * len(widths)
    for row, texts in zip(table.rows, cells, strict=True):
        for (at, cell), text in zip(row.placed(), texts, strict=True):
            if at in parts and stands_by_point(cell, text):
                parts[at] = tuple(map(max, parts[at], _parted(text)))  # type: ignore[assignment]
    return tuple(
        (widths[at] + parts[at][0] - parts[at][1]) / 2 if at in parts else None
        for at in range(len(widths))
    )


def stands_by_point(cell: Cell, text: Text) -> bool:
    """Tell whether a cell is a number on one line, to be placed by its decimal point."""
    return cell.number is not None and cell.columns == len(text.lines) == 1


def _parted(text: Text) -> tuple[float, float]:
    """Give the widths of a number before its decimal point and from there on."""
    (line,), chosen = text.lines, face(text)
    before = chosen.width(whole(line), text.size)
    return before, chosen.width(line, text.size) - before


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
            lit = lights.room(SMALL) if cell.light and cell.text else 0.0
            yield cell, sum(across[at : at + cell.columns]) - 2 * PAD_X - lit


def _holds(room: float, text: str, chosen: Typeface, size: float) -> bool:
    """Tell whether every unbreakable piece of a text fits a room; most fit whole."""
    if all(chosen.width(part, size) <= room for part in text.split("\n")):
        return True
    return lines.longest(text, lambda part: chosen.width(part, size)) <= room

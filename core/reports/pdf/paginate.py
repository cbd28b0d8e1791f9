"""Dividing rows among pages: no row cut, no row alone, notes under the last rows."""

from collections.abc import Sequence
from dataclasses import dataclass

_COMPANY = 2  # rows that keep each other company at an edge of a page


@dataclass(frozen=True, slots=True)
class Room:
    """Heights in points that rows may take: on the first page, on later ones; `tail` for notes."""

    first: float
    later: float
    tail: float


def paginate(heights: Sequence[float], groups: Sequence[str], room: Room) -> tuple[range, ...]:
    """Give the rows of each page, in order and without a gap.

    `groups` names the outermost block of each row. Rows taller than a page stand alone on one.
    """
    starts = [0]
    while (
        end := _page_end(heights, starts[-1], room.first if len(starts) == 1 else room.later)
    ) < (len(heights)):
        starts.append(_kept_company(groups, starts[-1], end))
    starts = _with_notes(heights, groups, starts, room)
    return tuple(
        range(start, end) for start, end in zip(starts, [*starts[1:], len(heights)], strict=True)
    )


def _page_end(heights: Sequence[float], start: int, room: float) -> int:
    """Give the first row that the page has no room for."""
    taken = 0.0
    for at in range(start, len(heights)):
        taken += heights[at]
        if taken > room and at > start:
            return at
    return len(heights)


def _kept_company(groups: Sequence[str], start: int, end: int) -> int:
    """Move a break up so that no row of a group or of the table stands alone at it.

    The longest way up is past a group of three with a single row below it.
    """
    for at in range(end, max(start, end - 2 * _COMPANY), -1):
        if not (_alone_above(groups, start, at) or _alone_below(groups, at)):
            return at
    return end


def _alone_above(groups: Sequence[str], start: int, at: int) -> bool:
    """Tell whether the row above the break begins a group that goes on below."""
    joined = groups[at - 1] and groups[at - 1] == groups[at]
    return bool(joined) and at - 1 > start and groups[at - 2] != groups[at]


def _alone_below(groups: Sequence[str], at: int) -> bool:
    """Tell whether the row below ends the table, or a group that began above."""
    last = at == len(groups) - 1
    joined = groups[at] and groups[at - 1] == groups[at]
    return last or (bool(joined) and groups[at + 1] != groups[at])


def _with_notes(
    heights: Sequence[float], groups: Sequence[str], starts: list[int], room: Room
) -> list[int]:
    """Carry rows over to one more page when the notes have no room under the last.

    A few stay behind, else the notes themselves are carried over.
    """
    here = room.first if len(starts) == 1 else room.later
    if sum(heights[starts[-1] :]) + room.tail <= here or len(heights) - starts[-1] <= _COMPANY:
        return starts
    for at in range(len(heights) - _COMPANY, starts[-1] + _COMPANY - 1, -1):
        if sum(heights[at:]) + room.tail > room.later:
            break
        if not (_alone_above(groups, starts[-1], at) or _alone_below(groups, at)):
            return [*starts, at]
    return starts

"""How high the rows of a page are in a workbook: as on paper, and more where fonts need it."""

from collections.abc import Sequence

from core.reports.layout import Text

SMALL, TINY = 9.0, 7.5  # 小五 and 六号, for what a full page has no room for
_LINE = 1.45  # em, of Noto Serif SC, the tallest that stands in for 宋体 where that is missing
_AROUND = 0.9  # points
_LINES, _NOTE_LINES = 4, 8  # after which another program may need one more


def needed(text: Text) -> float:
    """Give the height in which no font clips a text, with a line more where it has many."""
    lines = len(text.lines)
    return (lines + lines // _LINES + _dashed(text)) * text.size * _LINE + _AROUND


def noted(lines: Sequence[str]) -> float:
    """Give the height in which no font clips a note of some lines."""
    return (len(lines) + len(lines) // _NOTE_LINES) * SMALL * _LINE + _AROUND


def size(text: Text, height: float) -> float:
    """Give the size in which a text fits a height."""
    if needed(text) <= height:
        return text.size
    return min(text.size, TINY if _dashed(text) else SMALL)


def raised(heights: Sequence[float], needs: Sequence[float], spare: float) -> tuple[float, ...]:
    """Raise rows to what they need as long as a page has room, those that lack least first.

    `spare` is the height that the page has left.
    """
    made = list(heights)
    lacking = (need - high for high, need in zip(heights, needs, strict=True))
    for more, at in sorted((more, at) for at, more in enumerate(lacking) if more > 0):
        if more > spare:
            break
        made[at] += more
        spare -= more
    return tuple(made)


def _dashed(text: Text) -> bool:
    """Tell whether other programs may break a text behind a dash of its own: -0.1、-0.5."""
    return len(text.lines) > 1 and any("-" in line[1:] for line in text.lines)

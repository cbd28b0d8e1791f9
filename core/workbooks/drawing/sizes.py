"""How wide the columns of a form are, and how high its rows must be."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import combinations, pairwise
from math import ceil
from unicodedata import east_asian_width

from core.workbooks.layout import Field

WIDTHS: Mapping[Field, float] = {
    Field.NUMBER: 5,
    Field.NAME: 25,
    Field.UNIT: 9,
    Field.BINDING: 8,
    Field.ENTERED_AS: 11,
    Field.BASE: 10,
    Field.TARGET: 13,
    Field.ANNUAL: 10,
    Field.LAST_YEAR: 10,
    Field.LAST: 10,
    Field.FIGURE: 12,
    Field.GROWTH: 9,
    Field.NODE: 11,
    Field.PROGRESS: 10,
    Field.MISSING: 11,
    Field.EXPLANATION: 27,
    Field.KEY: 8,
}  # in digits of the workbook's usual font; all together about as wide as the printed page
_DIGIT, _MARGIN = 5.25, 5.0  # points of a digit, and of what a cell leaves free at its sides
_LEADING = 1.35  # of a line, to the size of its font
_LEAST, _MOST = 24.0, 409.0  # points of a row, the latter what Excel takes
_SIZE = 10.5
_REMEMBERED = 4096  # texts: the forms of all departments say much the same


@lru_cache(_REMEMBERED)
def lines(text: str, width: float, size: float = _SIZE) -> int:
    """Estimate on how many lines a text is broken in a column, `width` in digits, `size` in points.

    A Chinese character is as wide as it is high, others half of that.
    """
    room = width * _DIGIT - _MARGIN
    return sum(max(1, ceil(_breadth(each, size) / room)) for each in text.split("\n"))


def text_height(text: str, width: float, size: float = _SIZE) -> float:
    """Give the points that a text needs in a column."""
    return lines(text, width, size) * size * _LEADING


def row_height(texts: Mapping[Field, str]) -> float:
    """Give the points that a row needs for what stands in its columns."""
    seen = (text_height(text, WIDTHS[each]) for each, text in texts.items() if each != Field.KEY)
    return min(max(*seen, _LEAST - _MARGIN) + _MARGIN, _MOST)


def _breadth(text: str, size: float) -> float:
    """Estimate how wide a line is in points."""
    return sum(size if east_asian_width(each) in "WFA" else size / 2 for each in text)


@cache
def spans(widths: tuple[float, ...], shares: tuple[float, ...]) -> tuple[range, ...]:
    """Part columns, counted from 1, into as many neighbours as shares, about as wide as those ask.

    There must be at least as many columns as shares.
    """
    ways = combinations(range(1, len(widths)), len(shares) - 1)
    parted = ([*pairwise((0, *ends, len(widths)))] for ends in ways)
    best = min(parted, key=lambda parts: _off(widths, shares, parts))
    return tuple(range(begin + 1, end + 1) for begin, end in best)


def _off(
    widths: Sequence[float], shares: Sequence[float], parts: Iterable[tuple[int, int]]
) -> float:
    """Tell how far parts of columns are from the shares of their width that are asked."""
    one = sum(widths) / sum(shares)
    wide = (sum(widths[begin:end]) for begin, end in parts)
    return sum((each - share * one) ** 2 for each, share in zip(wide, shares, strict=True))

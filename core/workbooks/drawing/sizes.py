"""How wide the columns of a form are, and how high its rows must be."""

from collections.abc import Mapping, Sequence
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
_LINE = 14.5  # points that a line of 10.5 takes
_LEAST = 24.0
_MOST = 409.0  # that Excel takes
_USED = 0.9  # of a column's width, for fonts of other widths
_SIZE = 10.5


def breadth(text: str, size: float = _SIZE) -> float:
    """Estimate how wide a text is, in digits of ten points; a Chinese character is two."""
    return sum(2 if east_asian_width(each) in "WFA" else 1 for each in text) * size / 10


def lines(text: str, width: float, size: float = _SIZE) -> int:
    """Estimate on how many lines a text is broken in a column."""
    return sum(max(1, ceil(breadth(each, size) / (width * _USED))) for each in text.split("\n"))


def row_height(texts: Mapping[Field, str]) -> float:
    """Give the points that a row needs for what stands in its columns."""
    most = max(lines(text, WIDTHS[field]) for field, text in texts.items())
    return min(max(most * _LINE + 4, _LEAST), _MOST)


def spans(widths: Sequence[float], shares: Sequence[float]) -> list[range]:
    """Part columns, counted from 1, into as many neighbours as shares, as wide as those ask.

    There must be at least as many columns as shares.
    """
    total, parts, begin = sum(widths) / sum(shares), list[range](), 0
    for number in range(1, len(shares)):
        wanted = sum(shares[:number]) * total
        latest = len(widths) - (len(shares) - number)
        ends = range(begin + 1, latest + 1)
        end = min(ends, key=lambda at: abs(sum(widths[:at]) - wanted))
        parts.append(range(begin + 1, end + 1))
        begin = end
    return [*parts, range(begin + 1, len(widths) + 1)]

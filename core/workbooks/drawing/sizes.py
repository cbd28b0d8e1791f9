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
_DIGIT, _MARGIN = 5.25, 5.0  # points of a digit, and of what a cell leaves free at its sides
_LEADING = 1.35  # of a line, to the size of its font
_LEAST, _MOST = 24.0, 409.0  # points of a row, the latter what Excel takes
_SIZE = 10.5


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

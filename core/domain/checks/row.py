"""`Row`: an indicator's entry with a figure, and what the checks look back upon."""

from decimal import Decimal
from typing import NamedTuple

from core.domain.figure import Figure
from core.domain.history import Known, Past, known
from core.domain.indicator import Indicator, Nature
from core.domain.submission import Entry

_NEAR = Decimal("0.05")  # of the last figure: so small a difference is nothing odd


class Row(NamedTuple):
    """What every check of a figure is given; `number` is there where the figure is a plain number.

    `steady` tells that the number is about what it was the last time, what counts since the start
    of the year compared per quarter. (A named tuple: one is made for every row that is checked.)
    """

    item: Indicator
    entry: Entry
    figure: Figure
    number: Decimal | None
    known: Known
    steady: bool


def look_back(item: Indicator, entry: Entry, figure: Figure, past: Past) -> Row:
    """Put beside a figure what is known from before."""
    before = known(entry.quarter, past)
    number = figure.core if type(figure.core) is Decimal else None
    return Row(item, entry, figure, number, before, _steady(item, entry, number, before.latest))


def number_of(entry: Entry) -> Decimal | None:
    """Give an entry's figure where it is a plain number."""
    figure = entry.figure
    return figure.core if figure and type(figure.core) is Decimal else None


def _steady(item: Indicator, entry: Entry, number: Decimal | None, latest: Entry | None) -> bool:
    """Compare a number with the last one."""
    earlier = number_of(latest) if latest else None
    if number is None or latest is None or earlier is None:
        return False
    over, under = entry.quarter.number, latest.quarter.number
    if item.nature is Nature.FLOW and over != under:
        number, earlier = number * under, earlier * over
    return abs(number - earlier) <= abs(earlier) * _NEAR

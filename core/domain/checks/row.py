"""`Row`: an indicator's entry with a figure, and what the checks look back upon."""

from decimal import Decimal
from typing import NamedTuple

from core.domain.figure import Figure
from core.domain.history import Known, Past, known
from core.domain.indicator import Indicator, Nature
from core.domain.submission import Entry

NEAR = Decimal("0.05")  # of the last figure: so small a difference is nothing odd


class Row(NamedTuple):
    """What every check of a figure is given; `number` is there where the figure is a plain number.

    `steady` tells that the number is about what it was the last time, or a year before; what counts
    since the start of the year is compared per quarter. (A named tuple: one is made for every row
    that is checked.)
    """

    item: Indicator
    entry: Entry
    figure: Figure
    number: Decimal | None
    known: Known
    steady: bool


def look_back(item: Indicator, entry: Entry, figure: Figure, past: Past) -> Row:
    """Put beside a figure what is known from before."""
    before, core = known(entry.quarter, past), figure.core
    number = core if type(core) is Decimal else None
    steady = number is not None and _steady(item, entry, number, before)
    return Row(item, entry, figure, number, before, steady)


def number_of(entry: Entry) -> Decimal | None:
    """Give an entry's figure where it is a plain number."""
    figure = entry.figure
    return figure.core if figure and type(figure.core) is Decimal else None


def _steady(item: Indicator, entry: Entry, number: Decimal, before: Known) -> bool:
    """Compare a number with the last one, and with that of the same period a year before."""
    flow, over = item.nature is Nature.FLOW, entry.quarter.number
    for each in (before.latest, before.last_year):
        earlier = number_of(each) if each else None
        if each is None or earlier is None:
            continue
        under = each.quarter.number if flow else over
        if abs(number * under - earlier * over) <= abs(earlier * over) * NEAR:
            return True
    return False

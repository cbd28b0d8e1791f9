"""What is known of an item from its earlier entries: the periods before, the middle, the spread."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import NamedTuple

from core.domain.growth import Growth, growth
from core.domain.indicator import Indicator
from core.domain.period import Quarter
from core.domain.submission import Entry

COUNTED = 8  # entries that the checks look back upon
Past = Mapping[Quarter, Entry]


class Known(NamedTuple):
    """An item's latest eight figures before a quarter, oldest first.

    `latest` is the newest of them, `within` the newest of the same year, `last_year` that of the
    same period a year before. (A named tuple: one is made for every row that is checked.)
    """

    entries: Sequence[Entry] = ()
    latest: Entry | None = None
    within: Entry | None = None
    last_year: Entry | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """One quarter of an indicator's history: what was reported, and its 同比."""

    quarter: Quarter
    entry: Entry | None
    growth: Growth | None


def known(quarter: Quarter, past: Past) -> Known:
    """Give what was known before a quarter; `past` holds entries in the order of their quarters."""
    entries = [each for each in past.values() if each.figure is not None]
    if entries and not _before(entries[-1], quarter):
        entries = [each for each in entries if _before(each, quarter)]
    if not entries:
        return _NOTHING
    entries = entries[-COUNTED:]
    latest = entries[-1]
    within = latest if latest.quarter.year == quarter.year else None
    return Known(entries, latest, within, _year_before(entries, quarter))


def points(indicator: Indicator, last: Quarter, past: Past, count: int = 8) -> tuple[Point, ...]:
    """Give the quarters up to `last`, oldest first, each with what is known of it."""
    quarters = [last.moved(-back) for back in reversed(range(count))]
    entries = [past.get(quarter) for quarter in quarters]
    grown = (growth(indicator, each, past) if each else None for each in entries)
    return tuple(Point(*point) for point in zip(quarters, entries, grown, strict=True))


def median(ordered: Sequence[Decimal]) -> Decimal:
    """Give the middle of numbers that stand in order."""
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return (ordered[middle - 1] + ordered[middle]) / 2


def spread(numbers: Sequence[Decimal], middle: Decimal) -> Decimal:
    """Give the median absolute deviation (MAD) from the middle."""
    return median(sorted([abs(number - middle) for number in numbers]))


def _before(entry: Entry, quarter: Quarter) -> bool:
    """Tell whether an entry is of an earlier quarter; quicker than comparing the quarters."""
    at = entry.quarter
    return at.year < quarter.year or (at.year == quarter.year and at.number < quarter.number)


def _year_before(entries: Sequence[Entry], quarter: Quarter) -> Entry | None:
    """Find the entry of the same period a year before."""
    year, number = quarter.year - 1, quarter.number
    for each in entries:
        at = each.quarter
        if at.number == number and at.year == year:
            return each
    return None


_NOTHING = Known()

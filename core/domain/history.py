"""What is known of an item from its earlier entries: the periods before, the middle, the spread."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice
from typing import NamedTuple

from core.domain.growth import Growth, growth
from core.domain.indicator import Indicator
from core.domain.period import Quarter
from core.domain.submission import Entry

COUNTED = 8  # entries that the checks look back upon
Past = Mapping[Quarter, Entry]


class Known(NamedTuple):
    """An item's latest eight entries with a number or node before a quarter, the newest first.

    `latest` is the newest, `within` the newest of the same year, `last_year` that of the same
    period a year before. (A named tuple: one is made for every row that is checked.)
    """

    entries: Sequence[Entry]
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
    if not past:
        return _NOTHING
    year, number = quarter.year, quarter.number
    entries = list(islice(_before(year * 4 + number, past), COUNTED))
    latest = entries[0] if entries else None
    within = latest if latest and latest.quarter.year == year else None
    for each in entries:
        at = each.quarter
        if at.year == year - 1 and at.number == number:
            return Known(entries, latest, within, each)
    return Known(entries, latest, within)


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


def _before(now: int, past: Past) -> Iterator[Entry]:
    """Give the entries with a number or node before a moment (year × 4 + quarter), newest first."""
    for each in reversed(tuple(past.values())):
        if each.figure is not None or each.progress is not None:
            at = each.quarter
            if at.year * 4 + at.number < now:
                yield each


_NOTHING = Known(())

"""Where a plain number is found fault with, as ranges: for a workbook, which cannot run checks."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain.checks import catalogue, earlier, figures, scale
from core.domain.checks.row import NEAR, Row, number_of
from core.domain.exact import difference, product, quotient, share_of, sum_of
from core.domain.figure import Figure
from core.domain.history import Past, known, median, spread
from core.domain.indicator import Indicator, Measure, Nature
from core.domain.issue import Issue, Severity
from core.domain.period import Quarter
from core.domain.submission import Entry

_HUNDREDFOLD = Decimal("31.622776601683793320")  # 10 to the power of 1.5, nearer to 100 than to 10
_LITTLE = Decimal("1E-9")
_ZERO = Figure(Decimal(0))
_Checking = Callable[[Row], Issue | None]


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers between two others; an end that is None is open, `closed` ends belong to it."""

    low: Decimal | None = None
    high: Decimal | None = None
    closed: bool = False

    def __contains__(self, number: Decimal) -> bool:
        if self.closed and number in (self.low, self.high):
            return True
        above = self.low is None or number > self.low
        return above and (self.high is None or number < self.high)


@dataclass(frozen=True, slots=True)
class Limit:
    """A check of the catalogue with the numbers that it finds: those in `ranges`, not in `but`."""

    check: catalogue.Check
    ranges: tuple[Range, ...]
    but: tuple[Range, ...] = ()

    def finds(self, number: Decimal) -> bool:
        """Tell whether the check would find fault with a number."""
        return any(number in each for each in self.ranges) and not any(
            number in each for each in self.but
        )


def limits(item: Indicator, quarter: Quarter, past: Past) -> tuple[Limit, ...]:
    """Give the numbers that the 强制 and 须说明 of an item find, as far as ranges can say it.

    `past` are the item's entries in the order of the quarters. A wrong unit of a number below zero
    is left to the checks themselves.
    """
    blank = Row(
        item, Entry(item.code, quarter, None), _ZERO, None, known(quarter, past), steady=False
    )
    found = (*_tried(blank), *_sized(blank), *_usual(blank))
    return tuple(each for each in found if each.check.grade is not Severity.HINT)


def _tried(blank: Row) -> Iterator[Limit]:
    """Try numbers at whose sides a check may begin to find fault."""
    latest = number_of(blank.known.latest) if blank.known.latest else None
    whole = figures.WHOLES.get(blank.item.unit)
    yield from _found(blank, figures.limits, Decimal(-1), Range(high=Decimal(0)))
    if whole is not None:
        yield from _found(blank, figures.limits, whole + 1, Range(low=whole))
    if latest is not None:
        below = difference(latest, _LITTLE)
        yield from _found(blank, earlier.shrunk, below, Range(high=latest))
        yield from _found(blank, earlier.copied, latest, Range(latest, latest, closed=True))


def _found(blank: Row, check: _Checking, number: Decimal, range_: Range) -> Iterator[Limit]:
    """Let a check look at a number; what it finds there it finds in all of the range."""
    figure = Figure(number)
    entry = replace(blank.entry, figure=figure)
    issue = check(blank._replace(entry=entry, figure=figure, number=number))
    if issue:
        yield Limit(_CHECKS[issue.check], (range_,))


def _sized(blank: Row) -> Iterator[Limit]:
    """Say from where on a positive number looks like one in a wrong unit."""
    size = None if blank.item.measure is Measure.GROWTH else scale.size(blank)
    if not size:
        return
    low, high = quotient(size, _HUNDREDFOLD), product(size, _HUNDREDFOLD)
    ranges = [Range(Decimal(0), low), Range(low=high)]
    if not scale.leaps(blank.item, size):
        ten, most = Decimal(scale.TENFOLD), scale.TWICE * 10
        ranges.append(Range(quotient(size, most), quotient(size, ten), closed=True))
        ranges.append(Range(product(size, ten), product(size, most), closed=True))
    yield Limit(catalogue.SCALE, tuple(ranges), _steady(blank))


def _usual(blank: Row) -> Iterator[Limit]:
    """Say outside of which numbers one lies apart from the earlier ones."""
    numbers, over = earlier.comparable(blank), earlier.quarters(blank)
    if not numbers:
        return
    middle = median(numbers)
    reach = spread(numbers, middle) * earlier.SPREADS
    if reach:
        off = max(reach, abs(middle) * earlier.NEAR)
        ranges = Range(high=(middle - off) * over), Range(low=(middle + off) * over)
        yield Limit(catalogue.OUTLIER, ranges, _steady(blank))


def _steady(blank: Row) -> tuple[Range, ...]:
    """Give the numbers about as large as the last one, or as that of a year before."""
    return tuple(
        _around(share_of(number, blank.entry.quarter.number, _counted(blank, each)))
        for each in (blank.known.latest, blank.known.last_year)
        if each and (number := number_of(each)) is not None
    )


def _counted(blank: Row, entry: Entry) -> int:
    """Give the quarters that an earlier number counts; all count alike but sums of the year."""
    flow = blank.item.nature is Nature.FLOW
    return (entry if flow else blank.entry).quarter.number


def _around(number: Decimal) -> Range:
    """Give the numbers that hardly differ from one."""
    near = abs(product(number, NEAR))
    return Range(difference(number, near), sum_of(number, near), closed=True)


_CHECKS = {each.code: each for each in catalogue.CATALOGUE}

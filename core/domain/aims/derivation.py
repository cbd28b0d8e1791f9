"""What a year is asked for where no document says it: a place on the way to the target."""

from collections.abc import Sequence
from decimal import Decimal
from functools import reduce

from core.domain import exact, outcome
from core.domain.aims import path
from core.domain.aims.path import Anchor
from core.domain.figure import WHOLE, Figure, Ratio, half_up
from core.domain.indicator import EnteredAs, Indicator, Measure, Nature
from core.domain.plan import Plan


def derived(plan: Plan, indicator: Indicator, year: int) -> Figure | None:
    """Compute what a year is asked for, at the published decimals."""
    if indicator.measure is Measure.STRUCTURE:
        return _structure(plan, indicator, year)
    asked = outcome.goal(indicator)
    if asked is None:
        return None
    if shared(indicator):
        return rounded(_share(plan, indicator, year, asked), indicator)
    number = _number(indicator, _anchors(plan, indicator, asked), year)
    return None if number is None else rounded(number, indicator)


def place(plan: Plan, indicator: Indicator, year: int) -> Decimal | None:
    """Give where the way from the base to the target stands at a year's end, not yet rounded.

    Sums and falls stand at what they come to since the plan began; None where no way is known.
    """
    asked = outcome.goal(indicator)
    if asked is None or year == plan.last_year:
        return asked
    if shared(indicator):
        return _summed(plan, indicator, year, asked)
    anchors = _anchors(plan, indicator, asked)
    stands = next((number for at, number in anchors if at == year), None)
    return _number(indicator, anchors, year) if stands is None else stands


def shared(indicator: Indicator) -> bool:
    """Tell whether a year is asked for its own part of what the plan sums up."""
    sums = indicator.measure in (Measure.CUMULATIVE, Measure.REDUCTION)
    return sums and indicator.entered_as is EnteredAs.YEAR


def rounded(number: Decimal, indicator: Indicator) -> Figure:
    """Round a derived number to the published decimals, as a plan would print it."""
    return Figure(Decimal(exact.plain(half_up(number, indicator.decimals))))


def _number(indicator: Indicator, anchors: Sequence[Anchor], year: int) -> Decimal | None:
    """Find the place of a year between the anchors."""
    ends = path.around(anchors, year)
    if ends is None:
        return None
    if indicator.measure is Measure.REDUCTION:
        before, after = ((at, exact.difference(WHOLE, fallen)) for at, fallen in ends)
        return exact.difference(WHOLE, path.growing(before, after, year))
    values = indicator.measure is Measure.LEVEL and indicator.nature in (Nature.FLOW, Nature.POINT)
    return path.growing(*ends, year) if values else path.even(*ends, year)


def _anchors(plan: Plan, indicator: Indicator, asked: Decimal) -> list[Anchor]:
    """Give what the path runs through: the base, what documents ask of single years, the target.

    Without a base there is none.
    """
    start = indicator.start if indicator.measure is Measure.LEVEL else Decimal(0)
    if start is None:
        return []
    first = plan.base_year if indicator.measure is Measure.LEVEL else plan.first_year - 1
    return [(first, start), *_given(indicator), (plan.last_year, asked)]


def _given(indicator: Indicator) -> list[Anchor]:
    """Give the yearly targets of documents that are numbers."""
    values = ((each.year, each.figure.value) for each in indicator.annual_targets)
    return [(year, value) for year, value in values if value is not None]


def _share(plan: Plan, indicator: Indicator, year: int, asked: Decimal) -> Decimal:
    """Give a year's own part of a sum or of a fall, beside the parts that documents give."""
    given = dict(_given(indicator))
    years = [each for each in range(plan.first_year, plan.last_year + 1) if each not in given]
    if indicator.measure is Measure.REDUCTION:
        return path.yearly_fall(asked, tuple(given.values()), len(years))
    rest = max(Decimal(0), reduce(exact.difference, given.values(), asked))
    return path.part(rest, years.index(year) + 1, len(years), indicator.decimals)


def _summed(plan: Plan, indicator: Indicator, year: int, asked: Decimal) -> Decimal:
    """Give what the parts of the years come to by a year's end, not rounded in between."""
    given = dict(_given(indicator))
    until = [number for at, number in given.items() if at <= year]
    passed = Decimal(year - plan.first_year + 1 - len(until))
    free = plan.last_year - plan.first_year + 1 - len(given)
    if indicator.measure is Measure.REDUCTION:
        yearly = path.yearly_fall(asked, tuple(given.values()), free) if passed else passed
        return path.fallen([*until, *[yearly] * int(passed)])
    rest = max(Decimal(0), reduce(exact.difference, given.values(), asked))
    own = exact.quotient(exact.product(rest, passed), Decimal(free)) if passed else passed
    return reduce(exact.sum_of, until, own)


def _structure(plan: Plan, indicator: Indicator, year: int) -> Figure | None:
    """Move the parts of a structure by even steps; the last one makes up the whole."""
    base, printed = indicator.base, indicator.aim.printed
    if not (base and printed and isinstance(base.core, Ratio) and isinstance(printed.core, Ratio)):
        return None
    if len(base.core.parts) != len(printed.core.parts) or year <= plan.base_year:
        return None
    ends = zip(base.core.parts, printed.core.parts, strict=True)
    moved = [path.even((plan.base_year, a), (plan.last_year, b), year) for a, b in ends]
    *first, _ = (half_up(each, indicator.decimals) for each in moved)
    whole = half_up(reduce(exact.sum_of, moved), indicator.decimals)
    parts = (*first, reduce(exact.difference, first, whole))
    return Figure(Ratio(tuple(Decimal(exact.plain(each)) for each in parts)))

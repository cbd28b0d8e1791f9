"""`Leg`: a year of an indicator's way, where it begins, what it asks for and what is due in it."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain import exact, outcome
from core.domain.aims import path
from core.domain.aims.derivation import place, shared
from core.domain.aims.trajectory import annual_target
from core.domain.figure import WHOLE
from core.domain.indicator import Measure
from core.domain.judging.traits import Coming, Kind, is_about
from core.domain.judging.way import Way

_FOURTHS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Leg:
    """A year of the way.

    `target` is 年度目标, `derived` where no document gives it, `about` a 左右 one that may be
    missed by a little; `origin` is where the year begins. `before` and `until` are where the
    plan's way stands at both ends of the year and `due` where it stands after each quarter, at
    the published decimals. None for what is not known.
    """

    target: Decimal | None
    derived: bool
    about: bool
    origin: Decimal | None
    before: Decimal | None
    until: Decimal | None
    due: tuple[Decimal | None, ...]


def leg_of(way: Way, year: int) -> Leg:
    """Reckon a year of the way."""
    plan, indicator = way.plan, way.indicator
    asked = annual_target(plan, indicator, year)
    before, until = _place(way, year - 1), _place(way, year)
    return Leg(
        target=_target(way, year),
        derived=asked is not None and asked.derived,
        about=asked is not None and is_about(asked.figure, indicator),
        origin=_origin(way, year),
        before=before,
        until=until,
        due=tuple(_due(way, before, until, year, at) for at in _FOURTHS),
    )


def _target(way: Way, year: int) -> Decimal | None:
    """Give 年度目标 as a number: 稳定 and the plan's own range by what the plan asks for."""
    plan, indicator = way.plan, way.indicator
    asked = annual_target(plan, indicator, year)
    if asked is None:
        return None
    number = outcome.easiest(asked.figure, indicator)
    return way.goal if number is None and not _given(way, year) else number


def _given(way: Way, year: int) -> bool:
    """Tell whether a document asks for a year."""
    return any(each.year == year for each in way.indicator.annual_targets)


def _origin(way: Way, year: int) -> Decimal | None:
    """Give where a year begins: sums at 0, all else at the target of the year before."""
    if way.coming is Coming.SUM or shared(way.indicator):
        return Decimal(0)
    before = _target(way, year - 1)
    return before if before is not None and year > way.plan.first_year else way.start


def _place(way: Way, year: int) -> Decimal | None:
    """Give where the plan's way stands at a year's end, not yet rounded."""
    plan, indicator = way.plan, way.indicator
    if way.kind is not Kind.WAY:
        return way.goal
    if year < plan.first_year or year <= plan.base_year:
        return way.start
    if indicator.measure is Measure.STRUCTURE:
        return _target(way, year)
    return place(plan, indicator, year)


def _due(
    way: Way, before: Decimal | None, until: Decimal | None, year: int, quarter: int
) -> Decimal | None:
    """Give what is due after a quarter; what a document asks of the year's end is not rounded.

    Of 40 名 a document gives 15 to 2024: with a fourth of the rest in each year before, 33.75 are
    due by then, which no document says, so 33.
    """
    if until is None:
        return None
    if quarter < len(_FOURTHS):
        if before is None or way.full_years:
            return None
        return way.rounded(_between(way, before, until, quarter))
    said = _given(way, year) and not shared(way.indicator)
    fixed = year == way.plan.last_year or said
    return until if fixed else way.rounded(until)


def _between(way: Way, before: Decimal, until: Decimal, quarter: int) -> Decimal:
    """Go by fourths from one year's end to the next; falls by the same share each quarter."""
    if way.indicator.measure is Measure.REDUCTION:
        ends = [exact.difference(WHOLE, fall) for fall in (before, until)]
        return exact.difference(WHOLE, path.growing((0, ends[0]), (4, ends[1]), quarter))
    return path.even((0, before), (4, until), quarter)

"""What a trend chart draws of an indicator: figures, the way to the target, and what is needed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain import exact, outcome
from core.domain.aims import path
from core.domain.aims.derivation import shared
from core.domain.aims.requirement import Stand, by_growth, required, stand
from core.domain.aims.trajectory import annual_target, quarterly_target
from core.domain.figure import WHOLE, Figure
from core.domain.indicator import Indicator, Measure
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry

Past = Mapping[Quarter, Entry]
Points = tuple[tuple[Quarter, Decimal], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Three lines in the indicator's unit, oldest point first, each as figures are entered.

    What is entered as 当年数 stands beside each year's own part. `actuals` begin at the base,
    `required` goes on from the last full year and is empty once nothing more is needed.
    """

    actuals: Points
    target: Points
    required: Points


def series(plan: Plan, indicator: Indicator, as_of: Quarter, past: Past) -> Series:
    """Give the lines of an indicator as of a quarter; a structure is drawn by its last part."""
    base = _base(plan, indicator)
    return Series(
        (*base, *_actuals(plan, indicator, as_of, past)),
        (*base, *_targets(plan, indicator, past)),
        tuple(_required(plan, indicator, as_of, past)),
    )


def _base(plan: Plan, indicator: Indicator) -> Points:
    """Give the base as a point at the end of its year."""
    start = indicator.start
    if indicator.measure is Measure.STRUCTURE and indicator.base:
        start = outcome.number(indicator.base, indicator)
    return () if start is None else ((Quarter(plan.base_year, 4), start),)


def _actuals(
    plan: Plan, indicator: Indicator, as_of: Quarter, past: Past
) -> Iterator[tuple[Quarter, Decimal]]:
    """Give the figures of the plan's quarters that are numbers."""
    for quarter in sorted(each for each in past if each <= as_of):
        figure = past[quarter].figure
        value = outcome.number(figure, indicator) if figure else None
        if value is not None and quarter.year >= plan.first_year:
            yield quarter, value


def _targets(plan: Plan, indicator: Indicator, past: Past) -> Iterator[tuple[Quarter, Decimal]]:
    """Give what each year asks for; in a plan of one year, what each quarter does."""
    for quarter in plan.quarters:
        figure = _asked(plan, indicator, quarter, past)
        value = outcome.number(figure, indicator) if figure else None
        if value is not None:
            yield quarter, value


def _asked(plan: Plan, indicator: Indicator, quarter: Quarter, past: Past) -> Figure | None:
    """Give the target of a quarter, where the line has a point."""
    if plan.first_year == plan.last_year:
        asked = quarterly_target(plan, indicator, quarter, past)
        return asked.figure if asked else None
    year = annual_target(plan, indicator, quarter.year) if quarter.ends_year else None
    return year.figure if year else None


def _required(
    plan: Plan, indicator: Indicator, as_of: Quarter, past: Past
) -> Iterator[tuple[Quarter, Decimal]]:
    """Give the way from the last full year on which the target would still be reached."""
    needed, at = required(plan, indicator, as_of, past), stand(plan, indicator, as_of, past)
    asked = outcome.goal(indicator)
    if needed is None or needed.number is None or at is None or asked is None:
        return
    yearly = indicator.measure is Measure.GROWTH or shared(indicator)
    if not yearly:
        yield Quarter(at.year, 4), at.number
    for year in needed.years:
        number = needed.number if yearly else _place(plan, indicator, at, asked, year)
        yield Quarter(year, 4), number


def _place(plan: Plan, indicator: Indicator, at: Stand, asked: Decimal, year: int) -> Decimal:
    """Give where the way from the last full year to the target stands at a year's end."""
    end = (plan.last_year, asked)
    if year == plan.last_year:
        return asked
    if indicator.measure is Measure.REDUCTION:
        before, after = ((when, exact.difference(WHOLE, fall)) for when, fall in (at.anchor, end))
        return exact.difference(WHOLE, path.growing(before, after, year))
    if by_growth(indicator, at.number, asked):
        return path.growing(at.anchor, end, year)
    return path.even(at.anchor, end, year)

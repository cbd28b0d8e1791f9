"""The path to a target: what each year of the plan, and each quarter of a year, is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain import exact, outcome
from core.domain.aims import path
from core.domain.aims.derivation import derived, rounded, shared
from core.domain.figure import Figure
from core.domain.indicator import Indicator, Measure, Nature
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from core.domain.target import TargetState
from core.domain.words import Word

_SAME = (Measure.GROWTH, Measure.CONTROL, Measure.KEEP, Measure.ANNUAL)
_COMPARED = (Measure.GROWTH, Measure.CONTROL, Measure.STRUCTURE)  # in every quarter alike
_AVERAGE = "年均"
FOURTHS = {number: Decimal("0.25") * number for number in range(1, 5)}  # of a year, by quarter


Season = tuple[Decimal | None, Decimal | None]  # a quarter of the year before, and its whole


@dataclass(frozen=True, slots=True)
class YearTarget:
    """年度目标: given by a document, or by the plan for its last year; else derived."""

    figure: Figure
    derived: bool


class Basis(Word):
    """Where the target of a quarter comes from."""

    GIVEN = "given", "分季度目标"
    LAST_YEAR = "last_year", "按上年同期占全年的比重"
    EVEN = "even", "按四分之几均分"
    WHOLE = "whole", "与全年目标相同"


@dataclass(frozen=True, slots=True)
class QuarterTarget:
    """What is asked for from the start of the year to the end of a quarter, and on what basis."""

    figure: Figure
    basis: Basis

    @property
    def derived(self) -> bool:
        """Whether the year's target was parted, so that the number stands in no document."""
        return self.basis in (Basis.LAST_YEAR, Basis.EVEN)


def annual_target(plan: Plan, indicator: Indicator, year: int) -> YearTarget | None:
    """Give what a year of the plan is asked for; `indicator` as of the quarter that is looked at.

    Sums that are entered as 当年数 and falls are asked for the year's own share, all else for what
    is to be reached by its end. None outside the plan, without a number to aim at, or where a
    level has no base to start from.
    """
    if not plan.first_year <= year <= plan.last_year:
        return None
    given = next((each for each in indicator.annual_targets if each.year == year), None)
    if given:
        return YearTarget(given.figure, derived=False)
    if waits(indicator):
        return None
    if plan.first_year == plan.last_year or _stays(indicator):
        return _whole(indicator, derived=plan.first_year != plan.last_year)
    if year == plan.last_year and not shared(indicator):
        return _whole(indicator, derived=False)
    figure = derived(plan, indicator, year)
    return YearTarget(figure, derived=True) if figure else None


def waits(indicator: Indicator) -> bool:
    """Tell whether nothing is asked for yet: 待下达, or no target at all."""
    unset = indicator.aim.state in (TargetState.PENDING, TargetState.NONE)
    return unset and outcome.increment(indicator) is None


def quarterly_target(
    plan: Plan, indicator: Indicator, quarter: Quarter, past: Mapping[Quarter, Entry]
) -> QuarterTarget | None:
    """Give what is asked for by the end of a quarter.

    A document's number, else the year's target by the share that the same quarter had last year,
    else by so many fourths; a state moves by fourths from one year's target to the next. Rates and
    averages are asked for the year's target in every quarter.
    """
    given = next((each for each in indicator.quarterly_targets if each.quarter == quarter), None)
    if given:
        return QuarterTarget(given.figure, Basis.GIVEN)
    year = annual_target(plan, indicator, quarter.year)
    value = year.figure.value if year else None
    if year is None:
        return None
    if quarter.ends_year or value is None or not accrues(indicator):
        return QuarterTarget(year.figure, Basis.WHOLE)
    if sums_up(indicator):
        return _within(indicator, value, quarter, past)
    return _between(plan, indicator, value, quarter)


def season(past: Mapping[Quarter, Entry], year_before: tuple[Quarter, Quarter]) -> Season:
    """Give the numbers of a quarter of the year before, and of that whole year."""
    quarter, whole = year_before
    return _reported(past, quarter), _reported(past, whole)


def parted(value: Decimal, number: int, season: Season) -> tuple[Decimal, Basis]:
    """Give how much of a year's sum is due by its quarter 1–4, not rounded, and on what basis.

    It is the share that the same quarter had the year before, else so many fourths.
    """
    over, whole = season
    if over and whole and 0 < over <= whole:
        return exact.fraction(exact.product(value, over), whole), Basis.LAST_YEAR
    return exact.product(value, FOURTHS[number]), Basis.EVEN


def accrues(indicator: Indicator) -> bool:
    """Tell whether a figure comes together in the course of a year."""
    counted = indicator.nature in (Nature.FLOW, Nature.POINT, Nature.RUNNING)
    return counted and indicator.measure not in _COMPARED


def sums_up(indicator: Indicator) -> bool:
    """Tell whether a year's figure is a sum that begins anew each year; 规划累计数 does not."""
    if indicator.measure in (Measure.CUMULATIVE, Measure.REDUCTION):
        return accrues(indicator) and shared(indicator)
    return accrues(indicator) and indicator.nature is Nature.FLOW


def _stays(indicator: Indicator) -> bool:
    """Tell whether every year is asked for the same: no way leads from the base to the target."""
    if indicator.measure in _SAME:
        return True
    start, asked = indicator.start, outcome.goal(indicator)
    if indicator.measure is not Measure.LEVEL or start is None or asked is None:
        return False
    return outcome.better_by(indicator, asked, start) <= 0


def _whole(indicator: Indicator, *, derived: bool) -> YearTarget | None:
    """Give the plan's target as a year's, as printed; an annual average holds for each year."""
    printed = indicator.aim.printed
    if printed is None or outcome.increment(indicator) is not None:
        asked = outcome.goal(indicator)
        return None if asked is None else YearTarget(Figure(asked), derived)
    leads = tuple(lead for lead in printed.leads if lead != _AVERAGE)
    plain = replace(printed, leads=leads) if leads != printed.leads else printed
    return YearTarget(plain, derived)


def _within(
    indicator: Indicator, value: Decimal, quarter: Quarter, past: Mapping[Quarter, Entry]
) -> QuarterTarget:
    """Part a year's sum by the share that the quarter had last year, else by fourths."""
    before = Quarter(quarter.year - 1, quarter.number), Quarter(quarter.year - 1, 4)
    number, basis = parted(value, quarter.number, season(past, before))
    return QuarterTarget(rounded(number, indicator), basis)


def _between(plan: Plan, indicator: Indicator, value: Decimal, quarter: Quarter) -> QuarterTarget:
    """Go by fourths from the year before's target, or the base, to this year's."""
    before = annual_target(plan, indicator, quarter.year - 1)
    start = before.figure.value if before else _begun(indicator)
    if start is None:
        return QuarterTarget(Figure(value), Basis.WHOLE)
    number = path.even((0, start), (4, value), quarter.number)
    return QuarterTarget(rounded(number, indicator), Basis.EVEN)


def _begun(indicator: Indicator) -> Decimal | None:
    """Give where a state stood when the plan began; what the plan sums up began at nothing."""
    return Decimal(0) if indicator.nature is Nature.RUNNING else indicator.start


def _reported(past: Mapping[Quarter, Entry], quarter: Quarter) -> Decimal | None:
    """Give the number that was reported for a quarter."""
    entry = past.get(quarter)
    return entry.figure.value if entry and entry.figure else None

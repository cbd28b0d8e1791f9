"""`Course`: the way of an indicator through a plan, reckoned once for all its quarters."""

from dataclasses import dataclass, field
from decimal import Decimal
from functools import lru_cache

from core.domain import outcome
from core.domain.aims.trajectory import waits
from core.domain.indicator import Direction, Indicator
from core.domain.judging import traits
from core.domain.judging.grading import Task
from core.domain.judging.leg import Leg, leg_of
from core.domain.judging.way import Way
from core.domain.plan import Plan
from core.domain.submission import Entry

_KEPT = 4096  # ways that are remembered, for the quarters to come
_PLANS = 8  # plans whose ways are remembered together

# what was reported of a quarter of the year before, and of that whole year
Before = tuple[Entry | None, Entry | None]
# what a moment asks for, and last year's entries that it depends on, None where on none
Kept = tuple[Task, Before | None]


@dataclass(frozen=True, slots=True)
class Course(Way):
    """A way that keeps its years, each reckoned once.

    What single moments ask for is kept in `annual_tasks` and `overall_tasks`.
    """

    annual_tasks: dict[int, Kept] = field(default_factory=dict, repr=False, compare=False)
    overall_tasks: dict[int, Kept] = field(default_factory=dict, repr=False, compare=False)
    _legs: dict[int, Leg] = field(default_factory=dict, repr=False, compare=False)

    def leg(self, year: int) -> Leg:
        """Give a year of the plan."""
        if year not in self._legs:
            self._legs[year] = leg_of(self, year)
        return self._legs[year]


@dataclass(frozen=True, slots=True, eq=False)
class _Same:
    """An indicator of a plan, the same one only when it is the same object: quick to look up."""

    plan: Plan
    indicator: Indicator

    def __hash__(self) -> int:
        return id(self.indicator)

    def __eq__(self, other: object) -> bool:
        return (
            isinstance(other, _Same)
            and self.indicator is other.indicator
            and (self.plan is other.plan or _alike(self.plan, other.plan))
        )


@dataclass(frozen=True, slots=True, eq=False)
class _SamePlan:
    """A plan, the same one only when it is the same object."""

    plan: Plan

    def __hash__(self) -> int:
        return id(self.plan)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _SamePlan) and self.plan is other.plan


def course(plan: Plan, indicator: Indicator) -> Course:
    """Give the way of an indicator, which is remembered as long as it is the same object."""
    return _course(_Same(plan, indicator))


def courses(plan: Plan) -> tuple[Course, ...]:
    """Give the ways of all indicators of a plan, in printed order."""
    return _courses(_SamePlan(plan))


@lru_cache(_PLANS)
def _courses(same: _SamePlan) -> tuple[Course, ...]:
    """Remember the ways of a plan together, so that they are found at once."""
    return tuple(course(same.plan, each) for each in same.plan.indicators)


@lru_cache(_KEPT)
def _course(same: _Same) -> Course:
    """Reckon what holds for every year."""
    plan, indicator = same.plan, same.indicator
    start, goal = traits.start_of(indicator), outcome.goal(indicator)
    printed = indicator.aim.printed
    return Course(
        plan=plan,
        indicator=indicator,
        start=start,
        goal=None if waits(indicator) else goal,
        kind=traits.kind_of(indicator, start, goal),
        coming=traits.coming_of(indicator),
        full_years=traits.met_by_full_years(indicator),
        of_years=traits.of_years(indicator),
        unit=Decimal(1).scaleb(-indicator.decimals),
        lower=indicator.direction is Direction.LOWER,
        about=printed is not None and traits.is_about(printed, indicator),
    )


def _alike(one: Plan, other: Plan) -> bool:
    """Tell whether plans have the same years, and judge by the same thresholds."""
    return (
        (one.base_year, one.first_year, one.last_year, one.monitoring, one.midterm)
        == (other.base_year, other.first_year, other.last_year, other.monitoring, other.midterm)
    )  # fmt: skip

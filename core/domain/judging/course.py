"""`Course`: the way of an indicator through a plan, reckoned once for all its quarters."""

from dataclasses import dataclass, field
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import Enum
from functools import lru_cache

from core.domain import exact, outcome
from core.domain.aims import path
from core.domain.aims.derivation import place, shared
from core.domain.aims.trajectory import accrues, annual_target, sums_up, waits
from core.domain.figure import WHOLE, Bound, Figure, half_up
from core.domain.indicator import Binding, Direction, EnteredAs, Indicator, Measure, Nature
from core.domain.judging.grading import Task
from core.domain.plan import Plan
from core.domain.submission import Entry

_SURE = 12  # decimals to which a power is taken, so that 120.999… of a root counts as 121
_KEPT = 4096  # ways that are remembered, for the quarters to come
_PLANS = 8  # plans whose ways are remembered together
_FOURTHS = (1, 2, 3, 4)


# what was reported of a quarter of the year before, and of that whole year
Before = tuple[Entry | None, Entry | None]
# what a moment asks for, and last year's entries that it depends on, None where on none
Kept = tuple[Task, Before | None]


class Kind(Enum):
    """What is compared: places on a way, 百分点 of a growth, or a figure with a line."""

    WAY = "way"
    POINTS = "points"
    LINE = "line"


class Coming(Enum):
    """How a figure comes about in the course of a year."""

    SUM = "sum"  # begins anew each year: GDP, 当年数
    STATE = "state"  # moves by fourths from one year's target to the next: 床位, 规划累计数
    WHOLE = "whole"  # is asked for the year's target in every quarter: 收入比


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


@dataclass(frozen=True, slots=True)
class Course:
    """The way from `start` (the base; 0 for sums) to `goal`; None for what is not known.

    `plan` is any with the same years and thresholds, `unit` one unit of the published decimals.
    `full_years` tells that the plan's target is met by full years only, `of_years` that its figure
    is put together from those of the years, `about` that it is 左右 and may be missed by a little.
    What single moments ask for is kept in `annual_tasks` and `overall_tasks`.
    """

    plan: Plan
    indicator: Indicator
    start: Decimal | None
    goal: Decimal | None
    kind: Kind
    coming: Coming
    full_years: bool
    of_years: bool
    unit: Decimal
    lower: bool
    about: bool
    annual_tasks: dict[int, Kept] = field(default_factory=dict, repr=False, compare=False)
    overall_tasks: dict[int, Kept] = field(default_factory=dict, repr=False, compare=False)
    _legs: dict[int, Leg] = field(default_factory=dict, repr=False, compare=False)

    def leg(self, year: int) -> Leg:
        """Give a year of the plan."""
        if year not in self._legs:
            self._legs[year] = _leg(self, year)
        return self._legs[year]

    @property
    def waits(self) -> bool:
        """Whether nothing is asked for yet."""
        return waits(self.indicator)

    @property
    def in_shares(self) -> bool:
        """Whether the way is told in per cent; a structure's last part may have 0.1 to go."""
        return self.indicator.measure is not Measure.STRUCTURE

    def rounded(self, number: Decimal) -> Decimal:
        """Round what is due to the published decimals, counts to the easier side.

        Of 7 houses in five years 2.8 are due after two: nobody can finish 0.8 of a house, so 2.
        """
        indicator = self.indicator
        if indicator.decimals or not _counted(indicator):
            return half_up(number, indicator.decimals)
        easier = ROUND_CEILING if self.lower else ROUND_FLOOR
        return half_up(number, _SURE).to_integral_value(easier)


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


def met_by_full_years(indicator: Indicator) -> bool:
    """Tell whether only a full year's figure meets the plan's target (domain.md, Nature).

    So do flows (GDP), ratios and means of flows (三产比例, PM2.5), growth, seasonal control lines
    (优良天数) and what is asked of each year; states (床位) and sums since the plan began do not.
    """
    match indicator.measure:
        case Measure.GROWTH | Measure.CONTROL | Measure.ANNUAL | Measure.STRUCTURE:
            return True
        case Measure.LEVEL:
            return indicator.nature in (Nature.FLOW, Nature.RATE, Nature.MEAN)
        case Measure.KEEP:
            return indicator.nature in (Nature.FLOW, Nature.MEAN)
        case Measure.REDUCTION:
            return indicator.entered_as is EnteredAs.YEAR and not accrues(indicator)
        case _:
            return False


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
    start, goal = _start(indicator), outcome.goal(indicator)
    printed = indicator.aim.printed
    return Course(
        plan=plan,
        indicator=indicator,
        start=start,
        goal=None if waits(indicator) else goal,
        kind=_kind(indicator, start, goal),
        coming=_coming(indicator),
        full_years=met_by_full_years(indicator),
        of_years=_of_years(indicator),
        unit=Decimal(1).scaleb(-indicator.decimals),
        lower=indicator.direction is Direction.LOWER,
        about=printed is not None and _about(printed, indicator),
    )


def _alike(one: Plan, other: Plan) -> bool:
    """Tell whether plans have the same years, and judge by the same thresholds."""
    return (
        (one.base_year, one.first_year, one.last_year, one.monitoring, one.midterm)
        == (other.base_year, other.first_year, other.last_year, other.monitoring, other.midterm)
    )  # fmt: skip


def _start(indicator: Indicator) -> Decimal | None:
    """Give where the way begins: at the base, its last part for a structure; sums begin at 0."""
    match indicator.measure:
        case Measure.CUMULATIVE | Measure.REDUCTION:
            return Decimal(0)
        case Measure.STRUCTURE:
            return outcome.easiest(indicator.base, indicator) if indicator.base else None
        case _:
            return indicator.start


def _kind(indicator: Indicator, start: Decimal | None, goal: Decimal | None) -> Kind:
    """Tell what is compared; a target that is not beyond its base is a line (失业率 4 → 4.5)."""
    match indicator.measure:
        case Measure.GROWTH:
            return Kind.POINTS
        case Measure.CONTROL | Measure.KEEP | Measure.ANNUAL:
            return Kind.LINE
        case _:
            if start is None or goal is None:
                return Kind.WAY
            return Kind.WAY if outcome.better_by(indicator, goal, start) > 0 else Kind.LINE


def _coming(indicator: Indicator) -> Coming:
    """Tell how a figure comes about within a year."""
    if sums_up(indicator):
        return Coming.SUM
    running = indicator.measure in (Measure.CUMULATIVE, Measure.REDUCTION)
    if accrues(indicator) or (running and not shared(indicator)):
        return Coming.STATE
    return Coming.WHOLE


def _of_years(indicator: Indicator) -> bool:
    """Tell whether the plan's figure is put together from those of its years."""
    return shared(indicator) or indicator.measure is Measure.GROWTH


def _counted(indicator: Indicator) -> bool:
    """Tell whether a figure without decimals counts things."""
    sums = indicator.measure in (Measure.CUMULATIVE, Measure.ANNUAL)
    return sums or indicator.nature in (Nature.POINT, Nature.RUNNING)


def _about(figure: Figure, indicator: Indicator) -> bool:
    """Tell whether a target is 左右 and may be missed by a little; a binding one may not."""
    return figure.bound is Bound.ABOUT and indicator.binding is not Binding.BINDING


def _leg(course: Course, year: int) -> Leg:
    """Reckon a year of the way."""
    plan, indicator = course.plan, course.indicator
    asked = annual_target(plan, indicator, year)
    before, until = _place(course, year - 1), _place(course, year)
    return Leg(
        target=_target(course, year),
        derived=asked is not None and asked.derived,
        about=asked is not None and _about(asked.figure, indicator),
        origin=_origin(course, year),
        before=before,
        until=until,
        due=tuple(_due(course, before, until, year, at) for at in _FOURTHS),
    )


def _target(course: Course, year: int) -> Decimal | None:
    """Give 年度目标 as a number: 稳定 and the plan's own range by what the plan asks for."""
    plan, indicator = course.plan, course.indicator
    asked = annual_target(plan, indicator, year)
    if asked is None:
        return None
    number = outcome.easiest(asked.figure, indicator)
    return course.goal if number is None and not _given(course, year) else number


def _given(course: Course, year: int) -> bool:
    """Tell whether a document asks for a year."""
    return any(each.year == year for each in course.indicator.annual_targets)


def _origin(course: Course, year: int) -> Decimal | None:
    """Give where a year begins: sums at 0, all else at the target of the year before."""
    if course.coming is Coming.SUM or shared(course.indicator):
        return Decimal(0)
    before = _target(course, year - 1)
    return before if before is not None and year > course.plan.first_year else course.start


def _place(course: Course, year: int) -> Decimal | None:
    """Give where the plan's way stands at a year's end, not yet rounded."""
    plan, indicator = course.plan, course.indicator
    if course.kind is not Kind.WAY:
        return course.goal
    if year < plan.first_year or year <= plan.base_year:
        return course.start
    if indicator.measure is Measure.STRUCTURE:
        return _target(course, year)
    return place(plan, indicator, year)


def _due(
    course: Course, before: Decimal | None, until: Decimal | None, year: int, quarter: int
) -> Decimal | None:
    """Give what is due after a quarter; what a document asks of the year's end is not rounded.

    Of 40 名 a document gives 15 to 2024: with a fourth of the rest in each year before, 33.75 are
    due by then, which no document says, so 33.
    """
    if until is None:
        return None
    if quarter < len(_FOURTHS):
        if before is None or course.full_years:
            return None
        return course.rounded(_between(course, before, until, quarter))
    said = _given(course, year) and not shared(course.indicator)
    fixed = year == course.plan.last_year or said
    return until if fixed else course.rounded(until)


def _between(course: Course, before: Decimal, until: Decimal, quarter: int) -> Decimal:
    """Go by fourths from one year's end to the next; falls by the same share each quarter."""
    if course.indicator.measure is Measure.REDUCTION:
        ends = [exact.difference(WHOLE, fall) for fall in (before, until)]
        return exact.difference(WHOLE, path.growing((0, ends[0]), (4, ends[1]), quarter))
    return path.even((0, before), (4, until), quarter)

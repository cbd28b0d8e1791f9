"""The yardstick 年度: a figure beside what its own year is asked for, and what of it is due."""

from decimal import Decimal
from itertools import chain

from core.domain import exact, outcome
from core.domain.aims.trajectory import FOURTHS, Basis, parted, season
from core.domain.judging.course import Course, Kept
from core.domain.judging.judgement import Demand, Side, Yardstick
from core.domain.judging.leg import Leg
from core.domain.judging.measuring import before, held, kept, lacking, ladder, top
from core.domain.judging.moment import Moment
from core.domain.judging.reaching import Past, in_year, lack
from core.domain.judging.traits import Coming, Kind
from core.domain.period import Quarter

_PARTED = (Basis.EVEN, Basis.LAST_YEAR)


def annual(course: Course, moment: Moment, past: Past) -> Yardstick | None:
    """Hold the year's yardstick against its figure; None where the year is asked for nothing.

    Within the year a document's 分季度目标 is due, else the share that the same quarter had last
    year, else so many fourths (domain.md, Pace): of 448 projects a year (2024年市报告) 224 by
    mid-year. In a plan of one year its target is the plan's own.
    """
    task = kept(course.annual_tasks, _task, course, moment, past)
    if task[0].target is None:
        return None
    actual = in_year(course, moment.period, past)
    grey = lack(course, moment.period, past, of_plan=False).grey if actual is None else None
    return held(task, actual, grey)


def given(course: Course, period: Quarter) -> Decimal | None:
    """Give what a document asks for by a quarter (分季度目标)."""
    for each in course.indicator.quarterly_targets:
        if each.quarter == period:
            return outcome.easiest(each.figure, course.indicator)
    return None


def _task(course: Course, moment: Moment, past: Past) -> Kept:
    """Say what the year asks for, and by which numbers of last year."""
    leg, period = course.leg(moment.period.year), moment.period
    asked, basis = _asked(course, leg, leg.target or Decimal(0), moment, past)
    counted = course.kind is Kind.WAY or course.coming is Coming.SUM
    demand = Demand(
        Side.ANNUAL,
        period,
        leg.target,
        asked,
        leg.origin if counted else None,
        course.lower,
        course.kind is Kind.POINTS,
        leg.derived,
        basis is Basis.EVEN,
        course.in_shares,
    )
    parts = basis in _PARTED
    ways = ladder(course, demand, moment.scale, about=leg.about, parted=parts)
    plans = moment.single and not course.full_years
    steps = chain(top(course, demand) if plans else (), ways)
    seasonal = parts and course.coming is Coming.SUM
    by = before(moment, past) if seasonal else None
    return (demand, tuple(steps), lacking(course)), by


def _asked(
    course: Course, leg: Leg, target: Decimal, moment: Moment, past: Past
) -> tuple[Decimal | None, Basis]:
    """Give what of the year's target is due by a quarter, and on what basis."""
    period = moment.period
    said = given(course, period)
    if said is not None:
        return said, Basis.GIVEN
    if period.ends_year or course.coming is Coming.WHOLE:
        return target, Basis.WHOLE
    if course.coming is Coming.SUM:
        number, basis = parted(target, period.number, season(past, moment.year_before))
        return course.rounded(number), basis
    if course.kind is Kind.LINE:
        return target, Basis.WHOLE
    return _between(course, leg, target, period), Basis.EVEN


def _between(course: Course, leg: Leg, target: Decimal, period: Quarter) -> Decimal | None:
    """Go by fourths from where the year began to its target."""
    if leg.origin is None:
        return None
    way = exact.product(exact.difference(target, leg.origin), FOURTHS[period.number])
    return course.rounded(exact.sum_of(leg.origin, way))

"""The yardstick 规划: what the plan had reached by a period beside what is due by then."""

from decimal import Decimal
from itertools import chain

from core.domain import exact
from core.domain.aims.trajectory import Basis, parted, season
from core.domain.figure import WHOLE
from core.domain.indicator import Measure
from core.domain.judging.course import Course, Kept
from core.domain.judging.judgement import Demand, Side, Yardstick
from core.domain.judging.leg import Leg
from core.domain.judging.measuring import before, held, kept, lacking, ladder, top
from core.domain.judging.moment import Moment
from core.domain.judging.reaching import Past, in_plan, lack
from core.domain.judging.traits import Coming, Kind
from core.domain.judging.yearly import given


def overall(course: Course, moment: Moment, past: Past) -> Yardstick:
    """Hold the plan's yardstick against what it had reached.

    GDP (附表2 B-01) from 521.94 to 750: the way of constant growth is due at 648.76 by the end of
    2023, p* = 126.82 / 228.06 = 55.6 %; 631.20 is p = 109.26 / 228.06 = 47.9 %, so r = 0.86
    (domain.md, Status).
    """
    task = kept(course.overall_tasks, _task, course, moment, past)
    actual = in_plan(course, moment.period, past)
    grey = lack(course, moment.period, past, of_plan=True).grey if actual is None else None
    return held(task, actual, grey)


def _task(course: Course, moment: Moment, past: Past) -> Kept:
    """Say what the plan asks for, and by which numbers of last year."""
    leg, period = course.leg(moment.period.year), moment.period
    annual = course.indicator.measure is Measure.ANNUAL
    asked, basis = (leg.target, Basis.WHOLE) if annual else _asked(course, leg, moment, past)
    demand = Demand(
        Side.PLAN,
        period,
        leg.target if annual else course.goal,
        asked,
        course.start if course.kind is Kind.WAY else None,
        course.lower,
        course.kind is Kind.POINTS,
        not period.ends_year or leg.derived,
        basis is Basis.EVEN,
        course.in_shares,
    )
    about = leg.about if annual else course.about
    ways = ladder(course, demand, moment.scale, about=about)
    steps = chain(top(course, demand), ways)
    seasonal = course.coming is Coming.SUM and not period.ends_year
    by = before(moment, past) if seasonal else None
    return (demand, tuple(steps), lacking(course)), by


def _asked(course: Course, leg: Leg, moment: Moment, past: Past) -> tuple[Decimal | None, Basis]:
    """Give where the way stands after a quarter; a growth and a line are asked for throughout."""
    period = moment.period
    if course.kind is not Kind.WAY:
        return course.goal, Basis.WHOLE
    if period.ends_year:
        return leg.due[-1], Basis.WHOLE
    said = given(course, period)
    if course.coming is Coming.SUM:
        return _summed(course, leg, moment, past, said)
    if said is not None:
        return said, Basis.GIVEN
    return leg.due[period.number - 1], Basis.EVEN


def _summed(
    course: Course, leg: Leg, moment: Moment, past: Past, said: Decimal | None
) -> tuple[Decimal | None, Basis]:
    """Add the year's part that is due to what was due when it began.

    Falls compound: after 10 % fewer, another 4 % are 3.6 % of the base.
    """
    if leg.before is None or leg.until is None:
        return None, Basis.WHOLE
    if said is None:
        way = exact.difference(leg.until, leg.before)
        part, basis = parted(way, moment.period.number, season(past, moment.year_before))
        return course.rounded(exact.sum_of(leg.before, part)), basis
    if course.indicator.measure is Measure.REDUCTION:
        left = exact.difference(WHOLE, leg.before)
        said = exact.fraction(exact.product(left, said), WHOLE)
    return exact.sum_of(leg.before, said), Basis.GIVEN

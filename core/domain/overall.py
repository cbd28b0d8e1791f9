"""The yardstick 规划: what the plan had reached by a period beside what is due by then."""

from decimal import Decimal

from core.domain import exact
from core.domain.course import Coming, Course, Kind, Leg
from core.domain.figure import WHOLE
from core.domain.indicator import Measure
from core.domain.judgement import Side, Yardstick
from core.domain.measuring import Task, laid
from core.domain.period import Quarter
from core.domain.reaching import Past, Reached
from core.domain.scale import Scale
from core.domain.trajectory import Basis, parted
from core.domain.yearly import given


def overall(
    course: Course, period: Quarter, reached: Reached, past: Past, scale: Scale
) -> Yardstick:
    """Lay the plan's yardstick on what it had reached.

    GDP (附表2 B-01) from 521.94 to 750: the way of constant growth is due at 648.76 by the end of
    2023, p* = 126.82 / 228.06 = 55.6 %; 631.20 is p = 109.26 / 228.06 = 47.9 %, so r = 0.86
    (domain.md, Status).
    """
    leg = course.leg(period.year)
    annual = course.indicator.measure is Measure.ANNUAL
    asked, basis = (leg.target, Basis.WHOLE) if annual else _asked(course, leg, period, past)
    task = Task(
        Side.PLAN,
        period,
        leg.target if annual else course.goal,
        asked,
        course.start if course.kind is Kind.WAY else None,
        derived=not period.ends_year or leg.derived,
        even=basis is Basis.EVEN,
        about=leg.about if annual else course.about,
        whole=True,
    )
    return laid(course, task, reached, scale)


def _asked(course: Course, leg: Leg, period: Quarter, past: Past) -> tuple[Decimal | None, Basis]:
    """Give where the way stands after a quarter; a growth and a line are asked for throughout."""
    if course.kind is not Kind.WAY:
        return course.goal, Basis.WHOLE
    if period.ends_year:
        return leg.due[-1], Basis.WHOLE
    said = given(course, period)
    if course.coming is Coming.SUM:
        return _summed(course, leg, period, past, said)
    if said is not None:
        return said, Basis.GIVEN
    return leg.due[period.number - 1], Basis.EVEN


def _summed(
    course: Course, leg: Leg, period: Quarter, past: Past, said: Decimal | None
) -> tuple[Decimal | None, Basis]:
    """Add the year's part that is due to what was due when it began.

    Falls compound: after 10 % fewer, another 4 % are 3.6 % of the base.
    """
    if leg.before is None or leg.until is None:
        return None, Basis.WHOLE
    if said is None:
        part, basis = parted(exact.difference(leg.until, leg.before), period, past)
        return course.rounded(exact.sum_of(leg.before, part)), basis
    if course.indicator.measure is Measure.REDUCTION:
        left = exact.difference(WHOLE, leg.before)
        said = exact.fraction(exact.product(left, said), WHOLE)
    return exact.sum_of(leg.before, said), Basis.GIVEN

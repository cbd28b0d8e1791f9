"""The yardstick 年度: a figure beside what its own year is asked for, and what of it is due."""

from decimal import Decimal

from core.domain import exact, outcome
from core.domain.course import Coming, Course, Kind, Leg
from core.domain.judgement import Side, Yardstick
from core.domain.measuring import Task, laid
from core.domain.period import Quarter
from core.domain.reaching import Past, Reached
from core.domain.scale import Scale
from core.domain.trajectory import FOURTHS, Basis, parted


def annual(
    course: Course, period: Quarter, reached: Reached, past: Past, scale: Scale
) -> Yardstick | None:
    """Lay the year's yardstick on a figure; None where the year is asked for nothing.

    Within the year a document's 分季度目标 is due, else the share that the same quarter had last
    year, else so many fourths (domain.md, Pace): of 448 projects a year (2024年市报告) 224 by
    mid-year. In a plan of one year its target is the plan's own.
    """
    leg = course.leg(period.year)
    if leg.target is None:
        return None
    asked, basis = asked_for(course, leg, period, past)
    single = course.plan.first_year == course.plan.last_year
    task = Task(
        Side.ANNUAL,
        period,
        leg.target,
        asked,
        leg.origin if course.kind is Kind.WAY or course.coming is Coming.SUM else None,
        derived=leg.derived,
        even=basis is Basis.EVEN,
        about=leg.about,
        parted=basis in (Basis.EVEN, Basis.LAST_YEAR),
        whole=single and not course.full_years,
    )
    return laid(course, task, reached, scale)


def given(course: Course, period: Quarter) -> Decimal | None:
    """Give what a document asks for by a quarter (分季度目标)."""
    for each in course.indicator.quarterly_targets:
        if each.quarter == period:
            return outcome.easiest(each.figure, course.indicator)
    return None


def asked_for(
    course: Course, leg: Leg, period: Quarter, past: Past
) -> tuple[Decimal | None, Basis]:
    """Give what of the year's target is due by a quarter, and on what basis."""
    said = given(course, period)
    if said is not None or leg.target is None:
        return said, Basis.GIVEN
    if period.ends_year or course.coming is Coming.WHOLE:
        return leg.target, Basis.WHOLE
    if course.coming is Coming.SUM:
        number, basis = parted(leg.target, period, past)
        return course.rounded(number), basis
    if course.kind is Kind.LINE:
        return leg.target, Basis.WHOLE
    return _between(course, leg, leg.target, period), Basis.EVEN


def _between(course: Course, leg: Leg, target: Decimal, period: Quarter) -> Decimal | None:
    """Go by fourths from where the year began to its target."""
    if leg.origin is None:
        return None
    way = exact.product(exact.difference(target, leg.origin), FOURTHS[period.number])
    return course.rounded(exact.sum_of(leg.origin, way))

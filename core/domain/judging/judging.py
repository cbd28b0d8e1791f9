"""Judging one indicator as of a quarter of its plan."""

from core.domain.indicator import Indicator
from core.domain.judging.conclusion import concluded
from core.domain.judging.course import Course, course
from core.domain.judging.finding import Finding, find
from core.domain.judging.judged import Judged
from core.domain.judging.judgement import Demand, Grey, Side, Yardstick
from core.domain.judging.measuring import lacking
from core.domain.judging.moment import Moment, moment
from core.domain.judging.reaching import Past, lack
from core.domain.judging.traits import Kind
from core.domain.judging.verdict import word
from core.domain.judging.weighing import weigh
from core.domain.period import Quarter
from core.domain.plan import Plan


def judged(plan: Plan, indicator: Indicator, as_of: Quarter, entries: Past) -> Judged:
    """Judge an indicator from its entries by quarter."""
    at = moment(plan, as_of, indicator.frequency)
    return judged_at(plan, course(plan, indicator), as_of, at, entries)


def judged_at(plan: Plan, way: Course, as_of: Quarter, at: Moment | None, entries: Past) -> Judged:
    """Judge an indicator at a moment of its frequency; None before its first figure is due."""
    if at is None:
        return _early(plan, way, as_of, entries)
    if at.final:
        return _concluded(plan, way, at, entries)
    decisive, grey = weigh(way, at, entries)
    if decisive and decisive.grade:
        said = at.words[decisive.grade]
        return Judged(plan, as_of, way, at, entries, decisive, None, said)
    return Judged(plan, as_of, way, at, entries, None, grey, grey.label if grey else "")


def _early(plan: Plan, way: Course, as_of: Quarter, entries: Past) -> Judged:
    """Say that no figure is due yet; a target that is 待下达 is so from the beginning."""
    grey = lacking(way) if way.waits else Grey.EARLY
    return Judged(plan, as_of, way, None, entries, None, grey, grey.label)


def _concluded(plan: Plan, way: Course, at: Moment, entries: Past) -> Judged:
    """Judge the plan's end, where the final figure is compared with the target alone."""
    finding = find(way, entries)
    grade = concluded(plan.dictionary, finding)
    if grade is None:
        grey = _undecided(way, finding, entries)
        return Judged(plan, plan.end, way, at, entries, None, grey, "")
    asked, start = finding.asked, way.start if way.kind is Kind.WAY else None
    points, shares = way.kind is Kind.POINTS, way.in_shares
    demand = Demand(Side.PLAN, plan.end, asked, asked, start, way.lower, points, in_shares=shares)
    stick = Yardstick(demand, finding.actual, None, grade)
    return Judged(plan, plan.end, way, at, entries, stick, None, word(plan.dictionary, grade))


def _undecided(way: Course, finding: Finding, entries: Past) -> Grey:
    """Say why the plan's end has no word: no target, else no figure."""
    if finding.asked is None or way.waits:
        return lacking(way)
    return lack(way, finding.as_of, entries, of_plan=True).grey

"""Judging one indicator as of a quarter: both yardsticks, and which of them decides."""

from dataclasses import replace
from typing import NamedTuple

from core.domain.conclusion import concluded
from core.domain.course import Course, Kind, course
from core.domain.finding import Finding, find
from core.domain.indicator import Indicator
from core.domain.judged import Judged
from core.domain.judgement import Grey, Side, Yardstick
from core.domain.measuring import Task, lacking, laid
from core.domain.overall import overall
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.reaching import Past, Reached, in_plan, in_year
from core.domain.scale import Phase, Scale
from core.domain.timing import data_period, year_end
from core.domain.verdict import word
from core.domain.yearly import annual

_ASKED_BY_YEAR = (
    Grey.PENDING,
    Grey.NO_BASE,
    Grey.UNDECIDED,
)  # the plan's target lacks, not a figure


class _Choice(NamedTuple):
    """Both yardsticks and what was reached; the one that decides, or why neither does."""

    annual: Yardstick | None
    overall: Yardstick | None
    reached: Reached
    side: Side | None = None
    grey: Grey | None = None


def weigh(plan: Plan, indicator: Indicator, as_of: Quarter, entries: Past) -> Judged:
    """Judge an indicator from its entries by quarter."""
    way, scale = course(plan, indicator), plan.scale(as_of)
    if as_of == plan.end:
        return _concluded(plan, way, entries, scale)
    period = data_period(plan.first_year, indicator.frequency, as_of)
    choice = _chosen(way, period, entries, scale) if period else _early(way)
    decisive = choice.overall if choice.side is Side.PLAN else choice.annual
    grade = decisive.grade if decisive and choice.side else None
    grey = choice.grey
    return Judged(
        plan,
        _finding(way, as_of, period, entries, choice.reached),
        plan.phase(as_of),
        choice.annual,
        choice.overall,
        choice.side,
        grade,
        grey,
        word(scale, grade) if grade else grey.label if grey else "",
    )


def _early(way: Course) -> _Choice:
    """Say that no period is covered yet; a target that is 待下达 is so from the beginning."""
    grey = lacking(way) if way.waits else Grey.EARLY
    return _Choice(None, None, Reached(None, Grey.EARLY), grey=grey)


def _chosen(way: Course, period: Quarter, entries: Past, scale: Scale) -> _Choice:
    """Lay both yardsticks on what is known at the data's own time, and choose (domain.md, Pace).

    Inside a year a figure that meets the plan's target with full years only is judged by 年度
    alone, and 规划 stands at the last complete year; in a plan of one year there is no 规划.
    """
    own = in_year(way.indicator, period, entries)
    year = annual(way, period, own, entries, scale)
    if way.plan.first_year == way.plan.last_year:
        return _by_year(way, year, None, own)
    if way.full_years and not period.ends_year:
        return _by_year(way, year, _last_year(way, period, entries, scale), own)
    reached = in_plan(way, period, entries)
    return _by_plan(way, year, overall(way, period, reached, entries, scale), reached)


def _by_year(way: Course, year: Yardstick | None, whole: Yardstick | None, own: Reached) -> _Choice:
    """Let 年度 decide; where the year is asked for nothing, 规划 at the last complete year."""
    choice = _Choice(year, whole, own)
    if own.number is None:
        return choice._replace(grey=_amiss(way, year, own))
    if year and year.grade:
        return choice._replace(side=Side.ANNUAL)
    if whole and whole.grade:
        return choice._replace(side=Side.PLAN)
    return choice._replace(grey=lacking(way))


def _by_plan(way: Course, year: Yardstick | None, whole: Yardstick, reached: Reached) -> _Choice:
    """Let 规划 decide; where only its target lacks, a year's target that a document gives."""
    choice = _Choice(year, whole, reached)
    if whole.grade:
        return choice._replace(side=Side.PLAN)
    if reached.number is None:
        return choice._replace(grey=_amiss(way, year, reached))
    return (
        choice._replace(side=Side.ANNUAL)
        if year and year.grade
        else choice._replace(grey=whole.grey)
    )


def _amiss(way: Course, year: Yardstick | None, reached: Reached) -> Grey | None:
    """Say what stands in the way first: 待下达 before a figure that nobody could judge."""
    return lacking(way) if way.waits and year is None else reached.grey


def _last_year(way: Course, period: Quarter, entries: Past, scale: Scale) -> Yardstick | None:
    """Lay the plan's yardstick at the last complete year; None where it has no figure."""
    if period.year == way.plan.first_year:
        return None
    before = year_end(period.year - 1)
    reached = in_plan(way, before, entries)
    return None if reached.number is None else overall(way, before, reached, entries, scale)


def _finding(
    way: Course, as_of: Quarter, period: Quarter | None, entries: Past, reached: Reached
) -> Finding:
    """Put together what is known before the plan's end."""
    return Finding(
        way.indicator,
        as_of,
        period,
        entries.get(period) if period else None,
        reached.number,
        way.goal,
        reached.lack,
        yearly=False,
        reached_before=False,
    )


def _concluded(plan: Plan, way: Course, entries: Past, scale: Scale) -> Judged:
    """Judge the plan's end, where the final figure is compared with the target alone."""
    indicator = way.indicator
    finding = find(plan, indicator, plan.end, entries)
    grade = concluded(plan.dictionary, finding)
    own = in_year(indicator, plan.end, entries)
    reached = Reached(finding.actual, own.grey or Grey.MISSING, finding.lack)
    start = way.start if way.kind is Kind.WAY else None
    task = Task(Side.PLAN, plan.end, finding.asked, finding.asked, start)
    whole = laid(way, task, reached, scale)
    grey = None if grade else whole.grey or lacking(way)
    return Judged(
        plan,
        finding,
        Phase.FINAL,
        annual(way, plan.end, own, entries, scale),
        replace(whole, rule=None, grade=grade, grey=grey),
        Side.PLAN if grade else None,
        grade,
        grey,
        word(plan.dictionary, grade) if grade else "",
    )

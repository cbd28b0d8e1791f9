"""Which of the two yardsticks an indicator is judged by, and what each says."""

from core.domain.judging.course import Course
from core.domain.judging.judgement import Grey, Yardstick
from core.domain.judging.measuring import lacking
from core.domain.judging.moment import Moment
from core.domain.judging.overall import overall
from core.domain.judging.reaching import Past, in_year, lack
from core.domain.judging.timing import year_end
from core.domain.judging.yearly import annual

Decisive = tuple[Yardstick | None, Grey | None]  # the yardstick that decides, or why none does


def weigh(course: Course, moment: Moment, entries: Past) -> Decisive:
    """Choose the yardstick that decides (domain.md, Pace).

    Inside a year a figure that meets the plan's target with full years only is judged by 年度
    alone, and by 规划 at the last complete year where the year is asked for nothing. Else 规划
    decides, and 年度 only where the plan's target lacks and a document gives the year's.
    """
    if by_year(course, moment):
        return _by_year(course, moment, entries)
    whole = overall(course, moment, entries)
    return (whole, None) if whole.grade else _without_plan(course, moment, entries, whole)


def by_year(course: Course, moment: Moment) -> bool:
    """Tell whether only 年度 can judge the moment's figure."""
    return moment.single or (course.full_years and not moment.period.ends_year)


def plan_stick(course: Course, moment: Moment, entries: Past) -> Yardstick | None:
    """Lay 规划 on what the plan had reached, within a year on what it had by the last full one.

    None in a plan of one year, and while no complete year has a figure.
    """
    if moment.single:
        return None
    if not by_year(course, moment):
        return overall(course, moment, entries)
    if moment.period.year == moment.plan.first_year:
        return None
    whole = overall(course, moment.at(year_end(moment.period.year - 1)), entries)
    return None if whole.actual is None else whole


def _by_year(course: Course, moment: Moment, entries: Past) -> Decisive:
    """Let 年度 decide, else 规划 at the last complete year."""
    year = annual(course, moment, entries)
    if year and year.grade:
        return year, None
    if in_year(course, moment.period, entries) is None:
        reason = lack(course, moment.period, entries, of_plan=False).grey
        return None, _first(course, year, reason)
    whole = plan_stick(course, moment, entries)
    return (whole, None) if whole and whole.grade else (None, lacking(course))


def _without_plan(course: Course, moment: Moment, entries: Past, whole: Yardstick) -> Decisive:
    """Let 年度 decide where the plan's target lacks, not a figure."""
    year = annual(course, moment, entries)
    if whole.actual is None:
        return None, _first(course, year, whole.grey)
    return (year, None) if year and year.grade else (None, whole.grey)


def _first(course: Course, year: Yardstick | None, grey: Grey | None) -> Grey | None:
    """Say what stands in the way first: 待下达 before a figure that nobody could judge."""
    return lacking(course) if course.waits and year is None else grey

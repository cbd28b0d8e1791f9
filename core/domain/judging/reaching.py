"""What an indicator had reached by a period, in its year or since the plan began, as one number."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from core.domain import outcome
from core.domain.judging.course import Course
from core.domain.judging.judgement import Grey
from core.domain.judging.timing import year_ends
from core.domain.period import Quarter
from core.domain.submission import Entry, Missing

Past = Mapping[Quarter, Entry]


class Lack(NamedTuple):
    """What stands in a number's place, and why there is none, as a clause in Chinese."""

    grey: Grey
    words: str


def in_year(course: Course, period: Quarter, entries: Past) -> Decimal | None:
    """Give the figure that was reported for a period, at the published decimals."""
    entry = entries.get(period)
    if entry is None or entry.figure is None:
        return None
    return outcome.number(entry.figure, course.indicator)


def in_plan(course: Course, period: Quarter, entries: Past) -> Decimal | None:
    """Give what the plan had reached by a period: 当年数 and yearly growth are put together.

    30 名 in 2021 and 25 by mid-2022 are 55; 4 % and 5 % less energy are 1 − 0.96 × 0.95 = 8.8 %;
    growths have a geometric mean (domain.md, Measures). Nothing can be put together while a year
    is missing.
    """
    if not course.of_years or period.year == course.plan.first_year:
        return in_year(course, period, entries)
    first = course.plan.first_year
    return outcome.reached(course.indicator, first, yearly(first, period, entries)).number


def lack(course: Course, period: Quarter, entries: Past, *, of_plan: bool) -> Lack:
    """Say why there is no number for a period, in its year or since the plan began."""
    entry = entries.get(period)
    if entry is None or entry.figure is None:
        early = entry is not None and entry.missing is Missing.UNPUBLISHED
        grey = Grey.UNPUBLISHED if early else Grey.MISSING
        return Lack(grey, f"{named(period)}无数据")
    first = course.plan.first_year
    figures = yearly(first, period, entries) if of_plan and course.of_years else ()
    absent = [str(year) for year, each in enumerate(figures, first) if not each]
    if absent:
        return Lack(Grey.MISSING, f"缺{'、'.join(absent)}年数据，不能合计")
    if outcome.number(entry.figure, course.indicator) is None:
        return Lack(Grey.UNDECIDED, f"“{entry.figure}”没有可比的数值")
    return Lack(Grey.UNDECIDED, "有的年份没有可比的数值，不能合计")


def named(period: Quarter) -> str:
    """Name a period: 2023年, 2024年上半年."""
    return f"{period.year}年" if period.ends_year else period.label


def yearly(first: int, period: Quarter, entries: Past) -> outcome.Yearly:
    """Give the figures of every full year from a first one until before a period, and its own."""
    found = map(entries.get, (*year_ends(first, period.year), period))
    return [entry.figure if entry else None for entry in found]

"""What an indicator had reached by a period, in its year or since the plan began, as one number."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from core.domain import outcome
from core.domain.course import Course
from core.domain.indicator import EnteredAs, Indicator, Measure
from core.domain.judgement import Grey
from core.domain.period import Quarter
from core.domain.submission import Entry, Missing
from core.domain.timing import year_end

Past = Mapping[Quarter, Entry]


class Reached(NamedTuple):
    """A number in the indicator's unit; without one what is amiss, and as a clause in Chinese."""

    number: Decimal | None
    grey: Grey | None = None
    lack: str = ""


def in_year(indicator: Indicator, period: Quarter, entries: Past) -> Reached:
    """Give the figure that was reported for a period, at the published decimals."""
    entry = entries.get(period)
    if entry is None or entry.figure is None:
        early = entry is not None and entry.missing is Missing.UNPUBLISHED
        grey = Grey.UNPUBLISHED if early else Grey.MISSING
        return Reached(None, grey, f"{named(period)}无数据")
    number = outcome.number(entry.figure, indicator)
    if number is None:
        return Reached(None, Grey.UNDECIDED, f"“{entry.figure}”没有可比的数值")
    return Reached(number)


def in_plan(course: Course, period: Quarter, entries: Past) -> Reached:
    """Give what the plan had reached by a period: 当年数 and yearly growth are put together.

    30 名 in 2021 and 25 by mid-2022 are 55; 4 % and 5 % less energy are 1 − 0.96 × 0.95 = 8.8 %;
    growths have a geometric mean (domain.md, Measures). Nothing can be put together while a year
    is missing.
    """
    own = in_year(course.indicator, period, entries)
    first = course.plan.first_year
    if own.number is None or period.year == first or not _made_of_years(course.indicator):
        return own
    found = {year: entries.get(year_end(year)) for year in range(first, period.year)}
    found[period.year] = entries.get(period)
    figures = {year: each.figure for year, each in found.items() if each and each.figure}
    whole = outcome.reached(course.indicator, range(first, period.year + 1), figures)
    if whole.number is not None:
        return Reached(whole.number)
    grey = Grey.MISSING if len(figures) < len(found) else Grey.UNDECIDED
    return Reached(None, grey, whole.lack)


def named(period: Quarter) -> str:
    """Name a period: 2023年, 2024年上半年."""
    return f"{period.year}年" if period.ends_year else period.label


def _made_of_years(indicator: Indicator) -> bool:
    """Tell whether the plan's figure is put together from those of its years."""
    match indicator.measure:
        case Measure.CUMULATIVE | Measure.REDUCTION:
            return indicator.entered_as is EnteredAs.YEAR
        case Measure.GROWTH:
            return True
        case _:
            return False

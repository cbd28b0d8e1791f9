"""The data's own time: by which quarter an indicator is judged as of another one."""

from functools import cache

from core.domain.indicator import Frequency
from core.domain.period import Quarter


@cache
def year_end(year: int) -> Quarter:
    """Give the quarter whose figures cover a whole year."""
    return Quarter(year, 4)


@cache
def year_ends(first: int, until: int) -> tuple[Quarter, ...]:
    """Give the quarters that cover the years from a first one until before another."""
    return tuple(year_end(year) for year in range(first, until))


@cache
def data_period(first_year: int, frequency: Frequency, as_of: Quarter) -> Quarter | None:
    """Give the latest quarter up to `as_of` in which a figure is due; None before the plan's first.

    A yearly statistic that is read in 2024Q2 is that of 2023, so it is judged at 2023Q4
    (domain.md, Pace).
    """
    if frequency.due(as_of.number):
        return as_of
    due = [number for number in range(1, as_of.number) if frequency.due(number)]
    if due:
        return Quarter(as_of.year, due[-1])
    return year_end(as_of.year - 1) if as_of.year > first_year else None

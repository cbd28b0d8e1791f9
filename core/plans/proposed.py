"""Rows that nobody gave: what single years and quarters are asked for by the plan's own target."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.domain.aims.trajectory import annual_target, quarterly_target
from core.domain.figure import Figure
from core.domain.indicator import Indicator
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from core.plans.contents import Cells
from core.plans.periods import ANNUAL, QUARTERLY

DERIVED, WHOLE = "推算", "即规划目标"


@dataclass(frozen=True, slots=True)
class Proposal:
    """A row as a card would hold it, and in Chinese where its number comes from."""

    cells: Cells
    note: str


def annual(plan: Plan, indicator: Indicator) -> Iterator[Proposal]:
    """Give the targets of the years for which no document gives one."""
    given = {each.year for each in indicator.annual_targets}
    for year in range(plan.first_year, plan.last_year + 1):
        target = None if year in given else annual_target(plan, indicator, year)
        if target:
            cells = _cells(ANNUAL.headers, str(year), target.figure)
            yield Proposal(cells, DERIVED if target.derived else WHOLE)


def quarterly(
    plan: Plan, indicator: Indicator, year: int, past: Mapping[Quarter, Entry]
) -> Iterator[Proposal]:
    """Give those of a year's quarters; `past` are the indicator's entries."""
    given = {each.quarter for each in indicator.quarterly_targets}
    for quarter in (Quarter(year, number) for number in range(1, 5)):
        target = None if quarter in given else quarterly_target(plan, indicator, quarter, past)
        if target and indicator.frequency.due(quarter.number):
            yield Proposal(
                _cells(QUARTERLY.headers, str(quarter), target.figure), target.basis.label
            )


def _cells(headers: tuple[str, ...], period: str, figure: Figure) -> Cells:
    """Make the texts of a row without its code."""
    _, first, second, *others = headers
    return {first: period, second: str(figure), **dict.fromkeys(others, "")}

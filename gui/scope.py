"""`Scope`: the plan and the quarter that the header chose for every page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.domain.period import Quarter

if TYPE_CHECKING:  # the first frame does not wait for the whole domain
    from datetime import date

    from core.ports import PlanSummary

AIM = "aim"  # the column of a way to 规划与指标 that asks there for an indicator's target


@dataclass(frozen=True, slots=True)
class Scope:
    """A plan and one of its quarters."""

    plan: "PlanSummary"
    quarter: Quarter


@dataclass(frozen=True, slots=True)
class Way:
    """Where one page leads to another: its title, and the form and cell that are meant.

    `text` is what stood half-typed in that cell; `plan` is the code of another plan.
    """

    page: str
    quarter: Quarter | None = None
    department: str = ""
    code: str = ""
    column: str = ""
    text: str | None = None
    plan: str = ""


def quarters(plan: "PlanSummary") -> tuple[Quarter, ...]:
    """Give the quarters of a plan, the newest first."""
    years = range(plan.last_year, plan.first_year - 1, -1)
    return tuple(Quarter(year, number) for year in years for number in (4, 3, 2, 1))


def sensible(plan: "PlanSummary", today: "date") -> Quarter:
    """Give the plan's end once that is past, until then the last quarter that is over."""
    now = Quarter(today.year, (today.month + 2) // 3)
    newest, *_, oldest = quarters(plan)
    return (
        next((each for each in quarters(plan) if each < now), oldest) if now <= newest else newest
    )

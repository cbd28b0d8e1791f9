"""Judging a plan as of a quarter, from what the database holds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from core.domain.calculated import with_calculated
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Decision, Entry
from core.errors import NotFoundError, UsageError
from core.ports import Store, UnitOfWork

if TYPE_CHECKING:  # 首页 reads plans and figures only, and does not wait for what judges them
    from core.reports.facts import Facts

_Entries = Mapping[str, Mapping[Quarter, Entry]]  # by code and quarter
_Decisions = Mapping[str, Decision]  # by code
_Known = tuple[Plan, Quarter, _Entries, _Decisions]


def collect(store: Store, plan: str, quarter: Quarter | None = None) -> "Facts":
    """Give a plan's figures and judgements; without a quarter as of the plan's last one.

    Raises NotFoundError for an unknown plan, UsageError for a quarter outside it.
    """
    with store.reading() as work:
        known = _read(work, plan, quarter)
    return judged(*known)


def of(work: UnitOfWork, plan: str, quarter: Quarter) -> "Facts":
    """Give what `collect` gives within a transaction."""
    return judged(*_read(work, plan, quarter))


def _read(work: UnitOfWork, plan: str, quarter: Quarter | None) -> _Known:
    """Read what is judged, and compute what formulas give."""
    found = find_plan(work, plan)
    as_of = within(found, quarter)
    until = [each for each in found.quarters if each <= as_of]
    entries = with_calculated(found, by_code(work.entries.of(plan, until)))
    decisions = {each.code: each for each in work.decisions.of(plan, as_of)}
    return plan_as_of(found, as_of), as_of, entries, decisions


def judged(then: Plan, as_of: Quarter, entries: _Entries, decisions: _Decisions) -> "Facts":
    """Judge what was read; `then` is the plan as of the quarter, computed figures are there."""
    from core.domain.completion import assess
    from core.reports.facts import Facts

    found = assess(then, as_of, entries, decisions)
    return Facts(then, as_of, entries, {each.code: each for each in found})


def find_plan(work: UnitOfWork, code: str) -> Plan:
    """Give a plan whole.

    Raises NotFoundError that names the known ones.
    """
    plan = work.plans.get(code)
    if plan is None:
        known = "、".join(summary.code for summary in work.plans.summaries()) or "无"
        raise NotFoundError(f"数据库中没有规划“{code}”，现有：{known}")
    return plan


def within(plan: Plan, quarter: Quarter | None) -> Quarter:
    """Give the quarter asked for, else the plan's last.

    Raises UsageError for one outside the plan's years.
    """
    if quarter is None:
        return plan.end
    if not plan.first_year <= quarter.year <= plan.last_year:
        years = f"{plan.first_year}Q1至{plan.last_year}Q4"
        raise UsageError(f"报告期{quarter}不在“{plan.name}”的{years}之内")
    return quarter


def by_code(entries: Iterable[Entry]) -> dict[str, dict[Quarter, Entry]]:
    """Put the entries of each indicator together."""
    found: defaultdict[str, dict[Quarter, Entry]] = defaultdict(dict)
    for entry in entries:
        found[entry.code][entry.quarter] = entry
    return found

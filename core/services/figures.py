"""The one way to the stored figures: what was reviewed stands, but for changes with a reason.

save(work, plan, entries, origin)               entries of a form that is open
take(work, plan, entries, at)                   the same, each with an origin of its own
put_over(work, plan, entry, origin, reason)     审定后改动, the reason on record
barred(work, plan, quarter) -> Barred           why an entry could not be saved

The figure of an item belongs to the form of the department that gives it; its explanation stays
open as long as the form of that department, or of the one that answers for the item, does.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain

from core.domain.cell import alike
from core.domain.indicator import Item
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.reviewing.alterations import blank
from core.domain.submission import Entry, Event, Origin, State
from core.errors import UserError
from core.ports import UnitOfWork
from core.services.clock import now

ALTERED = "审定后改动"  # under which stand the reasons of changes to what is reviewed
_FIXED = {
    State.REVIEWED: "要改请先退回，或由汇总单位写明理由后改数",
    State.APPROVED: "要改请由汇总单位写明理由后改数，或先撤销审定",
}


class FixedError(UserError):
    """Something was to be stored in a form that is 已审核 or 已审定."""


@dataclass(frozen=True)
class Barred:
    """What a quarter's reviewed forms let be changed: their states, and the plan's items."""

    states: Mapping[str, State]
    items: Mapping[str, Item]

    def why(self, before: Entry, after: Entry) -> str:
        """Say why an entry cannot become another; empty where it can."""
        item = self.items.get(after.code)
        state = self.states.get(item.duty.giver) if item else None
        if item is None or state is None or alike(before, after):
            return ""
        worded = replace(after, explanation=before.explanation)
        if alike(before, worded) and item.duty.lead not in self.states:
            return ""
        return f"“{item.name}”所在的报表{state.label}，{_FIXED[state]}"


def barred(work: UnitOfWork, plan: Plan, quarter: Quarter) -> Barred:
    """Give what the reviewed forms of a quarter bar."""
    given = work.submissions.of(plan.code, quarter)
    states = {each.department: each.state for each in given if each.state in _FIXED}
    return Barred(states, items(plan_as_of(plan, quarter)) if states else {})


def items(plan: Plan) -> Mapping[str, Item]:
    """Give a plan's indicators and milestones by code."""
    return {each.code: each for each in chain[Item](plan.indicators, plan.milestones)}


def save(work: UnitOfWork, plan: Plan, entries: Iterable[Entry], origin: Origin) -> None:
    """Store entries, each change on record.

    Raises FixedError where one belongs to a form that is 已审核 or 已审定; nothing is stored then.
    """
    take(work, plan, [(each, origin) for each in entries], now())


def take(work: UnitOfWork, plan: Plan, entries: Iterable[tuple[Entry, Origin]], at: str) -> None:
    """Store entries as `save` does, each with an origin of its own."""
    given = list(entries)
    by_quarter: defaultdict[Quarter, list[Entry]] = defaultdict(list)
    for entry, _ in given:
        by_quarter[entry.quarter].append(entry)
    for quarter, mine in by_quarter.items():
        _refuse(work, plan, quarter, mine)
    work.entries.take(plan.code, given, at)


def put_over(work: UnitOfWork, plan: Plan, entry: Entry, origin: Origin, reason: str) -> None:
    """Store an entry whatever the state of its form, and record why."""
    at = now()
    before = stored(work, plan, entry.quarter, [entry.code])[entry.code]
    place = entry.code, str(entry.quarter)
    work.entries.take(plan.code, [(entry, origin)], at)
    work.changes.note(plan.code, Event(ALTERED, *place, before.text, reason, origin, at))


def stored(
    work: UnitOfWork, plan: Plan, quarter: Quarter, codes: Iterable[str]
) -> Mapping[str, Entry]:
    """Give what stands under some codes, an empty entry where nothing does."""
    asked = list(codes)
    known = {each.code: each for each in work.entries.of(plan.code, [quarter], asked)}
    return {code: known.get(code) or blank(code, quarter) for code in asked}


def _refuse(work: UnitOfWork, plan: Plan, quarter: Quarter, entries: Sequence[Entry]) -> None:
    """Refuse entries of which one cannot be changed any more."""
    bars = barred(work, plan, quarter)
    if not bars.states:
        return
    before = stored(work, plan, quarter, [each.code for each in entries])
    for each in entries:
        if why := bars.why(before[each.code], each):
            raise FixedError(f"{why}；没有保存")

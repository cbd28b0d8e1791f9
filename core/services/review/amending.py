"""审定后改数: the office puts another, or a later, figure in the place of one that was reported.

What was reported stays in the chain of changes, and what was approved in its snapshot.
"""

from dataclasses import dataclass, replace

from core.domain import checks
from core.domain.calculated import takes
from core.domain.cell import TYPED, Column, alike, typed
from core.domain.indicator import Indicator, Item
from core.domain.issue import Issue, Severity
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry, Missing, Origin
from core.domain.vintage import Vintage
from core.errors import NotFoundError, UserError
from core.ports import Store
from core.services import figures
from core.services.assessment import by_code, find_plan, within
from core.services.review import review_steps

THROUGH = "改数"  # through what a figure came that was amended


@dataclass(frozen=True, slots=True)
class Amendment:
    """What is to stand in a column of an item; without a vintage it stays what it was.

    `missing` says why there is no figure, where the text clears it.
    """

    code: str
    column: Column
    text: str
    reason: str
    vintage: Vintage | None = None
    missing: Missing | None = None


@dataclass(frozen=True, slots=True)
class Amended:
    """What stands now, what reading its text changed, and what the checks find."""

    entry: Entry
    note: str
    issues: tuple[Issue, ...]


def amend(store: Store, plan: str, quarter: Quarter, amendment: Amendment, by: str) -> Amended:
    """Change what was reported of an item, the reason on record, whatever the form's state.

    Raises NotFoundError, UsageError, FigureError for a text that cannot be read, UserError without
    a reason, for what is the same as before, or what a check forbids; nothing is stored then.
    """
    reason = review_steps.reason(amendment.reason)
    with store.writing() as work:
        found = find_plan(work, plan)
        then = plan_as_of(found, within(found, quarter))
        item = _item(then, amendment)
        before = figures.stored(work, then, quarter, [item.code])[item.code]
        after, note = _typed(item, before, amendment)
        earlier = [each for each in found.quarters if each < quarter]
        past = by_code(work.entries.of(plan, earlier, [item.code])).get(item.code, {})
        issues = _checked(item, after, checks.check(item, after, past))
        figures.put_over(work, then, after, Origin(THROUGH, by), reason)
    return Amended(after, note, issues)


def _item(plan: Plan, amendment: Amendment) -> Item:
    """Give the item under which the figure stands: its source where it has one."""
    known = figures.items(plan)
    named = known.get(amendment.code)
    found = known.get(named.same_source or named.code) if named else None
    if found is None:
        raise NotFoundError(f"规划“{plan.code}”中没有指标“{amendment.code}”，没有改数")
    return found


def _typed(item: Item, before: Entry, amendment: Amendment) -> tuple[Entry, str]:
    """Give the entry as it becomes, and what reading the text changed."""
    if amendment.column not in TYPED:
        raise UserError(f"{amendment.column.label}不是填报的数，没有改数")
    made = typed(item, before, amendment.column, amendment.text)
    after = replace(made.entry, vintage=amendment.vintage or before.vintage)
    if empties(item, before, after):
        after = replace(after, missing=amendment.missing)
    if empties(item, before, after):
        raise UserError(f"“{item.name}”没有数也没有缺数原因，没有改动；请选择缺数原因")
    if alike(before, after):
        raise UserError(f"“{item.name}”和现在的一样，没有改动")
    return after, made.note


def empties(item: Item, before: Entry, after: Entry) -> bool:
    """Tell whether neither a figure nor a reason is left, where no formula gives one instead."""
    computed = isinstance(item, Indicator) and item.formula
    return takes(after) and not (takes(before) or computed)


def _checked(item: Item, entry: Entry, issues: tuple[Issue, ...]) -> tuple[Issue, ...]:
    """Refuse what cannot be true."""
    for each in issues:
        if each.severity is Severity.BLOCKING:
            raise UserError(f"{each.message}；“{item.name}”仍是原来的数，没有改动")
    return issues if not entry.empty else ()

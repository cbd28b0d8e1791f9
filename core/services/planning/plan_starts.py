"""Beginning a plan: a pattern is offered, what a person writes about it makes the plan."""

import re
from datetime import datetime

from core.domain.calculated import filled
from core.domain.plan import Plan
from core.plans import edits
from core.plans.cards import Card, Thing
from core.ports import Store, UnitOfWork
from core.services.assessment import find_plan
from core.services.planning import new_plans, plan_record

_YEAR = re.compile("(?:19|20)[0-9]{2}")


def create(store: Store, pattern: Plan, card: Card) -> str:
    """Store a new plan made of a pattern and of what a person wrote about it; give its code.

    Raises EditError, StorageError where the code is taken.
    """
    plan = _drafted(pattern, card)
    with store.writing() as work:
        work.plans.add(plan)
        plan_record.note(work, plan, "", f"新建规划：{plan.title}")
    return plan.code


def blank(store: Store, code: str) -> Plan:
    """Give the pattern of a blank plan; region and departments are those of a plan, if any."""
    with store.reading() as work:
        plan = work.plans.get(code)
    return new_plans.blank(plan, plan.last_year + 1 if plan else datetime.now().astimezone().year)


def copied(store: Store, code: str) -> Plan:
    """Give the pattern of a copy.

    Raises NotFoundError.
    """
    with store.reading() as work:
        return new_plans.copied(find_plan(work, code), _codes(work))


def succeeding(store: Store, code: str, *, with_bases: bool) -> Plan:
    """Give the pattern of the plan that follows; its bases are the last full year's figures.

    Raises NotFoundError.
    """
    with store.reading() as work:
        plan = find_plan(work, code)
        entries = work.entries.of(code, [plan.end]) if with_bases else ()
        counted = filled(plan, plan.end, {each.code: each for each in entries}).values()
        figures = {each.code: each.figure for each in counted if each.figure}
        return new_plans.succeeding(plan, _codes(work), figures)


def _drafted(pattern: Plan, card: Card) -> Plan:
    """Make a new plan of a pattern and of what a person wrote about it.

    Raises EditError.
    """
    first = card.cells["首年"].strip()
    years = int(first) - pattern.first_year if _YEAR.fullmatch(first) else 0
    return edits.put(new_plans.moved(pattern, years), Thing.PLAN, 0, card)


def _codes(work: UnitOfWork) -> list[str]:
    """Give the codes of all plans."""
    return [each.code for each in work.plans.summaries()]

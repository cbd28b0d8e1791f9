"""Which plan a form was made from: a digest of all that the plan says of a department's items."""

import json
from hashlib import sha256
from itertools import chain

from core.domain.indicator import Indicator, Item
from core.domain.plan import Plan


def revision(plan: Plan, department: str) -> str:
    """Give the digest; a change of other departments' items leaves it as it is.

    `plan` is as of the form's quarter.
    """
    mine = [
        _said(item)
        for item in chain[Item](plan.indicators, plan.milestones)
        if department in (item.duty.giver, item.duty.lead)
    ]
    return sha256(json.dumps(mine).encode()).hexdigest()


def _said(item: Item) -> tuple[str, ...]:
    """Give what decides how an item is filled in and what it is held against."""
    known = (item.code, item.name, item.definition, item.duty.giver, item.same_source)
    if not isinstance(item, Indicator):
        return (*known, item.node.value, item.planned)
    kinds = (item.measure, item.nature, item.frequency, item.growth_kind, item.entered_as)
    aims = (item.base, item.aim.printed, item.aim.state)
    computed = (item.formula,) if item.formula else ()
    return (*known, item.unit, str(item.decimals), *map(str, kinds), *map(str, aims), *computed)

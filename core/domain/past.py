"""A plan as it stood at the end of a quarter, so that older reports keep what held then."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from core.domain.dated import in_force
from core.domain.department import Department, Reform, Reorganisation
from core.domain.indicator import Duty, Indicator, Milestone
from core.domain.period import Quarter
from core.domain.plan import Plan

Item = TypeVar("Item", Indicator, Milestone)


def plan_as_of(plan: Plan, quarter: Quarter) -> Plan:
    """Leave out what was adjusted, defined, renamed or reorganised after a quarter's last day."""
    reforms = in_force(plan.reorganisations, quarter)
    return replace(
        plan,
        departments=tuple(_named(each, reforms) for each in plan.departments),
        indicators=tuple(
            _answered(indicator_as_of(each, quarter), reforms) for each in plan.indicators
        ),
        milestones=tuple(_answered(each, reforms) for each in plan.milestones),
        reorganisations=reforms,
    )


def indicator_as_of(indicator: Indicator, quarter: Quarter) -> Indicator:
    """Give an indicator with the target, base and definition in force at a quarter's last day."""
    revisions = in_force(indicator.revisions, quarter)
    bases = in_force(indicator.base_revisions, quarter)
    definitions = in_force(indicator.definitions, quarter)
    if not (indicator.revisions or bases or definitions):
        return indicator
    return replace(
        indicator,
        revisions=revisions,
        base=bases[-1].base if bases else indicator.base,
        definition=definitions[-1].words if definitions else indicator.definition,
    )


def _named(department: Department, reforms: tuple[Reorganisation, ...]) -> Department:
    """Give a department under the name that it has by then."""
    for each in reforms:
        if each.kind is Reform.RENAMED and each.code == department.code:
            department = replace(department, short_name=each.short_name, full_name=each.full_name)
    return department


def _answered(item: Item, reforms: tuple[Reorganisation, ...]) -> Item:
    """Give an item with the departments that answer for it by then."""
    duty = item.duty
    for each in reforms:
        if each.kind is Reform.MERGED or (each.kind is Reform.SPLIT and item.code in each.items):
            duty = _moved(duty, {each.code: each.into})
    return item if duty is item.duty else replace(item, duty=duty)


def _moved(duty: Duty, moves: Mapping[str, str]) -> Duty:
    """Put one department in another's place."""
    supporting = dict.fromkeys(moves.get(each, each) for each in duty.supporting)
    return Duty(
        moves.get(duty.lead, duty.lead),
        tuple(supporting),
        moves.get(duty.provider, duty.provider),
    )

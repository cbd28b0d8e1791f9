"""What the years to come must bring: for what is behind, and for the 约束性 in danger."""

from collections.abc import Collection, Iterator, Mapping

from core.domain.aims.requirement import Need, required
from core.domain.indicator import Binding, Indicator, Item
from core.domain.risk import NEVER, risks
from core.reports.columns import is_withheld
from core.reports.names import MOST, some
from core.reports.narrative.account import Account
from core.reports.narrative.counting import states
from core.reports.prose import Paragraph


def behind(account: Account) -> Iterator[Paragraph]:
    """Say what each year that is left must bring of what is behind."""
    found = [each for each in account.items if account.alarms(each)]
    yield from _asked(account, found, _risks(account))


def binding(account: Account) -> Iterator[Paragraph]:
    """Count the 约束性, name those that are in danger, and say what these need."""
    bound = account.only([each for each in account.items if _is_bound(each)])
    if not bound.items:
        return
    dangers = _risks(bound)
    found = [each for each in bound.items if each.code in dangers]
    said = f"约束性指标{bound.number(bound.items)}{states(bound)}。"
    yield Paragraph(said + _danger(bound, found))
    yield from _asked(bound, [each for each in found if not bound.alarms(each)], dangers)


def _danger(bound: Account, found: Collection[Item]) -> str:
    """Name those that will probably be missed, as long as that can be told."""
    if bound.facts.final or not bound.judged:
        return ""
    if not found:
        return "没有可能完不成的约束性指标。"
    return f"可能完不成的{bound.number(found)}是{some(each.name for each in found)}。"


def _asked(
    account: Account, items: Collection[Item], dangers: Mapping[str, str]
) -> Iterator[Paragraph]:
    """Say what items need, those whose figures are not for the public apart."""
    needs = [(each, said) for each in items if (said := _needed(account, each, dangers))]
    for hidden in (False, True):
        found = [(e, said) for e, said in needs if is_withheld(account.facts, e) is hidden]
        if found:
            told, left = [said for _, said in found[:MOST]], [e for e, _ in found[MOST:]]
            rest = f"其余{account.count(left)}从略。" if left else ""
            yield Paragraph(f"要实现规划目标：{'；'.join(told)}。{rest}", withheld=hidden)


def _needed(account: Account, item: Item, dangers: Mapping[str, str]) -> str:
    """Say what an item needs, and where no year has brought as much."""
    facts = account.facts
    if facts.final or not isinstance(item, Indicator):
        return ""
    needed = required(facts.plan, item, facts.as_of, facts.past(item))
    if needed is None or needed.kind is Need.MET:
        return ""
    beyond = dangers.get(item.code, "").endswith(NEVER)
    return f"{item.name}，{needed.dated}{NEVER if beyond else ''}"


def _risks(account: Account) -> dict[str, str]:
    """Say by code why a 约束性 will probably be missed."""
    facts = account.facts
    return risks(facts.plan, facts.as_of, facts.entries, facts.assessments)


def _is_bound(item: Item) -> bool:
    """Tell whether an item is 约束性."""
    return isinstance(item, Indicator) and item.binding is Binding.BINDING

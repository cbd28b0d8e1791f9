"""What the years to come must bring: for the 约束性 that are in danger, and for what is behind."""

from collections.abc import Iterator

from core.domain.indicator import Binding, Indicator
from core.domain.requirement import Need, Required, required
from core.domain.risk import ALARMING, risks
from core.domain.submission import Missing
from core.reports.columns import judged_entry
from core.reports.narrative.account import Account
from core.reports.narrative.counting import states
from core.reports.narrative.names import some
from core.reports.prose import Paragraph

_NEVER = "，以往没有一年达到过"


def binding(account: Account) -> Iterator[Paragraph]:
    """Count the 约束性, and name those that are in danger."""
    bound = account.of(each.code for each in account.items if _is_bound(each))
    if not bound.items:
        return
    said = f"约束性指标{len(bound.items)}{account.counter}{states(bound)}。"
    yield Paragraph(said + _danger(bound))


def asked(account: Account) -> Iterator[Paragraph]:
    """Say what each year that is left must bring of what is behind or in danger."""
    if account.facts.final:
        return
    dangers = _risks(account)
    found = [
        each
        for each in account.items
        if isinstance(each, Indicator) and (each.code in dangers or account.light(each) in ALARMING)
    ]
    for hidden in (False, True):
        part = [each for each in found if _withheld(account, each) is hidden]
        told = list(filter(None, (_needs(account, each) for each in part)))
        if told:
            yield Paragraph(f"要实现规划目标，{'；'.join(told)}。", withheld=hidden)


def _danger(account: Account) -> str:
    """Name those that will probably be missed."""
    dangers = _risks(account)
    names = [each.name for each in account.items if each.code in dangers]
    if account.facts.final:
        return ""
    if not names:
        return "没有可能完不成的约束性指标。" if account.judged else ""
    return f"可能完不成的{len(names)}{account.counter}是{some(names)}。"


def _needs(account: Account, indicator: Indicator) -> str:
    """Say what an indicator needs, and whether any year has brought as much."""
    needed = _required(account, indicator)
    if needed is None or needed.kind is Need.MET:
        return ""
    beyond = _risks(account.of([indicator.code])).get(indicator.code, "").endswith(_NEVER)
    return f"{indicator.name}，{needed.dated}{_NEVER if beyond else ''}"


def _required(account: Account, indicator: Indicator) -> Required | None:
    """Give what the years that are left must bring."""
    facts = account.facts
    return required(facts.plan, indicator, facts.as_of, facts.past(indicator))


def _risks(account: Account) -> dict[str, str]:
    """Say by code why a 约束性 will probably be missed."""
    facts, own = account.facts, {each.code for each in account.items}
    found = risks(facts.plan, facts.as_of, facts.entries, facts.assessments)
    return {code: why for code, why in found.items() if code in own}


def _is_bound(item: object) -> bool:
    """Tell whether an item is 约束性."""
    return isinstance(item, Indicator) and item.binding is Binding.BINDING


def _withheld(account: Account, indicator: Indicator) -> bool:
    """Tell whether the figure that an indicator is judged by is not for the public."""
    entry = judged_entry(account.facts, indicator)
    return entry is not None and entry.missing is Missing.WITHHELD

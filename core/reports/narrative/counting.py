"""How many items there are, and how many of them stand how."""

from collections import Counter
from collections.abc import Iterator, Sequence

from core.domain import numeral
from core.domain.indicator import Binding, Indicator, Item
from core.domain.plan import Section
from core.reports.names import some
from core.reports.narrative.account import Account, Group
from core.reports.prose import Paragraph

_FEW = 12  # categories that are told one by one


def whole(account: Account, whose: str) -> Paragraph:
    """Count all items: 按2023年全年填报情况，…主要指标共33个，其中提前实现4个、快于预期5个."""
    head = f"按{account.facts.as_of.label}填报情况，{whose}"
    return Paragraph(f"{head}共{account.number(account.items)}{_bound(account)}{states(account)}。")


def states(account: Account) -> str:
    """Count how they stand, as a clause behind their number."""
    judged, lacking = account.judged, account.open
    if not lacking and len(judged) == 1:
        return f"，{alike(account.items)}为{judged[0].word}"
    if not judged:
        return f"，{alike(account.items)}{account.waits}{_why(account, lacking)}"
    said = f"，其中{_counts(account, judged)}"
    number = account.number([item for each in lacking for item in each.items])
    return f"{said}，{account.waits}{number}{_why(account, lacking)}" if lacking else said


def alike(items: Sequence[Item]) -> str:
    """Say 均 of several."""
    return "均" if len(items) > 1 else ""


def categories(account: Account) -> Iterator[Paragraph]:
    """Count the items of each category, where there are some and not too many."""
    found = _parted(account)
    if not 1 < len(found) <= _FEW:
        return
    for number, (section, part) in enumerate(found, 1):
        text = f"共{part.count(part.items)}{states(part)}{_behind(part)}。"
        yield Paragraph(text, lead=f"（{numeral.spell(number)}）{section.name}。")


def _bound(account: Account) -> str:
    """Count them by 属性, where they have both."""
    bindings = Counter(each.binding for each in account.items if isinstance(each, Indicator))
    bound, expected = bindings[Binding.BINDING], bindings[Binding.EXPECTED]
    if not bound or not expected or bound + expected < len(account.items):
        return ""
    return f"（约束性{bound}{account.counter}、预期性{expected}{account.counter}）"


def _counts(account: Account, groups: Sequence[Group]) -> str:
    """Count the items of each group."""
    return "、".join(f"{each.word}{account.number(each.items)}" for each in groups)


def _why(account: Account, lacking: Sequence[Group]) -> str:
    """Say in brackets why they could not be judged; nothing where the word is the same."""
    if len(lacking) > 1:
        return f"（{_counts(account, lacking)}）"
    word = lacking[0].word
    return f"（{word}）" if word != account.waits else ""


def _behind(account: Account) -> str:
    """Name what is behind."""
    said = (f"{each.word}的是{some(each.names)}" for each in account.behind)
    return "".join(f"；{each}" for each in said)


def _parted(account: Account) -> list[tuple[Section, Account]]:
    """Part the items by what stands below the plan's root."""
    plan, parts = account.facts.plan, dict[str, list[Item]]()
    for item in account.items:
        path = plan.path(item.section)
        parts.setdefault(path[min(1, len(path) - 1)].code, []).append(item)
    return [(plan.section(code), account.only(of)) for code, of in parts.items()]

"""How many items there are, and how many of them stand how."""

from collections import Counter
from collections.abc import Iterator, Sequence

from core.domain import numeral
from core.domain.indicator import Binding, Indicator
from core.domain.plan import Section
from core.reports.narrative.account import Account, Group
from core.reports.narrative.names import some
from core.reports.prose import Paragraph

_FEW = 12  # categories that are told one by one


def whole(account: Account, whose: str = "") -> Paragraph:
    """Count all items: 按2023年全年填报情况，共33个指标，其中提前实现4个、快于预期5个."""
    total = f"{whose or account.name}共{len(account.items)}{account.counter}"
    said = f"按{account.facts.as_of.label}填报情况，{total}{_bound(account)}"
    return Paragraph(f"{said}{states(account)}。")


def states(account: Account) -> str:
    """Count how they stand, as a clause behind their number."""
    judged, total = account.judged, len(account.items)
    if not judged or (len(judged) == 1 and not account.open):
        alike = judged or account.open
        if len(alike) == 1:
            return f"，{'均' if total > 1 else ''}为{alike[0].word}"
    if not judged:
        return f"，尚不能判断，其中{_counts(account, account.open)}"
    said = f"，其中{_counts(account, judged)}"
    return f"{said}，{_lacking(account)}" if account.open else said


def categories(account: Account) -> Iterator[Paragraph]:
    """Count the items of each category, where there are some and not too many."""
    found = _parted(account)
    if not 1 < len(found) <= _FEW:
        return
    for number, (section, part) in enumerate(found, 1):
        text = f"共{part.count(len(part.items))}{states(part)}{_behind(part)}。"
        yield Paragraph(text, lead=f"（{numeral.spell(number)}）{section.name}。")


def _bound(account: Account) -> str:
    """Count them by 属性, where they have any."""
    bindings = Counter(each.binding for each in account.items if isinstance(each, Indicator))
    bound, expected = bindings[Binding.BINDING], bindings[Binding.EXPECTED]
    if not bound or not expected or bound + expected < len(account.items):
        return ""
    return f"（约束性{bound}{account.counter}、预期性{expected}{account.counter}）"


def _counts(account: Account, groups: Sequence[Group]) -> str:
    """Count the items of each group."""
    return "、".join(f"{each.word}{len(each.items)}{account.counter}" for each in groups)


def _lacking(account: Account) -> str:
    """Count what could not be judged, and by what stands in the status's place."""
    number, groups = sum(len(each.items) for each in account.open), account.open
    said = f"尚不能判断{number}{account.counter}"
    alone = f"（{groups[0].word}）" if len(groups) == 1 else f"（{_counts(account, groups)}）"
    return said + alone


def _behind(account: Account) -> str:
    """Name what is behind."""
    said = (f"{each.word}的是{some(item.name for item in each.items)}" for each in account.behind)
    return "".join(f"；{each}" for each in said)


def _parted(account: Account) -> list[tuple[Section, Account]]:
    """Part the items by what stands below the plan's root, or by the root of a box."""
    codes: dict[str, list[str]] = {}
    for item in account.items:
        path = account.facts.plan.path(item.section)
        codes.setdefault(path[min(1, len(path) - 1)].code, []).append(item.code)
    plan = account.facts.plan
    return [(plan.section(code), account.of(of)) for code, of in codes.items()]

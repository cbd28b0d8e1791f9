"""What is behind, with the reasons that were recorded, and what could not be judged."""

from collections.abc import Iterable, Iterator, Mapping

from core.domain.indicator import Item
from core.reports.columns import explained
from core.reports.narrative.account import Account, Group
from core.reports.narrative.names import MOST, some
from core.reports.prose import Paragraph

_UNSAID = "原因未填报"


def behind(account: Account) -> Iterator[Paragraph]:
    """Name what is behind and why; say so where nothing is."""
    if account.judged and not account.behind:
        yield Paragraph(f"没有{account.alarming}的{account.name}。")
    for group in account.behind:
        yield Paragraph(_named(account, group) + _why(account, group.items))


def lacking(account: Account) -> Iterator[Paragraph]:
    """Name what could not be judged, by what stands in the status's place."""
    groups = account.open
    if not groups:
        return
    number = sum(len(each.items) for each in groups)
    said = "；".join(_lacks(account, group) for group in groups)
    yield Paragraph(f"尚不能判断的有{account.count(number)}：{said}。")


def _named(account: Account, group: Group) -> str:
    """Name the items of a group, and those among them that are worst."""
    said = f"{group.word}的{account.count(len(group.items))}是{_names(group.items)}"
    *_, worst = inner = account.of(_codes(group.items)).judged
    if len(inner) == 1:
        return said
    return f"{said}，其中{worst.word}的{len(worst.items)}{account.counter}是{_names(worst.items)}"


def _why(account: Account, items: Iterable[Item]) -> str:
    """Give the recorded reasons, same ones together, and say where there is none."""
    found = _reasons(account, items)
    silent = found.pop("", [])
    if not found:
        return f"，{'均' if len(silent) > 1 else ''}{_UNSAID}。"
    if len(found) == 1 and not silent:
        return f"，主要原因是{next(iter(found))}。"
    told = [f"{_names(of)}，{reason}" for reason, of in list(found.items())[:MOST]]
    return f"，主要原因是：{'；'.join(told)}。{_rest(account, found)}{_silent(account, silent)}"


def _rest(account: Account, found: Mapping[str, list[Item]]) -> str:
    """Count those whose reasons would be too many to tell."""
    left = sum(len(of) for of in list(found.values())[MOST:])
    return f"其余{account.count(left)}的原因从略。" if left else ""


def _silent(account: Account, items: list[Item]) -> str:
    """Name those for which no reason was recorded."""
    number = account.count(len(items)) if len(items) > MOST else ""
    return f"{_names(items)}{number}{_UNSAID}。" if items else ""


def _reasons(account: Account, items: Iterable[Item]) -> dict[str, list[Item]]:
    """Put items with the same recorded reason together; those without one have an empty one."""
    found: dict[str, list[Item]] = {}
    for item in items:
        found.setdefault(reason(account, item), []).append(item)
    return found


def reason(account: Account, item: Item) -> str:
    """Give what was recorded of an item, on one line, without the mark that ends it."""
    lines = (line.strip() for line in explained(account.facts, item).splitlines())
    return "；".join(line.rstrip("。；，") for line in lines if line)


def _lacks(account: Account, group: Group) -> str:
    """Name the items of a group, each with what was recorded of it."""
    names = []
    for item in group.items:
        said = reason(account, item)
        names.append(f"{item.name}（{said}）" if said else item.name)
    return f"{group.word}{len(group.items)}{account.counter}，是{some(names)}"


def _names(items: Iterable[Item]) -> str:
    """Name some items."""
    return some(each.name for each in items)


def _codes(items: Iterable[Item]) -> list[str]:
    """Give the codes of items."""
    return [each.code for each in items]

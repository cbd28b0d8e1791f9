"""What is behind, with the reasons that were recorded."""

import re
from collections.abc import Iterable, Iterator, Sequence

from core.domain.indicator import Item
from core.reports.columns import explained
from core.reports.names import MOST, some
from core.reports.narrative.account import Account, Group
from core.reports.prose import Paragraph

_UNSAID = "原因未填报"
_OPENING = re.compile("(主要原因(是|为)?|原因(是|为)|主要(是|因为?|由于)?)[：，]?")
_Reasons = dict[str, list[Item]]


def title(account: Account) -> str:
    """Head the paragraphs: 滞后的指标."""
    return f"{'、'.join(account.alarming)}的{account.name}"


def behind(account: Account) -> Iterator[Paragraph]:
    """Name what is behind and why; say so where nothing is."""
    if account.judged and not account.behind:
        none = (f"没有{word}的{account.name}" for word in account.alarming)
        yield Paragraph("，也".join(none) + "。")
    for group in account.behind:
        yield Paragraph(_named(account, group) + _why(account, group.items))


def _named(account: Account, group: Group) -> str:
    """Name the items of a group, and those among them that are worst."""
    said = f"{group.word}的{account.count(group.items)}是{some(group.names)}"
    *_, worst = inner = account.only(group.items).judged
    if len(inner) == 1:
        return f"{said}，"
    return f"{said}，其中{worst.word}的{account.number(worst.items)}是{some(worst.names)}。"


def _why(account: Account, items: Iterable[Item]) -> str:
    """Give the recorded reasons, same ones together, and say where there is none."""
    found = _reasons(account, items)
    silent = found.pop("", [])
    if not found:
        return f"{_UNSAID}。" if len(silent) == 1 else "原因均未填报。"
    if len(found) == 1 and not silent:
        return f"主要原因是{next(iter(found))}。"
    return f"主要原因是：{_told(account, found)}。{_rest(account, found)}{_silent(account, silent)}"


def _told(account: Account, found: _Reasons) -> str:
    """Say each reason behind those that have it, of many reasons the first ones."""
    clauses = list(found.items())[:MOST]
    return "；".join(f"{_names(account, of)}，{reason}" for reason, of in clauses)


def _rest(account: Account, found: _Reasons) -> str:
    """Count those whose reasons would be too many to tell."""
    left = [item for of in list(found.values())[MOST:] for item in of]
    return f"其余{account.count(left)}的原因从略。" if left else ""


def _silent(account: Account, items: Sequence[Item]) -> str:
    """Name those for which no reason was recorded."""
    return f"{_names(account, items)}{_UNSAID}。" if items else ""


def _names(account: Account, items: Sequence[Item]) -> str:
    """Name some items, of many the first ones with their number."""
    number = account.count(items) if len(items) > MOST else ""
    return some(each.name for each in items) + number


def _reasons(account: Account, items: Iterable[Item]) -> _Reasons:
    """Put items with the same recorded reason together; those without one have an empty one."""
    found: _Reasons = {}
    for item in items:
        found.setdefault(_reason(explained(account.facts, item)), []).append(item)
    return found


def _reason(recorded: str) -> str:
    """Put a recorded reason on one line, without 主要原因是 before it and the mark behind it."""
    lines = (line.strip().rstrip("。；，") for line in recorded.splitlines())
    said = "；".join(line for line in lines if line)
    opening = _OPENING.match(said)
    return said[opening.end() :] if opening else said

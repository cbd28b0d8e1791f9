"""What could not be judged, and why."""

from collections.abc import Iterator

from core.domain.indicator import Indicator, Item
from core.reports.compared import asked_of
from core.reports.names import MOST, some
from core.reports.narrative.account import Account, Group
from core.reports.narrative.counting import alike
from core.reports.prose import Paragraph


def lacking(account: Account) -> Iterator[Paragraph]:
    """Name what could not be judged, by the word for why."""
    groups = account.open
    if not groups:
        return
    items = [item for each in groups for item in each.items]
    head = f"{account.waits}的{account.name}{account.number(items)}"
    if len(groups) == 1:
        word = groups[0].word
        why = f"，{alike(items)}为{word}" if word != account.waits else ""
        yield Paragraph(f"{head}{why}，是{_names(account, groups[0])}。")
        return
    told = (
        f"{each.word}{account.number(each.items)}，是{_names(account, each)}" for each in groups
    )
    yield Paragraph(f"{head}：{'；'.join(told)}。")


def derived(account: Account) -> Iterator[Paragraph]:
    """Count the year's targets that no document gives."""
    measured = (each for each in account.items if isinstance(each, Indicator))
    asked = (asked_of(account.facts, each) for each in measured)
    found = sum(each.derived for each in asked if each)
    if found:
        yield Paragraph(f"年度目标中有{found}{account.counter}没有文件下达，按规划目标推算。")


def _names(account: Account, group: Group) -> str:
    """Name the items of a group, where they are few each with what was recorded of it."""
    if len(group.items) > MOST:
        return some(group.names)
    said = ((each.name, _recorded(account, group.word, each)) for each in group.items)
    return some(f"{name}（{why}）" if why else name for name, why in said)


def _recorded(account: Account, word: str, item: Item) -> str:
    """Give why there is no figure, as far as it was recorded and the group's word does not say it.

    What was written beside a figure explains the figure, not that it could not be judged.
    """
    entry = account.facts.entry(item)
    if entry is None or entry.figure or not entry.missing:
        return ""
    kind = entry.missing.label
    written = "".join(entry.explanation.split()).rstrip("。；，")
    return "，".join(filter(None, ("" if kind == word else kind, written)))

"""What the cell of a form offers while it is filled in: a list, limits, what is to be entered."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.domain.cell import LONGEST_EXPLANATION, Column, choices
from core.domain.figure import Ratio
from core.domain.indicator import Indicator, Item, Measure, Milestone, Nature, Node

_LONGEST_PROMPT, _LONGEST_TITLE = 255, 32  # that Excel shows, in units of UTF-16
_HUGE = "1000000000000000"
_COUNTED = {
    Nature.POINT: "时点数，填期末数",
    Nature.FLOW: "时期数，填年初以来的累计数",
    Nature.RUNNING: "填规划以来的累计数",
    Nature.RATE: "比率",
    Nature.MEAN: "平均数",
}


@dataclass(frozen=True, slots=True)
class Offer:
    """`title` and `prompt` are shown beside the cell, `error` where something else is entered.

    `words` make a list; `low` and `high` bound a number or, where `length`, how many characters a
    text has. Where it does not `insist`, something else can be entered after all.
    """

    title: str
    prompt: str
    error: str = ""
    words: tuple[str, ...] = ()
    low: str = ""
    high: str = ""
    length: bool = False
    insist: bool = True


def reason(item: Item, words: str) -> Offer:
    """Say at a cell that is locked why it is."""
    return Offer(_cut(item.name, _LONGEST_TITLE), _cut(words, _LONGEST_PROMPT))


def offer(item: Item, column: Column, computed: str = "") -> Offer:
    """Give what a cell that can be typed into offers; those of one column mostly offer the same.

    `computed` says how a formula gives the figure, of an item that has one.
    """
    match column:
        case Column.FIGURE:
            return _figure(item, computed)
        case Column.MISSING:
            return Offer(
                "缺数原因", "本期没有数时，从列表里选一个原因；有数的不选。",
                "请从列表里选，或清空本格。", choices(item, column),
            )  # fmt: skip
        case Column.EXPLANATION:
            return Offer(
                "说明",
                f"变橙色的、进度滞后的、缺数的，写明原因，最多{LONGEST_EXPLANATION}个字。",
                f"说明最多{LONGEST_EXPLANATION}个字，请缩短。",
                low="0", high=str(LONGEST_EXPLANATION), length=True,
            )  # fmt: skip
        case Column.PROGRESS:
            return Offer(
                "形象进度", "填0到100之间的百分数，不用写百分号。",
                "形象进度在0到100之间，请改填。", low="0", high="100",
            )  # fmt: skip
        case _:
            return Offer(
                "同比", "填发布的不变价增速，单位%，不用写百分号；没有发布的留空。",
                "请核对：同比应填一个百分数。", low=f"-{_HUGE}", high=_HUGE, insist=False,
            )  # fmt: skip


def is_ratio(item: Item) -> bool:
    """Tell whether an item is filled in as 0.7:34.4:64.9, which Excel would take for a time."""
    if not isinstance(item, Indicator):
        return False
    printed = (each.core for each in (item.base, item.aim.printed) if each)
    return item.measure is Measure.STRUCTURE or any(isinstance(each, Ratio) for each in printed)


def _figure(item: Item, computed: str) -> Offer:
    """Offer the nodes of a milestone, ask for a number else; what is odd can still be entered."""
    title = _cut(item.name, _LONGEST_TITLE)
    said = _cut("\n".join(each for each in _said(item, computed) if each), _LONGEST_PROMPT)
    if isinstance(item, Milestone):
        words, free = choices(item, Column.FIGURE), item.node is Node.WORDS
        error = f"请从列表里选：{'、'.join(words)}。" + ("也可用自己的话写。" if free else "")
        return Offer(title, said, error, words, insist=not free)
    if is_ratio(item):
        return Offer(title, said)
    error = "请核对：这里应填数。没有数的请清空本格，再选缺数原因。"
    return Offer(title, said, error, low=f"-{_HUGE}", high=_HUGE, insist=False)


def _cut(text: str, most: int) -> str:
    """Give as much of a text as Excel shows."""
    units = text.encode("utf-16-le")
    if len(units) <= 2 * most:
        return text
    return units[: 2 * (most - 1)].decode("utf-16-le", "ignore") + "…"


def _said(item: Item, computed: str) -> Iterator[str]:
    """Say what kind of figure it is, and by which 口径."""
    yield f"由程序计算，不用填：{computed}" if computed else ""
    if isinstance(item, Milestone):
        yield "从列表里选已达到的节点" + ("，或用自己的话写" if item.node is Node.WORDS else "")
    else:
        counted = f"填{item.entered_as.label}" if item.entered_as else _COUNTED[item.nature]
        yield "分项填，写作0.7:34.4:64.9的样子" if is_ratio(item) else counted
        yield f"单位：{item.unit}（不用写），公布{item.decimals}位小数" if item.unit else ""
    yield f"口径：{item.definition}" if item.definition else ""
    yield f"备注：{item.remark}" if item.remark else ""

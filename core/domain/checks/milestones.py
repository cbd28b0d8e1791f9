"""Checks of a milestone: the node that was reached, and its 形象进度."""

from collections.abc import Sequence
from decimal import Decimal

from core.domain.cell import NOT_BEGUN, Column, choices
from core.domain.checks import catalogue
from core.domain.figure import WHOLE, Figure, Words
from core.domain.indicator import BUILT, Milestone, Node
from core.domain.issue import Issue
from core.domain.submission import Entry

_STEPS = (NOT_BEGUN, *(node.label for node in BUILT))
_FINISHED = _STEPS[_STEPS.index(Node.COMPLETED.label) :]


def node(item: Milestone, entry: Entry, _: Sequence[Entry]) -> Issue | None:
    """Ask for one of the words that name a node, or for words where a person judges."""
    figure, offered = entry.figure, choices(item, Column.FIGURE)
    if figure is None or entry.text in offered:
        return None
    if item.node is Node.WORDS and isinstance(figure.core, Words):
        return None
    said = f"的节点应从{'、'.join(offered)}里选，现为“{figure}”，请改选"
    return catalogue.NODE.issue(item, figure, said)


def node_back(item: Milestone, entry: Entry, before: Sequence[Entry]) -> Issue | None:
    """Look for a node that comes before one that was reported earlier."""
    if entry.text not in _STEPS:
        return None
    later = _STEPS[_STEPS.index(entry.text) + 1 :]
    last = next((each for each in reversed(before) if each.text in later), None)
    if last is None:
        return None
    said = (
        f"的节点现为“{entry.text}”，{last.quarter.label}已报“{last.text}”，请核对；"
        "确实退回的请写说明"
    )
    return catalogue.NODE_BACK.issue(item, entry.text, said)


def progress_kind(item: Milestone, entry: Entry, _: Sequence[Entry]) -> Issue | None:
    """Ask for a number of per cent."""
    if entry.progress is None or entry.progress.value is not None:
        return None
    said = f"的形象进度应填百分数，现为“{entry.progress}”，请改填"
    return catalogue.PROGRESS_KIND.issue(item, entry.progress, said)


def progress_range(item: Milestone, entry: Entry, _: Sequence[Entry]) -> Issue | None:
    """Look for a progress below nothing or beyond the whole."""
    number = _number(entry.progress)
    if number is None or 0 <= number <= WHOLE:
        return None
    said = f"的形象进度应在0到100之间，现为“{entry.progress}”，请改填"
    return catalogue.PROGRESS_RANGE.issue(item, entry.progress, said)


def progress_back(item: Milestone, entry: Entry, before: Sequence[Entry]) -> Issue | None:
    """Look for a progress that became smaller."""
    number = _number(entry.progress)
    numbers = ((each, _number(each.progress)) for each in reversed(before))
    last = next(((each, found) for each, found in numbers if found is not None), None)
    if number is None or last is None or number >= last[1]:
        return None
    said = (
        f"的形象进度现为“{entry.progress}”，比{last[0].quarter.label}的“{last[0].progress}”小，"
        "请核对；确实减少的请写说明"
    )
    return catalogue.PROGRESS_BACK.issue(item, entry.progress, said)


def progress_short(item: Milestone, entry: Entry, _: Sequence[Entry]) -> Issue | None:
    """Hint at a work that is finished and whose progress is not whole."""
    number = _number(entry.progress)
    if number is None or number >= WHOLE or entry.text not in _FINISHED:
        return None
    said = f"已报“{entry.text}”，形象进度现为“{entry.progress}”，请核对两者"
    return catalogue.PROGRESS_SHORT.issue(item, entry.progress, said)


def _number(progress: Figure | None) -> Decimal | None:
    """Give a progress as a number."""
    return None if progress is None else progress.value


CHECKS = (node, node_back, progress_kind, progress_range, progress_back, progress_short)

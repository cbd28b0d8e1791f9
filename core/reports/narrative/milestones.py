"""节点 and 民生实事 in counts."""

from collections.abc import Iterator, Sequence

from core.domain.judging.node import NodeJudged
from core.domain.livelihood import Tally, tallies
from core.reports.names import join, some
from core.reports.narrative.account import Account
from core.reports.prose import Paragraph


def nodes(account: Account) -> Iterator[Paragraph]:
    """Count the 节点, those whose time has come, and those of them that are not reached."""
    found = (account.facts.assessments[each.code].judged for each in account.items)
    judged = [each for each in found if isinstance(each, NodeJudged)]
    if judged:
        head = f"以节点为目标的{account.name}{len(judged)}{account.counter}"
        yield Paragraph(f"{head}，{_reached(account, judged)}；{_due(account, judged)}。")


def _reached(account: Account, judged: Sequence[NodeJudged]) -> str:
    """Count those that are reached."""
    reached = sum(each.reached is not None for each in judged)
    if reached in (0, len(judged)):
        each = "均" if len(judged) > 1 else ""
        return f"{each}{'已' if reached else '尚未'}达到节点"
    return f"已达到节点{reached}{account.counter}"


def _due(account: Account, judged: Sequence[NodeJudged]) -> str:
    """Count those whose time has come, and name those of them that are not reached."""
    due = [each for each in judged if each.planned <= account.facts.as_of]
    late = [each.milestone.name for each in due if each.reached is None]
    if not due:
        return "计划时间未到" if len(judged) == 1 else "计划时间均未到"
    head = f"计划时间已到{len(due)}{account.counter}"
    if not late:
        return f"{head}，没有未达到的"
    return f"{head}，其中未达到{len(late)}{account.counter}，是{some(late)}"


def livelihood(account: Account) -> Iterator[Paragraph]:
    """Count the 民生实事 that are done, and say how far the others are.

    One of which only some rows belong to the account is left out.
    """
    own = {each.code for each in account.items}
    counted = tallies(account.facts.plan, account.facts.assessments.values())
    found = [each for each in counted if own.issuperset(each.rows)]
    if found:
        yield Paragraph(f"民生实事{len(found)}件，{_done(found)}。")


def _done(found: Sequence[Tally]) -> str:
    """Name what is done and what is not."""
    done = [each.name for each in found if each.done]
    left = [f"{each.name}（{each.words}）" for each in found if not each.done]
    if not left:
        return f"{'均' if len(done) > 1 else ''}已完成"
    if not done:
        return f"{'均' if len(left) > 1 else ''}尚未完成：{join(left)}"
    return f"已完成{len(done)}件，是{join(done)}；尚未完成{len(left)}件，是{join(left)}"

"""节点 and 民生实事 in counts."""

from collections.abc import Iterator

from core.domain.livelihood import Tally, tallies
from core.domain.node import NodeJudged
from core.reports.narrative.account import Account
from core.reports.narrative.names import some
from core.reports.prose import Paragraph


def nodes(account: Account) -> Iterator[Paragraph]:
    """Count the 节点, those whose time has come, and those of them that are not reached."""
    found = [account.facts.assessments[each.code].judged for each in account.items]
    judged = [each for each in found if isinstance(each, NodeJudged)]
    if not judged:
        return
    reached = sum(each.reached is not None for each in judged)
    due = [each for each in judged if each.planned <= account.facts.as_of]
    late = [each.milestone.name for each in due if each.reached is None]
    name, each = account.name, account.counter
    said = f"有节点的{name}{len(judged)}{each}，已达到节点{reached}{each}"
    said += f"；计划时间已到{len(due)}{each}" if due else "；计划时间都还没有到"
    said += f"，其中未达到节点的{len(late)}{each}是{some(late)}" if late else ""
    yield Paragraph(f"{said}。")


def livelihood(account: Account) -> Iterator[Paragraph]:
    """Count the 民生实事 that are done, and say how far the others are."""
    own = {each.code for each in account.items}
    counted = tallies(account.facts.plan, account.facts.assessments.values())
    found = [each for each in counted if own.issuperset(each.rows)]
    if found:
        yield Paragraph(f"民生实事{len(found)}件，{_done(found)}。")


def _done(found: list[Tally]) -> str:
    """Name what is done and what is not."""
    done = [each.name for each in found if each.done]
    left = [f"{each.name}（{each.words}）" for each in found if not each.done]
    if not left:
        return "全部完成" if len(done) > 1 else f"已完成，是{done[0]}"
    said = f"已完成{len(done)}件，是{some(done)}" if done else "已完成0件"
    return f"{said}；尚未完成{len(left)}件，是{'、'.join(left)}"

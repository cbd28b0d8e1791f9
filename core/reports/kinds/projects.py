"""重点工程进展: every work of a plan's boxes, 专栏 by 专栏."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.domain.indicator import Indicator, Item
from core.domain.plan import SectionKind
from core.errors import NotFoundError
from core.reports import achieved, data, legends
from core.reports.content import Report, Table
from core.reports.facts import Facts
from core.reports.figure_charts import status_chart
from core.reports.heading import headed, told
from core.reports.kinds import works
from core.reports.narrative import prose

NOTHING = "所选范围里没有专栏工程，没有生成报告；请改选规划、类别或责任单位"


def build(facts: Facts) -> Report:
    """Say what 重点工程进展 says: under each box and group its works, how far and by whom.

    Raises NotFoundError where the plan has no boxes, or the selection leaves none of their works.
    """
    found = tuple(each for each in works.chosen(facts) if _boxed(facts, each))
    if not found:
        raise NotFoundError(NOTHING)
    made = works.table(facts, found, ("工程", "累计完成", "形象\n进度"))
    made = replace(made, notes=legends.closed(_notes(facts, found, made)))
    sheet = data.sheet(facts, found, (facts.as_of,), {"累计完成": achieved.total(facts)})
    report = headed(facts, "projects", f"{facts.plan.name}重点工程进展", (made,), sheet)
    return told(report, prose.projects(facts, found), [status_chart(facts, found)])


def _boxed(facts: Facts, item: Item) -> bool:
    """Tell whether an item stands in a box."""
    return facts.plan.path(item.section)[0].kind is SectionKind.BOX


def _notes(facts: Facts, found: Sequence[Item], made: Table) -> Iterator[str]:
    """Count boxes and works, and say what else is to be known."""
    boxes = len({facts.plan.path(each.section)[0].code for each in found})
    counted = sum(isinstance(each, Indicator) for each in found)
    yield f"{boxes}个专栏，{legends.counts(facts, found)}"
    yield f"有数量目标的{counted}项，按节点推进的{len(found) - counted}项"
    yield from works.notes(facts, found, made)

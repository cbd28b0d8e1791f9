"""The kinds of report, each with its title and the function that says its content."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from core.errors import NotFoundError
from core.reports import (
    annual,
    appendix,
    department,
    heatmap,
    progress,
    projects,
    quarterly,
    submissions,
    trace,
)
from core.reports.content import Report
from core.reports.facts import Facts


class Need(Enum):
    """What a kind draws on beyond a plan's figures and judgements; see `Facts`."""

    LIGHTS = auto()
    STANDINGS = auto()
    CHANGES = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report: its code on the command line, its Chinese title, its content.

    `needs` is collected for it. One `for_department` is always about one department's items.
    """

    code: str
    title: str
    build: Callable[[Facts], Report]
    needs: frozenset[Need] = frozenset()
    for_department: bool = False


KINDS = (
    Kind("completion", "规划主要指标完成情况", appendix.completion),
    Kind("targets", "主要指标", appendix.targets),
    Kind("progress", "规划实施进展", progress.build),
    Kind("quarterly", "季度完成情况", quarterly.build),
    Kind("department", "部门完成情况", department.build, for_department=True),
    Kind("projects", "重点工程进展", projects.build),
    Kind("annual", "政府工作报告目标完成情况", annual.build, frozenset({Need.LIGHTS})),
    Kind("heatmap", "晴雨表", heatmap.build, frozenset({Need.LIGHTS})),
    Kind("submissions", "报送情况通报", submissions.build, frozenset({Need.STANDINGS})),
    Kind("trace", "数据来源", trace.build, frozenset({Need.CHANGES})),
)


def fitting(*, department: bool) -> tuple[Kind, ...]:
    """Give the kinds that can be asked for with a department chosen, or without one."""
    return tuple(each for each in KINDS if department or not each.for_department)


def kind(code: str) -> Kind:
    """Give a kind by its code.

    Raises NotFoundError that names the known ones.
    """
    for known in KINDS:
        if known.code == code:
            return known
    names = "、".join(f"{known.code}（{known.title}）" for known in KINDS)
    raise NotFoundError(f"没有“{code}”这种报告，现有：{names}")

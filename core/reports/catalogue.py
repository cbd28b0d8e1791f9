"""The kinds of report, each with its title and the function that says its content.

A list of kinds is shown before any is drawn, so that what draws one is imported with it.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from core.errors import NotFoundError

if TYPE_CHECKING:
    from collections.abc import Callable

    from core.reports.content import Report
    from core.reports.facts import Facts


class Need(Enum):
    """What a kind draws on beyond a plan's figures and judgements; see `Facts`."""

    LIGHTS = auto()
    TURNS = auto()  # the lights of the quarter and of the one before, which cost less
    STANDINGS = auto()
    CHANGES = auto()
    SIGNATURES = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report: its code on the command line, its Chinese title, its content.

    `needs` is collected for it. One `for_department` is always about one department's items.
    """

    code: str
    title: str
    build: "Callable[[Facts], Report]"
    needs: frozenset[Need] = frozenset()
    for_department: bool = False


def _completion(facts: "Facts") -> "Report":
    from core.reports.kinds import appendix

    return appendix.completion(facts)


def _targets(facts: "Facts") -> "Report":
    from core.reports.kinds import appendix

    return appendix.targets(facts)


def _progress(facts: "Facts") -> "Report":
    from core.reports.kinds import progress

    return progress.build(facts)


def _quarterly(facts: "Facts") -> "Report":
    from core.reports.kinds import quarterly

    return quarterly.build(facts)


def _department(facts: "Facts") -> "Report":
    from core.reports.kinds import department

    return department.build(facts)


def _projects(facts: "Facts") -> "Report":
    from core.reports.kinds import projects

    return projects.build(facts)


def _annual(facts: "Facts") -> "Report":
    from core.reports.kinds import annual

    return annual.build(facts)


def _heatmap(facts: "Facts") -> "Report":
    from core.reports.kinds import heatmap

    return heatmap.build(facts)


def _submissions(facts: "Facts") -> "Report":
    from core.reports.kinds import submissions

    return submissions.build(facts)


def _trace(facts: "Facts") -> "Report":
    from core.reports.kinds import trace

    return trace.build(facts)


_TURNED = frozenset({Need.TURNS})
KINDS = (
    Kind("completion", "规划主要指标完成情况", _completion),
    Kind("targets", "主要指标", _targets),
    Kind("progress", "规划实施进展", _progress, _TURNED),
    Kind("quarterly", "季度完成情况", _quarterly, _TURNED),
    Kind(
        "department",
        "部门完成情况",
        _department,
        _TURNED | {Need.SIGNATURES},
        for_department=True,
    ),
    Kind("projects", "重点工程进展", _projects, _TURNED),
    Kind("annual", "政府工作报告目标完成情况", _annual, _TURNED),
    Kind("heatmap", "晴雨表", _heatmap, frozenset({Need.LIGHTS})),
    Kind("submissions", "报送情况通报", _submissions, frozenset({Need.STANDINGS})),
    Kind("trace", "数据来源", _trace, frozenset({Need.CHANGES})),
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

"""The kinds of report, each with its title and the function that says its content."""

from collections.abc import Callable
from dataclasses import dataclass

from core.errors import NotFoundError
from core.reports import appendix
from core.reports.content import Report
from core.reports.facts import Facts


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report: its code on the command line, its Chinese title, its content."""

    code: str
    title: str
    build: Callable[[Facts], Report]


KINDS = (
    Kind("completion", "规划主要指标完成情况", appendix.completion),
    Kind("targets", "主要指标", appendix.targets),
)


def kind(code: str) -> Kind:
    """Give a kind by its code.

    Raises NotFoundError that names the known ones.
    """
    for known in KINDS:
        if known.code == code:
            return known
    names = "、".join(f"{known.code}（{known.title}）" for known in KINDS)
    raise NotFoundError(f"没有“{code}”这种报告，现有：{names}")

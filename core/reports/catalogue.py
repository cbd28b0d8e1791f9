"""The kinds of report, each with its title and the function that says its content."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of report: its code on the command line and its Chinese title."""

    code: str
    title: str


KINDS = (
    Kind("completion", "规划主要指标完成情况"),
    Kind("targets", "主要指标"),
)

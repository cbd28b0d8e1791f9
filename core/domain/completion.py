"""总结评估: the final figure against the target, in words of the plan's own dictionary."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from core.domain import explanation, outcome
from core.domain.figure import Bound, Span
from core.domain.finding import Finding, find
from core.domain.indicator import Binding, Indicator, Measure
from core.domain.period import Quarter
from core.domain.plan import Dictionary, Plan
from core.domain.submission import Decision, Entry
from core.domain.words import Word


class Grade(Enum):
    """How the final figure stands to the target, best first; the value is a dictionary field."""

    EARLY = "early"
    EXCEEDED = "exceeded"
    FULL = "full"
    NEARLY = "nearly"
    MISSED = "missed"


class Light(Word):
    """The light beside a status."""

    BLUE = "blue", "蓝"
    GREEN = "green", "绿"
    YELLOW = "yellow", "黄"
    RED = "red", "红"
    GREY = "grey", "灰"


_LIGHTS = {
    Grade.EARLY: Light.BLUE,
    Grade.EXCEEDED: Light.BLUE,
    Grade.FULL: Light.GREEN,
    Grade.NEARLY: Light.YELLOW,
    Grade.MISSED: Light.RED,
}


@dataclass(frozen=True, slots=True)
class Assessment:
    """完成情况: the status in force, the one suggested, and the sentence that explains both.

    `completion` is 目标完成率 and `progress` 增量进度, fractions; empty words mean 待定.
    """

    code: str
    status: str
    suggested: str
    light: Light
    sentence: str
    data_period: Quarter | None = None
    completion: Decimal | None = None
    progress: Decimal | None = None
    decision: Decision | None = None

    @property
    def overridden(self) -> bool:
        """Whether a person's decision stands where the rule says something else."""
        return self.decision is not None and self.status != self.suggested


def assess(
    plan: Plan,
    as_of: Quarter,
    entries: Mapping[str, Mapping[Quarter, Entry]],
    decisions: Mapping[str, Decision],
) -> tuple[Assessment, ...]:
    """Judge every indicator of the plan as of a quarter, in printed order.

    `entries` are given by code and quarter, `decisions` by code for that quarter.
    """
    return tuple(
        judge(
            plan,
            indicator,
            as_of,
            entries.get(indicator.same_source or indicator.code, {}),
            decisions.get(indicator.code),
        )
        for indicator in plan.indicators
    )


def judge(
    plan: Plan,
    indicator: Indicator,
    as_of: Quarter,
    entries: Mapping[Quarter, Entry],
    decision: Decision | None = None,
) -> Assessment:
    """Judge one indicator; before the plan's end the figures are told and no word is given."""
    finding = find(plan, indicator, as_of, entries)
    grade = _grade(plan, finding) if as_of == plan.end else None
    suggested = word(plan.dictionary, grade) if grade else ""
    status = decision.status if decision else suggested
    return Assessment(
        code=indicator.code,
        status=status,
        suggested=suggested,
        light=light(plan.dictionary, status),
        sentence=explanation.sentence(plan, finding, suggested, decision),
        data_period=finding.period,
        completion=finding.share,
        progress=finding.progress,
        decision=decision,
    )


def word(dictionary: Dictionary, grade: Grade) -> str:
    """Give the plan's word for a grade; without 超额完成 its figures are 全面完成."""
    return str(getattr(dictionary, grade.value)) or dictionary.full


def light(dictionary: Dictionary, status: str) -> Light:
    """Give the light of a status word; grey for none and for a word outside the dictionary."""
    grades = {getattr(dictionary, grade.value): grade for grade in Grade}
    return _LIGHTS[grades[status]] if status and status in grades else Light.GREY


def _grade(plan: Plan, finding: Finding) -> Grade | None:
    """Compare the final figure with the target (domain.md, 总结); None when one is missing."""
    if finding.margin is None:
        return None
    if finding.margin > 0 and not _within_span(finding):
        return Grade.EARLY if finding.reached_before else Grade.EXCEEDED
    if finding.margin >= 0 or _about(finding):
        return Grade.FULL
    if finding.indicator.binding is Binding.BINDING:
        return Grade.MISSED
    floor = plan.dictionary.floor
    near = floor is None or (finding.share is not None and finding.share >= floor)
    return Grade.NEARLY if near else Grade.MISSED


def _within_span(finding: Finding) -> bool:
    """Tell whether a figure stands between the ends of a target that is a range."""
    printed, actual = finding.indicator.aim.printed, finding.actual
    if actual is None or printed is None or not isinstance(printed.core, Span):
        return False
    return printed.core.low <= actual <= printed.core.high


def _about(finding: Finding) -> bool:
    """Tell whether a 左右 target is met within 2 %; a binding target has no tolerance."""
    indicator, printed = finding.indicator, finding.indicator.aim.printed
    loose = printed is not None and printed.bound is Bound.ABOUT
    if not loose or indicator.binding is Binding.BINDING or indicator.measure is Measure.STRUCTURE:
        return False
    asked, margin = finding.asked or Decimal(0), finding.margin or Decimal(0)
    return -margin <= outcome.ABOUT_TOLERANCE * abs(asked)

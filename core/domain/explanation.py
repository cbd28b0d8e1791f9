"""The sentence that explains a status with its numbers and thresholds."""

from dataclasses import replace
from decimal import Decimal

from core.domain import outcome
from core.domain.figure import WHOLE, Figure, half_up
from core.domain.finding import Finding
from core.domain.indicator import Binding, Direction, Indicator, Measure
from core.domain.judged import Judged
from core.domain.node import NodeJudged
from core.domain.plan import Plan
from core.domain.submission import Decision
from core.domain.target import Target, TargetState
from core.domain.unit import worded
from core.domain.vintage import Vintage


def sentence(judged: Judged | NodeJudged, decision: Decision | None) -> str:
    """Explain the suggestion, and the decision where it differs."""
    if isinstance(judged, NodeJudged):
        return f"{judged.suggested or '待定'}。"
    plan, finding, suggested = judged.plan, judged.finding, judged.suggested
    clauses = [f"{_actual(finding)}，{_aim(finding.indicator)}{_comparison(plan, finding)}"]
    clauses += [_verdict(plan, finding, suggested)]
    if decision and decision.status != suggested:
        clauses += [f"{decision.by}为{decision.status}（依据：{decision.grounds}）"]
    return "；".join(clause for clause in clauses if clause) + "。"


def percent(fraction: Decimal) -> str:
    """Write a fraction as a percentage with two decimals: 1.1599 → 115.99%."""
    return f"{half_up(fraction * WHOLE, 2).normalize():f}%"


def _actual(finding: Finding) -> str:
    """Say what was reached, or why nothing can be said."""
    entry, indicator = finding.entry, finding.indicator
    if finding.actual is None or finding.period is None or entry is None or entry.figure is None:
        return _absent(finding)
    kind = "预计" if entry.vintage is Vintage.EXPECTED else "实际"
    own = finding.actual == outcome.number(entry.figure, indicator)
    figure = entry.figure.rounded(indicator.decimals) if own else Figure(finding.actual)
    said = kind if own else kind + _whole(indicator)
    return f"{finding.period.year}年{said}{worded(figure, indicator.unit)}"


def _whole(indicator: Indicator) -> str:
    """Name what several years were put together into."""
    match indicator.measure:
        case Measure.GROWTH:
            return "年均"
        case Measure.ANNUAL:
            return "各年最高" if _lower(indicator) else "各年最低"
        case _:
            return "累计"


def _absent(finding: Finding) -> str:
    """Say why there is no figure, in the words that were recorded."""
    if not finding.lack:
        return f"截至{finding.as_of.label}没有完整年度数据"
    entry = finding.entry
    noted = [entry.missing.label] if entry and entry.missing else []
    noted += [entry.explanation] if entry and entry.explanation else []
    return finding.lack + (f"（{'，'.join(noted)}）" if noted else "")


def _aim(indicator: Indicator) -> str:
    """Say the target, and its revision where there is one."""
    said = f"规划目标{_target(indicator.target, indicator)}"
    if indicator.revisions:
        revision = indicator.revisions[-1]
        said += f"，已调整为{_target(revision.target, indicator)}（{revision.reason}）"
    return said


def _target(target: Target, indicator: Indicator) -> str:
    """Word a target: as printed, else its state, else the number by which it is judged."""
    if target.printed:
        return worded(target.printed, indicator.unit)
    asked = outcome.goal(replace(indicator, target=target, revisions=()))
    if asked is not None:
        return worded(Figure(asked), indicator.unit) + "（原表列位不明）"
    return "待下达" if target.state is TargetState.PENDING else "未印出"


def _comparison(plan: Plan, finding: Finding) -> str:
    """Say both numbers' relation: share of the target and difference."""
    if finding.margin is None or finding.asked is None:
        return ""
    said = "，按末位比较" if finding.indicator.measure is Measure.STRUCTURE else ""
    if finding.share is not None:
        turned = "（越低越好，目标与实际之比）" if _lower(finding.indicator) else ""
        said += f"，完成率{_shown(finding.share, plan.dictionary.floor)}{turned}"
    if finding.progress is not None and finding.as_of != plan.end:
        said += f"，增量进度{percent(finding.progress)}"
    if finding.margin:
        side = "优于" if finding.margin > 0 else "差于"
        said += f"，{side}目标{_difference(abs(finding.margin), finding.indicator.unit)}"
    return said if finding.margin else said + "，与目标相等"


def _shown(share: Decimal, floor: Decimal | None) -> str:
    """Write a share so that one just below the floor does not read like the floor."""
    if floor is not None and share < floor and percent(share) == percent(floor):
        return f"不足{percent(floor)}"
    return percent(share)


def _difference(amount: Decimal, unit: str) -> str:
    """Write a difference in the unit; shares differ by 百分点."""
    return f"{amount.normalize():f}" + ("个百分点" if unit == "%" else unit)


def _verdict(plan: Plan, finding: Finding, suggested: str) -> str:
    """Say which rule gives the word."""
    if finding.as_of != plan.end:
        return f"建议为{suggested}"
    if not suggested:
        lacks_target = finding.asked is None and finding.actual is not None
        return "目标没有可比的数值，不作建议" if lacks_target else "完成情况待定"
    mark = "（建议，须人确认）" if finding.indicator.measure is Measure.STRUCTURE else ""
    return f"{_rule(plan, finding, suggested)}，建议为{suggested}{mark}"


def _rule(plan: Plan, finding: Finding, suggested: str) -> str:
    """Name the rule of the dictionary that applied."""
    words, binding = plan.dictionary, finding.indicator.binding
    if suggested == words.early:
        return "此前年度已达到目标" if finding.yearly else "优于目标且无分年数据"
    if suggested in (words.full, words.exceeded):
        margin = finding.margin or Decimal(0)
        if margin < 0:
            return f"目标为左右，相差{percent(outcome.ABOUT_TOLERANCE)}以内"
        return "末年才优于目标" if margin > 0 and not finding.reached_before else "达到目标"
    if binding is Binding.BINDING:
        return "约束性指标须达到目标"
    if words.floor is None:
        return f"本规划对{words.nearly}不设下限"
    return f"预期性指标完成率{percent(words.floor)}及以上为{words.nearly}，以下为{words.missed}"


def _lower(indicator: Indicator) -> bool:
    """Tell whether lower is better."""
    return indicator.direction is Direction.LOWER

"""What was reached and what was asked for, as the sentences of every phase say it."""

from dataclasses import replace
from decimal import Decimal

from core.domain import outcome, told
from core.domain.figure import Figure
from core.domain.indicator import Direction, Indicator, Measure
from core.domain.judging.finding import Finding
from core.domain.judging.reaching import named
from core.domain.target import Target, TargetRevision, TargetState
from core.domain.unit import worded
from core.domain.vintage import Vintage


def actual(finding: Finding) -> str:
    """Say what was reached, or why nothing can be said."""
    entry, indicator = finding.entry, finding.indicator
    if finding.actual is None or finding.period is None or entry is None or entry.figure is None:
        return _absent(finding)
    kind = "预计" if entry.vintage is Vintage.EXPECTED else "实际"
    own = finding.actual == outcome.number(entry.figure, indicator)
    figure = entry.figure.rounded(indicator.decimals) if own else Figure(finding.actual)
    said = kind if own else kind + _whole(indicator)
    return f"{named(finding.period)}{said}{worded(figure, indicator.unit)}"


def aim(indicator: Indicator) -> str:
    """Say the target, and its revision where there is one."""
    return planned(indicator.target, indicator) + revision(indicator)


def planned(asked: Target, indicator: Indicator) -> str:
    """Say a plan's target: 规划目标750亿元, 规划目标为在基期上提高0.7年."""
    adds = outcome.increment(_aiming(asked, indicator)) is not None
    return f"规划目标{'为' if adds else ''}{target(asked, indicator)}"


def revision(indicator: Indicator) -> str:
    """Say what a target was changed into, and why."""
    if not indicator.revisions:
        return ""
    last = indicator.revisions[-1]
    return f"，已调整为{target(last.target, indicator)}（{_grounds(last)}）"


def target(asked: Target, indicator: Indicator) -> str:
    """Word a target: as printed, else its state, else the number by which it is judged."""
    aiming = _aiming(asked, indicator)
    number, more = outcome.goal(aiming), outcome.increment(aiming)
    if more is not None:
        return _added(more, number, indicator)
    if asked.printed:
        return worded(asked.printed, indicator.unit)
    if number is not None:
        return worded(Figure(number), indicator.unit) + "（原表列位不明）"
    return "待下达" if asked.state is TargetState.PENDING else "未印出"


def lower(indicator: Indicator) -> bool:
    """Tell whether lower is better."""
    return indicator.direction is Direction.LOWER


def _aiming(asked: Target, indicator: Indicator) -> Indicator:
    """Give the indicator as if a target were its only one."""
    return replace(indicator, target=asked, revisions=())


def _added(more: Decimal, number: Decimal | None, indicator: Indicator) -> str:
    """Word a target that is a step from the base, and where that leads once the base is known."""
    verb = "降低" if lower(indicator) else "提高"
    said = f"在基期上{verb}{told.difference(more, indicator.unit)}"
    return said if number is None else f"{said}（即{told.published(number, indicator)}）"


def _grounds(last: TargetRevision) -> str:
    """Give the reason of a revision, who approved it, and under which number."""
    on = f"{last.on.year}年{last.on.month}月{last.on.day}日" if last.on else ""
    by = f"{on}{last.approved_by}批准" if last.approved_by else on
    return "，".join(each for each in (last.reason, by, last.document) if each)


def _whole(indicator: Indicator) -> str:
    """Name what several years were put together into."""
    return "年均" if indicator.measure is Measure.GROWTH else "累计"


def _absent(finding: Finding) -> str:
    """Say why there is no figure, in the words that were recorded."""
    if not finding.lack:
        return f"截至{finding.as_of.label}没有完整年度数据"
    entry = finding.entry
    noted = [entry.missing.label] if entry and entry.missing else []
    noted += [entry.explanation] if entry and entry.explanation else []
    return finding.lack + (f"（{'，'.join(noted)}）" if noted else "")


def beside(margin: Decimal, indicator: Indicator, asked: str = "目标") -> str:
    """Say by how much a figure is better or worse than what is asked for."""
    if not margin:
        return f"与{asked}相等"
    side = "优于" if margin > 0 else "差于"
    return f"{side}{asked}{told.gap(margin, indicator)}"

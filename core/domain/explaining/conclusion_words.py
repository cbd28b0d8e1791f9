"""The sentence of the 总结: the final figure beside the target, and the rule of the word."""

from decimal import Decimal

from core.domain import outcome, told
from core.domain.consistency.printed_growth import grown
from core.domain.explaining.year_words import years_met, years_rule
from core.domain.figure import Figure
from core.domain.indicator import Binding, Measure
from core.domain.judging.finding import Finding
from core.domain.judging.judged import Judged
from core.domain.judging.judgement import Grade
from core.domain.plan import Dictionary
from core.domain.target_words import actual, aim, beside, lower
from core.domain.unit import worded


def conclusion(judged: Judged) -> tuple[str, ...]:
    """Give the clauses that explain a status at the plan's end."""
    finding = judged.finding
    if finding.tally:
        return years_met(judged), _verdict(judged)
    first = f"{actual(finding)}，{aim(finding.indicator)}{_comparison(judged)}"
    return first, _verdict(judged), _by_growth(judged)


def _comparison(judged: Judged) -> str:
    """Say both numbers' relation: share of the target and difference."""
    finding = judged.finding
    if finding.margin is None:
        return ""
    said = "，按末位比较" if finding.indicator.measure is Measure.STRUCTURE else ""
    if finding.share is not None:
        turned = "（越低越好，目标与实际之比）" if lower(finding.indicator) else ""
        said += f"，完成率{_shown(finding.share, judged.plan.dictionary.floor)}{turned}"
    return f"{said}，{beside(finding.margin, finding.indicator)}"


def _shown(share: Decimal, floor: Decimal | None) -> str:
    """Write a share so that one just below the floor does not read like the floor."""
    if floor is not None and share < floor and told.percent(share) == told.percent(floor):
        return f"不足{told.percent(floor)}"
    return told.percent(share)


def _verdict(judged: Judged) -> str:
    """Say which rule gives the word."""
    finding = judged.finding
    if judged.grade is None:
        lacks_target = finding.asked is None and finding.actual is not None
        return "目标没有可比的数值，不作建议" if lacks_target else "完成情况待定"
    mark = "（建议，须人确认）" if finding.indicator.measure is Measure.STRUCTURE else ""
    return f"{_rule(judged, finding)}，建议为{judged.suggested}{mark}"


def _rule(judged: Judged, finding: Finding) -> str:
    """Name the rule of the dictionary that applied."""
    margin = finding.margin or Decimal(0)
    match judged.grade:
        case Grade.EARLY | Grade.FULL if finding.tally:
            return years_rule(judged)
        case Grade.EARLY:
            return "此前年度已达到目标" if finding.yearly else "优于目标且无分年数据"
        case Grade.EXCEEDED | Grade.FULL if margin > 0 and not finding.spanned:
            return "末年才优于目标"
        case Grade.FULL:
            about = f"目标为左右，相差{told.percent(outcome.ABOUT_TOLERANCE)}以内"
            return about if margin < 0 else "达到目标"
        case _:
            return _rule_of_short(judged.plan.dictionary, finding)


def _rule_of_short(words: Dictionary, finding: Finding) -> str:
    """Name the rule by which what fell short is nearly reached or missed."""
    if finding.indicator.binding is Binding.BINDING:
        return f"约束性指标{'各年均' if finding.tally else ''}须达到目标"
    if words.floor is None:
        return f"本规划对{words.nearly}不设下限"
    share = "达到当年目标的年份占" if finding.tally else "完成率"
    floor = told.percent(words.floor)
    return f"预期性指标{share}{floor}及以上为{words.nearly}，以下为{words.missed}"


def _by_growth(judged: Judged) -> str:
    """Say where the printed growth would have asked for a number that says otherwise."""
    indicator, finding = judged.finding.indicator, judged.finding
    led, asked, reached = grown(judged.plan, indicator), finding.asked, finding.actual
    if led is None or asked is None or reached is None:
        return ""
    met = [outcome.better_by(indicator, reached, each) >= 0 for each in (asked, led)]
    if met[0] == met[1]:
        return ""
    number = told.published(told.at(led, indicator), indicator)
    growth = worded(indicator.growth or Figure(led), "%")
    return f"如按印出的年均增长{growth}应达{number}，则{'达到' if met[1] else '未达到'}，以目标为准"

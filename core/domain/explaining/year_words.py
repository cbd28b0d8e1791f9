"""The words of a 总结 of years that are judged one by one: which of them met their own targets."""

from decimal import Decimal

from core.domain import numeral, outcome, told
from core.domain.judging.finding import Finding
from core.domain.judging.judged import Judged
from core.domain.judging.judgement import Grade
from core.domain.judging.year_by_year import Tally, YearHeld
from core.domain.period import Quarter
from core.domain.target_words import aim
from core.domain.unit import worded
from core.domain.vintage import Vintage

_TWO = 2


def years_met(judged: Judged) -> str:
    """Say how many years met their own targets, and by which years the rule decides."""
    finding = judged.finding
    indicator, tally = finding.indicator, finding.tally
    said = f"{years_counted(finding)}（{_listed(judged, _deciding(tally))}）"
    if 0 < finding.met < len(tally):
        said += f"，占{told.percent(Decimal(finding.met) / len(tally))}"
    return f"{said}，{aim(indicator)}" if indicator.revisions else said


def years_counted(finding: Finding) -> str:
    """Say how many years met their own targets: 2021—2025年五年中有4年达到当年目标."""
    tally = finding.tally
    counted = _counted(finding.met, len(tally))
    return f"{tally[0].year}—{tally[-1].year}年{counted}当年目标"


def years_rule(judged: Judged) -> str:
    """Name the rule by which years that met their targets give the word."""
    better = judged.grade is Grade.EARLY
    return "各年均优于当年目标" if better else "各年均达到但并非均优于当年目标"


def _counted(met: int, count: int) -> str:
    """Count the years: 五年中有4年达到, 五年均达到."""
    years = f"{'两' if count == _TWO else numeral.spell(count)}年"
    if met == count:
        return f"{years}均达到"
    return f"{years}中有{met}年达到" if met else f"{years}均未达到"


def _deciding(tally: Tally) -> Tally:
    """Give the years that decide: those that missed, else those only just met, else all."""
    missed = tuple(each for each in tally if not each.met)
    return missed or tuple(each for each in tally if not each.better) or tally


def _listed(judged: Judged, years: Tally) -> str:
    """List years with figure and target, which is said once where all stand alike to the same."""
    unit = judged.finding.indicator.unit
    alike = {(worded(each.target, unit), _side(each)) for each in years}
    if len(years) > 1 and len(alike) == 1:
        asked, side = alike.pop()
        return f"{'、'.join(_reached(judged, each) for each in years)}，目标均为{asked}，均{side}"
    return "；".join(
        f"{_reached(judged, each)}，目标{worded(each.target, unit)}，{_side(each)}"
        for each in years
    )


def _reached(judged: Judged, held: YearHeld) -> str:
    """Say what a year reached: 2023年实际2家."""
    entry = judged.entries[Quarter(held.year, 4)]
    kind = "预计" if entry.vintage is Vintage.EXPECTED else "实际"
    return f"{held.year}年{kind}{told.published(held.actual, judged.finding.indicator)}"


def _side(held: YearHeld) -> str:
    """Say how a year stands to its target, so that it counts as met or not."""
    if not held.met:
        return "未达到"
    if held.margin < 0:
        return f"与目标相差{told.percent(outcome.ABOUT_TOLERANCE)}以内"
    if held.better:
        return "优于目标"
    return "在目标范围内" if held.spanned else "与目标相等"

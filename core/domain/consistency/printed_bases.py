"""The column of bases beside targets and results: what is looser, worse, or of unclear 口径."""

from collections.abc import Mapping
from decimal import Decimal

from core.domain import exact, outcome, told
from core.domain.consistency.inconsistency import Inconsistency, Kind
from core.domain.figure import Words, half_up
from core.domain.indicator import Indicator, Measure
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from core.domain.unit import worded

_SUMS = (Measure.CUMULATIVE, Measure.REDUCTION)
_BEYOND = (
    10  # times the planned way, from which a unit or a 口径 rather than a success is suspected
)


def looser_finding(plan: Plan, indicator: Indicator) -> Inconsistency | None:
    """Find a target that the base had passed (附表1: 户籍人口城镇化率 91.8 → 85)."""
    start, asked = indicator.start, outcome.goal(indicator)
    if start is None or asked is None or outcome.better_by(indicator, asked, start) >= 0:
        return None
    unit = indicator.unit
    sentence = (
        f"{indicator.name}：目标{told.amount(asked, unit)}松于{plan.base_year}年的"
        f"{told.amount(start, unit)}，差{told.difference(exact.difference(asked, start), unit)}；"
        "不算增量进度，只看是否达到。"
    )
    return Inconsistency((indicator.code,), Kind.LOOSER, asked, start, sentence)


def base_finding(plan: Plan, indicator: Indicator) -> Inconsistency | None:
    """Find a base of a sum that the plan's brackets do not call cumulative (附表1, 化学需氧量).

    In a plan of one year it is simply what the year before had.
    """
    base = indicator.base
    several = plan.first_year != plan.last_year and indicator.measure in _SUMS
    if not several or base is None or base.bracketed or isinstance(base.core, Words):
        return None
    value, asked = base.value, outcome.goal(indicator)
    if value is None:
        return None
    beyond = "，比整个规划期的目标还大" if asked is not None and value > asked else ""
    sentence = (
        f"{indicator.name}：{plan.base_year}年列{worded(base, indicator.unit)}没有方括号，"
        f"按注不是累计数，口径不明{beyond}；只照印，不作基期。"
    )
    expected = Decimal(0) if asked is None else asked
    return Inconsistency((indicator.code,), Kind.BASE, value, expected, sentence)


def worse_finding(
    plan: Plan, indicator: Indicator, past: Mapping[Quarter, Entry]
) -> Inconsistency | None:
    """Find a final figure that is worse than the base (附表1: 工业化率 30 → 26)."""
    start, final = indicator.start, _final(plan, indicator, past)
    if start is None or final is None or outcome.better_by(indicator, final, start) >= 0:
        return None
    unit = indicator.unit
    sentence = (
        f"{indicator.name}：{plan.last_year}年{told.amount(final, unit)}，比{plan.base_year}年的"
        f"{told.amount(start, unit)}差{told.difference(exact.difference(final, start), unit)}。"
    )
    return Inconsistency((indicator.code,), Kind.WORSE, final, start, sentence)


def beyond_finding(
    plan: Plan, indicator: Indicator, past: Mapping[Quarter, Entry]
) -> Inconsistency | None:
    """Find a final figure ten times as far from the base as planned (附表1, 森林蓄积量)."""
    start, asked = indicator.start, outcome.goal(indicator)
    final = _final(plan, indicator, past)
    if indicator.measure is not Measure.LEVEL or start is None or asked is None or final is None:
        return None
    way, gone = (outcome.better_by(indicator, each, start) for each in (asked, final))
    if way <= 0 or gone < _BEYOND * way:
        return None
    unit, times = indicator.unit, half_up(exact.quotient(gone, way), 1)
    sentence = (
        f"{indicator.name}：目标只比{plan.base_year}年的{told.amount(start, unit)}"
        f"多走{told.difference(way, unit)}，{plan.last_year}年{told.amount(final, unit)}"
        f"走了{told.difference(gone, unit)}，为{exact.plain(times)}倍；"
        "请核对单位和口径。"
    )
    return Inconsistency((indicator.code,), Kind.BEYOND, final, asked, sentence)


def _final(plan: Plan, indicator: Indicator, past: Mapping[Quarter, Entry]) -> Decimal | None:
    """Give the figure of the plan's last year."""
    entry = past.get(plan.end)
    return outcome.number(entry.figure, indicator) if entry and entry.figure else None

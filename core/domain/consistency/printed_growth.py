"""The column 年均增长 of a printed table beside its base and target (附表2, L1113—L1365)."""

from decimal import Decimal

from core.domain import exact, numeral, outcome, told
from core.domain.consistency.inconsistency import GRAVE, Inconsistency, Kind
from core.domain.figure import WHOLE, Figure, half_up
from core.domain.indicator import GrowthKind, Indicator, Measure
from core.domain.plan import Plan
from core.domain.unit import worded

_SHOWN = 2  # decimals of percentages
_NOT_PER_CENT = (GrowthKind.POINTS, GrowthKind.DIFFERENCE)


def rate(indicator: Indicator) -> Decimal | None:
    """Give the printed yearly growth of a level in per cent; None where the cell says else."""
    grown = indicator.growth
    if indicator.measure is not Measure.LEVEL or grown is None or grown.bracketed:
        return None
    return None if indicator.growth_kind in _NOT_PER_CENT else grown.value


def grown(plan: Plan, indicator: Indicator) -> Decimal | None:
    """Give where the printed growth leads from the base: base × (1 + growth)ⁿ.

    社会消费品零售总额 311.02 × 1.08⁵ = 456.99.
    """
    return led_to(plan, indicator, plan.last_year)


def led_to(plan: Plan, indicator: Indicator, year: int) -> Decimal | None:
    """Give where the printed growth leads by the end of a year of the plan."""
    per_year, start = rate(indicator), indicator.start
    if per_year is None or start is None or start <= 0 or per_year <= -WHOLE:
        return None
    factor = exact.quotient(exact.sum_of(WHOLE, per_year), WHOLE)
    return exact.product(start, factor ** (year - plan.base_year))


def implied(plan: Plan, indicator: Indicator) -> Decimal | None:
    """Give the yearly growth in per cent that leads from base to target: (400/311.02)^(1/5) − 1."""
    start, asked = indicator.start, outcome.goal(indicator)
    if start is None or asked is None or start <= 0 or asked <= 0:
        return None
    years = plan.last_year - plan.base_year
    factor = exact.power(exact.quotient(asked, start), 1, years)
    return exact.product(exact.difference(factor, Decimal(1)), WHOLE)


def growth_finding(plan: Plan, indicator: Indicator) -> Inconsistency | None:
    """Find a target that is not where base and growth lead."""
    expected, asked = grown(plan, indicator), outcome.goal(indicator)
    own = implied(plan, indicator)
    if expected is None or asked is None or own is None or expected == asked:
        return None
    off = exact.quotient(exact.difference(asked, expected), expected)
    return Inconsistency(
        (indicator.code,),
        Kind.GROWTH,
        asked,
        expected,
        _growth_sentence(plan, indicator, (asked, expected, off, own)),
        off,
        own,
    )


def increment_finding(indicator: Indicator) -> Inconsistency | None:
    """Find an increment in brackets that is not target − base."""
    start, asked, cell = indicator.start, outcome.goal(indicator), indicator.growth
    level = indicator.measure is Measure.LEVEL
    if not level or cell is None or not cell.bracketed or cell.value is None:
        return None
    if start is None or asked is None or exact.difference(asked, start) == cell.value:
        return None
    expected, unit = exact.difference(asked, start), indicator.unit
    sentence = (
        f"{indicator.name}：目标{told.amount(asked, unit)}减基期{told.amount(start, unit)}"
        f"为{exact.plain(expected)}，印出的累计数为{cell}；以目标为准。"
    )
    return Inconsistency((indicator.code,), Kind.INCREMENT, cell.value, expected, sentence)


def _growth_sentence(
    plan: Plan, indicator: Indicator, numbers: tuple[Decimal, Decimal, Decimal, Decimal]
) -> str:
    """Say where the growth leads, how far off the target is and what it needs."""
    asked, expected, off, own = numbers
    base, printed = indicator.base or Figure(asked), indicator.growth or Figure(own)
    rounded = half_up(expected, max(_places(asked), _SHOWN))
    side = "高" if off > 0 else "低"
    return (
        f"{indicator.name}：{plan.base_year}年{worded(base, indicator.unit)}"
        f"按印出的年均增长{worded(printed, '%')}推算，{plan.last_year}年为"
        f"{told.amount(rounded, indicator.unit)}，目标{told.amount(asked, indicator.unit)}"
        f"比它{side}{told.percent(abs(off), _SHOWN)}；由目标反推年均{_grown(own)}"
        f"{_like_a_total(plan, indicator, asked)}；"
        f"{_weight(asked, expected, off)}{_prices(indicator)}，以目标为准。"
    )


def _weight(asked: Decimal, expected: Decimal, off: Decimal) -> str:
    """Say how much the difference weighs."""
    if half_up(expected, _places(asked)) == asked:
        return "差别在目标的取整之内"
    return "两者不一致" if abs(off) >= GRAVE else "两者有偏差"


def _prices(indicator: Indicator) -> str:
    """Say that a growth without price changes and levels with them only lead to each other so."""
    real = indicator.growth_kind is GrowthKind.REAL
    return "（印出的增长按不变价，水平如按现价，本不能互推）" if real else ""


def _like_a_total(plan: Plan, indicator: Indicator, asked: Decimal) -> str:
    """Say where a target is the base and a whole number of per cent, as if grown once.

    出口总额 51.7 = 47 × 1.10 (L1227).
    """
    start = indicator.start or asked
    whole = exact.quotient(exact.product(exact.difference(asked, start), WHOLE), start)
    if whole != half_up(whole, 0) or not whole:
        return ""
    years = numeral.spell(plan.last_year - plan.base_year)
    times = exact.plain(exact.quotient(asked, start))
    return f"（目标恰为基期的{times}倍，像是{years}年共{_grown(whole)}）"


def _grown(rate_: Decimal) -> str:
    """Word a yearly growth."""
    return ("增长" if rate_ >= 0 else "下降") + f"{exact.plain(half_up(abs(rate_), _SHOWN))}%"


def _places(number: Decimal) -> int:
    """Count the decimals that a number is printed with."""
    return max(0, -int(number.as_tuple().exponent))

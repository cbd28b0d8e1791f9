"""What was reached at the end and what was asked, as two numbers that can be compared."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from math import prod

from core.domain import exact
from core.domain.figure import WHOLE, Figure, Ratio, half_up
from core.domain.indicator import Direction, EnteredAs, Indicator, Measure
from core.domain.target import TargetState

Yearly = Sequence[Figure | None]  # the figures of full years, one after the other

_SUMMED = (Measure.CUMULATIVE, Measure.REDUCTION)
_YEAR_BY_YEAR = (Measure.GROWTH, Measure.ANNUAL)
ABOUT_TOLERANCE = Decimal("0.02")  # of a 左右 target (domain.md, Status)


@dataclass(frozen=True, slots=True)
class Outcome:
    """`number` in the indicator's unit, or None and in `lack` the reason, a clause in Chinese."""

    number: Decimal | None
    lack: str = ""


def goal(indicator: Indicator) -> Decimal | None:
    """Give the number that the target asks for, in the indicator's unit; None without one.

    A range is asked for at its nearer end, 稳定 means the base, a structure counts by its last
    component (domain.md, 总结). An increment alone is counted from the base, and waits for it:
    B-28 prints only [0.7], so from a base of 10.85 years it asks for 11.55 (domain.md, Measures).
    """
    target = indicator.aim
    if target.printed and isinstance(target.printed.core, Ratio):
        return _last_part(target.printed, indicator)
    if (more := increment(indicator)) is not None:
        return None if indicator.start is None else indicator.start + more
    asked = _nearer(target.low, target.high, indicator)
    kept = indicator.measure is Measure.KEEP and target.state is TargetState.WORDS
    return indicator.start if asked is None and kept else asked


def increment(indicator: Indicator) -> Decimal | None:
    """Give by how much a level is to grow where the plan prints nothing else than that, in [ ].

    Where base and target stand beside it, it only restates their difference.
    """
    target = indicator.aim
    printed = target.printed or (indicator.growth if target.low is target.high is None else None)
    alone = indicator.measure is Measure.LEVEL and printed is not None and printed.bracketed
    return printed.value if printed and alone else None


def easiest(figure: Figure, indicator: Indicator) -> Decimal | None:
    """Give the number that a figure asks for, as `goal` does for the plan's target."""
    if isinstance(figure.core, Ratio):
        return _last_part(figure, indicator)
    return _nearer(*figure.bounds, indicator)


def number(figure: Figure, indicator: Indicator) -> Decimal | None:
    """Give the number of one reported figure, rounded to the published decimals."""
    value = _last_part(figure, indicator)
    return None if value is None else half_up(value, indicator.decimals)


def reached(indicator: Indicator, first: int, yearly: Yearly) -> Outcome:
    """Give what the plan reached from the figures of each full year since its first."""
    last = yearly[-1]
    if last is None:
        return Outcome(None, f"{first + len(yearly) - 1}年无数据")
    if last.bracketed or last.average or not _made_of_years(indicator, yearly):
        value = number(last, indicator)
        return Outcome(value, f"“{last}”没有可比的数值" if value is None else "")
    absent = [str(year) for year, each in enumerate(yearly, first) if not each]
    if absent:
        return Outcome(None, f"缺{'、'.join(absent)}年数据，{_unable(indicator)}")
    values = [value for each in yearly if each and (value := each.value) is not None]
    if len(values) < len(yearly) or not _combinable(indicator, values):
        return Outcome(None, f"有的年份没有可比的数值，{_unable(indicator)}")
    return Outcome(_combined(indicator, values))


def reached_before(indicator: Indicator, first: int, yearly: Yearly, asked: Decimal) -> bool:
    """Tell whether a year before the last had met `asked`, or no earlier figure exists."""
    earlier = [yearly[:at] for at in range(len(yearly) - 1, 0, -1) if yearly[at - 1]]
    so_far = (reached(indicator, first, until).number for until in earlier)
    return not earlier or any(
        value is not None and better_by(indicator, value, asked) >= 0 for value in so_far
    )


def better_by(indicator: Indicator, actual: Decimal, asked: Decimal) -> Decimal:
    """Give by how much `actual` is better than `asked`; negative when it is worse."""
    return asked - actual if indicator.direction is Direction.LOWER else actual - asked


def share(indicator: Indicator, actual: Decimal, asked: Decimal) -> Decimal | None:
    """Give 目标完成率 as a fraction: actual / target, turned round where lower is better.

    None where a target of zero, or a negative number, gives no ratio: 贫困发生率 of 5 % for 0 is
    compared by difference (domain.md, Measures).
    """
    over, under = (asked, actual) if indicator.direction is Direction.LOWER else (actual, asked)
    return over / under if asked and under > 0 and over >= 0 else None


def _nearer(low: Decimal | None, high: Decimal | None, indicator: Indicator) -> Decimal | None:
    """Give the end of a target that is reached first; an open one is never."""
    first, second = (high, low) if indicator.direction is Direction.LOWER else (low, high)
    return second if first is None else first


def _made_of_years(indicator: Indicator, yearly: Yearly) -> bool:
    """Tell whether the plan's figure is put together from several years."""
    if len(yearly) == 1:
        return False
    if indicator.measure in _SUMMED:
        return indicator.entered_as is EnteredAs.YEAR
    return indicator.measure in _YEAR_BY_YEAR


def _unable(indicator: Indicator) -> str:
    """Say what cannot be done while a year is wanting."""
    return "不能逐年比较" if indicator.measure is Measure.ANNUAL else "不能合计"


def _combinable(indicator: Indicator, values: list[Decimal]) -> bool:
    """Tell whether the years can be put together: nothing falls by over 100 %."""
    return indicator.measure is not Measure.GROWTH or min(values) >= -WHOLE


def _combined(indicator: Indicator, values: list[Decimal]) -> Decimal:
    """Put the years together: sum, compound fall, geometric mean; 逐年 stands at the last year.

    Falls: 1 − Π(1 − dᵢ); growth: (Π(1 + gᵢ))^(1/n) − 1, both in per cent (domain.md, Measures).
    """
    match indicator.measure:
        case Measure.REDUCTION:
            whole = WHOLE - WHOLE * prod((1 - value / WHOLE for value in values), start=Decimal(1))
        case Measure.GROWTH:
            grown = prod((1 + value / WHOLE for value in values), start=Decimal(1))
            whole = exact.product(
                exact.difference(exact.root(grown, len(values)), Decimal(1)), WHOLE
            )
        case Measure.ANNUAL:
            whole = values[-1]
        case _:
            whole = sum(values, Decimal(0))
    return half_up(whole, indicator.decimals)


def _last_part(figure: Figure, indicator: Indicator) -> Decimal | None:
    """Give the last component of a structure, the value of any other ratio (1:1 is 1)."""
    if isinstance(figure.core, Ratio) and indicator.measure is Measure.STRUCTURE:
        return figure.core.parts[-1]
    return figure.value

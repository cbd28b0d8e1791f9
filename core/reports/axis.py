"""The scale of a chart's axis: round numbers around what is shown."""

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from core.reports.chart import Chart, ChartKind

MOST = Decimal(150)  # percent of progress: a longer bar ends there, its number says the rest
_WHOLE = Decimal(100)
_STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
_PARTS = 5


def scale(chart: Chart) -> tuple[Decimal, ...]:
    """Give the round numbers along the axis of a chart."""
    shown = [each for series in chart.series for each in series.values if each is not None]
    match chart.kind:
        case ChartKind.PROGRESS:
            return ticks([_WHOLE, *(min(each, MOST) for each in shown)])
        case ChartKind.STACKED:
            return ticks(_sums(chart))
        case ChartKind.BARS:
            return ticks(shown)
        case ChartKind.TREND:
            return ticks(_with_room(shown), from_zero=False)


def ticks(numbers: Iterable[Decimal], *, from_zero: bool = True) -> tuple[Decimal, ...]:
    """Give some five round numbers, evenly apart, that span the given ones (and zero)."""
    shown = [*numbers, *([Decimal(0)] if from_zero else [])] or [Decimal(0)]
    low, high = min(shown), max(shown)
    if low == high:
        low, high = min(low, low - abs(low) / 10), max(high, high + abs(high) / 10 or Decimal(1))
    step = _step((high - low) / _PARTS)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple(step * at for at in range(int(first), int(last) + 1))


def written(number: Decimal) -> str:
    """Write a number without the zeros behind its last decimal."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _with_room(shown: Sequence[Decimal]) -> list[Decimal]:
    """Leave room below the least number for what is written under it, where that is above zero."""
    low, high = min(shown, default=Decimal(0)), max(shown, default=Decimal(0))
    below = low - (high - low) / (2 * _PARTS)
    return [*shown, max(below, Decimal(0)) if low >= 0 else below]


def _sums(chart: Chart) -> list[Decimal]:
    """Give the sum of all series of each label."""
    rows = zip(*(each.values for each in chart.series), strict=True)
    return [sum(filter(None, row), Decimal(0)) for row in rows]


def _step(wanted: Decimal) -> Decimal:
    """Give the least round step that is not smaller than the wanted one."""
    power = Decimal(1).scaleb(wanted.adjusted())
    return next(step * power for step in _STEPS if step * power >= wanted)

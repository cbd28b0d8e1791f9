"""How sentences tell numbers: amounts, percentages, differences and the years that are left."""

from decimal import Decimal

from core.domain import exact, numeral
from core.domain.figure import WHOLE, Figure, half_up
from core.domain.indicator import Indicator
from core.domain.unit import worded

POINTS = {"%": "个百分点", "‰": "个千分点"}
_TWO = 2


def amount(number: Decimal, unit: str) -> str:
    """Write a number with its unit: 521.94亿元."""
    return worded(Figure(Decimal(exact.plain(number))), unit)


def published(number: Decimal, indicator: Indicator) -> str:
    """Write a number of an indicator with its unit and all published decimals: 162.20亿元."""
    return worded(Figure(exact.padded(number, indicator.decimals)), indicator.unit)


def percent(fraction: Decimal, decimals: int = 2) -> str:
    """Write a fraction as a percentage: 1.1599 → 115.99%."""
    return f"{signed(half_up(exact.product(fraction, WHOLE), decimals))}%"


def signed(number: Decimal) -> str:
    """Write a number with a proper minus."""
    return exact.plain(number).replace("-", "−")


def difference(number: Decimal, unit: str) -> str:
    """Write the size of a difference in the unit; shares differ by 百分点."""
    return f"{exact.plain(abs(number))}{POINTS.get(unit, unit)}"


def gap(number: Decimal, indicator: Indicator) -> str:
    """Write the size of a difference between figures of an indicator, at published decimals."""
    size = exact.padded(abs(number), indicator.decimals)
    return f"{size:f}{POINTS.get(indicator.unit, indicator.unit)}"


def ahead(count: int) -> str:
    """Name the years that are left: 后两年."""
    return f"后{'两' if count == _TWO else numeral.spell(count)}年"


def at(number: Decimal, indicator: Indicator) -> Decimal:
    """Round a computed number as the indicator is published."""
    return half_up(number, indicator.decimals)

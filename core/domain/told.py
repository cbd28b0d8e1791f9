"""How sentences tell numbers: percentages, differences, years, and shares beside a threshold."""

from collections.abc import Iterable
from decimal import Decimal

from core.domain import exact, numeral
from core.domain.figure import WHOLE, Figure, half_up
from core.domain.unit import worded

POINTS = {"%": "个百分点", "‰": "个千分点"}
_TWO = 2
_MOST = 6  # decimals that are tried before a number is called just short of its threshold


def amount(number: Decimal, unit: str) -> str:
    """Write a number with its unit: 521.94亿元."""
    return worded(Figure(Decimal(exact.plain(number))), unit)


def percent(fraction: Decimal, decimals: int = 2) -> str:
    """Write a fraction as a percentage: 1.1599 → 115.99%."""
    return f"{exact.plain(half_up(exact.product(fraction, WHOLE), decimals))}%"


def difference(number: Decimal, unit: str) -> str:
    """Write the size of a difference in the unit; shares differ by 百分点."""
    return f"{exact.plain(abs(number))}{POINTS.get(unit, unit)}"


def beside(number: Decimal, thresholds: Iterable[Decimal], decimals: int = 2) -> Decimal:
    """Round a number so that it stays on its side of every threshold.

    More decimals are taken where the usual ones would carry it across: 0.9499 beside 0.95.
    """
    listed = tuple(thresholds)
    tried = (half_up(number, places) for places in range(decimals, decimals + _MOST))
    kept = (each for each in tried if _same_side(number, each, listed))
    return next(kept, number)


def ahead(count: int) -> str:
    """Name the years that are left: 后两年."""
    return f"后{'两' if count == _TWO else numeral.spell(count)}年"


def _same_side(number: Decimal, other: Decimal, thresholds: Iterable[Decimal]) -> bool:
    """Tell whether two numbers stand alike to every threshold; one on it is at or above."""
    return all((number >= each) == (other >= each) for each in thresholds)

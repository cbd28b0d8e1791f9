"""The thresholds of a plan's words, as sentences name them: 0.75—0.95为略有滞后."""

from decimal import Decimal

from core.domain import exact
from core.domain.figure import half_up
from core.domain.judgement import Grade
from core.domain.scale import Scale
from core.domain.verdict import word

_DECIMALS = 2
_MOST = 8  # decimals that are tried before a number is written in full


def ratio_span(scale: Scale, grade: Grade) -> str:
    """Say within which thresholds of r = progress / pace a word applies."""
    least = (scale.from_ahead, scale.from_on, scale.from_behind)
    return _span(least, grade, "") + f"为{word(scale, grade)}"


def points_span(scale: Scale, grade: Grade) -> str:
    """Say within which differences from a growth's target, in 百分点, a word applies."""
    least = (scale.points_ahead, scale.points_on, scale.points_behind)
    return _span(least, grade, "个百分点") + f"为{word(scale, grade)}"


def times(scale: Scale, ratio: Decimal, of: str) -> str:
    """Word r so that it reads on its side of every threshold: 为序时的0.86倍, 不足序时的0.95倍.

    One that rounding would carry below a threshold takes more decimals.
    """
    edges = (scale.from_ahead, scale.from_on, scale.from_behind)
    rounded = half_up(ratio, _DECIMALS)
    over = next((each for each in edges if ratio < each <= rounded), None)
    if over is not None:
        return f"不足{of}{exact.plain(over)}倍"
    tried = (half_up(ratio, places) for places in range(_DECIMALS, _MOST))
    kept = (each for each in tried if not any(each < edge <= ratio for edge in edges))
    return f"为{of}{exact.plain(next(kept, ratio))}倍"


def _span(least: tuple[Decimal, ...], grade: Grade, unit: str) -> str:
    """Say between which thresholds a grade lies."""
    ahead, on, behind = (_signed(each) for each in least)
    match grade:
        case Grade.FAR:
            return f"不足{behind}{unit}"
        case Grade.BEHIND:
            return f"{behind}—{on}{unit}"
        case Grade.ON:
            return f"{on}—{ahead}{unit}"
        case _:
            return f"{ahead}{unit}及以上"


def _signed(number: Decimal) -> str:
    """Write a threshold with a proper minus."""
    return exact.plain(number).replace("-", "−")

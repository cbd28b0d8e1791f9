"""The thresholds of a plan's words, as sentences name them: 0.75—0.95为略有滞后."""

from decimal import Decimal

from core.domain import exact, told
from core.domain.figure import half_up
from core.domain.judging.judgement import Grade
from core.domain.judging.verdict import word
from core.domain.scale import Scale

_DECIMALS = 2
_MOST = 8  # decimals that are tried before a number is written in full


def ratio_span(scale: Scale, grade: Grade) -> str:
    """Say within which thresholds of r = progress / pace a word applies."""
    return _span(edges(scale), grade, ("—", "")) + f"为{word(scale, grade)}"


def _keeps(ratio: Decimal, places: int, listed: tuple[Decimal, ...]) -> bool:
    """Tell whether a rounded ratio does not fall below a threshold that the ratio meets."""
    rounded = half_up(ratio, places)
    return not any(rounded < edge <= ratio for edge in listed)


def points_span(scale: Scale, grade: Grade) -> str:
    """Say within which differences from a growth's target, in 百分点, a word applies."""
    least = (scale.points_ahead, scale.points_on, scale.points_behind)
    return _span(least, grade, ("至", "个百分点")) + f"为{word(scale, grade)}"


def times(scale: Scale, ratio: Decimal, of: str) -> str:
    """Word r so that it reads on its side of every threshold: 为序时的0.86倍, 不足序时的0.95倍.

    One that rounding would carry below a threshold takes more decimals.
    """
    listed, rounded = edges(scale), half_up(ratio, _DECIMALS)
    over = next((each for each in listed if ratio < each <= rounded), None)
    if over is not None:
        return f"不足{of}{exact.plain(over)}倍"
    places = next((each for each in range(_DECIMALS, _MOST) if _keeps(ratio, each, listed)), _MOST)
    return f"为{of}{half_up(ratio, places):.{places}f}倍".replace("-", "−")


def edges(scale: Scale) -> tuple[Decimal, ...]:
    """Give the thresholds of r, best first."""
    return scale.from_ahead, scale.from_on, scale.from_behind


def _span(least: tuple[Decimal, ...], grade: Grade, words: tuple[str, str]) -> str:
    """Say between which thresholds a grade lies."""
    ahead, on, behind = (told.signed(each) for each in least)
    to, unit = words
    match grade:
        case Grade.FAR:
            return f"不足{behind}{unit}"
        case Grade.BEHIND:
            return f"{behind}{to}{on}{unit}"
        case Grade.ON:
            return f"{on}{to}{ahead}{unit}"
        case _:
            return f"{ahead}{unit}及以上"

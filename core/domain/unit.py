"""Units of measure and exact conversion between magnitudes of one unit: 2000万元 = 0.2亿元."""

from decimal import Decimal

from core.domain.figure import Figure, Numeral, Ratio, Words

_MAGNITUDES = {"亿": Decimal(10**8), "万": Decimal(10**4), "千": Decimal(1000), "百": Decimal(100)}
_WHOLE = ("百分点", "千瓦", "千米", "千克", "千卡")  # a magnitude's sign that is part of the unit
_MORE, _TENS = "余", 10


def split(unit: str) -> tuple[Decimal, str]:
    """Part a unit into its factor and its base: 亿元 → (10⁸, 元)."""
    factor = Decimal(1)
    while unit[:1] in _MAGNITUDES and not unit.startswith(_WHOLE):
        factor *= _MAGNITUDES[unit[0]]
        unit = unit[1:]
    return factor, unit


def factor(source: str, target: str) -> Decimal | None:
    """Give what a number in `source` is multiplied by to stand in `target`.

    A bare magnitude (万) takes the base of `target`. Nothing when the bases differ.
    """
    given, given_base = split(source)
    wanted, wanted_base = split(target)
    if given_base not in ("", wanted_base):
        return None
    return given / wanted


def worded(figure: Figure, unit: str) -> str:
    """Write a figure with its unit between the number and the word after it: 8.5%左右.

    余 belongs to a round number: 900余个, 2500余套, but 0.2亿元余.
    """
    if isinstance(figure.core, Words | Ratio):
        return str(figure)
    inner = Figure(figure.core, figure.leads, figure.percent)
    counted = isinstance(figure.core, Numeral) and figure.core.counter
    mark = "" if figure.percent or counted else unit
    told = f"{figure.trail}{mark}" if _round_and_more(figure) else f"{mark}{figure.trail}"
    return ("累计" if figure.bracketed else "") + f"{inner}{told}"


def _round_and_more(figure: Figure) -> bool:
    """Tell whether a figure is so many tens and a few more."""
    return figure.trail == _MORE and figure.value is not None and figure.value % _TENS == 0

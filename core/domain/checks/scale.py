"""The check for a wrong unit or a misplaced point: a jump by a power of ten."""

from decimal import Decimal

from core.domain.checks import catalogue
from core.domain.checks.names import changes
from core.domain.checks.row import Row, number_of
from core.domain.exact import quotient, share_of
from core.domain.indicator import Indicator, Measure, Nature
from core.domain.issue import Issue

TENFOLD = 5  # times more, or less, from which a power of ten is looked for
TWICE = Decimal(2)  # so much may a figure have grown besides being ten times too great
_FEW = 10  # things: so small a count can grow tenfold
_YEAR = 4  # quarters
_LEAPING = (Measure.CUMULATIVE, Measure.ANNUAL)


def scale(row: Row) -> Issue | None:
    """Look for a figure that is ten, a hundred, a thousand … times what is to be expected."""
    if row.steady or not row.number or row.item.measure is Measure.GROWTH:
        return None
    known = _known(row)
    if known is None:
        return None
    now, usual = abs(row.number), abs(_stretched(row, *known[:2]))
    if now < usual * TENFOLD and usual < now * TENFOLD:
        return None
    power = _power(now, usual)
    if not power or (abs(power) == 1 and leaps(row.item, usual)):
        return None
    return catalogue.SCALE.issue(row.item, row.figure, _said(row, power, *known[1:]))


def size(row: Row) -> Decimal | None:
    """Give the size that a figure is compared with, if any is known."""
    known = _known(row)
    return abs(_stretched(row, *known[:2])) if known else None


def _known(row: Row) -> tuple[Decimal, int, str] | None:
    """Give the nearest number that is known, the quarters that it counts, and what it is."""
    before = row.known
    for entry, named in ((before.last_year, "上年同期"), (before.latest, "上期")):
        number = number_of(entry) if entry else None
        if entry and number:
            return number, entry.quarter.number, named
    start = row.item.start
    return (start, _YEAR, "基期") if start else None


def _stretched(row: Row, number: Decimal, counted: int) -> Decimal:
    """Stretch what counts since the start of the year to as many quarters as the row has."""
    return (
        share_of(number, row.entry.quarter.number, counted) if _stretches(row, counted) else number
    )


def _stretches(row: Row, counted: int) -> bool:
    """Tell whether a number counts since the start of the year, and over other quarters."""
    return row.item.nature is Nature.FLOW and row.entry.quarter.number != counted


def _said(row: Row, power: int, counted: int, named: str) -> str:
    """Say what the figure is compared with, and what to look at."""
    if _stretches(row, counted):
        named += f"（折算到{row.entry.quarter.span}）"
    times = f"约{10 ** abs(power)}倍" if power > 0 else f"约{10**-power}分之一"
    unit = f"（{row.item.unit}）" if row.item.unit else ""
    return f"现为“{row.figure}”，是{named}的{times}，请核对单位{unit}和小数点；确实如此的请写说明"


def _power(now: Decimal, usual: Decimal) -> int:
    """Give the nearest power of ten by which two positive numbers differ.

    About ten times must be so but for half; more than that is odd enough by itself.
    """
    ratio = quotient(now, usual)
    power = int(ratio.log10().to_integral_value())
    near = TWICE >= ratio.scaleb(-power) >= 1 / TWICE
    return power if near or abs(power) > 1 else 0


def leaps(item: Indicator, usual: Decimal) -> bool:
    """Tell whether a tenfold change is nothing odd: few things, projects, rates of change."""
    few = not item.decimals and usual < _FEW
    runs = item.nature is Nature.RUNNING or item.measure in _LEAPING
    return few or runs or changes(item)


CHECKS = (scale,)

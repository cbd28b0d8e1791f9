"""Checks of an indicator's figure by itself: its kind, its decimals, its limits."""

from decimal import Decimal
from functools import reduce

from core.domain.checks import catalogue
from core.domain.checks.names import changes, exceeds
from core.domain.checks.row import Row
from core.domain.exact import sum_of
from core.domain.figure import WHOLE, Bound, Figure, Ratio, Span, Words
from core.domain.indicator import Frequency, Indicator, Measure
from core.domain.issue import Issue

WHOLES = {"%": WHOLE, "‰": WHOLE * 10}
_ROUNDING = Decimal("0.5")  # of the last decimal, by which each part may be off


def kind(row: Row) -> Issue | None:
    """Ask for a number, or for the parts of a structure."""
    item, figure = row.item, row.figure
    structure = item.measure is Measure.STRUCTURE
    if (row.number is not None and not structure) or _right_kind(item, figure):
        return None
    if structure:
        said = f"应填0.7:34.4:64.9样的比例，现为“{figure}”，请改填"
    else:
        said = f"应填数，现为“{figure}”，请改填；没有数时清空后选缺数原因"
    return catalogue.KIND.issue(item, figure, said)


def undue(row: Row) -> Issue | None:
    """Say that the quarter asks for nothing."""
    item, quarter = row.item, row.entry.quarter
    if item.frequency is Frequency.QUARTERLY or quarter.ends_year:
        return None
    if item.frequency.due(quarter.number):
        return None
    said = f"按{item.frequency.label}填报，{quarter.label}可以不填"
    return catalogue.UNDUE.issue(item, row.figure, said)


def decimals(row: Row) -> Issue | None:
    """Hint at more decimals than are published."""
    item = row.item
    if row.number is None or -row.number.as_tuple().exponent <= item.decimals:  # type: ignore[operator]  # finite by parse
        return None
    said = f"公布{item.decimals}位小数，现为“{row.figure}”，请核对位数"
    return catalogue.DECIMALS.issue(item, row.figure, said)


def inexact(row: Row) -> Issue | None:
    """Hint at a figure that is about, at least or between."""
    figure = row.figure
    if not (figure.leads or figure.trail or row.number is None):
        return None
    if not isinstance(figure.core, Span) and figure.bound is Bound.EXACT:
        return None
    return catalogue.INEXACT.issue(row.item, figure, f"现为“{figure}”，有确数时请填确数")


def limits(row: Row) -> Issue | None:
    """Look for a number below zero, or a share beyond the whole."""
    number, item = row.number, row.item
    if number is None:
        return None
    if number < 0:
        return _below(item, row.figure)
    whole = WHOLES.get(item.unit)
    if whole is None or number <= whole or exceeds(item):
        return None
    said = f"现为“{row.figure}”，一般不超过{whole}{item.unit}，请核对；确实如此的请写说明"
    return catalogue.ABOVE.issue(item, row.figure, said)


def whole(row: Row) -> Issue | None:
    """Add up the parts of a structure."""
    if not strays(row.item, row.figure):
        return None
    said = (
        f"各项之和为{_total(row.figure):f}，应为100，现为“{row.figure}”，请核对各项；"
        "确实如此的请写说明"
    )
    return catalogue.WHOLE.issue(row.item, row.figure, said)


def strays(item: Indicator, figure: Figure) -> bool:
    """Tell whether the parts of a whole add up to more or less than rounding accounts for."""
    core = figure.core
    if item.measure is not Measure.STRUCTURE or item.unit != "%" or not isinstance(core, Ratio):
        return False
    return abs(_total(figure) - WHOLE) > _ROUNDING.scaleb(-item.decimals) * len(core.parts)


def _total(figure: Figure) -> Decimal:
    """Add up the parts of a ratio."""
    parts = figure.core.parts if isinstance(figure.core, Ratio) else ()
    return reduce(sum_of, parts, Decimal(0))


def _right_kind(item: Indicator, figure: Figure) -> bool:
    """Tell whether a figure that is no plain number is what the measure needs."""
    if item.measure is Measure.STRUCTURE:
        return isinstance(figure.core, Ratio)
    words_allowed = item.measure is Measure.KEEP and isinstance(figure.core, Words)
    return words_allowed or figure.value is not None


def _below(item: Indicator, figure: Figure) -> Issue | None:
    """Find fault with a negative number, unless it says how something changed."""
    if changes(item):
        return None
    if item.unit in WHOLES:
        return catalogue.BELOW.issue(item, figure, f"现为“{figure}”，不会小于0，请改填")
    said = f"现为“{figure}”，一般不为负，请核对；确实如此的请写说明"
    return catalogue.NEGATIVE.issue(item, figure, said)


PLAIN = (undue, decimals, limits)  # what can be wrong with a bare number
CHECKS = (kind, *PLAIN, inexact, whole)

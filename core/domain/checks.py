"""Checks on entered figures: what blocks, what needs a word, what is only a hint."""

from collections.abc import Iterator
from decimal import Decimal

from core.domain.figure import Figure, Ratio, Words
from core.domain.indicator import Indicator, Measure
from core.domain.issue import Issue, Severity
from core.domain.period import Quarter


def check(indicator: Indicator, quarter: Quarter, figure: Figure) -> Iterator[Issue]:
    """Check a figure by what its indicator is."""
    found = str(figure)
    if not _right_kind(indicator, figure):
        wanted = "0.7:34.4:64.9样的比例" if _is_structure(indicator) else "数"
        message = f"“{indicator.name}”应填{wanted}，现为“{found}”"
        yield Issue(indicator.code, Severity.BLOCKING, found, message)
    if not indicator.frequency.due(quarter.number):
        message = f"“{indicator.name}”按{indicator.frequency.label}填报，{quarter.label}可以不填"
        yield Issue(indicator.code, Severity.HINT, found, message)
    if _decimals(figure) > indicator.decimals:
        message = f"“{indicator.name}”公布{indicator.decimals}位小数，请核对“{found}”"
        yield Issue(indicator.code, Severity.HINT, found, message)


def _is_structure(indicator: Indicator) -> bool:
    """Tell whether an indicator is given as parts of a whole."""
    return indicator.measure is Measure.STRUCTURE


def _right_kind(indicator: Indicator, figure: Figure) -> bool:
    """Tell whether a figure is of the kind that the measure needs."""
    if _is_structure(indicator):
        return isinstance(figure.core, Ratio)
    words_allowed = indicator.measure is Measure.KEEP and isinstance(figure.core, Words)
    return words_allowed or figure.value is not None


def _decimals(figure: Figure) -> int:
    """Count the decimals of a plain number."""
    if not isinstance(figure.core, Decimal):
        return 0
    return len(format(figure.core, "f").partition(".")[2])

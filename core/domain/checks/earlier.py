"""Checks of a figure against the same indicator's earlier ones."""

from collections.abc import Sequence
from decimal import Decimal

from core.domain import outcome
from core.domain.checks import catalogue
from core.domain.checks.row import Row, number_of
from core.domain.figure import Ratio, half_up
from core.domain.history import median, spread
from core.domain.indicator import Indicator, Measure, Nature
from core.domain.issue import Issue
from core.domain.submission import Entry

FEWEST = 6  # earlier figures from which the usual range can be told
SPREADS = 5  # median absolute deviations that a figure may lie from the median
NEAR = Decimal("0.05")  # of the median: so small a difference is no outlier
_PRECISE = 3  # significant digits from which two equal figures are no accident


def shrunk(row: Row) -> Issue | None:
    """Look for a sum since the start of the year, or of the plan, that became smaller."""
    flow = row.item.nature is Nature.FLOW
    before = row.known.within if flow else row.known.latest
    if before is None or not (flow or _runs(row.item)):
        return None
    earlier = number_of(before)
    if row.number is None or earlier is None or row.number >= earlier:
        return None
    counted = "本年累计数" if flow else "规划累计数"
    said = (
        f"应填{counted}，现为“{row.figure}”，比{before.quarter.label}的“{before.text}”小，"
        "请核对是否只填了本季的数；确实减少的请写说明"
    )
    return catalogue.SHRUNK.issue(row.item, row.figure, said)


def copied(row: Row) -> Issue | None:
    """Look for a figure that equals the last one in every digit."""
    before = row.known.latest
    if before is None or before.figure is None or before.figure.core != row.figure.core:
        return None
    if _may_stay(row) or not _precise(row):
        return None
    said = f"现为“{row.figure}”，与{before.quarter.label}完全相同，请核对是否照抄上期"
    if row.item.nature is Nature.FLOW and row.item.measure is Measure.LEVEL:
        return catalogue.COPIED.issue(row.item, row.figure, said + "；确实相同的请写说明")
    return catalogue.UNCHANGED.issue(row.item, row.figure, said)


def outlier(row: Row) -> Issue | None:
    """Look for a figure outside the usual range of at least six earlier ones.

    What counts since the start of the year is compared per quarter.
    """
    if row.steady or row.number is None:
        return None
    over = quarters(row)
    numbers = comparable(row)
    if not numbers:
        return None
    middle = median(numbers)
    off = abs((row.number / over if over > 1 else row.number) - middle)
    if off <= abs(middle) * NEAR:
        return None
    reach = spread(numbers, middle) * SPREADS
    return _unusual(row, middle, reach, over) if reach and off > reach else None


def quarters(row: Row) -> int:
    """Give how many quarters a figure counts: those since the start of the year, else one."""
    return row.entry.quarter.number if row.item.nature is Nature.FLOW else 1


def comparable(row: Row) -> list[Decimal]:
    """Give the earlier numbers in order, sums since the start of the year per quarter.

    Nothing where they are too few to tell what is usual.
    """
    if len(row.known.entries) < FEWEST:
        return []
    numbers = _even(row.known.entries, flow=row.item.nature is Nature.FLOW)
    return numbers if len(numbers) >= FEWEST else []


def _runs(item: Indicator) -> bool:
    """Tell whether a figure counts since the plan began, so that it can only rise."""
    return item.nature is Nature.RUNNING and item.measure is not Measure.REDUCTION


def _may_stay(row: Row) -> bool:
    """Tell whether a figure can well be what it was: kept, counted, or at its target."""
    item = row.item
    counts = item.nature is Nature.POINT and not item.decimals
    if counts or item.nature is Nature.RUNNING or item.measure is Measure.KEEP:
        return True
    grows = item.nature is Nature.FLOW and item.measure is Measure.LEVEL
    return not grows and _reached(row)


def _reached(row: Row) -> bool:
    """Tell whether a figure is at its target, or better."""
    asked, number = outcome.goal(row.item), outcome.number(row.figure, row.item)
    if asked is None or number is None:
        return False
    return outcome.better_by(row.item, number, asked) >= 0


def _precise(row: Row) -> bool:
    """Tell whether a figure has so many digits that it hardly comes twice."""
    if row.number is None:
        return isinstance(row.figure.core, Ratio)
    return len(row.number.normalize().as_tuple().digits) >= _PRECISE


def _even(entries: Sequence[Entry], *, flow: bool) -> list[Decimal]:
    """Give the plain numbers in order, sums since the start of the year per quarter."""
    return sorted(
        [
            core / each.quarter.number if flow else core
            for each in entries
            if each.figure and type(core := each.figure.core) is Decimal
        ]
    )


def _unusual(row: Row, middle: Decimal, reach: Decimal, over: int) -> Issue:
    """Say that a figure lies outside of what is usual."""
    low, high = (half_up((middle + side) * over, row.item.decimals) for side in (-reach, reach))
    said = (
        f"现为“{row.figure}”，按前{len(row.known.entries)}期一般在{low:f}至{high:f}之间，请核对；"
        "确实如此的请写说明"
    )
    return catalogue.OUTLIER.issue(row.item, row.figure, said)


CHECKS = (shrunk, copied, outlier)

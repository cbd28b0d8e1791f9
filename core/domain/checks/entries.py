"""The checks of one row: while somebody types, and what is only asked at 报送."""

from collections.abc import Iterable

from core.domain.calculated import Calculation, takes
from core.domain.cell import LONGEST_EXPLANATION
from core.domain.checks import catalogue, earlier, figures, growths, milestones, scale
from core.domain.checks.row import look_back
from core.domain.figure import Figure, half_up
from core.domain.history import Past
from core.domain.indicator import Indicator, Item, Measure, Milestone
from core.domain.issue import Issue, Severity
from core.domain.submission import Entry, Missing

_EARLIER = (*earlier.CHECKS, *scale.CHECKS)
_CHECKS = (*figures.CHECKS, *_EARLIER)
_PLAIN = (*figures.PLAIN, *_EARLIER)
_SHOWN = 40


def check(item: Item, entry: Entry, past: Past) -> tuple[Issue, ...]:
    """Check one row while somebody types.

    `past` are the item's entries in the order of their quarters; those of the entry's own quarter
    and later ones are passed over, and of the earlier ones the last eight count.
    """
    found = _beside(item, entry) if entry.missing or entry.explanation else ()
    if isinstance(item, Milestone):
        return (*found, *_milestone(item, entry, past))
    if entry.growth is not None:
        found = (*found, *_growth(item, entry, past))
    if entry.figure is None:
        return found
    return (*found, *_figure(item, entry, entry.figure, past))


def overridden(item: Item, entry: Entry, calculation: Calculation | None) -> tuple[Issue, ...]:
    """Check a typed figure against what the indicator's formula gives, both as published."""
    own, given = entry.figure, calculation.figure if calculation else None
    number = own.value if own else None
    if given is None or not isinstance(item, Indicator) or number is None:
        return ()
    if half_up(number, item.decimals) == given.value:
        return ()
    said = f"现为“{own}”，与公式算得的{given}不同，请写明原因；清空就用算得的数"
    return (catalogue.CALCULATED.issue(item, own, said),)


def complete(item: Item, entry: Entry) -> tuple[Issue, ...]:
    """Check what is only asked at 报送, of a row in which the quarter asks for a figure."""
    found: tuple[Issue | None, ...]
    if entry.missing is Missing.UNVERIFIED:
        said = "的缺数原因为“待核实”，核实后请补填"
        found = (catalogue.UNVERIFIED.issue(item, entry.missing.label, said),)
    elif takes(entry):
        absent = catalogue.ABSENT.issue(item, "", _asked(item))
        found = () if _formula(item) else (absent,)
    else:
        found = (growths.growth_absent(item, entry),) if isinstance(item, Indicator) else ()
    return tuple(issue for issue in found if issue)


def unexplained(issues: Iterable[Issue], entry: Entry) -> tuple[Issue, ...]:
    """Give the 须说明 among a row's issues that its explanation does not settle: all or none."""
    if entry.explanation.strip():
        return ()
    return tuple(issue for issue in issues if issue.severity is Severity.EXPLAIN)


def _formula(item: Item) -> str:
    """Give the formula by which a figure comes by itself, of an indicator that has one."""
    return item.formula if isinstance(item, Indicator) else ""


def _beside(item: Item, entry: Entry) -> tuple[Issue, ...]:
    """Check what stands beside the figure."""
    found = []
    if entry.missing and entry.figure is not None:
        label = entry.missing.label
        said = f"本期已填“{entry.text}”，缺数原因又选了“{label}”，请清除其中一个"
        found.append(catalogue.BOTH.issue(item, label, said))
    if len(entry.explanation) > LONGEST_EXPLANATION:
        shown = entry.explanation[:_SHOWN] + "…"
        said = f"的说明有{len(entry.explanation)}个字，最多{LONGEST_EXPLANATION}个，请缩短"
        found.append(catalogue.OVERLONG.issue(item, shown, said))
    return tuple(found)


def _growth(item: Indicator, entry: Entry, past: Past) -> tuple[Issue, ...]:
    """Check the published 同比."""
    found = (growths.growth_kind(item, entry), growths.growth_differs(item, entry, past))
    return tuple(issue for issue in found if issue)


def _figure(item: Indicator, entry: Entry, figure: Figure, past: Past) -> tuple[Issue, ...]:
    """Check an indicator's figure."""
    row = look_back(item, entry, figure, past)
    plain = row.number is not None and item.measure is not Measure.STRUCTURE
    checks = _PLAIN if plain and not (figure.leads or figure.trail) else _CHECKS
    return tuple([issue for each in checks if (issue := each(row))])


def _milestone(item: Milestone, entry: Entry, past: Past) -> tuple[Issue, ...]:
    """Check a milestone's node and progress."""
    before = [each for each in past.values() if each.quarter < entry.quarter]
    return tuple(issue for each in milestones.CHECKS if (issue := each(item, entry, before)))


def _asked(item: Item) -> str:
    """Say what a row is to be filled with."""
    if isinstance(item, Milestone):
        return "未填，请选已达到的节点，没有动工的选“未开工”"
    return "未填，请填本期数；没有数的，请选缺数原因"

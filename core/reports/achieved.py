"""What a work has reached: 累计完成 with its unit, the bare total, and how much of it is done."""

from decimal import Decimal

from core.domain import outcome
from core.domain.figure import Figure
from core.domain.indicator import Indicator, Item, Measure
from core.domain.judging import reaching
from core.domain.judging.judged import Judged
from core.domain.submission import Entry
from core.domain.unit import worded
from core.reports import cells, columns
from core.reports.content import Cell
from core.reports.facts import Facts
from core.reports.parts import Print

_SUMS = (Measure.CUMULATIVE, Measure.REDUCTION)  # of the plan's years, where they are 当年数
_WAYS = (*_SUMS, Measure.LEVEL, Measure.ANNUAL)  # of which a part can be done


def done(facts: Facts) -> Print:
    """Give what prints 累计完成: the sum since the plan began, a state, the node reached."""

    def make(item: Item) -> Cell:
        judged = facts.assessments[item.code].judged
        if isinstance(item, Indicator) and isinstance(judged, Judged):
            return _reached(facts, item, judged)
        entry = columns.judged_entry(facts, item)
        return _dated(facts, entry, cells.reported(entry, due=True))

    return make


def total(facts: Facts) -> Print:
    """Give what prints 累计完成 as a bare number, where the quarter's own figure is another."""

    def make(item: Item) -> Cell:
        judged = facts.assessments[item.code].judged
        if not isinstance(item, Indicator) or not isinstance(judged, Judged):
            return cells.BLANK
        number, own = _total(item, judged), facts.entry(item)
        if number is None or (own and own.figure and own.figure.value == number):
            return cells.BLANK
        return cells.withheld(cells.figure_cell(Figure(number)), _told(judged))

    return make


def share(facts: Facts) -> Print:
    """Give what prints 形象进度; of what has a number, how much of its target is done."""

    def make(item: Item) -> Cell:
        judged = facts.assessments[item.code].judged
        if isinstance(item, Indicator) and isinstance(judged, Judged):
            return columns.share(facts, item, _part(item, judged))
        return columns.node(facts, item)

    return make


def _reached(facts: Facts, item: Indicator, judged: Judged) -> Cell:
    """Print what an indicator has reached, with its unit."""
    entry = _told(judged)
    if judged.moment is None:
        return Cell(cells.NOT_DUE)
    if entry is None or entry.figure is None:
        return _dated(facts, entry, cells.reported(entry, due=True))
    whole = _total(item, judged) if _adds_up(item, judged) else None
    text = worded(entry.figure if whole is None else Figure(whole), item.unit)
    if whole is None and _adds_up(item, judged):
        return cells.withheld(Cell(f"{text}\n（仅{reaching.named(entry.quarter)}）"), entry)
    return _dated(facts, entry, cells.withheld(Cell(text), entry))


def _told(judged: Judged) -> Entry | None:
    """Give what was reported for the period by which an indicator is judged."""
    return judged.entries.get(judged.moment.period) if judged.moment else None


def _adds_up(item: Indicator, judged: Judged) -> bool:
    """Tell whether a figure is put together from those of the years."""
    return item.measure in _SUMS and judged.way.of_years


def _dated(facts: Facts, entry: Entry | None, cell: Cell) -> Cell:
    """Say of when a figure is that is not the quarter's own."""
    if entry is None or entry.quarter == facts.as_of or not cell.text:
        return cell
    return Cell(f"{cell.text}\n（{reaching.named(entry.quarter)}）", withheld=cell.withheld)


def _total(item: Indicator, judged: Judged) -> Decimal | None:
    """Give the number that was reached: put together over the years where it is made of them."""
    entry = _told(judged)
    if entry is None or entry.figure is None:
        return None
    if _adds_up(item, judged):
        return reaching.in_plan(judged.way, entry.quarter, judged.entries)
    return outcome.number(entry.figure, item)


def _part(item: Indicator, judged: Judged) -> Decimal | None:
    """Give the fraction of the target that the printed number makes; None where none is asked."""
    number, entry = _total(item, judged), _told(judged)
    if number is None or entry is None or item.measure not in _WAYS:
        return None
    yearly = item.measure is Measure.ANNUAL
    asked = judged.way.leg(entry.quarter.year).target if yearly else judged.way.goal
    return None if asked is None else outcome.share(item, number, asked)

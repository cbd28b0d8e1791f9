"""What rows print in the columns that several reports share: plan, figures and judgement."""

from collections.abc import Callable
from decimal import Decimal

from core.domain.indicator import Indicator, Item
from core.domain.lights import UNDECIDED
from core.domain.period import Quarter
from core.domain.submission import Entry, Missing
from core.reports import cells
from core.reports.content import Cell
from core.reports.facts import Facts
from core.reports.parts import Print


def measured(make: Callable[[Indicator], Cell]) -> Print:
    """Give what prints a column that milestones do not have."""
    return lambda item: make(item) if isinstance(item, Indicator) else Cell(cells.NOT_MEANT)


base = measured(lambda each: cells.figure_cell(each.base))
target = measured(lambda each: cells.figure_cell(each.target.printed))  # as it was first printed
growth = measured(lambda each: cells.figure_cell(each.growth))  # or the sum over the plan
binding = measured(lambda each: Cell(each.binding.label if each.binding else ""))


def figure_at(facts: Facts, quarter: Quarter) -> Print:
    """Give what prints the figure of a quarter, or the word for why there is none."""
    return lambda item: cells.reported(facts.past(item).get(quarter), due=is_due(item, quarter))


def is_due(item: Item, quarter: Quarter) -> bool:
    """Tell whether a quarter asks for an item's figure."""
    return not isinstance(item, Indicator) or item.frequency.due(quarter.number)


def completion(facts: Facts) -> Print:
    """Give what prints 目标完成率 of the plan's target."""
    return lambda item: share(facts, item, facts.assessments[item.code].completion)


def progress(facts: Facts) -> Print:
    """Give what prints 增量进度 of the plan's way, of a milestone 形象进度."""
    return lambda item: share(facts, item, facts.assessments[item.code].progress)


def pace(facts: Facts) -> Print:
    """Give what prints 序时进度: how much of the way, or of the time, was due."""
    return lambda item: share(facts, item, facts.assessments[item.code].pace)


def node(facts: Facts, item: Item) -> Cell:
    """Print 形象进度 of a milestone: all of it once its node is reached."""
    reached = facts.assessments[item.code].completion
    return cells.withheld(cells.percent(reached), judged_entry(facts, item))


def share(facts: Facts, item: Item, fraction: Decimal | None) -> Cell:
    """Print a share; what is judged without one has no way to its target that could be parted."""
    found = facts.assessments[item.code]
    if fraction is None:
        return Cell(cells.NOT_MEANT) if found.grade else cells.BLANK
    return cells.withheld(cells.percent(fraction), judged_entry(facts, item))


def status(facts: Facts) -> Print:
    """Give what prints the status with its light."""

    def make(item: Item) -> Cell:
        found = facts.assessments[item.code]
        return Cell(found.status or UNDECIDED, light=found.light)

    return make


def explanation(facts: Facts) -> Print:
    """Give what prints why something is behind or missing, as the department wrote it."""
    return lambda item: Cell(explained(facts, item))


def explained(facts: Facts, item: Item) -> str:
    """Give what the department says of the quarter, else of the period that was judged."""
    told = (facts.entry(item), judged_entry(facts, item))
    return next((each.explanation for each in told if each and each.explanation), "")


def judged_entry(facts: Facts, item: Item) -> Entry | None:
    """Give the entry that the status stands on."""
    period = facts.assessments[item.code].data_period
    return facts.past(item).get(period) if period else None


def is_withheld(facts: Facts, item: Item) -> bool:
    """Tell whether the figure that an item is judged by is marked 不公开."""
    entry = judged_entry(facts, item)
    return entry is not None and entry.missing is Missing.WITHHELD

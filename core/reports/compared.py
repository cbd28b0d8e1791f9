"""Columns that hold a quarter's figure against this year's target and against last year."""

from collections.abc import Iterable, Iterator

from core.domain import outcome
from core.domain.aims.trajectory import YearTarget, annual_target
from core.domain.growth import Growth
from core.domain.growth import growth as growth_of
from core.domain.indicator import GrowthKind, Indicator, Item, Measure
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from core.reports import cells
from core.reports.columns import is_due, measured, share
from core.reports.content import Cell
from core.reports.facts import Facts
from core.reports.parts import Print

_SUMS = (Measure.CUMULATIVE, Measure.REDUCTION, Measure.ANNUAL)  # of several years, so is a base


def year_target(facts: Facts) -> Print:
    """Give what prints 年度目标, marked where it was derived."""

    def make(indicator: Indicator) -> Cell:
        asked = asked_of(facts, indicator)
        if asked is None:
            return cells.BLANK
        cell = cells.figure_cell(asked.figure)
        return cells.derived(cell) if asked.derived else cell

    return measured(make)


def asked_of(facts: Facts, indicator: Indicator) -> YearTarget | None:
    """Give this year's target."""
    return annual_target(facts.plan, indicator, facts.as_of.year)


def annual_progress(facts: Facts) -> Print:
    """Give what prints how much of this year's target is reached by now."""

    def make(indicator: Indicator) -> Cell:
        if not is_due(indicator, facts.as_of):
            return Cell(cells.NOT_MEANT)
        stick = facts.assessments[indicator.code].annual
        if stick is None or stick.actual is None or stick.target is None:
            return cells.BLANK
        return share(facts, indicator, outcome.share(indicator, stick.actual, stick.target))

    return measured(make)


def year_before(facts: Facts) -> Print:
    """Give what prints 上年同期."""

    def make(item: Item) -> Cell:
        if not is_due(item, facts.as_of):
            return Cell(cells.NOT_MEANT)
        return cells.reported(same_period(facts, item), due=True)

    return make


def year_on_year(facts: Facts) -> Print:
    """Give what prints 同比: 8.3%, 0.5个百分点, -3件."""

    def make(item: Item) -> Cell:
        found = grown(facts, item)
        if found is None:
            return cells.BLANK
        text = "、".join(f"{number:f}" for number in found.numbers) + found.unit
        alone = found.numbers[0] if len(found.numbers) == 1 else None
        return cells.withheld(Cell(text, alone), facts.entry(item))

    return make


def growth_kinds(facts: Facts, items: Iterable[Item]) -> Iterator[tuple[Item, GrowthKind]]:
    """Give each item whose 同比 is printed, with what kind of 同比 that is."""
    found = ((item, grown(facts, item)) for item in items)
    return ((item, each.kind) for item, each in found if each)


def grown(facts: Facts, item: Item) -> Growth | None:
    """Give the 同比 of the quarter's figure."""
    entry, before = facts.entry(item), same_period(facts, item)
    if entry is None or not isinstance(item, Indicator):
        return None
    return growth_of(item, entry, {before.quarter: before} if before else {})


def same_period(facts: Facts, item: Item) -> Entry | None:
    """Give what was reported for the same period last year, in the plan's first year its base."""
    quarter = facts.as_of.moved(-4)
    entry = facts.past(item).get(quarter)
    if entry or not isinstance(item, Indicator) or quarter != Quarter(facts.plan.base_year, 4):
        return entry
    return Entry(item.code, quarter, item.base) if _is_of_the_year(facts.plan, item) else None


def _is_of_the_year(plan: Plan, indicator: Indicator) -> bool:
    """Tell whether the base is the base year's own figure, not one of the plan before."""
    if indicator.base is None or indicator.base.bracketed:
        return False
    return plan.first_year == plan.last_year or indicator.measure not in _SUMS

"""Boxes, projects and tasks row by row: target with its unit, what is reached, node, status."""

from collections.abc import Iterable, Iterator, Sequence

from core.domain.briefing import planned
from core.domain.indicator import Indicator, Item
from core.domain.plan import Plan, Section
from core.domain.target import TargetState
from core.domain.unit import worded
from core.reports import cells, columns
from core.reports.content import Align, Cell, Column, Heading, Row, RowKind, Table
from core.reports.facts import Facts
from core.reports.parts import Part, part, table

_OUTER = (Column(34.0), Column(52.0, Align.LEFT))
_HEADINGS = (Heading("工程（任务）"), Heading("项目"))


def of(facts: Facts, items: Sequence[Item]) -> Table:
    """Make the table of some items, a heading above those of each box."""
    lines = [(each, _outer(facts.plan, each)) for each in items]
    return _boxed(facts.plan, items, table(_OUTER, _HEADINGS, lines, tuple(_parts(facts))))


def reached(facts: Facts, item: Item) -> Cell:
    """Print what is reached with its unit, of a milestone the node that was last reported."""
    if isinstance(item, Indicator):
        cell = columns.figure_at(facts, facts.as_of)(item)
        entry = facts.entry(item)
        figure = entry.figure if entry else None
        return cells.withheld(Cell(worded(figure, item.unit)), entry) if figure else cell
    return cells.reported(facts.entry(item) or columns.judged_entry(facts, item), due=True)


def target(item: Item) -> Cell:
    """Print a target with its unit, as the source has it, of a milestone its node and time."""
    if not isinstance(item, Indicator):
        return Cell(planned(item))
    if item.target.printed:
        return Cell(worded(item.target.printed, item.unit))
    waits = item.target.state is TargetState.PENDING
    return Cell(item.target.state.label if waits else "")


def _parts(facts: Facts) -> Iterator[Part]:
    """Head the columns."""
    yield part("目标", 32.0, target)
    yield part("本期累计\n（进展）", 24.0, lambda item: reached(facts, item))
    yield part("目标\n完成率", 17.0, columns.measured(columns.completion(facts)), Align.DECIMAL)
    yield part("形象\n进度", 15.0, lambda item: columns.node(facts, item), Align.DECIMAL)
    yield part("状态", 33.0, columns.status(facts), Align.LEFT)
    yield part("说明", 38.0, columns.explanation(facts), Align.LEFT)


def _outer(plan: Plan, item: Item) -> tuple[Cell, ...]:
    """Print the project that a row belongs to within its box, and the row's name."""
    box, *inner = plan.path(item.section)
    name = inner[-1].name if inner else ""
    return Cell(name, block=item.section if name else f"{box.code}·"), Cell(item.name)


def _boxed(plan: Plan, items: Iterable[Item], made: Table) -> Table:
    """Put a heading above the rows of each box."""
    rows, last = list[Row](), ""
    for item, row in zip(items, made.rows, strict=True):
        box = _box(plan, item)
        if box.code != last:
            rows.append(Row((Cell(box.name, columns=len(made.columns)),), RowKind.HEAD))
            last = box.code
        rows.append(row)
    return Table(made.columns, made.headings, tuple(rows), filters=False)


def _box(plan: Plan, item: Item) -> Section:
    """Give the box, the group of tasks or the list that an item stands in."""
    return plan.path(item.section)[0]

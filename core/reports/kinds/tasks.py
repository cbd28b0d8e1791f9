"""Boxes, projects and tasks row by row: target with its unit, what is reached, node, status."""

from collections.abc import Iterable, Iterator, Sequence

from core.domain.indicator import Item
from core.domain.plan import Plan, Section
from core.reports import achieved, columns
from core.reports.content import Align, Cell, Column, Heading, Row, RowKind, Table
from core.reports.facts import Facts
from core.reports.kinds import works
from core.reports.parts import Part, part, table

_OUTER = (Column(34.0), Column(52.0, Align.LEFT))
_HEADINGS = (Heading("工程（任务）"), Heading("项目"))


def of(facts: Facts, items: Sequence[Item]) -> Table:
    """Make the table of some items, a heading above those of each box."""
    lines = [(each, _outer(facts.plan, each)) for each in items]
    return _boxed(facts.plan, items, table(_OUTER, _HEADINGS, lines, tuple(_parts(facts))))


def _parts(facts: Facts) -> Iterator[Part]:
    """Head the columns."""
    yield part("目标", 34.0, works.aim)
    yield part("累计完成\n（进展）", 28.0, achieved.done(facts))
    yield part("进度", 17.5, achieved.share(facts), Align.DECIMAL)
    yield part("状态", 32.0, columns.status(facts), Align.LEFT)
    yield part("说明", 40.5, columns.explanation(facts), Align.LEFT)


def _outer(plan: Plan, item: Item) -> tuple[Cell, ...]:
    """Print the project that a row belongs to within its box, and the row's name."""
    *_, inner = plan.path(item.section)
    name = inner.name if inner.parent else ""
    return Cell(name, block=item.section), Cell(item.name)


def _boxed(plan: Plan, items: Iterable[Item], made: Table) -> Table:
    """Put a heading above the rows of each box."""
    rows, last = list[Row](), ""
    for item, row in zip(items, made.rows, strict=True):
        box = _box(plan, item)
        if box.code != last:
            rows.append(Row((Cell(box.name, columns=len(made.columns)),), RowKind.HEAD))
            last = box.code
        rows.append(row)
    return Table(made.columns, made.headings, tuple(rows))


def _box(plan: Plan, item: Item) -> Section:
    """Give the box, the group of tasks or the list that an item stands in."""
    return plan.path(item.section)[0]

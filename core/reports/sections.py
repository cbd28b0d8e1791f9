"""Rows below headings of the categories, boxes and tasks to which they belong."""

from collections.abc import Iterable, Iterator

from core.domain.indicator import Indicator, Item
from core.domain.plan import Plan, Section
from core.reports.content import Cell, Row, RowKind
from core.reports.parts import Line


def rows(plan: Plan, lines: Iterable[Line], columns: int) -> Iterator[Row]:
    """Give a row for each line, below a heading wherever the section is another one."""
    above = None
    for item, cells in lines:
        section = _section(plan, item)
        if section != above:
            yield heading(section.name, columns)
        above = section
        yield Row(cells)


def heading(text: str, columns: int) -> Row:
    """Give a heading of the rows below it."""
    return Row((Cell(text, columns=columns),), RowKind.HEAD)


def called(item: Item) -> str:
    """Name an item, an indicator with its unit."""
    unit = item.unit if isinstance(item, Indicator) else ""
    return item.name + (f"（{unit}）" if unit else "")


def _section(plan: Plan, item: Item) -> Section:
    """Give the category, the box or the part of the plan to which an item belongs."""
    path = plan.path(item.section)
    return path[1] if plan.is_main(item) and len(path) > 1 else path[0]

"""The sheet of data beside a report: a row for each item and quarter, all plain, nothing merged.

编码, 报告期, 数值, 缺数原因 and 说明 are named and written as in a plan's results.csv, so that
they can be read back.
"""

from collections.abc import Iterable, Mapping, Sequence

from core.domain.indicator import Indicator, Item
from core.domain.period import Quarter
from core.domain.submission import Entry
from core.reports import cells, columns, compared
from core.reports.content import Align, Cell, Column, Heading, Row, Table
from core.reports.facts import Facts
from core.reports.parts import Print

_WIDTHS = {"指标": 60.0, "说明": 60.0, "责任单位": 30.0, "同比": 32.0, "状态": 26.0}
_WIDTH = 20.0


def sheet(
    facts: Facts,
    items: Sequence[Item],
    quarters: Iterable[Quarter],
    further: Mapping[str, Print] | None = None,
) -> Table:
    """Make the table of some items and quarters, item by item.

    `further` are columns of the report's own quarter that stand right of what was reported.
    """
    judged = {**(further or {}), **_judged(facts)}
    wanted = tuple(quarters)
    rows = tuple(
        Row((*_reported(facts, item, at), *_own(judged, item, own=at == facts.as_of)))
        for item in items
        for at in wanted
    )
    names = (*_REPORTED, *judged)
    made = tuple(Column(_WIDTHS.get(name, _WIDTH), Align.LEFT) for name in names)
    return Table(made, tuple(map(Heading, names)), rows, filters=True)


_REPORTED = ("编码", "指标", "单位", "责任单位", "报告期", "数值", "数据性质", "缺数原因", "说明")


def _reported(facts: Facts, item: Item, at: Quarter) -> tuple[Cell, ...]:
    """Say what was reported of an item for a quarter."""
    entry = facts.past(item).get(at)
    lead = facts.plan.department(item.duty.lead)
    unit = item.unit if isinstance(item, Indicator) else ""
    texts = item.code, item.name, unit, lead.short_name if lead else item.duty.lead, str(at)
    return (*map(Cell, texts), *_figure(entry or Entry(item.code, at, None)))


def _figure(entry: Entry) -> tuple[Cell, ...]:
    """Say a figure, how final it is, why there is none, and what was written of it."""
    return (
        cells.withheld(cells.figure_cell(entry.figure), entry),
        Cell(entry.vintage.label if entry.figure else ""),
        Cell(entry.missing.label if entry.missing else ""),
        Cell(entry.explanation),
    )


def _own(judged: dict[str, Print], item: Item, *, own: bool) -> tuple[Cell, ...]:
    """Say what is known as of the report's own quarter; nothing of the others."""
    return tuple(make(item) if own else cells.BLANK for make in judged.values())


def _judged(facts: Facts) -> dict[str, Print]:
    """Name what is compared and judged as of the report's quarter."""
    return {
        "上年同期": compared.year_before(facts),
        "同比": compared.year_on_year(facts),
        "年度目标": compared.year_target(facts),
        "规划目标": columns.target,
        "年度进度": compared.annual_progress(facts),
        "目标完成率": columns.completion(facts),
        "增量进度": columns.progress(facts),
        "序时进度": columns.pace(facts),
        "状态": lambda item: Cell(columns.status(facts)(item).text),
    }

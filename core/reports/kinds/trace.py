"""数据来源: figure by figure of a quarter, through what it came, from which cell, by whom, when."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from core.domain.days import dated
from core.domain.form_rows import source_of
from core.domain.indicator import Indicator, Item
from core.domain.source import bringing
from core.domain.submission import Change, Entry
from core.errors import NotFoundError
from core.reports import cells, legends, sections
from core.reports.content import Align, Cell, Column, Heading, Report, Row, Table
from core.reports.facts import Facts
from core.reports.heading import headed
from core.reports.kinds import works
from core.reports.return_slip import legible

NOTHING = "所选范围里本期还没有填报的数，没有生成报告；请改选报告期、类别或责任单位"
COMPUTED = "公式计算"
UNRECORDED = "没有记录"
_DIGITS = 12  # of a file's digest
_COLUMNS = (
    Column(48.0, Align.LEFT),
    Column(21.0),
    Column(19.0),
    Column(42.0, Align.LEFT),
    Column(19.0),
    Column(15.0),
    Column(26.0),
    Column(16.0),
    Column(28.0),
)
_HEADINGS = ("指标", "数", "来源", "文件", "工作表", "单元格", "文件校验码", "经手人", "时间")
_DATA = ("编码", "指标", "数", "来源", "文件", "工作表", "单元格", "SHA-256", "经手人", "时间")
_DATA_WIDTHS = (22.0, 60.0, 22.0, 22.0, 60.0, 24.0, 16.0, 120.0, 22.0, 50.0)


def build(facts: Facts) -> Report:
    """Say of each figure of the quarter where it came from.

    Raises NotFoundError where the selection has none yet.
    """
    found = tuple(_known(facts))
    if not found:
        raise NotFoundError(NOTHING)
    lines = ((item, _cells(item, entry, change)) for item, entry, change in found)
    rows = tuple(sections.rows(facts.plan, lines, len(_COLUMNS)))
    notes = legends.closed(_notes(found))
    made = Table(_COLUMNS, tuple(map(Heading, _HEADINGS)), rows, notes)
    return headed(facts, "trace", f"{facts.plan.name}数据来源", (made,), _data(found))


_Known = tuple[Item, Entry, Change | None]  # a figure with the change that brought it


def _known(facts: Facts) -> Iterator[_Known]:
    """Give what there is of the quarter, with the change that brought it; None for a computed one.

    A figure that is entered elsewhere came from there.
    """
    for item in works.chosen(facts):
        entry = facts.entry(item)
        if entry and (entry.figure or entry.missing):
            change = bringing(facts.changes.get(source_of(item), ()))
            yield item, entry, change if change and change.after == entry.text else None


def _cells(item: Item, entry: Entry, change: Change | None) -> tuple[Cell, ...]:
    """Print where a figure came from."""
    figure = cells.reported(entry, due=True)
    name = Cell(sections.called(item))
    if change is None:
        formula = item.formula if isinstance(item, Indicator) else ""
        return (name, figure, Cell(_through(item, None)), Cell(formula), *[Cell("")] * 5)
    origin = change.origin
    texts = origin.file, origin.sheet, origin.cell, origin.sha256[:_DIGITS], origin.by
    when = datetime.fromisoformat(change.at)
    told = (*map(legible, texts), f"{dated(when.date())}\n{when:%H:%M}")
    return (name, figure, Cell(_through(item, change)), *map(Cell, told))


def _through(item: Item, change: Change | None) -> str:
    """Say through what a figure came."""
    if change:
        return legible(change.origin.through)
    return COMPUTED if isinstance(item, Indicator) and item.formula else UNRECORDED


def _notes(found: Sequence[_Known]) -> Iterator[str]:
    """Count the figures by what they came through, and say what stands in the columns."""
    counted = Counter(_through(item, change) for item, _, change in found)
    said = "、".join(f"{through}{count}个" for through, count in counted.most_common())
    yield f"共{len(found)}个数，其中{said}"
    yield f"文件校验码为文件内容SHA-256的前{_DIGITS}位，空格表示不是从文件来的"
    if COMPUTED in counted:
        yield f"{COMPUTED}的，文件一栏为所用的公式"


def _data(found: Sequence[_Known]) -> Table:
    """Give the same as a plain table, digests and times in full."""
    rows = tuple(Row(tuple(_plain(*each))) for each in found)
    headings = tuple(map(Heading, _DATA))
    return Table(tuple(map(Column, _DATA_WIDTHS)), headings, rows, filters=True)


def _plain(item: Item, entry: Entry, change: Change | None) -> Iterator[Cell]:
    """Give the cells of a figure on the sheet of data."""
    yield from map(Cell, (item.code, sections.called(item)))
    yield cells.reported(entry, due=True)
    yield Cell(_through(item, change))
    origin = change.origin if change else None
    told = (
        (origin.file, origin.sheet, origin.cell, origin.sha256, origin.by) if origin else ("",) * 5
    )
    yield from map(Cell, (*map(legible, told), change.at if change else ""))

"""政府工作报告目标完成情况: 主要目标, 任务目标, and 民生实事 item by item.

Of a plan of several years: its annual targets (年度目标) of the year, category by category.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TypeVar

from core.domain.indicator import Indicator, Item
from core.domain.livelihood import Tally, summary, tallies
from core.domain.plan import SectionKind
from core.errors import NotFoundError
from core.reports import data, legends
from core.reports.content import Align, Cell, Column, Heading, Report, Row, Table
from core.reports.facts import Facts
from core.reports.figure_charts import status_chart
from core.reports.heading import headed, told
from core.reports.kinds import annual_targets, works
from core.reports.narrative import prose

_Item = TypeVar("_Item", bound=Item)
NOTHING = "所选范围里没有年度目标，没有生成报告；请改选规划、类别或责任单位"
_LIVELIHOOD = (
    Column(27.0),
    Column(32.3, Align.LEFT),
    Column(22.0),
    Column(20.0),
    Column(16.7, Align.DECIMAL),
    Column(21.0, Align.LEFT),
    Column(17.0),
)


def build(facts: Facts) -> Report:
    """Say how far the targets of the year are.

    Raises NotFoundError where the selection leaves none.
    """
    if facts.plan.first_year < facts.plan.last_year:
        return _of_year(facts, _some(tuple(facts.main())))
    found = _some(tuple(works.chosen(facts)))
    report = _headed(facts, found, "", tuple(_parts(facts, found)))
    return _numbered(told(report, prose.annual(facts, found), [status_chart(facts, found)]))


def _of_year(facts: Facts, rows: Sequence[Indicator]) -> Report:
    """Say how far the targets of a year are that a plan of several years gives."""
    year, judged = f"{facts.as_of.year}年度", annual_targets.judged(facts)
    report = _headed(facts, rows, year, (annual_targets.table(facts, rows),))
    found = tuple(each for each in rows if each.code in judged.assessments)
    chart = status_chart(judged, found, yearly=True)
    chart = replace(chart, title=f"各类别{year}目标完成情况")
    return told(report, prose.yearly(judged, found), [chart] if found else [])


def _headed(facts: Facts, found: Sequence[Item], year: str, tables: tuple[Table, ...]) -> Report:
    """Head the tables."""
    sheet = data.sheet(facts, found, (facts.as_of,))
    return headed(facts, "annual", f"{facts.plan.name}{year}目标完成情况", tables, sheet)


def _some(found: Sequence[_Item]) -> Sequence[_Item]:
    """Give what there is to say something of.

    Raises NotFoundError.
    """
    if not found:
        raise NotFoundError(NOTHING)
    return found


def _numbered(report: Report) -> Report:
    """Make an 附表 of each table, with its number where there are several."""
    labels = (f"附表{number}" for number, _ in enumerate(report.tables, 1))
    parts = (
        replace(each, label=next(labels)) if isinstance(each, Table) else each
        for each in report.parts
    )
    return replace(report, parts=tuple(parts)) if len(report.tables) > 1 else report


def _parts(facts: Facts, found: Sequence[Item]) -> Iterator[Table]:
    """Give a table for each part of the work report: 主要目标, 任务目标, 民生实事."""
    for root, items in groupby(found, lambda item: facts.plan.path(item.section)[0]):
        of = tuple(items)
        livelihood = any(_is_livelihood(facts, each) for each in of)
        made = _livelihood(facts, of) if livelihood else _targets(facts, of)
        title = f"{facts.plan.name}{root.name}完成情况\n（{facts.as_of.label}）"
        yield replace(made, title=title)


def _is_livelihood(facts: Facts, item: Item) -> bool:
    """Tell whether an item is a row of 民生实事."""
    return facts.plan.section(item.section).kind is SectionKind.LIVELIHOOD


def _targets(facts: Facts, of: Sequence[Item]) -> Table:
    """Make the table of 主要目标 or 任务目标, below its headings."""
    made = works.table(facts, of, ("指标", *_reached(facts)), below=1)
    notes = legends.counts(facts, of), *works.notes(facts, of, made)
    return replace(made, notes=legends.closed(notes))


def _livelihood(facts: Facts, of: Sequence[Item]) -> Table:
    """Make the table of 民生实事: each beside its rows, done only when they all are."""
    counted = tallies(facts.plan, facts.assessments.values())
    numbered = {each.section: (at, each) for at, each in enumerate(counted, 1)}
    prints = works.prints(facts)
    texts = "民生实事", "内容", *works.heads(*_reached(facts))
    rows = tuple(
        Row((_matter(*numbered[each.section]), *(make(each) for make in prints))) for each in of
    )
    made = Table(_LIVELIHOOD, tuple(map(Heading, texts)), rows)
    chosen = {each.section for each in of}
    said = summary(each for each in counted if each.section in chosen)
    notes = f"{said}，各项内容都完成的才算完成", legends.counts(facts, of)
    return replace(made, notes=legends.closed((*notes, *works.notes(facts, of, made))))


def _reached(facts: Facts) -> tuple[str, str]:
    """Give the headings of what is done and of its share."""
    return f"{facts.as_of.span}\n完成", "进度"


def _matter(number: int, tally: Tally) -> Cell:
    """Name a 民生实事, with how far it is."""
    return Cell(f"{number}.{tally.name}\n{tally.words}", block=tally.section)

"""What is behind and why: how it was judged, and what the department that answers for it says."""

from collections.abc import Iterator, Sequence

from core.domain.indicator import Item
from core.domain.risk import ALARMING
from core.reports import cells, columns, legends
from core.reports.content import Align, Cell, Column, Heading, Table
from core.reports.facts import Facts
from core.reports.kinds import works
from core.reports.parts import Part, Print, part, table

CAPTION = "滞后指标情况说明"
_SILENT = "“原因说明”栏空格表示责任单位未作说明"


def tables(facts: Facts, items: Sequence[Item]) -> Iterator[Table]:
    """Make a table of those items that are behind, on the page of what goes before; none if none.

    It has a row for each: who answers for it, its status, how that follows from the figures, and
    the reasons that were recorded.
    """
    behind = [each for each in items if facts.assessments[each.code].light in ALARMING]
    if behind:
        lines = [(each, (Cell(each.name),)) for each in behind]
        named = (Column(40.0, Align.LEFT),), (Heading("指标"),)
        made = table(*named, lines, tuple(_parts(facts)))
        silent = any(not columns.explained(facts, each) for each in behind)
        notes = legends.closed([_SILENT] if silent else [])
        yield Table(made.columns, made.headings, made.rows, notes, title=CAPTION, fresh=False)


def _parts(facts: Facts) -> Iterator[Part]:
    """Head the columns."""
    yield part("责任单位", 24.0, works.lead(facts))
    yield part("状态", 26.0, columns.status(facts), Align.LEFT)
    yield part("进展", 100.0, _told(facts), Align.LEFT)
    yield part("原因说明", 45.0, columns.explanation(facts), Align.LEFT)


def _told(facts: Facts) -> Print:
    """Give what prints how a status follows from the figures."""

    def make(item: Item) -> Cell:
        said = Cell(facts.assessments[item.code].sentence)
        return cells.withheld(said, columns.judged_entry(facts, item))

    return make

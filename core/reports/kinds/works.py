"""工程 and tasks: what the source asks of each, how far each has come, and who leads it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from core.domain.briefing import planned
from core.domain.duties import items
from core.domain.indicator import Indicator, Item, Milestone
from core.domain.plan import Plan, Section
from core.domain.target import Target
from core.domain.unit import worded
from core.reports import achieved, columns, legends, sections
from core.reports.content import Align, Cell, Column, Heading, Row, Table
from core.reports.facts import Facts
from core.reports.parts import Print

_SHARE = "有数量目标的，进度为累计完成占目标的比重（越低越好的为目标占实际的比重）"
_DATED = "括号内注明时间的，是最近一个填报期的数"
_COLUMNS = (
    Column(41.8, Align.LEFT),
    Column(25.0),
    Column(24.0),
    Column(18.2, Align.DECIMAL),
    Column(29.0, Align.LEFT),
    Column(18.0),
)


def chosen(facts: Facts) -> Iterator[Item]:
    """Give the items that the report is about section by section, as the plan prints them."""
    return (each for each in items(facts.plan) if facts.selection.takes(facts.plan, each))


def table(
    facts: Facts, of: Sequence[Item], headings: tuple[str, str, str], below: int = 0
) -> Table:
    """Make the table of some works, a row for each below headings of what it belongs to.

    `headings` are those of the works, of what is done and of its share; sections that lie above
    the level `below` get no heading of their own.
    """
    texts = headings[0], *heads(*headings[1:])
    made = tuple(_rows(facts.plan, of, prints(facts), below))
    return Table(_COLUMNS, tuple(map(Heading, texts)), made)


def heads(reached: str, share: str) -> tuple[str, ...]:
    """Give the headings right of the works, with those of what is done and of its share."""
    return "目标", reached, share, "状态", "牵头\n单位"


def prints(facts: Facts) -> tuple[Print, ...]:
    """Give what prints a work: its name, and what stands under each of the headings."""
    return (
        named,
        aim,
        achieved.done(facts),
        achieved.share(facts),
        columns.status(facts),
        lead(facts),
    )


def _rows(plan: Plan, of: Sequence[Item], make: Sequence[Print], below: int) -> Iterator[Row]:
    """Give a row for each item, below headings wherever its box, group or task is another one."""
    counted = Counter(plan.path(each.section)[0].code for each in of)
    above: tuple[Section, ...] = ()
    for item in of:
        path = plan.path(item.section)
        for depth, section in enumerate(path[below:], below + 1):
            if path[:depth] != above[:depth]:
                yield sections.heading(_called(section, counted[section.code]), len(make))
        above = path
        yield Row(tuple(each(item) for each in make))


def named(item: Item) -> Cell:
    """Print what a work is called."""
    return Cell(item.name)


def aim(item: Item) -> Cell:
    """Print the target as its source wrote it, units included: 5家以上, 达8万人, 2025年完工."""
    if isinstance(item, Milestone):
        return Cell(str(item.target) if item.target else planned(item))
    to = f"\n（已调整为{_asked(item.aim, item.unit)}）" if item.revisions else ""
    return Cell(_asked(item.target, item.unit) + to)


def lead(facts: Facts) -> Print:
    """Give what prints 牵头单位."""

    def make(item: Item) -> Cell:
        department = facts.plan.department(item.duty.lead)
        return Cell(department.short_name if department else item.duty.lead)

    return make


def _shared(of: Iterable[Item]) -> str:
    """Say which rows show a figure that is entered elsewhere."""
    found = "、".join(each.name for each in of if each.same_source)
    return f"{found}与其他表中的指标同源，各处用同一个数" if found else ""


def notes(facts: Facts, of: Sequence[Item], made: Table) -> Iterator[str]:
    """Say what is missing, what was decided, and what stands in the columns."""
    yield "；".join(legends.missing(facts, of))
    yield "；".join((*legends.decided(facts, of), *legends.revised(of)))
    yield _SHARE if any(isinstance(each, Indicator) for each in of) else ""
    yield _DATED if any(map(_is_dated, made.rows)) else ""
    yield _shared(of)
    yield "，".join(legends.signs(made))


def _is_dated(row: Row) -> bool:
    """Tell whether some figure of a row is of another quarter than the report's."""
    return any(cell.text.endswith("）") and "\n（" in cell.text for cell in row.cells)


def _called(section: Section, count: int) -> str:
    """Name a section; a box or a part of the report with the number of its rows."""
    return f"{section.name}（{count}项）" if count and not section.parent else section.name


def _asked(target: Target, unit: str) -> str:
    """Word a target, or why it has no number."""
    return worded(target.printed, unit) if target.printed else target.state.label

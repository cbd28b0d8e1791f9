"""The outer columns of a plan's main table: category, subgroup and the indicator's name."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.domain.indicator import Indicator
from core.domain.plan import Plan, Section, SectionKind
from core.reports.content import Align, Cell, Column, Heading

_SUBGROUP_WIDTH, _NAME_WIDTH = 14.0, 50.7


@dataclass(frozen=True, slots=True)
class Stub:
    """The columns left of the figures: whether categories and subgroups occur.

    `counts` gives the number of indicators under each category's code, where it is printed;
    `name_width` is that of subgroup and name together, in mm.
    """

    category_width: float
    subgroups: bool
    counts: Mapping[str, int]
    name_width: float = _NAME_WIDTH

    @property
    def names(self) -> int:
        """How many columns an indicator's name covers."""
        return 2 if self.subgroups else 1

    def columns(self) -> tuple[Column, ...]:
        """Give the columns themselves; without subgroups the name has their room."""
        name = (Column(_SUBGROUP_WIDTH),) if self.subgroups else ()
        rest = Column(self.name_width - (_SUBGROUP_WIDTH if self.subgroups else 0), Align.LEFT)
        return (*((Column(self.category_width),) if self.category_width else ()), *name, rest)

    def headings(self) -> tuple[Heading, ...]:
        """类别 and 指标."""
        category = (Heading("类别"),) if self.category_width else ()
        return (*category, Heading("指标", columns=self.names))


def find(
    plan: Plan, category_width: float, items: Iterable[Indicator], *, counted: bool = False
) -> Stub:
    """Find which outer columns the rows of some indicators have."""
    sections = [section for each in items for section in plan.path(each.section)]
    kinds = {section.kind for section in sections}
    counts = Counter(each.code for each in sections if each.kind is SectionKind.CATEGORY)
    width = category_width if kinds - {SectionKind.TABLE, SectionKind.SUBGROUP} else 0.0
    return Stub(width, SectionKind.SUBGROUP in kinds, counts if counted else {})


def cells(plan: Plan, indicator: Indicator, stub: Stub) -> tuple[Cell, ...]:
    """Make the cells of category, subgroup and name of one row."""
    path = plan.path(indicator.section)
    category = _category(path)
    subgroup = _of_kind(path, SectionKind.SUBGROUP)
    made = [_category_cell(category, stub)] if stub.category_width else []
    if subgroup:
        made.append(Cell(subgroup.name, block=subgroup.code))
    unit = f"（{indicator.unit}）" if indicator.unit else ""
    made.append(Cell(indicator.name + unit, columns=1 if subgroup else stub.names))
    return tuple(made)


def _category_cell(category: Section | None, stub: Stub) -> Cell:
    """Make a category's cell, with the number of its indicators where it is printed."""
    if category is None:
        return Cell("")
    count = f"\n（{stub.counts[category.code]}个）" if stub.counts else ""
    return Cell(category.name + count, block=category.code)


def _category(path: Sequence[Section]) -> Section | None:
    """Give what a row is filed under: its category, or the box or task that it stands in."""
    root = path[0]
    return _of_kind(path, SectionKind.CATEGORY) if root.kind is SectionKind.TABLE else root


def _of_kind(path: Iterable[Section], kind: SectionKind) -> Section | None:
    """Give the section of a kind on a path, if there is one."""
    return next((section for section in path if section.kind is kind), None)

"""The two tables of a plan's appendix: 附表1 as `completion`, 附表2 as `targets`."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain.figure import Figure
from core.domain.indicator import Indicator
from core.domain.plan import Plan, Section, SectionKind
from core.domain.submission import Vintage
from core.reports import narrative
from core.reports.content import Align, Cell, Column, Heading, Report, Row, Table
from core.reports.facts import Facts

_SUBGROUP_WIDTH, _NAME_WIDTH = 14.0, 36.7


@dataclass(frozen=True, slots=True)
class _Stub:
    """The columns left of the figures: whether categories and subgroups occur.

    `counts` gives the number of indicators under each category's code, where it is printed.
    """

    category_width: float
    subgroups: bool
    counts: Mapping[str, int]

    @property
    def names(self) -> int:
        """How many columns an indicator's name covers."""
        return 2 if self.subgroups else 1

    def columns(self) -> tuple[Column, ...]:
        """Give the columns themselves; without subgroups the name has their room."""
        name = (Column(_SUBGROUP_WIDTH),) if self.subgroups else ()
        rest = Column(_NAME_WIDTH + (0 if self.subgroups else _SUBGROUP_WIDTH), Align.LEFT)
        return (*((Column(self.category_width),) if self.category_width else ()), *name, rest)

    def headings(self) -> tuple[Heading, ...]:
        """类别 and 指标."""
        category = (Heading("类别"),) if self.category_width else ()
        return (*category, Heading("指标", columns=self.names))


def completion(facts: Facts) -> Report:
    """规划主要指标完成情况, column by column as 附表1 prints it."""
    plan = facts.plan
    stub = _stub(plan, 10.0)
    years = _completion_years(facts)
    headings = (*stub.headings(), *years, Heading("完成情况"), Heading("属性"))
    widths = map(Column, (20.5, 20.3, 20.5, 21.0, 13.0))
    rows = tuple(
        Row((*_stub_cells(plan, each, stub), *_completion_cells(facts, each)))
        for each in plan.main()
    )
    table = Table((*stub.columns(), *widths), headings, rows)
    return _report(facts, "completion", table, narrative.completion_notes(facts, table))


def targets(facts: Facts) -> Report:
    """主要指标 with base, target and growth, as 附表2 prints it; categories carry their counts."""
    plan = facts.plan
    stub = _stub(plan, 22.0, counted=True)
    leaves = (
        f"{plan.base_year}年\n基期值",
        f"{plan.last_year}年\n目标值",
        "年均增长\n/累计" if plan.last_year > plan.first_year else "增长",
        "属性",
    )
    widths = map(Column, (23.5, 23.5, 22.0, 14.0))
    rows = tuple(
        Row((*_stub_cells(plan, each, stub), *_target_cells(each))) for each in plan.main()
    )
    headings = (*stub.headings(), *map(Heading, leaves))
    table = Table((*stub.columns(), *widths), headings, rows)
    return _report(facts, "targets", table, narrative.target_notes(facts, table))


def _report(facts: Facts, kind: str, table: Table, notes: tuple[str, ...]) -> Report:
    """Head a table as the plan does, or by the plan's name where it is silent."""
    plan, appendix = facts.plan, facts.plan.appendix(kind)
    plain = {"completion": "主要指标完成情况", "targets": "主要指标"}[kind]
    title = appendix.title if appendix else plan.name + plain
    until = "" if facts.final or kind == "targets" else f"（{facts.as_of.label}）"
    return Report(
        kind=kind,
        name=_file_name(f"{plan.region}{title}{until}"),
        label=appendix.label if appendix else "附表",
        title=title + until,
        subject=f"{plan.title}（{facts.as_of.label}）",
        author=plan.region,
        table=table,
        notes=notes,
    )


def _completion_years(facts: Facts) -> tuple[Heading, ...]:
    """Head the figures: the plan's own tree at its end, base, target and actual before."""
    plan = facts.plan
    base = Heading(f"{plan.base_year}年")
    if facts.final:
        kind = "预期值" if _expected(facts) else "实际值"
        return base, Heading(f"{plan.last_year}年", (Heading("规划目标"), Heading(kind)))
    actual = Heading(f"{facts.as_of.label}\n实际值")
    return base, Heading(f"{plan.last_year}年\n规划目标"), actual


def _expected(facts: Facts) -> bool:
    """Tell whether figures are still 预计数."""
    entries = [facts.entry(indicator) for indicator in facts.plan.main()]
    return any(entry is not None and entry.vintage is Vintage.EXPECTED for entry in entries)


def _completion_cells(facts: Facts, indicator: Indicator) -> tuple[Cell, ...]:
    """Make the cells of base, target as first printed, actual, status and 属性."""
    entry = facts.entry(indicator)
    return (
        *map(
            figure_cell, (indicator.base, indicator.target.printed, entry.figure if entry else None)
        ),
        Cell(facts.assessments[indicator.code].status),
        _binding(indicator),
    )


def _target_cells(indicator: Indicator) -> tuple[Cell, ...]:
    """Make the cells of base, target, growth and 属性."""
    figures = (indicator.base, indicator.target.printed, indicator.growth)
    return (*map(figure_cell, figures), _binding(indicator))


def figure_cell(figure: Figure | None) -> Cell:
    """Make a cell of a figure; only a bare number is a number for Excel."""
    if figure is None:
        return Cell("")
    bare = isinstance(figure.core, Decimal) and str(figure.core) == str(figure)
    return Cell(str(figure), figure.value if bare else None)


def _binding(indicator: Indicator) -> Cell:
    """Make the cell of 属性."""
    return Cell(indicator.binding.label if indicator.binding else "")


def _stub(plan: Plan, category_width: float, *, counted: bool = False) -> _Stub:
    """Find which outer columns the plan's main table has."""
    sections = [section for each in plan.main() for section in plan.path(each.section)]
    kinds = {section.kind for section in sections}
    counts = Counter(each.code for each in sections if each.kind is SectionKind.CATEGORY)
    width = category_width if SectionKind.CATEGORY in kinds else 0.0
    return _Stub(width, SectionKind.SUBGROUP in kinds, counts if counted else {})


def _stub_cells(plan: Plan, indicator: Indicator, stub: _Stub) -> tuple[Cell, ...]:
    """Make the cells of category, subgroup and name of one row."""
    path = plan.path(indicator.section)
    category = _of_kind(path, SectionKind.CATEGORY)
    subgroup = _of_kind(path, SectionKind.SUBGROUP)
    cells = [_category_cell(category, stub)] if stub.category_width else []
    if subgroup:
        cells.append(Cell(subgroup.name, block=subgroup.code))
    unit = f"（{indicator.unit}）" if indicator.unit else ""
    cells.append(Cell(indicator.name + unit, columns=1 if subgroup else stub.names))
    return tuple(cells)


def _category_cell(category: Section | None, stub: _Stub) -> Cell:
    """Make a category's cell, with the number of its indicators where it is printed."""
    if category is None:
        return Cell("")
    count = f"\n（{stub.counts[category.code]}个）" if stub.counts else ""
    return Cell(category.name + count, block=category.code)


def _of_kind(path: Iterable[Section], kind: SectionKind) -> Section | None:
    """Give the section of a kind on a path, if there is one."""
    return next((section for section in path if section.kind is kind), None)


def _file_name(text: str) -> str:
    """Make a text safe as a file's name on every system."""
    kept = "".join("_" if each in '\\/:*?"<>|' or each < " " else each for each in text)
    return kept.strip(" .")[:80] or "报告"

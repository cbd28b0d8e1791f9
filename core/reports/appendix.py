"""The two tables of a plan's appendix: 附表1 as `completion`, 附表2 as `targets`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from core.domain.figure import Figure
from core.domain.indicator import Indicator
from core.domain.plan import Plan
from core.domain.vintage import Vintage
from core.reports import narrative
from core.reports.content import Cell, Column, Heading, Report, Row, Table
from core.reports.facts import Facts
from core.reports.naming import file_name
from core.reports.stub import Stub, cells, find

Print = Callable[[Indicator], Cell]


@dataclass(frozen=True, slots=True)
class _Part:
    """A heading with the columns under it: each one's width in mm and what a row prints there.

    An optional part is left out where no row prints anything.
    """

    heading: Heading
    columns: tuple[tuple[float, Print], ...]
    optional: bool = False


def completion(facts: Facts) -> Report:
    """规划主要指标完成情况, column by column as 附表1 prints it."""
    parts = (
        _Part(Heading(f"{facts.plan.base_year}年"), ((20.5, _base),)),
        *_target_and_actual(facts),
        _Part(
            Heading("完成情况"),
            ((21.0, lambda each: Cell(facts.assessments[each.code].status)),),
        ),
        _Part(Heading("属性"), ((13.0, _binding),), optional=True),
    )
    table = _table(facts.plan, find(facts.plan, 10.0), parts)
    notes = narrative.completion_notes(facts, table)
    return _report(facts, "completion", replace(table, notes=notes))


def targets(facts: Facts) -> Report:
    """主要指标 with base, target and growth, as 附表2 prints it; categories carry their counts."""
    plan = facts.plan
    parts = (
        _Part(Heading(f"{plan.base_year}年\n基期值"), ((23.5, _base),)),
        _Part(Heading(f"{plan.last_year}年\n目标值"), ((23.5, _target),)),
        _Part(Heading("年均增长/累计"), ((26.3, _growth),), optional=True),
        _Part(Heading("属性"), ((14.0, _binding),), optional=True),
    )
    table = _table(plan, find(plan, 18.0, counted=True), parts)
    return _report(facts, "targets", replace(table, notes=narrative.target_notes(facts, table)))


def figure_cell(figure: Figure | None) -> Cell:
    """Make a cell of a figure; only a bare number is a number for Excel."""
    if figure is None:
        return Cell("")
    bare = isinstance(figure.core, Decimal) and str(figure.core) == str(figure)
    return Cell(str(figure), figure.value if bare else None)


def _table(plan: Plan, stub: Stub, parts: Sequence[_Part]) -> Table:
    """Put the parts that print something beside the outer columns."""
    main = tuple(plan.main())
    kept = [part for part in parts if not part.optional or _prints(part, main)]
    columns = [column for part in kept for column in part.columns]
    rows = tuple(
        Row((*cells(plan, each, stub), *(make(each) for _, make in columns))) for each in main
    )
    return Table(
        (*stub.columns(), *(Column(width) for width, _ in columns)),
        (*stub.headings(), *(part.heading for part in kept)),
        rows,
    )


def _prints(part: _Part, main: Sequence[Indicator]) -> bool:
    """Tell whether some row prints something in a part."""
    return any(make(each).text for _, make in part.columns for each in main)


def _target_and_actual(facts: Facts) -> tuple[_Part, ...]:
    """Head target and actual: the plan's own tree at its end, side by side before."""
    target, actual = (20.3, _target), (20.5, _actual(facts))
    last = facts.plan.last_year
    if facts.final:
        kind = "预期值" if _expected(facts) else "实际值"
        tree = Heading(f"{last}年", (Heading("规划目标"), Heading(kind)))
        return (_Part(tree, (target, actual)),)
    span = "" if facts.as_of.ends_year else f"{facts.as_of.span}\n"
    return (
        _Part(Heading(f"{last}年\n规划目标"), (target,)),
        _Part(Heading(f"{facts.as_of.year}年\n{span}实际值"), (actual,)),
    )


def _expected(facts: Facts) -> bool:
    """Tell whether figures are still 预计数."""
    entries = [facts.entry(indicator) for indicator in facts.plan.main()]
    return any(entry is not None and entry.vintage is Vintage.EXPECTED for entry in entries)


def _actual(facts: Facts) -> Print:
    """Give what prints the figure that an assessment stands on."""

    def make(indicator: Indicator) -> Cell:
        entry = facts.entry(indicator)
        return figure_cell(entry.figure if entry else None)

    return make


def _base(indicator: Indicator) -> Cell:
    """Print the base."""
    return figure_cell(indicator.base)


def _target(indicator: Indicator) -> Cell:
    """Print the target as it was first printed."""
    return figure_cell(indicator.target.printed)


def _growth(indicator: Indicator) -> Cell:
    """Print the growth or the sum over the plan."""
    return figure_cell(indicator.growth)


def _binding(indicator: Indicator) -> Cell:
    """Print 属性."""
    return Cell(indicator.binding.label if indicator.binding else "")


def _report(facts: Facts, kind: str, table: Table) -> Report:
    """Head a table as the plan does, or by the plan's name where it is silent."""
    plan, appendix = facts.plan, facts.plan.appendix(kind)
    plain = {"completion": "主要指标完成情况", "targets": "主要指标"}[kind]
    title = appendix.title if appendix else plan.name + plain
    until = "" if facts.final or kind == "targets" else f"（{facts.as_of.label}）"
    return Report(
        kind=kind,
        name=file_name(f"{plan.region}{title}{until}"),
        label=appendix.label if appendix else "附表",
        title="\n".join(part for part in (title, until) if part),
        subject=f"{plan.title}（{facts.as_of.label}）",
        author=plan.region,
        parts=(table,),
        as_of=facts.as_of.label,
    )

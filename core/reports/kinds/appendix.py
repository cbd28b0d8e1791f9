"""The two tables of a plan's appendix: 附表1 as `completion`, 附表2 as `targets`."""

from collections.abc import Sequence
from dataclasses import replace

from core.domain.indicator import Item
from core.domain.vintage import Vintage
from core.errors import NotFoundError
from core.reports import columns
from core.reports.cells import figure_cell
from core.reports.content import Cell, Heading, Report, Table
from core.reports.facts import Facts
from core.reports.heading import NO_INDICATORS, department, joined, office, scope
from core.reports.naming import file_name
from core.reports.narrative.notes import completion_notes, target_notes
from core.reports.parts import Leaf, Part, Print, optional, part, table
from core.reports.selection import Selection
from core.reports.stub import Stub, cells, find


def completion(facts: Facts) -> Report:
    """规划主要指标完成情况, column by column as 附表1 prints it.

    Raises NotFoundError where the selection leaves no indicator.
    """
    parts = (
        part(f"{facts.plan.base_year}年", 20.5, columns.base),
        *_target_and_actual(facts),
        part("完成情况", 21.0, lambda each: Cell(facts.assessments[each.code].status)),
        optional(part("属性", 13.0, columns.binding)),
    )
    table = _table(facts, find(facts.plan, 10.0, facts.main()), parts)
    notes = completion_notes(facts, table)
    return _report(facts, "completion", replace(table, notes=notes))


def targets(facts: Facts) -> Report:
    """主要指标 with base, target and growth, as 附表2 prints it; categories carry their counts.

    Raises NotFoundError where the selection leaves no indicator.
    """
    plan = facts.plan
    parts = (
        part(f"{plan.base_year}年\n基期值", 23.5, columns.base),
        part(f"{plan.last_year}年\n目标值", 23.5, columns.target),
        optional(part("年均增长/累计", 26.3, columns.growth)),
        optional(part("属性", 14.0, columns.binding)),
    )
    table = _table(facts, find(plan, 18.0, facts.main(), counted=True), parts)
    return _report(facts, "targets", replace(table, notes=target_notes(facts, table)))


def _table(facts: Facts, stub: Stub, parts: Sequence[Part]) -> Table:
    """Put the parts beside the outer columns, a row for each indicator."""
    lines = [(each, cells(facts.plan, each, stub)) for each in facts.main()]
    if not lines and facts.selection != Selection():
        raise NotFoundError(NO_INDICATORS)
    return table(stub.columns(), stub.headings(), lines, parts)


def _target_and_actual(facts: Facts) -> tuple[Part, ...]:
    """Head target and actual: the plan's own tree at its end, side by side before."""
    target, actual = Leaf(20.3, columns.target), Leaf(20.5, _actual(facts))
    last = facts.plan.last_year
    if facts.final:
        kind = "预期值" if _expected(facts) else "实际值"
        tree = Heading(f"{last}年", (Heading("规划目标"), Heading(kind)))
        return (Part(tree, (target, actual)),)
    span = "" if facts.as_of.ends_year else f"{facts.as_of.span}\n"
    return (
        Part(Heading(f"{last}年\n规划目标"), (target,)),
        Part(Heading(f"{facts.as_of.year}年\n{span}实际值"), (actual,)),
    )


def _expected(facts: Facts) -> bool:
    """Tell whether figures are still 预计数."""
    entries = [facts.entry(indicator) for indicator in facts.plan.main()]
    return any(entry is not None and entry.vintage is Vintage.EXPECTED for entry in entries)


def _actual(facts: Facts) -> Print:
    """Give what prints the figure that an assessment stands on."""

    def make(item: Item) -> Cell:
        entry = facts.entry(item)
        return figure_cell(entry.figure if entry else None)

    return make


def _report(facts: Facts, kind: str, table: Table) -> Report:
    """Head a table as the plan does; part of it, or where the plan is silent, by what it is about.

    The department stands before it.
    """
    plan, appendix, chosen = facts.plan, facts.plan.appendix(kind), department(facts)
    plain = {"completion": "指标完成情况", "targets": "指标"}[kind]
    narrowed = facts.selection.section or facts.selection.binding
    own = appendix.title if appendix and not narrowed else ""
    said = own or plan.name + scope(facts) + plain
    until = "" if facts.final or kind == "targets" else f"（{facts.as_of.label}）"
    title = joined(chosen.full_name, said) if chosen else said
    return Report(
        kind=kind,
        name=file_name(f"{office(plan, chosen)}{said}{until}"),
        label=appendix.label if appendix else "附表",
        title="\n".join(line for line in (title, until) if line),
        subject=f"{plan.title}（{facts.as_of.label}）",
        author=plan.region,
        parts=(table,),
        as_of=facts.as_of.label,
    )

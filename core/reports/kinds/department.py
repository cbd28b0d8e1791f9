"""部门完成情况: what one department leads, indicators and projects, and who signs for it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from core.domain.days import dated
from core.domain.indicator import Item
from core.errors import NotFoundError
from core.reports import data, legends
from core.reports.content import Part, Report, Table
from core.reports.facts import Facts
from core.reports.figure_charts import charts
from core.reports.heading import department as department_of
from core.reports.heading import headed, in_full, scope, told
from core.reports.kinds import quarterly, tasks, works
from core.reports.narrative import prose
from core.reports.prose import SIGNATURES, Signing

NOTHING = "选定的单位、类别和属性下没有指标或工程，没有写出报告，请另选"
_INDICATORS, _TASKS = "主要指标", "重点工程和任务"


def build(facts: Facts) -> Report:
    """Say what 部门完成情况 says of the department that leads.

    Raises NotFoundError where it leads nothing of what was selected.
    """
    main = tuple(facts.main())
    others = tuple(each for each in works.chosen(facts) if not facts.plan.is_main(each))
    if not (main or others):
        raise NotFoundError(NOTHING)
    tables = [quarterly.of(facts, main)] if main else []
    tables += [_tasks(facts, others)] if others else []
    named = _captioned(tables, (_INDICATORS,) * bool(main) + (_TASKS,) * bool(others))
    sheet = data.sheet(facts, (*main, *others), (facts.as_of,))
    what = f"{scope(facts, whole='')}指标" if facts.selection.binding else scope(facts, whole="")
    title = f"{facts.plan.name}{what}完成情况"
    report = headed(facts, "department", title, (*named, _signing(facts)), sheet)
    rows = (*main, *others)
    return told(report, prose.department(facts, rows), charts(facts, rows))


def _signing(facts: Facts) -> Signing:
    """Give the lines to sign on; where the quarter's form is signed already, by whom it was."""
    signed, lead = facts.signatures.get(facts.selection.department), department_of(facts)
    if signed is None or lead is None:
        return Signing(SIGNATURES)
    people, office = (signed.filled_by, signed.reviewed_by, signed.head), in_full(facts.plan, lead)
    said = (*people, office, dated(signed.on))
    labels = (each.partition("：")[0] for each in SIGNATURES)
    return Signing(tuple(map("：".join, zip(labels, said, strict=True))))


def _tasks(facts: Facts, rows: Sequence[Item]) -> Table:
    """Make the table of projects and tasks, with its notes."""
    made = tasks.of(facts, rows)
    return replace(made, notes=legends.closed(_notes(facts, rows, made)))


def _notes(facts: Facts, rows: Sequence[Item], made: Table) -> Iterator[str]:
    """Say what is counted, what is unexplained, and what else is to be known of works."""
    yield legends.counts(facts, rows, legends.WORKS)
    yield legends.silent(facts, rows)
    yield legends.expected(facts, rows)
    yield from works.notes(facts, rows, made)


def _captioned(tables: Sequence[Table], names: Sequence[str]) -> Iterator[Part]:
    """Give each table its caption, where there are two; the second goes on on the same page."""
    several = len(tables) > 1
    for number, (each, name) in enumerate(zip(tables, names, strict=True)):
        yield replace(each, title=name if several else "", fresh=not number)

"""Sentences and counts under a table, made from its rows, never typed."""

from collections import Counter
from collections.abc import Iterable

from core.domain.indicator import Binding, Indicator
from core.domain.judging.judgement import Grey
from core.domain.judging.verdict import vocabulary
from core.reports import legends
from core.reports.content import Table
from core.reports.facts import Facts
from core.reports.names import counted


def completion_notes(facts: Facts, table: Table) -> tuple[str, ...]:
    """Count the statuses and give the recorded reasons, as the notes of 附表1 do."""
    main = tuple(facts.main())
    statuses = "，".join(_status_counts(facts, main))
    clauses = [
        clause for clause in (statuses, *_pending(facts, main), *legends.revised(main)) if clause
    ]
    notes = [_total(facts, table), "；".join(clauses), *_legend(table), *facts.plan.notes]
    return legends.closed(notes)


def target_notes(facts: Facts, table: Table) -> tuple[str, ...]:
    """Count the indicators and explain the signs, as the notes of 附表2 do."""
    return legends.closed([_total(facts, table), *facts.plan.notes, *_legend(table)])


def _total(facts: Facts, table: Table) -> str:
    """Count the rows by 属性 and say what brackets mean, where they occur."""
    main = tuple(facts.main())
    bound = sum(indicator.binding is Binding.BINDING for indicator in main)
    said = f"共{len(main)}个指标"
    if 0 < bound < len(main):
        said += f"（其中约束性指标{bound}个、预期性指标{len(main) - bound}个）"
    signs = legends.brackets(facts, main, table)
    return f"{said}，{signs}" if signs else said


def _status_counts(facts: Facts, main: Iterable[Indicator]) -> list[str]:
    """Count each status in the order of the phase's words, reasons in brackets behind it."""
    statuses = {indicator.code: facts.assessments[indicator.code].status for indicator in main}
    counts = Counter(statuses.values())
    order = [*vocabulary(facts.plan, facts.as_of).words, *(grey.label for grey in Grey)]
    order += [status for status in counts if status and status not in order]
    return [
        f"{counts[status]}个指标{status}{_reasons(facts, main, status)}"
        for status in order
        if counts[status]
    ]


def _reasons(facts: Facts, main: Iterable[Indicator], status: str) -> str:
    """Give the recorded reasons of the indicators with a status, same ones together.

    They are among these, 其中, unless there is one only.
    """
    having = [each for each in main if facts.assessments[each.code].status == status]
    grouped: dict[str, list[str]] = {}
    for indicator in having:
        entry = facts.entry(indicator)
        told = entry and entry.explanation and (entry.figure or not facts.final)
        if entry and told:
            grouped.setdefault(entry.explanation, []).append(indicator.name)
    said = "；".join(f"{counted(names)}{reason}" for reason, names in grouped.items())
    among = "其中" if len(having) > 1 else ""
    return f"（{among}{said}）" if said else ""


def _pending(facts: Facts, main: Iterable[Indicator]) -> list[str]:
    """Name what waits for a figure and why; count what has no word."""
    waiting = [each for each in main if not facts.assessments[each.code].status]
    said, silent = [], 0
    for indicator in waiting:
        entry = facts.entry(indicator)
        if entry and entry.explanation:
            said.append(f"{indicator.name}{entry.explanation}")
        else:
            silent += 1
    return [*said, *([f"{silent}个指标完成情况待定"] if silent else [])]


def _legend(table: Table) -> list[str]:
    """Explain a blank cell where one occurs."""
    blank = any(not cell.text for row in table.rows for cell in row.cells)
    return [legends.BLANK_LEGEND] if blank else []

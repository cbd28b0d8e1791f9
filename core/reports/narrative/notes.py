"""Sentences and counts under a table, made from its rows, never typed."""

from collections import Counter
from collections.abc import Iterable

from core.domain.figure import Figure
from core.domain.indicator import Binding, Indicator, Measure
from core.domain.judgement import Grey
from core.domain.unit import worded
from core.domain.verdict import vocabulary
from core.reports.content import Table
from core.reports.facts import Facts
from core.reports.narrative.names import join

BLANK_LEGEND = "空格表示无数据或不详"


def completion_notes(facts: Facts, table: Table) -> tuple[str, ...]:
    """Count the statuses and give the recorded reasons, as the notes of 附表1 do."""
    main = tuple(facts.plan.main())
    counted = "，".join(_status_counts(facts, main))
    clauses = [clause for clause in (counted, *_pending(facts, main), *_revised(main)) if clause]
    notes = [_total(facts, table), "；".join(clauses), *_legend(table), *facts.plan.notes]
    return _closed(notes)


def target_notes(facts: Facts, table: Table) -> tuple[str, ...]:
    """Count the indicators and explain the signs, as the notes of 附表2 do."""
    return _closed([_total(facts, table), *facts.plan.notes, *_legend(table)])


def _total(facts: Facts, table: Table) -> str:
    """Count the rows by 属性 and say what brackets mean, where they occur."""
    main = tuple(facts.plan.main())
    bound = sum(indicator.binding is Binding.BINDING for indicator in main)
    said = f"共{len(main)}个指标"
    if bound:
        said += f"（其中约束性指标{bound}个、预期性指标{len(main) - bound}个）"
    if any("[" in cell.text for row in table.rows for cell in row.cells):
        said += f"，[ ]表示{facts.plan.bracket or '累计数'}" + _averages(facts, main)
    return said


def _averages(facts: Facts, main: Iterable[Indicator]) -> str:
    """Name the growth rates whose bracketed base is the average of the plan before."""
    names = [
        indicator.name
        for indicator in main
        if indicator.measure is Measure.GROWTH and indicator.base and indicator.base.bracketed
    ]
    return f"，其中{join(names)}的基期值为{facts.plan.previous}平均增速" if names else ""


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
    """Give the recorded reasons of the indicators with a status, same ones together."""
    grouped: dict[str, list[str]] = {}
    for indicator in main:
        entry = facts.entry(indicator)
        stands = facts.assessments[indicator.code].status == status
        told = entry and entry.explanation and (entry.figure or not facts.final)
        if stands and entry and told:
            grouped.setdefault(entry.explanation, []).append(indicator.name)
    said = [f"{join(names)}{reason}" for reason, names in grouped.items()]
    return f"（其中{'；'.join(said)}）" if said else ""


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


def _revised(main: Iterable[Indicator]) -> list[str]:
    """Name the targets that were revised after the table was first printed."""
    return [
        f"{indicator.name}{revision.reason}，目标已调整为"
        f"{_plain(revision.target.printed, indicator.unit)}，完成情况按调整后目标判断"
        for indicator in main
        for revision in indicator.revisions[-1:]
    ]


def _plain(figure: Figure | None, unit: str) -> str:
    """Write a revised target with its unit."""
    return worded(figure, unit) if figure else "文件所定"


def _legend(table: Table) -> list[str]:
    """Explain a blank cell where one occurs."""
    blank = any(not cell.text for row in table.rows for cell in row.cells)
    return [BLANK_LEGEND] if blank else []


def _closed(notes: Iterable[str]) -> tuple[str, ...]:
    """End each note with ；and the last with 。."""
    kept = [note.rstrip("；。") for note in notes if note]
    return (*(f"{note}；" for note in kept[:-1]), *(f"{note}。" for note in kept[-1:]))

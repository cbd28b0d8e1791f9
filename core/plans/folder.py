"""A plan folder: read whole or not at all, written so that Excel opens it."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from core.domain.period import Quarter
from core.domain.plan import Dictionary, Plan
from core.errors import Fault, MalformedPlanError, OutputError
from core.plans import (
    departments,
    files,
    indicators,
    manifest,
    milestones,
    results,
    revisions,
    sections,
    table,
)
from core.plans.manifest import Head
from core.plans.sheet import (
    DEPARTMENTS,
    INDICATORS,
    MILESTONES,
    QUARTERS,
    SECTIONS,
    STATUSES,
    Known,
    Sheet,
)
from core.plans.table import Row, Table
from core.ports import LoadedPlan

LISTED = 200
_Faults = tuple[Fault, ...]
_SHEETS: tuple[Sheet[Any], ...] = (
    sections.SHEET,
    departments.SHEET,
    indicators.SHEET,
    milestones.SHEET,
    revisions.SHEET,
    results.SHEET,
)
_CODES = {
    SECTIONS: sections.SHEET.file,
    DEPARTMENTS: departments.SHEET.file,
    INDICATORS: indicators.SHEET.file,
    MILESTONES: milestones.SHEET.file,
}


def load(folder: Path) -> LoadedPlan:
    """Read a plan folder.

    Raises MalformedPlanError with the faults of all files at once, the first 200 listed.
    """
    contents, absent = files.gather(folder)
    texts, garbled = _decoded(contents)
    broken = {fault.file for fault in (*absent, *garbled)}
    head, unfit = manifest.parse(texts[files.PLAN]) if files.PLAN in texts else ({}, ())
    tables, torn = _tables(texts, broken)
    known = _known(head, tables)
    loaded, wrong = _loaded(head, {file: each.rows for file, each in tables.items()}, known)
    faults = (*absent, *garbled, *unfit, *torn, *wrong)
    if loaded is None or faults:
        raise MalformedPlanError(folder.name or str(folder), _listed(faults))
    plan, (entries, decisions) = loaded
    return LoadedPlan(plan, entries, decisions, files.digest(contents))


def write(loaded: LoadedPlan, folder: Path) -> None:
    """Write a plan into a new or empty folder; `load` gives it back, but for the digest.

    Raises OutputError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise OutputError(f"目录“{folder}”不是空的，没有写入；请另选一个空目录")
        for name, text in _texts(loaded).items():
            mark = b"" if name == files.PLAN else BOM_UTF8
            (folder / name).write_bytes(mark + text.encode())
    except OSError as error:
        raise OutputError(f"规划写不到“{folder}”：{error.strerror}") from error


def _decoded(contents: Mapping[str, bytes]) -> tuple[dict[str, str], _Faults]:
    """Read the files as text; those that are not text are left out."""
    read = {name: files.decode(name, data) for name, data in contents.items()}
    texts = {name: text for name, (text, faults) in read.items() if not faults}
    return texts, tuple(fault for _, faults in read.values() for fault in faults)


def _tables(texts: Mapping[str, str], broken: set[str]) -> tuple[dict[str, Table], _Faults]:
    """Read the CSV files; one that may be left out, and is, has no rows."""
    tables = {sheet.file: Table(sound=sheet.file not in broken) for sheet in _SHEETS}
    faults: list[Fault] = []
    for sheet in _SHEETS:
        if sheet.file in texts:
            tables[sheet.file], torn = table.read(sheet.file, texts[sheet.file], sheet.headers)
            faults += torn
    return tables, tuple(faults)


def _known(head: Head, tables: Mapping[str, Table]) -> Known:
    """Gather what can be referred to, from the files that are sound."""
    known = {
        words: {row.cells["编码"] for row in tables[file].rows}
        for words, file in _CODES.items()
        if tables[file].sound
    }
    if head:
        dictionary: Dictionary = head["dictionary"]
        years = range(head["first_year"], head["last_year"] + 1)
        known[STATUSES] = set(dictionary.words)
        known[QUARTERS] = {str(Quarter(year, each)) for year in years for each in range(1, 5)}
    return known


def _loaded(
    head: Head, rows: Mapping[str, tuple[Row, ...]], known: Known
) -> tuple[tuple[Plan, results.Results] | None, _Faults]:
    """Make the plan and its printed results of the rows, as far as there is a plan."""
    tree, first = sections.read(rows[sections.SHEET.file], known)
    offices, second = departments.read(rows[departments.SHEET.file], known)
    changes, third = revisions.read(rows[revisions.SHEET.file], known)
    measured, fourth = indicators.read(rows[indicators.SHEET.file], known, changes)
    reached, fifth = milestones.read(rows[milestones.SHEET.file], known)
    printed, sixth = results.read(rows[results.SHEET.file], known)
    faults = (*first, *second, *third, *fourth, *fifth, *sixth)
    if not head:
        return None, faults
    plan = Plan(**head, sections=tree, indicators=measured, milestones=reached, departments=offices)
    return (plan, printed), faults


def _listed(faults: Iterable[Fault]) -> _Faults:
    """Put faults in the order of files and lines, and count those beyond the first 200."""
    order = {name: index for index, name in enumerate(files.NAMES)}
    ordered = sorted(faults, key=lambda fault: (order.get(fault.file, len(order)), fault.line))
    more = len(ordered) - LISTED
    if more <= 0:
        return tuple(ordered)
    rest = Fault("此外", 0, "", f"还有{more}处错误", "没有错误；请先改正以上各处")
    return (*ordered[:LISTED], rest)


def _texts(loaded: LoadedPlan) -> dict[str, str]:
    """Write each file that has something to say."""
    plan = loaded.plan
    texts = {
        files.PLAN: manifest.show(plan),
        sections.SHEET.file: sections.SHEET.show(plan.sections),
        departments.SHEET.file: departments.SHEET.show(plan.departments),
        indicators.SHEET.file: indicators.SHEET.show(plan.indicators),
        milestones.SHEET.file: milestones.SHEET.show(plan.milestones) if plan.milestones else "",
        revisions.SHEET.file: revisions.show(plan.indicators),
        results.SHEET.file: results.show(loaded.entries, loaded.decisions),
    }
    return {name: text for name, text in texts.items() if text}

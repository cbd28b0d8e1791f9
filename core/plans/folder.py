"""A plan folder: read whole or not at all, written so that Excel opens it."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

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
from core.plans.table import Table
from core.ports import LoadedPlan

T = TypeVar("T")
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

    Raises MalformedPlanError with the faults of all files at once.
    """
    faults: list[Fault] = []
    contents = _kept(files.gather(folder), faults)
    texts = _kept(_decoded(contents), faults)
    broken = {fault.file for fault in faults}
    head = _kept(manifest.parse(texts[files.PLAN]), faults) if files.PLAN in texts else {}
    tables = _kept(_tables(texts, broken), faults)
    known = _known(head, tables)
    items = _items(tables, known, faults)
    entries, decisions = _kept(results.read(tables[results.SHEET.file].rows, known), faults)
    if faults:
        raise MalformedPlanError(folder.name or str(folder), _ordered(faults))
    return LoadedPlan(Plan(**head, **items), entries, decisions, files.digest(contents))


def write(loaded: LoadedPlan, folder: Path) -> None:
    """Write a plan into a new or empty folder; `load` gives it back, but for the digest.

    Raises OutputError.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if any(folder.iterdir()):
            raise OutputError(f"文件夹“{folder}”不是空的，没有写入；请另选一个空文件夹")
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


def _items(tables: Mapping[str, Table], known: Known, faults: list[Fault]) -> dict[str, Any]:
    """Make the arguments of `Plan` that the CSV files give."""
    rows = {file: each.rows for file, each in tables.items()}
    changes = _kept(revisions.read(rows[revisions.SHEET.file], known), faults)
    measured = indicators.read(rows[indicators.SHEET.file], known, changes)
    return {
        "sections": _kept(sections.read(rows[sections.SHEET.file], known), faults),
        "departments": _kept(departments.read(rows[departments.SHEET.file], known), faults),
        "indicators": _kept(measured, faults),
        "milestones": _kept(milestones.read(rows[milestones.SHEET.file], known), faults),
    }


def _kept(read: tuple[T, Iterable[Fault]], faults: list[Fault]) -> T:
    """Keep the faults of what was read, and give its values."""
    values, wrong = read
    faults += wrong
    return values


def _ordered(faults: Iterable[Fault]) -> _Faults:
    """Put faults in the order of files and lines."""
    order = {name: index for index, name in enumerate(files.NAMES)}
    return tuple(sorted(faults, key=lambda fault: (order.get(fault.file, len(order)), fault.line)))


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

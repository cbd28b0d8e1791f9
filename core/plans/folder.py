"""A plan folder: read whole or not at all, written so that Excel opens it."""

from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from core.domain.plan import Plan
from core.errors import Fault, MalformedPlanError, OutputError
from core.plans import contents, files, manifest, results, table
from core.plans.sheet import Sheet
from core.plans.table import Table
from core.ports import LoadedPlan

_Faults = tuple[Fault, ...]
_SHEETS = (*contents.SHEETS, results.SHEET)


def load(folder: Path) -> LoadedPlan:
    """Read a plan folder.

    Raises MalformedPlanError with the faults of all files at once.
    """
    faults: list[Fault] = []
    found = contents.kept(files.gather(folder), faults)
    texts = contents.kept(_decoded(found), faults)
    broken = {fault.file for fault in faults}
    head = contents.kept(manifest.parse(texts[files.PLAN]), faults) if files.PLAN in texts else {}
    tables = contents.kept(_tables(texts, broken), faults)
    known = contents.known(head, tables)
    items = contents.kept(contents.read(tables, known), faults)
    entries, decisions = contents.kept(results.read(tables[results.SHEET.file].rows, known), faults)
    if faults:
        raise MalformedPlanError(folder.name or str(folder), _ordered(faults))
    return LoadedPlan(Plan(**head, **items), entries, decisions, files.digest(found))


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


def _decoded(found: Mapping[str, bytes]) -> tuple[dict[str, str], _Faults]:
    """Read the files as text; those that are not text are left out."""
    read = {name: files.decode(name, data) for name, data in found.items()}
    texts = {name: text for name, (text, faults) in read.items() if not faults}
    return texts, tuple(fault for _, faults in read.values() for fault in faults)


def _tables(texts: Mapping[str, str], broken: set[str]) -> tuple[dict[str, Table], _Faults]:
    """Read the CSV files; one that may be left out, and is, has no rows."""
    tables = {sheet.file: Table(sound=sheet.file not in broken) for sheet in _SHEETS}
    faults: list[Fault] = []
    for sheet in _SHEETS:
        if sheet.file in texts:
            text = texts[sheet.file]
            tables[sheet.file], torn = table.read(sheet.file, text, sheet.headers, sheet.spared)
            faults += torn
    return tables, tuple(faults)


def _ordered(faults: Iterable[Fault]) -> _Faults:
    """Put faults in the order of files and lines."""
    order = {name: index for index, name in enumerate(files.NAMES)}
    return tuple(sorted(faults, key=lambda fault: (order.get(fault.file, len(order)), fault.line)))


def _texts(loaded: LoadedPlan) -> dict[str, str]:
    """Write each file that must be there or has something to say."""
    held = contents.items(loaded.plan)
    shown = {
        sheet.file: sheet.show(items) for sheet, items in held.items() if _wanted(sheet, items)
    }
    said = results.show(loaded.entries, loaded.decisions)
    return {
        files.PLAN: manifest.show(loaded.plan),
        **shown,
        **({results.SHEET.file: said} if said else {}),
    }


def _wanted(sheet: Sheet[Any], items: tuple[Any, ...]) -> bool:
    """Tell whether a file is written: always, or because it has a row."""
    return bool(items) or sheet.file in files.REQUIRED

"""Copies of a SQLite file by SQLite's own backup, whole even while the file is in use."""

import re
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import UTC, date, datetime
from itertools import count
from pathlib import Path

from core.domain.backup import Backup, Kind
from core.errors import StorageError
from db.failures import told

FOLDER, KEPT = "备份", 10  # beside the database, and how many automatic copies stay in it
PATIENCE = 3.0  # seconds for which another program's write is waited for
_DATED = "%Y%m%d"

How = Callable[[Path, Path], object]


def keep(path: Path, day: date, kind: Kind = Kind.UPGRADE, how: How | None = None) -> Path:
    """Copy a database into the folder of copies, under the day and what for; give the copy.

    `how` fills the copy where `pour` cannot. Raises StorageError; no half copy is left then.
    """
    try:
        target = _free(path, day, kind)
        target.parent.mkdir(exist_ok=True)
        copy(path, target, how)
        _thin(path, kind)
    except OSError as error:
        raise StorageError(
            f"“{path}”旁边存不下备份（{error.strerror}），没有继续，文件没有被改动；"
            "请腾出空间、取得写入权限，或把文件复制到可以写入的文件夹再打开。"
        ) from error
    return target


def kept(path: Path, day: date, kind: Kind) -> bool:
    """Tell whether a day has its copy."""
    return any(_sort(path, each.path) == (day, kind) for each in copies(path))


def copies(path: Path) -> tuple[Backup, ...]:
    """Give what lies in a database's folder of copies, the newest first."""
    with suppress(OSError):
        found = [_backup(path, each) for each in _folder(path).glob(f"*{path.suffix}")]
        return tuple(sorted(found, key=lambda each: each.at, reverse=True))
    return ()


def copy(source: Path, target: Path, how: How | None = None) -> Path:
    """Copy a database to a file, which is replaced where it is there; give the copy.

    Raises StorageError, or OSError where the target's folder refuses; no half copy is left then.
    """
    part = target.with_name(f"{target.name}.part")
    _clear(part)
    try:
        (how or pour)(source, part)
        part.replace(target)
    finally:
        _clear(part)
    return target


def pour(source: Path, target: Path) -> None:
    """Fill one database with all of another, in one transaction: it happens whole or not at all.

    Raises StorageError.
    """
    with closing(_connect(source)) as old, closing(_connect(target)) as new:
        with told(str(source)):
            old.execute("BEGIN")
            old.execute("SELECT * FROM sqlite_master").fetchone()
        with told(str(target)):
            old.backup(new, progress=_lose_patience)


def _connect(path: Path) -> sqlite3.Connection:
    """Open a file, which is made where it is missing."""
    with told(str(path)):
        return sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)


def _lose_patience(status: int, _left: int, _all: int) -> None:
    """Give up where another program has the file; `backup` itself would ask for ever."""
    if status in {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED}:
        error = sqlite3.OperationalError("database is locked")
        error.sqlite_errorcode = status
        raise error


def _clear(part: Path) -> None:
    """Remove a half copy, and the journal that a killed process left beside it."""
    for each in (part, part.with_name(f"{part.name}-journal")):
        each.unlink(missing_ok=True)


def _folder(path: Path) -> Path:
    """Give the folder of copies."""
    return path.parent / FOLDER


def _free(path: Path, day: date, kind: Kind) -> Path:
    """Give the first name of a day that nothing has: guiji-20261123-自动.db, guiji-…-自动-2.db."""
    first = f"{path.stem}-{day.strftime(_DATED)}-{kind.label}"
    names = (first if number == 1 else f"{first}-{number}" for number in count(1))
    places = (_folder(path) / f"{name}{path.suffix}" for name in names)
    return next(place for place in places if not place.exists())


def _thin(path: Path, kind: Kind) -> None:
    """Delete the oldest automatic copies beyond those that stay, never one made by hand.

    Those before an intake, of which a day may see many, push out no others.
    """
    alike = {Kind.INTAKE} if kind is Kind.INTAKE else {*Kind} - {Kind.HAND, Kind.INTAKE}
    automatic = [each.path for each in copies(path) if each.kind in alike]
    dated = sorted(automatic, key=lambda each: _sort(path, each)[0], reverse=True)
    for each in dated[KEPT:]:
        with suppress(OSError):  # one that is open elsewhere goes another day
            each.unlink()


def _backup(path: Path, found: Path) -> Backup:
    """Describe a copy."""
    about = found.stat()
    at = datetime.fromtimestamp(about.st_mtime, UTC).astimezone()
    return Backup(found, _sort(path, found)[1], at.isoformat(timespec="seconds"), about.st_size)


def _sort(path: Path, found: Path) -> tuple[date, Kind]:
    """Read from a copy's name when and what for it was made; any other was made by hand."""
    labels = {each.label: each for each in Kind}
    name = re.fullmatch(
        rf"{re.escape(path.stem)}-(\d{{8}})-({'|'.join(labels)})(?:-\d+)?", found.stem
    )
    with suppress(ValueError):
        if name:
            day = datetime.strptime(name[1], _DATED).replace(tzinfo=UTC).date()
            return day, labels[name[2]]
    return date.min, Kind.HAND

"""Copies of a SQLite file by SQLite's own backup, whole even while the file is in use."""

import sqlite3
from contextlib import closing, suppress
from datetime import date
from itertools import count
from pathlib import Path

from core.errors import StorageError


def keep(path: Path, today: date) -> Path:
    """Copy a database beside itself, under the day and the first free number; give the copy.

    Raises StorageError or sqlite3.Error; no half copy is left then.
    """
    free = (path.with_name(f"{path.stem}-{today:%Y%m%d}-{n}{path.suffix}") for n in count(1))
    try:
        while True:
            with suppress(FileExistsError):
                return copy(path, next(free))
    except OSError as error:
        raise StorageError(
            f"“{path}”旁边存不下备份（{error.strerror}），没有继续，文件没有被改动；"
            "请腾出空间、取得写入权限，或把文件复制到可以写入的文件夹再打开。"
        ) from error


def copy(source: Path, target: Path) -> Path:
    """Copy a database to a file that is not there yet; give the copy.

    Raises FileExistsError when it is, sqlite3.Error or another OSError when it cannot be written;
    no half copy is left then.
    """
    target.touch(exist_ok=False)
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
    except BaseException:
        target.unlink()
        raise
    return target

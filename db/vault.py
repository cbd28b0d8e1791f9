"""`FileVault`: copies of a database's file, what is in them, and restoring one."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory

from core.domain.backup import Backup, Contents, Head, Kind, Restored
from core.domain.submission import Event, Origin
from core.errors import StorageError
from db import backup, contents, lock
from db.failures import told
from db.unit_of_work import SqlStore

SUBJECT = "恢复"
_NO_DATABASE = {sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT}


@dataclass(frozen=True, slots=True)
class FileVault:
    """The copies of one file; `open_store` opens any, at the present schema."""

    path: Path
    open_store: Callable[[Path], SqlStore]

    def backup(self, target: Path, *, over: bool = False) -> Path:
        """Copy the database to a file of somebody's choice, over another where that is wanted."""
        if target.is_dir():
            raise StorageError(f"“{target}”是一个文件夹，没有备份；请写明备份文件的名字。")
        if _same(target, self.path):
            raise StorageError(f"“{target}”就是正在使用的数据库，没有备份；请换一个文件名。")
        if target.exists() and not over:
            raise StorageError(f"已经有“{target}”，没有备份，没有覆盖它；请换一个文件名。")
        try:
            return backup.copy(self.path, target)
        except OSError as error:
            raise StorageError(
                f"备份写不进“{target}”（{error.strerror}），没有留下不完整的文件，数据没有变；"
                "请检查磁盘和权限，或换一个文件夹。"
            ) from error

    def keep(self, day: date, kind: Kind = Kind.DAILY) -> Path | None:
        """Make an automatic copy, the daily one unless it is there."""
        if kind is Kind.DAILY and backup.kept(self.path, day, kind):
            return None
        return backup.keep(self.path, day, kind)

    def backups(self) -> tuple[Backup, ...]:
        """Give the copies in the folder of copies, the newest first."""
        return backup.copies(self.path)

    def look(self, source: Path) -> Contents:
        """Say what is in a copy, brought to the present schema elsewhere."""
        with self._opened(source) as store:
            return contents.read(store)

    def restore(self, source: Path, origin: Origin, at: str, day: date) -> Restored:
        """Put a copy in the place of the database, which is copied first and else untouched."""
        self._refuse(source)
        with self._opened(source) as store:
            _note(store, str(_present(self.path)), _signed(origin, source), at)
            kept = self._keep(day)
            self._put(Path(store.address))
        return Restored(self.path, kept)

    def _refuse(self, source: Path) -> None:
        """Refuse what is the database itself, or has it in another window."""
        if _same(source, self.path):
            raise StorageError(f"“{source}”就是正在使用的数据库，没有恢复；请选择它的一个备份。")
        holder = lock.holder(self.path)
        if holder and not (holder.mine and holder.pid == os.getpid()):
            raise StorageError(
                f"数据库“{self.path}”{holder}，没有恢复，数据没有变；请先关闭它的窗口。"
            )

    @contextmanager
    def _opened(self, source: Path) -> Iterator[SqlStore]:
        """Open a backup in a folder of its own; the source stays as it is.

        Raises StorageError for what is damaged, newer, or nothing of this program.
        """
        if not source.is_file():
            raise StorageError(f"没有“{source}”这个备份文件，数据没有变；请核对路径。")
        with TemporaryDirectory(prefix="guiji-", ignore_cleanup_errors=True) as folder:
            yield self._unpacked(source, Path(folder) / self.path.name)

    def _unpacked(self, source: Path, made: Path) -> SqlStore:
        """Copy a backup and open the copy, which migrates it."""
        try:
            backup.copy(source, made)
            _examine(made)
            store = self.open_store(made)
        except OSError as error:
            raise StorageError(
                f"备份“{source}”打不开（{error.strerror}），数据没有变；请检查磁盘和权限。"
            ) from error
        except StorageError as error:  # which names the copy
            raise StorageError(str(error).replace(str(made), str(source))) from error
        if store.created:
            raise StorageError(
                f"“{source}”是空的，没有可以恢复的内容，数据没有变；请选择别的备份。"
            )
        return store

    def _keep(self, day: date) -> Path | None:
        """Copy the present database, byte for byte where nothing in it can be read."""
        if not self.path.exists():
            return None
        how = backup.pour if _legible(self.path) else shutil.copyfile
        return backup.keep(self.path, day, Kind.RESTORE, how)

    def _put(self, made: Path) -> None:
        """Fill the database from a copy in one transaction; what is no database is replaced."""
        if self.path.exists() and _legible(self.path):
            backup.pour(made, self.path)
        else:
            self.path.with_name(f"{self.path.name}-journal").unlink(missing_ok=True)
            backup.copy(made, self.path)


def _same(one: Path, other: Path) -> bool:
    """Tell whether two paths lead to one file."""
    return one.exists() and other.exists() and one.samefile(other)


def _examine(path: Path) -> None:
    """Refuse a file with damaged pages."""
    with told(str(path)), closing(sqlite3.connect(path)) as connection:
        found = connection.execute("PRAGMA integrity_check").fetchone()
    if found != ("ok",):
        raise StorageError(
            f"备份“{path}”有损坏的地方（{found[0]}），没有恢复，数据没有变；请选择别的备份。"
        )


def _legible(path: Path) -> bool:
    """Tell whether a file is a database at all, however damaged further on."""
    try:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("SELECT * FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        return getattr(error, "sqlite_errorcode", 0) not in _NO_DATABASE
    return True


def _present(path: Path) -> Head:
    """Give the head of the present chain; nothing where there is none that can be read."""
    found = "SELECT sequence, digest FROM chain_head ORDER BY sequence DESC"
    if path.exists():
        with suppress(sqlite3.Error), closing(sqlite3.connect(path)) as connection:
            return Head(*(connection.execute(found).fetchone() or ()))
    return Head()


def _note(store: SqlStore, before: str, origin: Origin, at: str) -> None:
    """Lengthen the chain of a copy by the head that its restoring ends, and by its own."""
    with store.writing() as work:
        after = str(contents.head(work.changes.connection))
        work.changes.note("", Event(SUBJECT, "", "", before, after, origin, at))


def _signed(origin: Origin, source: Path) -> Origin:
    """Add the digest of a file to where its content comes from."""
    with source.open("rb") as file:
        return replace(origin, sha256=file_digest(file, "sha256").hexdigest())

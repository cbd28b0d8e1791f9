"""The care of the database's file: copies, restoring one, checking it."""

from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from core.domain.backup import Backup, Contents, Kind, Restored
from core.domain.submission import Origin
from core.errors import StorageError
from core.ports import Store, Vault
from core.services.clock import now


@dataclass(frozen=True, slots=True)
class Files:
    """Where the database is, its size in bytes where it is a file, and its copies."""

    address: str
    size: int | None
    backups: tuple[Backup, ...]


def files(store: Store) -> Files:
    """Give the database's file, and the copies beside it, the newest first."""
    if store.vault is None:
        return Files(store.address, None, ())
    return Files(store.address, Path(store.address).stat().st_size, store.vault.backups())


def backup(store: Store, target: Path, *, over: bool = False) -> Path:
    """Copy the database to a file, whole even while it is in use; give its whole path.

    Raises StorageError, for a file that is there too unless it may be written over.
    """
    return _vault(store).backup(target.absolute(), over=over)


def keep_daily(store: Store) -> Path | None:
    """Make today's automatic copy, unless it is there, or this window may only read.

    Raises StorageError; the database is as it was then.
    """
    if store.vault is None or store.holder:
        return None
    return store.vault.keep(_today())


def keep_before_intake(store: Store) -> Path | None:
    """Copy the database before files are taken in, where it is a file that can be written.

    Raises StorageError; nothing was taken in then.
    """
    if store.vault is None or store.holder:
        return None
    return store.vault.keep(_today(), Kind.INTAKE)


def look(store: Store, source: Path) -> Contents:
    """Say what a copy holds.

    Raises StorageError for one that cannot be restored.
    """
    return _vault(store).look(source.absolute())


def restore(store: Store, source: Path, by: str) -> Restored:
    """Put a copy in the place of the database, of which another copy is kept first.

    What stood half-typed belonged to what was there before. Raises StorageError; the database is
    as it was then.
    """
    origin = Origin("恢复备份", by, source.name)
    done = _vault(store).restore(source.absolute(), origin, now(), _today())
    store.keep_draft(None)
    return done


def _vault(store: Store) -> Vault:
    """Give the copies of a database that is a file."""
    if store.vault is None:
        raise StorageError(
            "这个数据库不是一个文件，规绩不能备份和恢复它，数据没有变；请用数据库服务自己的备份。"
        )
    return store.vault


def _today() -> date:
    """Give the day at this computer."""
    return datetime.now().astimezone().date()

"""Opens a database by its path or address.

SQLite is the default, and what is tested. Any other address that SQLAlchemy knows is tried as it
stands, untested: its driver must be installed, and no backup is taken before a migration.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool, StaticPool

from core.domain.holder import Holder
from core.errors import StorageError
from db import lock, places, schema
from db.failures import told
from db.lock import Lock
from db.unit_of_work import SqlStore
from db.vault import FileVault

PATIENCE = 3.0  # seconds for which another program's write is waited for
_PRAGMAS = ("foreign_keys=ON", "journal_mode=DELETE", "synchronous=FULL")


def open_store(
    address: str | Path | None = None,
    *,
    create: bool = True,
    alone: bool = False,
    patience: float = PATIENCE,
) -> SqlStore:
    """Open a database, created or migrated when needed; None means the user's own.

    `create` is whether a file that is not there is made, `alone` whether nobody else shall write
    while it is open: where somebody else has it that way, it is opened for reading. Raises
    StorageError in a sentence; the file is then as it was.
    """
    store = unread_store(address, create=create, patience=patience)
    held = lock.take(store.path) if alone and store.path else None
    with told(store.address), _let_go(held):
        created = _settled(store.engine, store.path, held)
        return replace(store, created=created, held=held)


def unread_store(
    address: str | Path | None = None, *, create: bool = True, patience: float = PATIENCE
) -> SqlStore:
    """Give a database of which nothing is read yet, so that a damaged one can be restored.

    Raises StorageError for a place where none can be.
    """
    url = _url(places.own() if address is None else address)
    path = _path(url)
    where = url.render_as_string() if path is None else str(path)
    if path is not None:
        _look(path, own=address is None, create=create)
    vault = FileVault(path, open_store) if path else None
    return SqlStore(_engine(url, path, patience), where, path, created=False, vault=vault)


@contextmanager
def _let_go(held: Lock | Holder | None) -> Iterator[None]:
    """Release the lock of a database that does not open."""
    try:
        yield
    except BaseException:
        if isinstance(held, Lock):
            held.release()
        raise


def _settled(engine: Engine, path: Path | None, held: Lock | Holder | None) -> bool:
    """Bring a database to the present schema, unless somebody else has it; tell if it was made."""
    if not isinstance(held, Holder):
        return schema.settle(engine, path)
    with engine.connect() as connection:
        if schema.stored(connection) != schema.REVISIONS[-1]:
            raise StorageError(
                f"数据库“{path}”{held}，但它的结构不是本程序的，读不出来，没有改动它；"
                "请等对方关闭窗口后再打开。"
            )
    return False


def _url(address: str | Path) -> URL:
    """Read an address: a URL as SQLAlchemy writes it, else a path."""
    if isinstance(address, Path) or "://" not in address:
        return URL.create("sqlite", database=str(Path(address).absolute()))
    try:
        return make_url(address)
    except ArgumentError as error:
        raise StorageError(
            f"数据库地址“{address}”看不懂；请给出文件的路径，或sqlite:///文件这样的地址。"
        ) from error


def _path(url: URL) -> Path | None:
    """Give the file of a SQLite address; nothing for one in memory and for other databases."""
    name = url.database or ":memory:"
    if url.get_backend_name() != "sqlite" or name.startswith((":memory:", "file:")):
        return None
    return Path(name).absolute()


def _look(path: Path, *, own: bool, create: bool) -> None:
    """Refuse a path where no database can be, before anything is touched.

    The folder of the user's own database is made; that of a path given by hand is not, for it
    may be mistyped.
    """
    try:
        if own:
            path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise StorageError(f"“{path}”是一个文件夹，没有改动它；请给出其中数据库文件的名字。")
        if not create and not path.exists():
            raise StorageError(f"没有“{path}”这个数据库文件，也没有新建；请核对路径。")
        if not path.parent.is_dir():
            raise StorageError(
                f"文件夹“{path.parent}”不存在，没有新建数据库；请核对路径，或先建好文件夹。"
            )
    except OSError as error:
        raise StorageError(
            f"数据库“{path}”打不开（{error.strerror}），没有改动任何文件；请核对路径和权限。"
        ) from error


def _engine(url: URL, path: Path | None, patience: float) -> Engine:
    """Make the engine; a file is opened anew for each transaction and never kept open."""
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url)
        pool = StaticPool if path is None else NullPool
        given = {"timeout": patience, "isolation_level": None, "check_same_thread": False}
        engine = create_engine(url, poolclass=pool, connect_args=given)
    except (ArgumentError, ImportError) as error:
        raise StorageError(
            f"本机没有打开“{url.drivername}”数据库的程序（{error}）；"
            "请安装它的驱动，或改用一个文件作数据库。"
        ) from error
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: sqlite3.Connection, _record: object) -> None:
    """Set what SQLite remembers per connection only; let go of a file that refuses it."""
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise


def _begin(connection: Connection) -> None:
    """Begin as the transaction's options say, in place of the driver's own guesses."""
    options = connection.get_execution_options()
    if options.get("migrates"):
        connection.exec_driver_sql("PRAGMA foreign_keys=OFF")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")

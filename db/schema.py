"""Which schema a database has, and how it comes to the present one."""

from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import (
    Column,
    Connection,
    Engine,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    insert,
    inspect,
    select,
)

from core.errors import StorageError
from db import backup
from db.tables import metadata

REVISIONS = ("0001", "0002", "0003", "0004")  # oldest first; the last is the present schema
MIGRATIONS = Path(__file__).parent / "migrations"

_revision = Table(  # as Alembic makes it
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def settle(engine: Engine, path: Path | None) -> bool:
    """Create or migrate what is not at the present schema; tell whether it was created.

    Either happens in one transaction: an interrupted start leaves an empty file, or the schema
    that was there. Raises StorageError for a schema that this program does not know.
    """
    with engine.connect() as connection:
        revision = stored(connection)
    if revision == REVISIONS[-1]:
        return False
    with engine.connect() as connection:
        connection.execution_options(writes=True, migrates=revision is not None)
        with connection.begin():
            return _create(connection) if revision is None else _migrate(connection, path)


def stored(connection: Connection) -> str | None:
    """Give the revision of a database, nothing when it is empty.

    Raises StorageError when it is another program's, or of a newer version of this one.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if _revision.name not in names:
        raise StorageError(
            f"数据库“{_name(connection)}”里是别的程序的数据，没有改动它；"
            "请选择规绩的数据库，或换一个文件名新建。"
        )
    revision: str | None = connection.scalar(select(_revision.c.version_num))
    if revision not in REVISIONS:
        raise StorageError(
            f"数据库“{_name(connection)}”是更新版本的规绩保存的"
            f"（结构{revision}，本程序只到{REVISIONS[-1]}），没有改动它；请安装新版本的规绩再打开。"
        )
    return revision


def _name(connection: Connection) -> str:
    """Give what messages call a database: its file, or its name on a server."""
    return connection.engine.url.database or ""


def _create(connection: Connection) -> bool:
    """Create all tables, unless another start was quicker.

    Straight from `tables`, without importing Alembic; a test holds the migrations to the same.
    """
    if stored(connection) is not None:
        return False
    metadata.create_all(connection, checkfirst=False)
    _revision.create(connection, checkfirst=False)
    connection.execute(insert(_revision).values(version_num=REVISIONS[-1]))
    return True


def _migrate(connection: Connection, path: Path | None) -> bool:
    """Keep a copy of the file, then migrate it, unless another start was quicker.

    Foreign keys are not enforced meanwhile, for rebuilding a table would touch the rows that
    refer to it; they are checked at the end.
    """
    if stored(connection) == REVISIONS[-1]:
        return False
    if path is not None:
        backup.keep(path, datetime.now(UTC).astimezone().date())
    upgrade(connection)
    if connection.dialect.name == "sqlite":
        lost = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if lost:
            raise StorageError(
                f"数据库“{_name(connection)}”升级后有{len(lost)}行所指的内容不存在，已退回升级之前，"
                "数据没有变；请用原来的版本打开并用 verify 检查，或从备份恢复。"
            )
    return False


def upgrade(connection: Connection) -> None:
    """Run the migrations that a database lacks, in the transaction that is open."""
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    command.upgrade(config, "head")

"""Makes a table anew with its rows, for SQLite changes few of a table's columns in place."""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op


def rebuilt(table: str, create: Callable[[], None], **added: str) -> None:
    """Make a table anew with its rows, so that it stands as in a new database.

    `added` are new columns that are not NULL in the rows, with their values.
    """
    old = [f'"{each["name"]}"' for each in sa.inspect(op.get_bind()).get_columns(table)]
    columns, values = ", ".join((*old, *added)), ", ".join((*old, *added.values()))
    op.execute(f"CREATE TEMPORARY TABLE kept AS SELECT * FROM {table}")  # noqa: S608  # from no user
    op.execute(f"DROP TABLE {table}")
    create()
    op.execute(f"INSERT INTO {table} ({columns}) SELECT {values} FROM kept")  # noqa: S608
    op.execute("DROP TABLE kept")

"""Writes many rows at once, without the care that single values need."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Dialect, Insert, Update
from sqlalchemy.sql.compiler import SQLCompiler

_KEPT = 50  # statements, each once per dialect


def write(
    connection: Connection, statement: Insert | Update, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Execute a statement for each row; rows hold what is stored, texts and whole numbers.

    All rows must name the same values.
    """
    compiled = _compiled(statement, connection.dialect, tuple(rows[0]))
    names = compiled.positiontup
    given = list(map(itemgetter(*names), rows)) if names else list(rows)
    connection.exec_driver_sql(str(compiled), given)


@lru_cache(_KEPT)
def _compiled(statement: Insert | Update, dialect: Dialect, names: tuple[str, ...]) -> SQLCompiler:
    """Word a statement that binds values of these names."""
    return statement.compile(dialect=dialect, column_keys=list(names))

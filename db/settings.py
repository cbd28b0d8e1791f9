"""What the office decided for this database."""

from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from db import tables


@dataclass(frozen=True, slots=True)
class SqlSettings:
    """The settings of one transaction."""

    connection: Connection

    def all(self) -> Mapping[str, str]:
        """Give everything that was set."""
        found = self.connection.execute(select(tables.settings))
        return {row.name: row.value for row in found}

    def put(self, values: Mapping[str, str]) -> None:
        """Set some; an empty text takes one away."""
        names = tables.settings.c.name
        self.connection.execute(delete(tables.settings).where(names.in_(list(values))))
        rows = [{"name": name, "value": value} for name, value in values.items() if value]
        if rows:
            self.connection.execute(insert(tables.settings), rows)

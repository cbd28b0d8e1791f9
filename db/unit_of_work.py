"""Transactions on one database, and the repositories in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from core.errors import StorageError
from db import verification
from db.chain import SqlChanges
from db.decisions import SqlDecisions
from db.entries import SqlEntries
from db.failures import told
from db.plans import SqlPlans


class SqlUnitOfWork:
    """The repositories of one transaction; of no use after it ended."""

    def __init__(self, connection: Connection) -> None:
        self.plans = SqlPlans(connection)
        self.entries = SqlEntries(connection)
        self.decisions = SqlDecisions(connection)
        self.changes = SqlChanges(connection)


@dataclass(frozen=True, slots=True)
class SqlStore:
    """One database.

    `address` is how messages call it, `path` its file where it is one, and `created` whether
    opening made it. Connections live as long as a transaction, so threads may share a store.
    """

    engine: Engine
    address: str
    path: Path | None
    created: bool

    @contextmanager
    def reading(self) -> Iterator[SqlUnitOfWork]:
        """Begin a read; nothing is written."""
        with told(self.address), self.engine.connect() as connection:
            yield SqlUnitOfWork(connection)

    @contextmanager
    def writing(self) -> Iterator[SqlUnitOfWork]:
        """Begin a write; committed at the end, rolled back by an exception.

        The write lock is taken at once: what was read in it stands until it is committed.
        """
        with told(self.address), self.engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                yield SqlUnitOfWork(connection)

    def problems(self) -> tuple[str, ...]:
        """Check pages, foreign keys and the chain of changes; give a sentence per fault."""
        found: list[str] = []
        try:
            with told(self.address), self.engine.connect() as connection:
                found.extend(verification.problems(connection))
        except StorageError as error:
            found.append(str(error))
        return tuple(found)

"""Transactions on one database, and the repositories in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine

from core.domain.holder import Holder
from core.domain.submission import Draft
from core.errors import StorageError
from core.ports import Vault
from db import drafts, verification
from db.approvals import SqlApprovals
from db.chain import SqlChanges
from db.decisions import SqlDecisions
from db.entries import SqlEntries
from db.evidences import SqlEvidences
from db.failures import told
from db.lock import Lock
from db.plans import SqlPlans
from db.printed import SqlPrinted
from db.receipts import SqlReceipts
from db.remarks import SqlRemarks
from db.settings import SqlSettings
from db.submissions import SqlSubmissions


class SqlUnitOfWork:
    """The repositories of one transaction; of no use after it ended."""

    def __init__(self, connection: Connection) -> None:
        self.plans = SqlPlans(connection)
        self.entries = SqlEntries(connection)
        self.decisions = SqlDecisions(connection)
        self.changes = SqlChanges(connection)
        self.submissions = SqlSubmissions(connection)
        self.evidences = SqlEvidences(connection)
        self.receipts = SqlReceipts(connection)
        self.remarks = SqlRemarks(connection)
        self.approvals = SqlApprovals(connection)
        self.printed = SqlPrinted(connection)
        self.settings = SqlSettings(connection)


@dataclass(frozen=True, slots=True)
class SqlStore:
    """One database.

    `address` is how messages call it, `path` its file where it is one, and `created` whether
    opening made it; `vault` has the copies of a file, and `held` its lock, or who has that.
    Connections live as long as a transaction, so threads may share a store.
    """

    engine: Engine
    address: str
    path: Path | None
    created: bool
    vault: Vault | None = None
    held: Lock | Holder | None = None

    @property
    def holder(self) -> Holder | None:
        """Who else has the database, so that it can only be read."""
        return self.held if isinstance(self.held, Holder) else None

    def close(self) -> None:
        """Let others have the database."""
        if isinstance(self.held, Lock):
            self.held.release()

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
        if self.holder:
            raise StorageError(
                f"这个数据库{self.holder}，这一步没有保存，已有的数据没有变；"
                "请等对方关闭窗口后重新打开。"
            )
        with told(self.address), self.engine.connect() as connection:
            connection.execution_options(writes=True)
            with connection.begin():
                yield SqlUnitOfWork(connection)

    def draft(self) -> Draft | None:
        """Give where somebody worked last and what stood half-typed there, if it can be read."""
        return None if self.path is None or self.holder else drafts.read(self.path)

    def keep_draft(self, draft: Draft | None) -> None:
        """Remember it at once, or forget it; where that fails nothing is said."""
        if self.path is not None and not self.holder:
            drafts.keep(self.path, draft)

    def problems(self) -> tuple[str, ...]:
        """Check pages, foreign keys and the chain of changes; give a sentence per fault."""
        found: list[str] = []
        try:
            with told(self.address), self.engine.connect() as connection:
                found.extend(verification.problems(connection))
        except StorageError as error:
            found.append(str(error))
        return tuple(found)

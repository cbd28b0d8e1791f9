"""Transactions on one database, and the copies of its file."""

from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Protocol

from core.domain.backup import Backup, Contents, Kind, Restored
from core.domain.holder import Holder
from core.domain.submission import Draft, Origin
from core.ports.figures import Changes, Decisions, Entries, Evidences, Submissions
from core.ports.plans import Plans
from core.ports.received import Receipts
from core.ports.review import Approvals, PrintedReports, Remarks
from core.ports.settings import Settings


class UnitOfWork(Protocol):
    """The repositories of one transaction."""

    @property
    def plans(self) -> Plans:
        """The plans."""
        ...

    @property
    def entries(self) -> Entries:
        """The figures."""
        ...

    @property
    def decisions(self) -> Decisions:
        """The decisions."""
        ...

    @property
    def changes(self) -> Changes:
        """The recorded changes."""
        ...

    @property
    def submissions(self) -> Submissions:
        """The forms' states."""
        ...

    @property
    def evidences(self) -> Evidences:
        """The evidence."""
        ...

    @property
    def receipts(self) -> Receipts:
        """The files that were taken in."""
        ...

    @property
    def remarks(self) -> Remarks:
        """What reviewers said."""
        ...

    @property
    def approvals(self) -> Approvals:
        """The approvals and their snapshots."""
        ...

    @property
    def printed(self) -> PrintedReports:
        """The written reports."""
        ...

    @property
    def settings(self) -> Settings:
        """The settings."""
        ...


class Vault(Protocol):
    """Copies of the database's file; each step raises StorageError in a sentence."""

    def backup(self, target: Path, *, over: bool = False) -> Path:
        """Copy the database, whole even while it is in use, `over` a file that is there or not."""
        ...

    def keep(self, day: date, kind: Kind = Kind.DAILY) -> Path | None:
        """Make an automatic copy, the daily one unless it is there; the oldest ones go."""
        ...

    def backups(self) -> tuple[Backup, ...]:
        """Give the copies beside the database, the newest first."""
        ...

    def look(self, source: Path) -> Contents:
        """Say what is in a copy; refuse what is damaged, newer or no database of this program."""
        ...

    def restore(self, source: Path, origin: Origin, at: str, day: date) -> Restored:
        """Put a copy in the place of the database, of which a copy is kept first.

        The chain of changes then ends with both heads and the copy's digest, which is added to
        `origin`. What fails changes nothing.
        """
        ...


class Store(Protocol):
    """Transactions on one database; each raises StorageError in a sentence."""

    @property
    def address(self) -> str:
        """How messages call it: the whole path of its file, where it is one."""
        ...

    @property
    def holder(self) -> Holder | None:
        """Who else has the database, so that it can only be read."""
        ...

    @property
    def vault(self) -> Vault | None:
        """The copies of its file, where it is one."""
        ...

    def close(self) -> None:
        """Let others have the database."""
        ...

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a read; nothing is written."""
        ...

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a write; committed at the end, rolled back by an exception."""
        ...

    def draft(self) -> Draft | None:
        """Give where somebody worked last and what stood half-typed there, if it can be read."""
        ...

    def keep_draft(self, draft: Draft | None) -> None:
        """Remember it at once, or forget it; where that fails nothing is said."""
        ...

    def problems(self) -> tuple[str, ...]:
        """Check pages, foreign keys and the chain of changes; give a sentence per fault."""
        ...

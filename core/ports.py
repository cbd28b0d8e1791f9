"""What the core asks of a store; `db` answers, tests answer from memory."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from core.domain.backup import Backup, Contents, Kind, Restored
from core.domain.holder import Holder
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.printed import Printed, Wording
from core.domain.receipt import Receipt, Scan
from core.domain.reviewing.review import Approval, Remark
from core.domain.submission import (
    Change,
    Decision,
    Draft,
    Entry,
    Event,
    Evidence,
    Origin,
    Submission,
)

REMOVAL = "删除规划"  # the subject under which a plan's removal is recorded


@dataclass(frozen=True, slots=True)
class LoadedPlan:
    """A plan folder read whole: the plan, the results it prints, and the SHA-256 of its files."""

    plan: Plan
    entries: tuple[Entry, ...]
    decisions: tuple[Decision, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class PlanSummary:
    """A line of the list of plans; `indicators` counts the main table, `targets` the rest."""

    code: str
    title: str
    first_year: int
    last_year: int
    indicators: int
    targets: int
    milestones: int
    region: str = ""


class Plans(Protocol):
    """The plans of the database."""

    def summaries(self) -> tuple[PlanSummary, ...]:
        """Give every plan's line, earlier plans first."""
        ...

    def get(self, code: str) -> Plan | None:
        """Give a plan whole, or nothing."""
        ...

    def add(self, plan: Plan) -> None:
        """Store a new plan."""
        ...

    def replace(self, plan: Plan) -> None:
        """Store a plan in place of the one with its code; only what differs is written.

        Raises NotFoundError for a code that is not there, StorageError where something that the
        new plan lacks still has figures, decisions, evidence or forms.
        """
        ...

    def remove(self, code: str, origin: Origin, at: str) -> None:
        """Delete a plan with all that was reported for it.

        The chain of changes stays, lengthened by an event under REMOVAL. Raises NotFoundError.
        """
        ...

    def shipped(self) -> Mapping[str, str]:
        """Give the digest under which each shipped plan was once loaded, deleted ones too."""
        ...

    def note_shipped(self, code: str, digest: str) -> None:
        """Remember that a shipped plan was loaded."""
        ...


class Entries(Protocol):
    """The figures of a plan."""

    def of(
        self,
        plan: str,
        quarters: Iterable[Quarter] | None = None,
        codes: Iterable[str] | None = None,
    ) -> tuple[Entry, ...]:
        """Give a plan's entries, of all or of some quarters and codes, by code and quarter."""
        ...

    def reported(self, plan: str) -> Mapping[Quarter, frozenset[str]]:
        """Give the codes with a figure or a missing kind by quarter, without building values."""
        ...

    def save(self, plan: str, entries: Iterable[Entry], origin: Origin, at: str) -> None:
        """Store entries, each change recorded in the chain; equal ones change nothing."""
        ...

    def take(self, plan: str, entries: Iterable[tuple[Entry, Origin]], at: str) -> None:
        """Store entries as `save` does, each with an origin of its own."""
        ...

    def texts(self, plan: str) -> Mapping[tuple[str, str], str]:
        """Give every figure's text by (code, quarter) without building values."""
        ...


class Decisions(Protocol):
    """Statuses that people or the printed plan gave."""

    def of(self, plan: str, quarter: Quarter) -> tuple[Decision, ...]:
        """Give the decisions of a plan for a quarter."""
        ...

    def save(self, plan: str, decisions: Iterable[Decision]) -> None:
        """Store decisions; one per indicator and quarter stands."""
        ...

    def every(self, plan: str) -> Mapping[Quarter, tuple[Decision, ...]]:
        """Give the decisions of all quarters that have some, by quarter, then by code."""
        ...

    def remove(self, plan: str, code: str, quarter: Quarter) -> None:
        """Take a decision back; where there is none nothing changes."""
        ...


class Changes(Protocol):
    """The append-only chain of changes."""

    def of(self, plan: str, code: str, quarter: Quarter) -> tuple[Change, ...]:
        """Give the changes of one figure, oldest first."""
        ...

    def sources(self, plan: str, quarter: Quarter, codes: Iterable[str]) -> Mapping[str, str]:
        """Give through what each figure of a quarter came last, by code."""
        ...

    def note(self, plan: str, event: Event) -> None:
        """Record what is no change of a figure."""
        ...

    def events(self, plan: str, subject: str) -> tuple[Event, ...]:
        """Give the recorded events of one subject, oldest first."""
        ...


class Submissions(Protocol):
    """The forms that departments have handed in, or took back."""

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Submission, ...]:
        """Give a plan's forms, of all quarters or one, by quarter and department."""
        ...

    def save(self, plan: str, submission: Submission) -> None:
        """Store a form's state; one per department and quarter stands."""
        ...


class Evidences(Protocol):
    """佐证材料: files and document numbers beside figures."""

    def of(self, plan: str, quarter: Quarter, code: str | None = None) -> tuple[Evidence, ...]:
        """Give the evidence of a quarter, of all items or one, in the order of adding."""
        ...

    def add(self, plan: str, evidence: Evidence, content: bytes = b"") -> None:
        """Store an evidence, and its file by digest; the same twice changes nothing."""
        ...

    def remove(self, plan: str, evidence: Evidence) -> None:
        """Take an evidence away; its file goes with the last that names it."""
        ...

    def content(self, sha256: str) -> bytes:
        """Give a file byte for byte.

        Raises NotFoundError.
        """
        ...


class Receipts(Protocol):
    """The files that were taken in, what was decided about them, and the files themselves."""

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Receipt, ...]:
        """Give a plan's receipts, of all quarters or one, oldest first."""
        ...

    def of_file(self, sha256: str) -> tuple[Receipt, ...]:
        """Give the receipts of one file, of whatever plan, oldest first."""
        ...

    def add(self, receipt: Receipt, content: bytes) -> None:
        """Store a receipt and its file, and record it in the chain.

        Raises NotFoundError for a plan or department that is not there, StorageError for a
        content that is not what the receipt names.
        """
        ...

    def add_scan(self, receipt: Receipt, scan: Scan, content: bytes) -> None:
        """Keep a scanned form beside a stored receipt; the same twice changes nothing."""
        ...

    def content(self, sha256: str) -> bytes:
        """Give a file byte for byte.

        Raises NotFoundError.
        """
        ...


class Remarks(Protocol):
    """What reviewers said of figures."""

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Remark, ...]:
        """Give a plan's remarks, of all quarters or one, oldest first."""
        ...

    def add(self, plan: str, remark: Remark) -> Remark:
        """Store a remark and give it with its number.

        Raises NotFoundError for a plan, department or item that is not there.
        """
        ...

    def settle(self, plan: str, number: int, at: str) -> None:
        """Note when a remark was dealt with; an empty time opens it again.

        Raises NotFoundError for a remark that is not there.
        """
        ...


class Approvals(Protocol):
    """审定: what was approved, and the frozen snapshots."""

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Approval, ...]:
        """Give a plan's approvals, of all quarters or one, oldest first."""
        ...

    def add(self, plan: str, approval: Approval, content: bytes) -> Approval:
        """Store an approval and its snapshot, and give it with its number.

        None is ever changed, and each is recorded in the chain with its seal.
        Raises NotFoundError for a plan or department that is not there, StorageError for a
        content that is not what the approval names.
        """
        ...

    def content(self, sha256: str) -> bytes:
        """Give a snapshot byte for byte.

        Raises NotFoundError.
        """
        ...


class PrintedReports(Protocol):
    """Reports that were written, and their edited wordings."""

    def of(self, plan: str) -> tuple[Printed, ...]:
        """Give a plan's written reports, oldest first."""
        ...

    def coded(self, code: str) -> tuple[tuple[str, Printed], ...]:
        """Give (plan, report) of every report whose 校验码 begins so, oldest first."""
        ...

    def add(self, plan: str, printed: Printed, content: bytes) -> None:
        """Store a written report and its content.

        The same content in the same edition a second time changes nothing. Raises NotFoundError
        for a plan or department that is not there, StorageError for a content that is not what
        the report names.
        """
        ...

    def content(self, sha256: str) -> bytes:
        """Give a report's content byte for byte.

        Raises NotFoundError.
        """
        ...

    def wordings(self, plan: str) -> tuple[Wording, ...]:
        """Give the edited narratives of a plan, by kind, quarter and department."""
        ...

    def word(self, plan: str, wording: Wording) -> None:
        """Store an edited narrative; one per kind, quarter and department stands.

        An empty text takes it away. Raises NotFoundError for a plan or department that is not
        there.
        """
        ...


class Settings(Protocol):
    """What the office decided for this database, as names and texts."""

    def all(self) -> Mapping[str, str]:
        """Give everything that was set."""
        ...

    def put(self, values: Mapping[str, str]) -> None:
        """Set some; an empty text takes one away."""
        ...


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

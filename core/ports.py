"""What the core asks of a store; `db` answers, tests answer from memory."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol

from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Change, Decision, Entry, Origin


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

    def shipped(self) -> Mapping[str, str]:
        """Give the digest under which each shipped plan was once loaded, deleted ones too."""
        ...

    def note_shipped(self, code: str, digest: str) -> None:
        """Remember that a shipped plan was loaded."""
        ...


class Entries(Protocol):
    """The figures of a plan."""

    def of(self, plan: str, quarters: Iterable[Quarter] | None = None) -> tuple[Entry, ...]:
        """Give the entries of a plan, of all or of some quarters, by code and quarter."""
        ...

    def save(self, plan: str, entries: Iterable[Entry], origin: Origin, at: str) -> None:
        """Store entries, each change recorded in the chain; equal ones change nothing."""
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


class Changes(Protocol):
    """The append-only chain of changes."""

    def of(self, plan: str, code: str, quarter: Quarter) -> tuple[Change, ...]:
        """Give the changes of one figure, oldest first."""
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


class Store(Protocol):
    """Transactions on one database; each raises StorageError in a sentence."""

    def reading(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a read; nothing is written."""
        ...

    def writing(self) -> AbstractContextManager[UnitOfWork]:
        """Begin a write; committed at the end, rolled back by an exception."""
        ...

    def problems(self) -> tuple[str, ...]:
        """Check pages, foreign keys and the chain of changes; give a sentence per fault."""
        ...

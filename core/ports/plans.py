"""The plans of a store, and what is read or told of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from core.domain.plan import Plan
from core.domain.submission import Decision, Entry, Origin

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

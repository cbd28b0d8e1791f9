"""What departments report: figures and what stands beside them, forms, evidence, every change."""

from collections.abc import Iterable, Mapping
from typing import Protocol

from core.domain.period import Quarter
from core.domain.submission import Change, Decision, Entry, Event, Evidence, Origin, Submission


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

"""What becomes of reported figures: remarks, approvals, written reports."""

from typing import Protocol

from core.domain.period import Quarter
from core.domain.printed import Printed, Wording
from core.domain.reviewing.review import Approval, Remark


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

"""The files that were taken in."""

from typing import Protocol

from core.domain.period import Quarter
from core.domain.receipt import Receipt, Scan


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

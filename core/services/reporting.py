"""Writing reports: values → content → PDF and Excel, each put in place when it is whole."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from core.domain.period import Quarter
from core.ports import Store
from core.progress import Job
from core.reports.content import Report


class Format(StrEnum):
    """A kind of file that a report is written as; the value is its ending."""

    PDF = "pdf"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class Request:
    """A report that somebody asks for; without a quarter the plan's last one."""

    kind: str
    plan: str
    quarter: Quarter | None = None


def content(store: Store, request: Request) -> Report:
    """Collect the values in one read and say what the report says.

    Raises NotFoundError for an unknown plan or kind.
    """
    raise NotImplementedError


def preview(store: Store, request: Request) -> Job[bytes]:
    """Draw the PDF in memory: the very bytes that `produce` writes."""
    raise NotImplementedError


def produce(
    store: Store, requests: Iterable[Request], formats: Iterable[Format], folder: Path
) -> Job[tuple[Path, ...]]:
    """Write each report in each format into `folder`; give the absolute paths.

    A closed job leaves what is whole and nothing half. Raises OutputError.
    """
    raise NotImplementedError

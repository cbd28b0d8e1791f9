"""`Arrived`: a file as it came: opened, its rows found, and nothing of it understood yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.domain.issue import Severity
from core.domain.returned import Finding, Place
from core.workbooks.files.book import Stored
from core.workbooks.layout import Field
from core.workbooks.manifest import Manifest


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that came back, with what it stores; nothing where it is empty."""

    place: Place
    stored: Stored | None = None

    @property
    def text(self) -> str:
        """Its characters."""
        return self.stored.text if self.stored else ""


@dataclass(frozen=True)
class Found:
    """A row that was found, with its cells by column; a column that is gone has none."""

    code: str
    cells: Mapping[Field, Cell]


@dataclass(frozen=True)
class Arrived:
    """A file with the manifest that it was sent with, and the rows found, by code.

    Without a manifest nothing of it can be read; `findings` say why. `foot` is by the field of a
    Signatory. `locked` tells that a password, or another one, may open it.
    """

    name: str
    sha256: str
    size: int
    manifest: Manifest | None = None
    rows: Mapping[str, Found] = field(default_factory=dict)
    foot: Mapping[str, Cell] = field(default_factory=dict)
    findings: tuple[Finding, ...] = ()
    locked: bool = False


def grave(message: str, found: str = "", place: Place | None = None) -> Finding:
    """Make a finding that keeps a file from being taken in as it is."""
    return Finding(Severity.BLOCKING, found, message, place)


def hint(message: str, found: str = "", place: Place | None = None) -> Finding:
    """Make a finding that somebody may like to know."""
    return Finding(Severity.HINT, found, message, place)

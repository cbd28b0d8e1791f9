"""`Arrived`: a file as it came: opened, its rows found, and nothing of it understood yet."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from core.domain.issue import Severity
from core.domain.returned import Finding, Place
from core.workbooks.files.book import Stored
from core.workbooks.layout import Field, letters
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
    """A row that was found: on which sheet, where its columns are, and its filled cells.

    A column that is gone is nowhere.
    """

    code: str
    sheet: str
    row: int
    columns: Mapping[Field, int]
    stored: Mapping[Field, Stored]

    def place(self, field: Field) -> Place:
        """Give where a column stands; raises KeyError where it is gone."""
        return Place(self.sheet, f"{letters(self.columns[field])}{self.row}")

    def cell(self, field: Field) -> Cell | None:
        """Give a cell, nothing where its column is gone."""
        if field not in self.columns:
            return None
        return Cell(self.place(field), self.stored.get(field))

    def text(self, field: Field) -> str:
        """Give the characters of a cell, none where it is empty or gone."""
        return self.stored[field].text if field in self.stored else ""


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

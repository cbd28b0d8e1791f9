"""What travels in a workbook: which form it is, and what came back in its cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from core.domain.cell import Column
from core.domain.issue import Severity
from core.domain.period import Quarter
from core.domain.submission import Entry
from core.domain.words import Word


@dataclass(frozen=True, slots=True)
class Slip:
    """Which form a workbook is, written into it when it is sent out.

    `database` is the identity of the database that issued it, `number` counts the issues of one
    department's quarter from 1, `revision` is a digest of the plan as it was sent.
    """

    plan: str
    department: str
    quarter: Quarter
    number: int
    database: str
    revision: str
    issued: str


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a workbook: the sheet's name as the sender has it, and the address (J7)."""

    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something about a file or one of its cells: what stands there, and what to do.

    Without a place it is about the whole file.
    """

    severity: Severity
    found: str
    message: str
    place: Place | None = None
    code: str = ""
    column: Column | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """A cell that came back: the raw text, and what it means for its entry."""

    code: str
    column: Column
    text: str
    place: Place


@dataclass(frozen=True, slots=True)
class Tampering:
    """A locked cell that came back as another one; it is told, and never taken in.

    `heading` is that of its column, which may be one that no entry has: 指标, 单位.
    """

    code: str
    heading: str
    sent: str
    returned: str
    place: Place


class Verdict(Word):
    """What came of reading a file."""

    READY = "ready", "可入库"
    DOUBTFUL = "doubtful", "有问题"
    UNREADABLE = "unreadable", "不可读"


@dataclass(frozen=True, slots=True)
class Signatory:
    """The foot of a form, as far as it was filled in; empty words for what was not."""

    filled_by: str = ""
    reviewed_by: str = ""
    head: str = ""
    phone: str = ""
    on: date | None = None


@dataclass(frozen=True)
class Returned:
    """A file as it was read: nothing of it has been compared or stored.

    `entries` are what its cells mean, `sent` what they held when it was issued, both by code;
    `answers` lead from each meaning back to its cell. A cell that nobody can read means what was
    sent. `locked` tells that a password, or another one, may open the file, `forged` that what was
    sent was changed on the way, so that its seal is broken.
    """

    name: str
    sha256: str
    size: int
    slip: Slip | None = None
    entries: Mapping[str, Entry] = field(default_factory=dict)
    sent: Mapping[str, Entry] = field(default_factory=dict)
    answers: tuple[Answer, ...] = ()
    tampered: tuple[Tampering, ...] = ()
    signatory: Signatory = Signatory()
    findings: tuple[Finding, ...] = ()
    locked: bool = False
    forged: bool = False

    @property
    def verdict(self) -> Verdict:
        """What came of reading it."""
        if self.slip is None:
            return Verdict.UNREADABLE
        grave = any(each.severity is Severity.BLOCKING for each in self.findings)
        return Verdict.DOUBTFUL if grave or self.tampered else Verdict.READY

"""`Receipt`: a file that was taken in, what was decided about it, and what lies beside it."""

import json
from collections.abc import Mapping
from dataclasses import astuple, dataclass, replace
from hashlib import sha256

from core.domain.cell import Column
from core.domain.changes import Choice, Spot
from core.domain.returned import Place, Slip, Verdict
from core.domain.submission import Event, Origin
from core.domain.words import Word

SUBJECT = "来件"  # under which a receipt stands in the chain of changes


class Doubt(Word):
    """Why a person has to say whether a whole file is taken in."""

    FORGED = "forged", "下发时的信息被改过"
    FOREIGN = "foreign", "不是本数据库分发的"
    QUARTER = "quarter", "不是这个报告期的表"
    DEPARTMENT = "department", "不是这个单位的表"
    OLDER = "older", "不是最近一次分发的表"
    REVISED = "revised", "分发以后规划有修改"


@dataclass(frozen=True, slots=True)
class Settled:
    """A part of an entry that differed, and what became of it; nothing where that is open.

    The texts are those that a reader saw, `raw` what stood in the cell.
    """

    code: str
    column: Column
    sent: str
    stored: str
    returned: str
    choice: Choice | None
    raw: str = ""
    place: Place | None = None

    @property
    def spot(self) -> Spot:
        """Where it is."""
        return self.code, self.column


@dataclass(frozen=True, slots=True)
class Scan:
    """A scanned form, signed and stamped, that is kept beside the workbook; `size` in bytes."""

    name: str
    sha256: str
    size: int


@dataclass(frozen=True)
class Receipt:
    """A file as it was taken in: by whom, when (ISO 8601), with what verdict.

    `doubts` are those that a person set aside. `number` counts a plan's receipts from 1, and is
    given when one is stored.
    """

    slip: Slip
    name: str
    sha256: str
    size: int
    verdict: Verdict
    by: str
    at: str
    doubts: tuple[Doubt, ...] = ()
    cells: tuple[Settled, ...] = ()
    scans: tuple[Scan, ...] = ()
    number: int = 0

    @property
    def choices(self) -> Mapping[Spot, Choice]:
        """What was decided, to be applied again to the same file and state."""
        return {each.spot: each.choice for each in self.cells if each.choice}

    @property
    def open(self) -> frozenset[Spot]:
        """The conflicts that nobody has decided yet."""
        return frozenset(each.spot for each in self.cells if each.choice is None)

    @property
    def seal(self) -> str:
        """The SHA-256 of all that was taken and decided, by which the record is checked."""
        said = astuple(replace(self, number=0, scans=()))
        return sha256(json.dumps(said, ensure_ascii=True).encode()).hexdigest()

    @property
    def event(self) -> Event:
        """What the chain of changes records of it; it ends with the seal."""
        origin = Origin(SUBJECT, self.by, self.name, self.sha256)
        told = f"{self.verdict.label}，{self.seal}"
        slip = self.slip
        return Event(SUBJECT, slip.department, str(slip.quarter), "", told, origin, self.at)

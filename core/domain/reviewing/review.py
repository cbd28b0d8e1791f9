"""审核 and 审定: what reviewers say of figures, and what an approval froze."""

import json
from dataclasses import astuple, dataclass
from datetime import date
from hashlib import sha256

from core.domain.period import Quarter
from core.domain.submission import Entry, Event, Origin

SUBJECT = "审定"  # under which an approval stands in the chain of changes


@dataclass(frozen=True, slots=True)
class Remark:
    """审核意见 on one figure of a department's form; `settled` is when it was dealt with, else "".

    `number` counts a plan's remarks from 1; 0 before it is stored. `at` is ISO 8601 with offset.
    """

    department: str
    quarter: Quarter
    code: str
    text: str
    by: str
    at: str
    settled: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Approval:
    """审定 of a department's form: by whom, or at which meeting, or under which document number.

    At least one of `by`, `meeting` and `document` is given. `sha256` is that of the frozen
    snapshot's bytes. A form that is approved again has a later approval; earlier ones stay.
    """

    department: str
    quarter: Quarter
    by: str
    meeting: str
    document: str
    on: date
    recorder: str
    at: str
    sha256: str
    number: int = 0

    @property
    def seal(self) -> str:
        """The SHA-256 of all that it says, by which the record is checked."""
        said = json.dumps(astuple(self), ensure_ascii=True, default=str)
        return sha256(said.encode()).hexdigest()

    @property
    def event(self) -> Event:
        """What the chain of changes records of it; it ends with the seal."""
        told = f"第{self.number}次，{self.seal}"
        origin = Origin(SUBJECT, self.recorder, sha256=self.sha256)
        return Event(SUBJECT, self.department, str(self.quarter), "", told, origin, self.at)


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What an approval froze: the form's entries, and status and sentence of each indicator."""

    plan: str
    department: str
    quarter: Quarter
    entries: tuple[Entry, ...]
    statuses: tuple[tuple[str, str, str], ...]  # (code, status, sentence)


@dataclass(frozen=True, slots=True)
class Alteration:
    """审定后改动: what is no longer as the newest approval froze it, and why.

    `statuses` are the 完成情况 as it was frozen and as it stands, where a person decided otherwise
    since; the entries may then be the same.
    """

    code: str
    before: Entry | None
    after: Entry | None
    reason: str = ""
    by: str = ""
    at: str = ""
    statuses: tuple[str, str] | None = None

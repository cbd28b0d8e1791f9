"""`Entry`: one item in one quarter, as a department reported it; `Submission`: its whole form."""

from dataclasses import dataclass
from datetime import date

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.vintage import Vintage
from core.domain.words import Word


class Missing(Word):
    """Why there is no figure; missing is data."""

    UNCOUNTED = "uncounted", "未统计"
    UNPUBLISHED = "unpublished", "未到发布期"
    INAPPLICABLE = "inapplicable", "不适用"
    WITHHELD = "withheld", "不公开"
    UNVERIFIED = "unverified", "待核实"


@dataclass(frozen=True, slots=True)
class Entry:
    """填报值: a figure or the reason why there is none, with an explanation.

    `explanation` words the reason of a shortfall or of a missing figure, as reports print it.
    `growth` is a published 同比. Of a milestone `figure` words the node reached, and `progress`
    is its 形象进度 in per cent.
    """

    code: str
    quarter: Quarter
    figure: Figure | None
    missing: Missing | None = None
    explanation: str = ""
    vintage: Vintage = Vintage.PRELIMINARY
    growth: Figure | None = None
    progress: Figure | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing at all was reported."""
        return not (self.figure or self.missing or self.explanation or self.growth or self.progress)

    @property
    def text(self) -> str:
        """What the cell shows: the figure's text, or nothing."""
        return "" if self.figure is None else str(self.figure)


@dataclass(frozen=True, slots=True)
class Decision:
    """改判: a status that a person or the printed plan gave, with its grounds (依据)."""

    code: str
    quarter: Quarter
    status: str
    grounds: str
    by: str
    on: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a figure came from: through what, which file, cell and person."""

    through: str
    by: str
    file: str = ""
    sha256: str = ""
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One recorded change of a figure; `at` is ISO 8601 with offset, texts are empty for none.

    `entry` is the whole state after the change, to which the figure can be brought back.
    """

    code: str
    quarter: Quarter
    before: str
    after: str
    origin: Origin
    at: str
    entry: Entry


class State(Word):
    """How far a department's form of a quarter has come."""

    PENDING = "pending", "待填"
    FILLING = "filling", "填报中"
    SUBMITTED = "submitted", "已报送"
    REVIEWED = "reviewed", "已审核"
    APPROVED = "approved", "已审定"

    @property
    def closed(self) -> bool:
        """Whether the form's figures stand, so that nobody types into it."""
        return self in (State.SUBMITTED, State.REVIEWED, State.APPROVED)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who answers for a form: 填表人, 审核人, 单位负责人, 电话, 报出日期."""

    filled_by: str
    reviewed_by: str
    head: str
    phone: str
    on: date


@dataclass(frozen=True, slots=True)
class Submission:
    """报表: a department's form of one quarter; `revision` counts how often it was 报送."""

    department: str
    quarter: Quarter
    state: State
    signature: Signature | None = None
    at: str = ""
    revision: int = 0


@dataclass(frozen=True, slots=True)
class Event:
    """A recorded change of what is no figure: a form's state, a plan, an evidence.

    `subject` names the kind (报送, 规划, 佐证材料), `code` the department or item.
    """

    subject: str
    code: str
    quarter: str
    before: str
    after: str
    origin: Origin
    at: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """佐证材料 of a figure or node: a file by its digest, or a document number alone.

    `size` counts the bytes of the file; without one `sha256` is empty.
    """

    code: str
    quarter: Quarter
    name: str
    document: str = ""
    sha256: str = ""
    size: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """Where somebody works, and what stands half-typed in that cell; None once it is accepted.

    `column` is the code of the form's column. It survives the end of the process.
    """

    plan: str
    department: str
    quarter: Quarter
    code: str
    column: str
    text: str | None = None

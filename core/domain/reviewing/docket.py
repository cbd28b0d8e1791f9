"""What a reviewer has before him: the forms of a quarter, and one of them figure by figure."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from core.domain.completion import Assessment
from core.domain.form import Form, Row
from core.domain.issue import Issue
from core.domain.period import Quarter
from core.domain.reviewing.review import Alteration, Approval, Remark
from core.domain.submission import Entry, Evidence, State


@dataclass(frozen=True, slots=True)
class Docketed:
    """A form as the list of all forms shows it.

    `filled` of `asked` figures are there, `explained` of them had to be explained; `remarks`
    counts those that are open, `altered` the figures that are no longer as approved. `on` is the
    day of 报送, nothing before it; `approval` is the newest.
    """

    department: str
    name: str
    quarter: Quarter
    state: State
    asked: int
    filled: int
    explained: int = 0
    remarks: int = 0
    altered: int = 0
    revision: int = 0
    on: date | None = None
    approval: Approval | None = None

    @property
    def returned(self) -> bool:
        """Whether it was handed in once and is open again."""
        return bool(self.revision) and not self.state.closed


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One figure with all that a reviewer looks at.

    `growth` words its 同比, `before` is what stood there when the form was last handed in before
    this time, nothing where it is the same; `alteration` tells how it differs from the approval.
    """

    row: Row
    growth: str = ""
    assessment: Assessment | None = None
    remarks: tuple[Remark, ...] = ()
    evidences: tuple[Evidence, ...] = ()
    before: Entry | None = None
    alteration: Alteration | None = None

    @property
    def open(self) -> tuple[Remark, ...]:
        """The remarks that nobody has dealt with."""
        return tuple(each for each in self.remarks if not each.settled)

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What the checks find."""
        return self.row.issues

    @property
    def altered(self) -> bool:
        """Whether it is no longer as it was handed in before, or as it was approved."""
        return self.before is not None or self.alteration is not None


@dataclass(frozen=True)
class Case:
    """A form under review; `since` is when it was handed in before, empty for the first time."""

    form: Form
    figures: tuple[Reviewed, ...]
    since: str = ""
    approval: Approval | None = None

    @cached_property
    def remarks(self) -> int:
        """How many remarks are open."""
        return sum(len(each.open) for each in self.figures)

    @cached_property
    def alterations(self) -> tuple[Alteration, ...]:
        """审定后改动."""
        return tuple(each.alteration for each in self.figures if each.alteration)

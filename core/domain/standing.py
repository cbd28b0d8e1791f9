"""`Standing`: how far a department's form of a quarter has come, and whether it is in time."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from core.domain.period import Quarter
from core.domain.submission import State, Submission

IDLE, AHEAD = "无需填报", "未到期"
_ORDER = {state: number for number, state in enumerate(State)}
_IDLE_RANK = 2 * len(State)


@dataclass(frozen=True, slots=True)
class Standing:
    """A form as seen from outside.

    `required` counts the items that the form asks for, `filled` those of them that are there. `on`
    is the day of 报送 as long as the form is 已报送 or further. Without `counted` nobody is called
    late for what is not there: the office never collected that quarter. `returned` counts how
    often the form was given back.
    """

    department: str
    quarter: Quarter
    state: State
    filled: int
    required: int
    deadline: date
    today: date
    on: date | None = None
    counted: bool = True
    returned: int = 0

    @property
    def idle(self) -> bool:
        """Whether the quarter asks nothing of the department."""
        return not self.required and self.state is State.PENDING

    @property
    def over(self) -> bool:
        """Whether the quarter has ended, so that its figures can be there."""
        return self.quarter.last_day < self.today

    @property
    def ahead(self) -> bool:
        """Whether nobody needs to have begun yet, and nobody has."""
        return self.state is State.PENDING and not self.over

    @property
    def owed(self) -> bool:
        """Whether the form could be handed in and was not."""
        return self.over and not self.idle and not self.state.closed

    @property
    def left(self) -> int:
        """How many days there are until the deadline, negative ones after it."""
        return (self.deadline - self.today).days

    @property
    def late(self) -> int:
        """By how many days the form came late, or is late today."""
        if self.on is not None:
            return max(0, (self.on - self.deadline).days)
        return max(0, -self.left) if self.owed and self.counted else 0

    @property
    def word(self) -> str:
        """How the state is called."""
        if self.idle:
            return IDLE
        return AHEAD if self.ahead else self.state.label

    @property
    def rank(self) -> int:
        """A number that is the greater the less there is left to do for this form."""
        return _IDLE_RANK if self.idle else 2 * _ORDER[self.state] - self.owed

    @property
    def timing(self) -> str:
        """Whether the form is in time: 按时报送, 迟报3天, 逾期3天, 还剩5天, 今天截止."""
        if self.idle:
            return ""
        if self.on is not None:
            return f"迟报{self.late}天" if self.late else "按时报送"
        if self.late:
            return f"逾期{self.late}天"
        if self.left < 0:
            return "没有报送"
        return f"还剩{self.left}天" if self.left else "今天截止"


def standing(  # noqa: PLR0913 - the facts of one form
    department: str,
    quarter: Quarter,
    *,
    required: Collection[str],
    reported: frozenset[str],
    submission: Submission | None,
    deadline: date,
    today: date,
    counted: bool = True,
    computed: frozenset[str] = frozenset(),
) -> Standing:
    """Judge a form by the codes that it requires and by those that were reported by anybody.

    What is `computed` is filled, but nobody has begun for it.
    """
    begun = State.PENDING if reported.isdisjoint(required) else State.FILLING
    filled = len((reported | computed).intersection(required))
    state = submission.state if submission else begun
    on = _handed_in(submission) if submission and state.closed else None
    return Standing(department, quarter, state, filled, len(required), deadline, today, on, counted)


def _handed_in(submission: Submission) -> date | None:
    """Give the day on which a form says it was handed in, else the day it was stored."""
    if submission.signature:
        return submission.signature.on
    return date.fromisoformat(submission.at[:10]) if submission.at else None

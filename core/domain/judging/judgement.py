"""What a judgement is made of: grades, lights, and the two yardsticks 年度 and 规划."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from core.domain import exact
from core.domain.period import Quarter
from core.domain.words import Word


class Grade(StrEnum):
    """How a figure stands; the value is the field of a `Scale` or `Dictionary` that words it."""

    REACHED = "reached"
    AHEAD = "ahead"
    ON = "on"
    BEHIND = "behind"
    FAR = "far"
    EARLY = "early"
    EXCEEDED = "exceeded"
    FULL = "full"
    NEARLY = "nearly"
    MISSED = "missed"


class Light(Word):
    """The light beside a status."""

    BLUE = "blue", "蓝"
    GREEN = "green", "绿"
    YELLOW = "yellow", "黄"
    RED = "red", "红"
    GREY = "grey", "灰"


class Grey(Word):
    """Why nothing can be judged yet; before the plan's end it stands in the status's place."""

    MISSING = "missing", "缺数"
    EARLY = "early", "未到时点"
    UNPUBLISHED = "unpublished", "未到发布期"
    PENDING = "pending", "待下达"
    NO_BASE = "no_base", "基期待补"
    UNDECIDED = "undecided", "待定"


class Side(Word):
    """Which of the two yardsticks."""

    ANNUAL = "annual", "年度"
    PLAN = "plan", "规划"


class Rule(Word):
    """Which rule gave a grade; the sentence names its threshold (domain.md, Pace and Status)."""

    REACHED = "reached", "已达到目标"
    RATIO = "ratio", "进度与序时之比"
    ROUNDED = "rounded", "达到取整后的序时"
    ONE_UNIT = "one_unit", "与取整后的序时只差一个单位"
    POINTS = "points", "与目标相差的百分点"
    MET = "met", "达到"
    ABOUT = "about", "左右之内"
    UNMET = "unmet", "未达到"
    NODE = "node", "节点与计划时间"


@dataclass(frozen=True, slots=True)
class Demand:
    """What one yardstick asks for by `period`, before any figure is held against it.

    `target` is the year's or the plan's number, `asked` that of it which was due by `period`, at
    the published decimals, and `origin` where its path begins (base; 0 for sums), all in the
    indicator's unit. `in_points` tells that a growth is compared in 百分点, `lower` that lower is
    better. `even` tells that a year was parted by fourths for want of anything better,
    `in_shares` that a way is told in per cent, too.
    """

    side: Side
    period: Quarter
    target: Decimal | None
    asked: Decimal | None
    origin: Decimal | None = None
    lower: bool = False
    in_points: bool = False
    derived: bool = False
    even: bool = False
    in_shares: bool = True


class Yardstick(NamedTuple):
    """One yardstick laid on an indicator: what was asked by `period` beside what was reached.

    `rule` gave the `grade`; without one `grey` says why. What else is told of both follows from
    the numbers, and is only reckoned when somebody asks.
    """

    demand: Demand
    actual: Decimal | None
    rule: Rule | None = None
    grade: Grade | None = None
    grey: Grey | None = None

    @property
    def side(self) -> Side:
        """Which of the two yardsticks it is."""
        return self.demand.side

    @property
    def period(self) -> Quarter:
        """The period of the figure."""
        return self.demand.period

    @property
    def target(self) -> Decimal | None:
        """The year's or the plan's number."""
        return self.demand.target

    @property
    def asked(self) -> Decimal | None:
        """What was due by the period, at the published decimals."""
        return self.demand.asked

    @property
    def origin(self) -> Decimal | None:
        """Where the way begins; None where figures are compared directly."""
        return self.demand.origin

    @property
    def derived(self) -> bool:
        """Whether what was asked stands in no document."""
        return self.demand.derived

    @property
    def even(self) -> bool:
        """Whether the year was parted by fourths."""
        return self.demand.even

    @property
    def progress(self) -> Decimal | None:
        """The fraction of the way that is gone; None where none is told or leads to the target."""
        if not self.demand.in_shares:
            return None
        return _over(self._from_origin(self.actual), self._onward(self.target))

    @property
    def pace(self) -> Decimal | None:
        """The fraction of the way that was due, None like `progress`."""
        if not self.demand.in_shares:
            return None
        return _over(self._from_origin(self.asked), self._onward(self.target))

    @property
    def ratio(self) -> Decimal | None:
        """进度 / 序时, called r; None where nothing was due yet."""
        return _over(self._from_origin(self.actual), self._onward(self.asked))

    @property
    def points(self) -> Decimal | None:
        """A growth's actual − target in 百分点."""
        if not self.demand.in_points or self.actual is None or self.asked is None:
            return None
        return exact.difference(self.actual, self.asked)

    def _from_origin(self, number: Decimal | None) -> Decimal | None:
        """Give how far a number is from where the way begins, towards the better side."""
        if number is None or self.origin is None:
            return None
        way = exact.difference(number, self.origin)
        return -way if self.demand.lower else way

    def _onward(self, number: Decimal | None) -> Decimal | None:
        """Give the same only where the number is better than where the way begins."""
        way = self._from_origin(number)
        return way if way is not None and way > 0 else None


def _over(part: Decimal | None, whole: Decimal | None) -> Decimal | None:
    """Give a fraction of two numbers that may both be wanting."""
    return None if part is None or whole is None else exact.fraction(part, whole)

"""What a judgement is made of: grades, lights, and the two yardsticks 年度 and 规划."""

from dataclasses import dataclass
from decimal import Decimal
from enum import Enum

from core.domain.period import Quarter
from core.domain.words import Word


class Grade(Enum):
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
class Yardstick:
    """One yardstick laid on an indicator: what was asked by `period` beside what was reached.

    `target` is the year's or the plan's number, `asked` that of it which was due by `period`, at
    the published decimals, and `origin` where its path begins (base; 0 for sums), all in the
    indicator's unit. `progress` and `pace` are the fractions of the way that were gone and due,
    `ratio` = progress / pace, None where nothing was due yet; `points` is actual − target in
    百分点 for growth. `even` tells that a year was parted by fourths for want of anything better.
    """

    side: Side
    period: Quarter
    actual: Decimal | None = None
    target: Decimal | None = None
    asked: Decimal | None = None
    origin: Decimal | None = None
    progress: Decimal | None = None
    pace: Decimal | None = None
    ratio: Decimal | None = None
    points: Decimal | None = None
    derived: bool = False
    even: bool = False
    rule: Rule | None = None
    grade: Grade | None = None
    grey: Grey | None = None

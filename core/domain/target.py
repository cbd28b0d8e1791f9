"""`Target`: what a plan asks for, how it was adjusted, and what single periods are asked for."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.words import Word


class TargetState(Word):
    """Whether a target has a number."""

    GIVEN = "given", "已定"
    PENDING = "pending", "待下达"
    WORDS = "words", "文字"
    NONE = "none", "无"


@dataclass(frozen=True, slots=True)
class Target:
    """A target as printed and, beside it, the bounds by which it is judged.

    An open bound is None; a target that is not 已定 has none.
    """

    printed: Figure | None
    state: TargetState = TargetState.GIVEN
    low: Decimal | None = None
    high: Decimal | None = None

    def __post_init__(self) -> None:
        if self.state is TargetState.GIVEN and self.printed and (self.low, self.high) == _OPEN:
            for name, bound in zip(("low", "high"), self.printed.bounds, strict=True):
                object.__setattr__(self, name, bound)


_OPEN = (None, None)


@dataclass(frozen=True, slots=True)
class TargetRevision:
    """目标调整: a new target with its reason; older reports keep the old one."""

    target: Target
    reason: str
    on: date | None = None
    approved_by: str = ""
    document: str = ""


@dataclass(frozen=True, slots=True)
class AnnualTarget:
    """年度目标: what one year is asked for, as a document gives it; others are derived."""

    year: int
    figure: Figure
    document: str = ""


@dataclass(frozen=True, slots=True)
class QuarterlyTarget:
    """分季度目标: what is asked for from the start of the year to the end of a quarter."""

    quarter: Quarter
    figure: Figure

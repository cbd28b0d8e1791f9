"""`Scale`: the words and thresholds by which a plan under way is judged, kept with the plan."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain.words import Word


class Phase(Word):
    """At which point of its life a plan is looked at; each has a dictionary of its own."""

    ANNUAL = "annual", "年度监测"
    MIDTERM = "midterm", "中期评估"
    FINAL = "final", "总结评估"


@dataclass(frozen=True, slots=True)
class Scale:
    """Words of a phase before the end, best first, and where each begins (domain.md, Status).

    `from_ahead`, `from_on` and `from_behind` are the least r = 进度/序时; the points are the least
    differences of a growth from its target in 百分点; `about` is the share by which a 左右 target
    of an expected indicator may be missed.
    """

    reached: str = "提前实现"
    ahead: str = "快于预期"
    on: str = "基本符合预期"
    behind: str = "略有滞后"
    far: str = "明显滞后"
    from_ahead: Decimal = Decimal("1.1")
    from_on: Decimal = Decimal("0.95")
    from_behind: Decimal = Decimal("0.75")
    points_ahead: Decimal = Decimal("0.5")
    points_on: Decimal = Decimal("-0.2")
    points_behind: Decimal = Decimal(-1)
    about: Decimal = Decimal("0.02")

    @property
    def words(self) -> tuple[str, ...]:
        """The words, best first."""
        return self.reached, self.ahead, self.on, self.behind, self.far

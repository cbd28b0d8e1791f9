"""`Way`: what holds for every year of an indicator's way through a plan."""

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from core.domain.aims.trajectory import waits
from core.domain.figure import half_up
from core.domain.indicator import Indicator, Measure
from core.domain.judging import traits
from core.domain.judging.traits import Coming, Kind
from core.domain.plan import Plan

_SURE = 12  # decimals to which a power is taken, so that 120.999… of a root counts as 121


@dataclass(frozen=True, slots=True)
class Way:
    """The way from `start` (the base; 0 for sums) to `goal`; None for what is not known.

    `plan` is any with the same years and thresholds, `unit` one unit of the published decimals.
    `full_years` tells that the plan's target is met by full years only, `of_years` that its figure
    is put together from those of the years, `about` that it is 左右 and may be missed by a little.
    """

    plan: Plan
    indicator: Indicator
    start: Decimal | None
    goal: Decimal | None
    kind: Kind
    coming: Coming
    full_years: bool
    of_years: bool
    unit: Decimal
    lower: bool
    about: bool

    @property
    def waits(self) -> bool:
        """Whether nothing is asked for yet."""
        return waits(self.indicator)

    @property
    def in_shares(self) -> bool:
        """Whether the way is told in per cent; a structure's last part may have 0.1 to go."""
        return self.indicator.measure is not Measure.STRUCTURE

    def rounded(self, number: Decimal) -> Decimal:
        """Round what is due to the published decimals, counts to the easier side.

        Of 7 houses in five years 2.8 are due after two: nobody can finish 0.8 of a house, so 2.
        """
        indicator = self.indicator
        if indicator.decimals or not traits.counted(indicator):
            return half_up(number, indicator.decimals)
        easier = ROUND_CEILING if self.lower else ROUND_FLOOR
        return half_up(number, _SURE).to_integral_value(easier)

"""`Judged`: everything that a status of an indicator stands on, as the sentence explains it."""

from dataclasses import dataclass
from decimal import Decimal

from core.domain import outcome
from core.domain.finding import Finding
from core.domain.judgement import Grade, Grey, Side, Yardstick
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.scale import Phase


@dataclass(frozen=True, slots=True)
class Judged:
    """The figures found, both yardsticks laid on them, and which of them decides.

    Before the end `finding` is of the period at which a figure is due, whether there or not.
    `suggested` is the plan's word for the grade, or the label of what stands in its place; at the
    plan's end an undecided one is empty. `side` is None where neither yardstick decides.
    """

    plan: Plan
    finding: Finding
    phase: Phase
    annual: Yardstick | None
    overall: Yardstick | None
    side: Side | None
    grade: Grade | None
    grey: Grey | None
    suggested: str

    @property
    def decisive(self) -> Yardstick | None:
        """The yardstick that the status stands on."""
        match self.side:
            case Side.ANNUAL:
                return self.annual
            case Side.PLAN:
                return self.overall
            case _:
                return None

    @property
    def data_period(self) -> Quarter | None:
        """The period of the figure that the status stands on; None without a figure."""
        if self.decisive:
            return self.decisive.period
        return None if self.finding.actual is None else self.finding.period

    @property
    def completion(self) -> Decimal | None:
        """目标完成率 of the plan's target as a fraction, within a year by the last complete one."""
        single = self.plan.first_year == self.plan.last_year
        found = self.annual if single and self.phase is not Phase.FINAL else self.overall
        if found is None or found.actual is None or found.target is None:
            return None
        return outcome.share(self.finding.indicator, found.actual, found.target)

    @property
    def progress(self) -> Decimal | None:
        """增量进度 on the yardstick 规划."""
        return self.overall.progress if self.overall else None

    @property
    def pace(self) -> Decimal | None:
        """序时进度 p* on the yardstick 规划."""
        return self.overall.pace if self.overall else None

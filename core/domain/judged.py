"""`Judged`: everything that a status of an indicator stands on, as the sentence explains it."""

from dataclasses import dataclass

from core.domain.finding import Finding
from core.domain.judgement import Grade, Grey, Side, Yardstick
from core.domain.plan import Plan
from core.domain.scale import Phase


@dataclass(frozen=True, slots=True)
class Judged:
    """The figures found, both yardsticks laid on them, and which of them decides.

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

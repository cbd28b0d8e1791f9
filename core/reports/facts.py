"""`Facts`: everything that a report draws on, collected in one read."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from core.domain.completion import Assessment
from core.domain.indicator import Indicator
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry


@dataclass(frozen=True, slots=True)
class Facts:
    """A plan as of a quarter: entries by code and quarter, assessments by code."""

    plan: Plan
    as_of: Quarter
    entries: Mapping[str, Mapping[Quarter, Entry]]
    assessments: Mapping[str, Assessment]

    @property
    def final(self) -> bool:
        """Whether the plan has ended, so that its completion is judged."""
        return self.as_of == self.plan.end

    @property
    def elapsed(self) -> Decimal:
        """The share of the plan's quarters that has passed, 0 to 1."""
        quarters = self.plan.quarters
        return Decimal(quarters.index(self.as_of) + 1) / len(quarters)

    def entry(self, indicator: Indicator) -> Entry | None:
        """Give what was reported for the quarter; the headings name it as the figures' own."""
        source = indicator.same_source or indicator.code
        return self.entries.get(source, {}).get(self.as_of)

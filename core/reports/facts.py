"""`Facts`: everything that a report draws on, collected in one read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from core.domain.completion import Assessment
from core.domain.indicator import Indicator, Item
from core.domain.lights import Lights
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.standing import Standing
from core.domain.submission import Change, Entry, Signature
from core.reports.selection import Selection

_NEVER: Mapping[Quarter, Entry] = {}


@dataclass(frozen=True, slots=True)
class Facts:
    """A plan as of a quarter: entries by code and quarter, assessments by code.

    What a kind of report needs beyond that is there when it asked for it: the `lights` of every
    quarter or of the last two, the `standings` of every form by department and quarter, the
    `changes` of each figure of the quarter by code, the `signatures` of the quarter's forms that
    are handed in, by department. `office` is the department that puts the figures together; empty
    where nobody has said.
    """

    plan: Plan
    as_of: Quarter
    entries: Mapping[str, Mapping[Quarter, Entry]]
    assessments: Mapping[str, Assessment]
    selection: Selection = field(default_factory=Selection)
    lights: Lights | None = None
    standings: tuple[Standing, ...] = ()
    changes: Mapping[str, tuple[Change, ...]] = field(default_factory=dict)
    signatures: Mapping[str, Signature] = field(default_factory=dict)
    office: str = ""

    @property
    def final(self) -> bool:
        """Whether the plan has ended, so that its completion is judged."""
        return self.as_of == self.plan.end

    @property
    def elapsed(self) -> Decimal:
        """The share of the plan's quarters that has passed, 0 to 1."""
        quarters = self.plan.quarters
        return Decimal(quarters.index(self.as_of) + 1) / len(quarters)

    def items(self) -> Iterator[Item]:
        """Give the indicators and milestones that the report is about, in printed order."""
        every: tuple[Item, ...] = (*self.plan.indicators, *self.plan.milestones)
        return (each for each in every if self.selection.takes(self.plan, each))

    def main(self) -> Iterator[Indicator]:
        """Give the indicators of the main table that the report is about."""
        return (each for each in self.plan.main() if self.selection.takes(self.plan, each))

    def past(self, item: Item) -> Mapping[Quarter, Entry]:
        """Give what was reported of an item, or of the one under which it is entered."""
        return self.entries.get(item.same_source or item.code, _NEVER)

    def entry(self, item: Item) -> Entry | None:
        """Give what was reported for the quarter; the headings name it as the figures' own."""
        return self.past(item).get(self.as_of)

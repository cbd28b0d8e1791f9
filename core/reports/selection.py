"""`Selection`: which part of a plan a report is about."""

from dataclasses import dataclass

from core.domain.indicator import Binding, Indicator, Item
from core.domain.plan import Plan


@dataclass(frozen=True, slots=True)
class Selection:
    """A leading department (责任单位), a section with all below it, a 属性; empty for all."""

    department: str = ""
    section: str = ""
    binding: Binding | None = None

    def takes(self, plan: Plan, item: Item) -> bool:
        """Tell whether an item of the plan belongs to the selection."""
        led = not self.department or item.duty.lead == self.department
        within = not self.section or any(
            each.code == self.section for each in plan.path(item.section)
        )
        bound = item.binding if isinstance(item, Indicator) else None
        return led and within and (self.binding is None or bound is self.binding)

"""Whose forms of a quarter can be sent out, and how often each of them was."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from core.domain.department import Department
from core.domain.period import Quarter
from core.domain.standing import Standing
from core.ports import Store
from core.services import distribution, overview


@dataclass(frozen=True, slots=True)
class Due:
    """A department that has something to report; `issues` counts the forms it was sent."""

    department: Department
    form: Standing
    issues: int

    @property
    def obstacle(self) -> str:
        """Say why it gets no form any more; empty where it does."""
        return self.form.state.label if self.form.state.closed else ""


def due(store: Store, plan: str, quarter: Quarter, today: date) -> tuple[Due, ...]:
    """Give the departments that have something to report in a quarter, in the plan's order.

    Raises NotFoundError for an unknown plan, UsageError for a quarter outside it, StorageError.
    """
    seen = overview.collect(store, plan, quarter, today)
    with store.reading() as work:
        events = work.changes.events(plan, distribution.SUBJECT)
    issued = Counter(each.code for each in events if each.quarter == str(quarter))
    departments = {each.code: each for each in seen.plan.departments}
    return tuple(
        Due(departments[form.department], form, issued[form.department])
        for form in seen.now
        if form.required
    )

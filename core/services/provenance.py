"""从哪里来: where a figure came from, and whether the record is whole."""

from dataclasses import dataclass

from core.domain.period import Quarter
from core.domain.submission import Change, Entry
from core.errors import NotFoundError
from core.ports import Store
from core.services.assessment import find_plan, within


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure as it stands and the changes that led to it, oldest first."""

    entry: Entry | None
    changes: tuple[Change, ...]

    @property
    def last(self) -> Change | None:
        """The change that brought the present figure."""
        return self.changes[-1] if self.changes else None


def trace(store: Store, plan: str, code: str, quarter: Quarter) -> Trace:
    """Give the origin of one figure.

    Raises NotFoundError for an unknown plan or indicator, UsageError for a quarter outside it.
    """
    with store.reading() as work:
        found = find_plan(work, plan)
        indicator = found.find(code)
        if indicator is None:
            raise NotFoundError(f"规划“{plan}”中没有指标“{code}”")
        source = indicator.same_source or code
        entries = work.entries.of(plan, [within(found, quarter)])
        entry = next((each for each in entries if each.code == source), None)
        return Trace(entry, work.changes.of(plan, source, quarter))

"""从哪里来: where a figure came from, and whether the record is whole."""

from dataclasses import dataclass

from core.domain import duties
from core.domain.period import Quarter
from core.domain.returned import Place
from core.domain.source import bringing
from core.domain.submission import Change, Entry
from core.errors import NotFoundError
from core.ports import Store, UnitOfWork
from core.services.assessment import find_plan, within


@dataclass(frozen=True, slots=True)
class Trace:
    """A figure as it stands and the changes that led to it, oldest first.

    `raw` is what stood in the cell of the workbook from which it came, where it did.
    """

    entry: Entry | None
    changes: tuple[Change, ...]
    raw: str = ""

    @property
    def last(self) -> Change | None:
        """The change that brought the present figure, or the reason why there is none."""
        return bringing(self.changes)


def trace(store: Store, plan: str, code: str, quarter: Quarter) -> Trace:
    """Give the origin of one figure.

    Raises NotFoundError for an unknown plan or indicator, UsageError for a quarter outside it.
    """
    with store.reading() as work:
        found = find_plan(work, plan)
        item = next((each for each in duties.items(found) if each.code == code), None)
        if item is None:
            raise NotFoundError(f"规划“{plan}”中没有指标“{code}”")
        source = item.same_source or code
        entries = work.entries.of(plan, [within(found, quarter)], [source])
        changes = work.changes.of(plan, source, quarter)
        return Trace(next(iter(entries), None), changes, _raw(work, bringing(changes)))


def _raw(work: UnitOfWork, change: Change | None) -> str:
    """Give what stood in the cell that a change names."""
    if change is None or not change.origin.cell:
        return ""
    place = Place(change.origin.sheet, change.origin.cell)
    receipts = work.receipts.of_file(change.origin.sha256)
    cells = (cell for each in receipts[::-1] for cell in each.cells if cell.place == place)
    return next((cell.raw for cell in cells), "")

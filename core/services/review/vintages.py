"""数据性质: what was reported of a figure under which vintage, when, and what approved it."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.domain.cell import alike
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.reviewing import snapshot
from core.domain.reviewing.review import Approval
from core.domain.submission import Change, Entry
from core.ports import UnitOfWork
from core.services import figures


@dataclass(frozen=True, slots=True)
class Reported:
    """A figure as it was reported once: the change that put it there, and what approved it."""

    change: Change
    approvals: tuple[Approval, ...] = ()

    @property
    def entry(self) -> Entry:
        """What stood there, with its 数据性质."""
        return self.change.entry


def vintages(work: UnitOfWork, plan: Plan, code: str, quarter: Quarter) -> tuple[Reported, ...]:
    """List every figure that was reported of an item for a quarter, the latest last.

    The item is meant by its code; where it shares the figure of another, that one's is given.
    """
    named = figures.items(plan).get(code)
    source = named.same_source or code if named else code
    frozen = tuple(_frozen(work, plan, source, quarter))
    told: list[Reported] = []
    for change in work.changes.of(plan.code, source, quarter):
        if not told or _other(told[-1].entry, change.entry):
            mine = (each for each, entry in frozen if not _other(entry, change.entry))
            told.append(Reported(change, tuple(mine)))
    return tuple(told)


def _frozen(
    work: UnitOfWork, plan: Plan, code: str, quarter: Quarter
) -> Iterator[tuple[Approval, Entry]]:
    """Give what each approval of the quarter froze of an item."""
    for approval in work.approvals.of(plan.code, quarter):
        kept = snapshot.read(work.approvals.content(approval.sha256))
        for entry in kept.entries:
            if entry.code == code:
                yield approval, entry


def _other(one: Entry, other: Entry) -> bool:
    """Tell whether two entries report other figures, or the same under another vintage."""
    plain = (_figure(each) for each in (one, other))
    return not alike(*plain)


def _figure(entry: Entry) -> Entry:
    """Leave of an entry its figure, and how final it is."""
    place = entry.code, entry.quarter
    return Entry(*place, entry.figure, entry.missing, vintage=entry.vintage)

"""Whether figures that a report shows are as departments' forms were approved."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from core.domain.form_rows import source_of
from core.domain.indicator import Item
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.reviewing import snapshot
from core.domain.reviewing.alterations import restored
from core.domain.reviewing.review import Approval, Snapshot
from core.domain.submission import Entry
from core.ports import UnitOfWork
from core.reports.differences import Difference, rows
from core.reports.selection import Selection
from core.services import figures, forms
from core.services.reports.gathering import Known
from core.services.review import altering, approval

NONE = "没有审定"
_Entries = dict[str, Mapping[Quarter, Entry]]


@dataclass(frozen=True, slots=True)
class Sanction:
    """Whether a department's figures on a report are those of an approval.

    `words` tell by what they were approved, `altered` counts what was changed since. Without an
    `approval` there was none.
    """

    department: str
    name: str
    approval: Approval | None
    words: str
    altered: int
    matches: bool

    @property
    def sentence(self) -> str:
        """Say it in one sentence."""
        if self.approval is None:
            return f"{self.name}：{NONE}"
        agrees = "报告上的数与审定时一致" if self.matches else "报告上的数与审定时不一致"
        since = f"，此后改动了{self.altered}处" if self.altered else ""
        return f"{self.name}：{self.words}审定，{agrees}{since}"


@dataclass(frozen=True)
class Sanctioned:
    """The approvals of a quarter, oldest first, with what each froze.

    `altered` counts by department what is no longer as its newest approval froze it.
    """

    approvals: tuple[tuple[Approval, Snapshot], ...]
    altered: Mapping[str, int]

    def newest(self, until: str = "") -> Mapping[str, Approval]:
        """Give each department's newest approval, of all or of those until a time."""
        moment = datetime.fromisoformat(until) if until else None
        return {
            each.department: each
            for each, _ in self.approvals
            if moment is None or datetime.fromisoformat(each.at) <= moment
        }

    def overlaid(self, known: Known, chosen: Mapping[str, Approval]) -> Known:
        """Put what approvals froze in the place of what stands in the quarter."""
        reported: _Entries = dict(known.reported)
        now = {code: e[known.as_of] for code, e in reported.items() if known.as_of in e}
        duties = {code: item.duty for code, item in figures.items(known.then).items()}
        for each, frozen in self.approvals:
            if chosen.get(each.department) == each:
                now = dict(restored(frozen, now, duties))
        for code, entry in now.items():
            reported[code] = {**reported.get(code, {}), known.as_of: entry}
        return replace(known, reported=reported)

    def told(
        self,
        known: Known,
        selection: Selection,
        chosen: Mapping[str, Approval],
        found: Iterable[Difference],
    ) -> Iterator[Sanction]:
        """Tell of each department, given what differs from the report with approvals in place."""
        differ, plan = tuple(found), known.then
        items = [each for each in _items(plan) if selection.takes(plan, each)]
        owners = {each.code: _departments(each) for each in items}
        changed = {each.code for each in items if _stands(each, rows(differ))}
        reported = {e.code for e in items if known.as_of in known.reported.get(source_of(e), {})}
        for department in plan.departments:
            code = department.code
            mine = {each for each, those in owners.items() if code in those}
            if mine & reported or (mine and code in chosen):
                agrees = not differ or (bool(changed) and not mine & changed)
                yield self._sanction(code, department.short_name, chosen.get(code), agrees=agrees)

    def _sanction(self, code: str, name: str, made: Approval | None, *, agrees: bool) -> Sanction:
        """Tell of one department."""
        words = approval.words(made) if made else NONE
        newest = made is not None and self.newest().get(code) == made
        altered = self.altered.get(code, 0) if newest else 0
        return Sanction(code, name, made, words, altered, agrees and made is not None)


def read(work: UnitOfWork, known: Known) -> Sanctioned:
    """Read the approvals of a quarter within a transaction."""
    plan, quarter = known.then, known.as_of
    found = work.approvals.of(plan.code, quarter)
    frozen = tuple((e, snapshot.read(work.approvals.content(e.sha256))) for e in found)
    newest = approval.newest(work, plan.code, quarter)
    altered = {
        code: len(altering.altered(work, forms.of(work, plan, code, quarter), each))
        for code, each in newest.items()
    }
    return Sanctioned(frozen, altered)


def _items(plan: Plan) -> tuple[Item, ...]:
    """Give indicators and milestones."""
    return (*plan.indicators, *plan.milestones)


def _departments(item: Item) -> frozenset[str]:
    """Give the departments to whose forms something of an item belongs."""
    return frozenset({item.duty.giver, item.duty.lead})


def _stands(item: Item, named: Iterable[str]) -> bool:
    """Tell whether an item is one of the rows named, with or without its unit."""
    return any(each == item.name or each.startswith(f"{item.name}（") for each in named)

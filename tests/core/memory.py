"""`MemoryStore`: the ports answered from dictionaries, for tests of journeys."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from core.domain.holder import Holder
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.receipt import Receipt, Scan
from core.domain.submission import (
    Change,
    Decision,
    Draft,
    Entry,
    Event,
    Evidence,
    Origin,
    Submission,
)
from core.errors import StorageError
from core.ports import REMOVAL, PlanSummary, Vault
from tests.core.held import Held, items
from tests.core.reviewed import MemoryApprovals, MemoryPrinted, MemoryRemarks


@dataclass
class MemoryPlans:
    held: Held

    def summaries(self) -> tuple[PlanSummary, ...]:
        plans = sorted(self.held.plans.values(), key=lambda p: (p.first_year, p.last_year, p.code))
        return tuple(map(_summary, plans))

    def get(self, code: str) -> Plan | None:
        return self.held.plans.get(code)

    def add(self, plan: Plan) -> None:
        if plan.code in self.held.plans:
            raise StorageError(f"规划“{plan.code}”已有")
        self.held.plans[plan.code] = plan

    def replace(self, plan: Plan) -> None:
        gone = items(self.held.plan(plan.code)) - items(plan)
        left = {each.code for each in self.held.plan(plan.code).departments}
        left -= {each.code for each in plan.departments}
        if names := gone & self._reported(plan.code) or left & self._submitted(plan.code):
            raise StorageError(f"{'、'.join(sorted(names))}已有填报数，不能删去")
        for code in gone:
            self.held.forget(plan.code, code)
        self.held.plans[plan.code] = plan

    def remove(self, code: str, origin: Origin, at: str) -> None:
        plan = self.held.plan(code)
        self.held.events.append((code, Event(REMOVAL, code, "", plan.title, "", origin, at)))
        del self.held.plans[code]
        self.held.forget(code)
        for places in (self.held.decisions, self.held.submissions):
            for place in [place for place in places if place[0] == code]:
                del places[place]
        self.held.evidences = [each for each in self.held.evidences if each[0] != code]
        self.held.receipts = [each for each in self.held.receipts if each.slip.plan != code]
        self.held.forget_reviews(code)
        self.held.sweep()

    def _reported(self, plan: str) -> set[str]:
        """Give the items under which something stands."""
        filled = {at for at, each in self.held.entries.items() if not each.empty}
        codes = {code for of, code, _ in (*filled, *self.held.decisions) if of == plan}
        codes |= {each.code for of, each in self.held.evidences if of == plan}
        return codes | {each.code for of, each in self.held.remarks if of == plan}

    def _submitted(self, plan: str) -> set[str]:
        """Give the departments that have a form, or a file that was taken in."""
        slips = (each.slip for each in self.held.receipts)
        came = {each.department for each in slips if each.plan == plan}
        came |= {department for of, department, _ in self.held.submissions if of == plan}
        came |= {each.department for of, each in self.held.remarks if of == plan}
        came |= {each.department for of, each in self.held.approvals if of == plan}
        came |= {each.department for of, each in self.held.printed if of == plan}
        return came | {at[-1] for at in self.held.wordings if at[0] == plan}

    def shipped(self) -> Mapping[str, str]:
        return self.held.shipped

    def note_shipped(self, code: str, digest: str) -> None:
        self.held.shipped[code] = digest


@dataclass
class MemoryEntries:
    held: Held

    def of(
        self,
        plan: str,
        quarters: Iterable[Quarter] | None = None,
        codes: Iterable[str] | None = None,
    ) -> tuple[Entry, ...]:
        found = [entry for (of, _, _), entry in self.held.entries.items() if of == plan]
        if quarters is not None:
            wanted = set(quarters)
            found = [entry for entry in found if entry.quarter in wanted]
        if codes is not None:
            named = set(codes)
            found = [entry for entry in found if entry.code in named]
        return tuple(sorted(found, key=lambda entry: (entry.code, entry.quarter)))

    def reported(self, plan: str) -> Mapping[Quarter, frozenset[str]]:
        told = [entry for entry in self.of(plan) if entry.figure or entry.missing]
        quarters = {entry.quarter for entry in told}
        return {
            quarter: frozenset(entry.code for entry in told if entry.quarter == quarter)
            for quarter in quarters
        }

    def save(self, plan: str, entries: Iterable[Entry], origin: Origin, at: str) -> None:
        self.take(plan, ((entry, origin) for entry in entries), at)

    def take(self, plan: str, entries: Iterable[tuple[Entry, Origin]], at: str) -> None:
        for entry, origin in entries:
            code, quarter = entry.code, entry.quarter
            place = self.held.place(plan, code, quarter)
            before = self.held.entries.get(place, Entry(code, quarter, None))
            if _texts(before) != _texts(entry):
                self.held.entries[place] = entry
                change = Change(code, quarter, before.text, entry.text, origin, at, entry)
                self.held.changes.append((plan, change))

    def texts(self, plan: str) -> Mapping[tuple[str, str], str]:
        figures = (entry for entry in self.of(plan) if entry.figure)
        return {(entry.code, str(entry.quarter)): entry.text for entry in figures}


@dataclass
class MemoryDecisions:
    held: Held

    def of(self, plan: str, quarter: Quarter) -> tuple[Decision, ...]:
        places = sorted(at for at in self.held.decisions if at[0] == plan and at[2] == quarter)
        return tuple(self.held.decisions[place] for place in places)

    def save(self, plan: str, decisions: Iterable[Decision]) -> None:
        for each in decisions:
            self.held.decisions[self.held.place(plan, each.code, each.quarter)] = each

    def every(self, plan: str) -> Mapping[Quarter, tuple[Decision, ...]]:
        quarters = sorted({quarter for of, _, quarter in self.held.decisions if of == plan})
        return {quarter: self.of(plan, quarter) for quarter in quarters}

    def remove(self, plan: str, code: str, quarter: Quarter) -> None:
        self.held.decisions.pop((plan, code, quarter), None)


@dataclass
class MemoryChanges:
    held: Held

    def of(self, plan: str, code: str, quarter: Quarter) -> tuple[Change, ...]:
        figure = (plan, code, quarter)
        return tuple(
            change
            for of, change in self.held.changes
            if (of, change.code, change.quarter) == figure
        )

    def sources(self, plan: str, quarter: Quarter, codes: Iterable[str]) -> Mapping[str, str]:
        wanted = set(codes)
        return {
            change.code: change.origin.through
            for of, change in self.held.changes
            if (of, change.quarter) == (plan, quarter) and change.code in wanted
        }

    def note(self, plan: str, event: Event) -> None:
        self.held.events.append((plan, event))

    def events(self, plan: str, subject: str) -> tuple[Event, ...]:
        return tuple(
            event for of, event in self.held.events if (of, event.subject) == (plan, subject)
        )


@dataclass
class MemorySubmissions:
    held: Held

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Submission, ...]:
        found = [each for (of, _, _), each in self.held.submissions.items() if of == plan]
        found = [each for each in found if quarter in (None, each.quarter)]
        return tuple(sorted(found, key=lambda each: (each.quarter, each.department)))

    def save(self, plan: str, submission: Submission) -> None:
        self.held.department(plan, submission.department)
        self.held.submissions[plan, submission.department, submission.quarter] = submission


@dataclass
class MemoryEvidences:
    held: Held

    def of(self, plan: str, quarter: Quarter, code: str | None = None) -> tuple[Evidence, ...]:
        found = (each for of, each in self.held.evidences if (of, each.quarter) == (plan, quarter))
        return tuple(each for each in found if code in (None, each.code))

    def add(self, plan: str, evidence: Evidence, content: bytes = b"") -> None:
        self.held.place(plan, evidence.code, evidence.quarter)
        if (plan, evidence) in self.held.evidences:
            return
        if evidence.sha256:
            self.held.keep(evidence.name, evidence.sha256, content)
        self.held.evidences.append((plan, evidence))

    def remove(self, plan: str, evidence: Evidence) -> None:
        self.held.evidences = [each for each in self.held.evidences if each != (plan, evidence)]
        self.held.sweep()

    def content(self, sha256: str) -> bytes:
        return self.held.content(sha256)


@dataclass
class MemoryReceipts:
    held: Held

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Receipt, ...]:
        own = (each for each in self.held.receipts if each.slip.plan == plan)
        return tuple(each for each in own if quarter in (None, each.slip.quarter))

    def of_file(self, sha256: str) -> tuple[Receipt, ...]:
        return tuple(each for each in self.held.receipts if each.sha256 == sha256)

    def add(self, receipt: Receipt, content: bytes) -> None:
        self.held.department(receipt.slip.plan, receipt.slip.department)
        self.held.keep(receipt.name, receipt.sha256, content)
        number = len(self.of(receipt.slip.plan)) + 1
        self.held.receipts.append(replace(receipt, number=number))
        self.held.events.append((receipt.slip.plan, receipt.event))

    def add_scan(self, receipt: Receipt, scan: Scan, content: bytes) -> None:
        self.held.department(receipt.slip.plan, receipt.slip.department)
        self.held.keep(scan.name, scan.sha256, content)
        at = self.held.receipts.index(receipt)
        if scan not in receipt.scans:
            self.held.receipts[at] = replace(receipt, scans=(*receipt.scans, scan))

    def content(self, sha256: str) -> bytes:
        return self.held.content(sha256)


@dataclass
class MemorySettings:
    held: Held

    def all(self) -> Mapping[str, str]:
        return self.held.settings

    def put(self, values: Mapping[str, str]) -> None:
        given = self.held.settings | dict(values)
        self.held.settings = {name: value for name, value in given.items() if value}


class MemoryUnitOfWork:
    """The repositories of one transaction."""

    def __init__(self, held: Held) -> None:
        self.plans = MemoryPlans(held)
        self.entries = MemoryEntries(held)
        self.decisions = MemoryDecisions(held)
        self.changes = MemoryChanges(held)
        self.submissions = MemorySubmissions(held)
        self.evidences = MemoryEvidences(held)
        self.receipts = MemoryReceipts(held)
        self.remarks = MemoryRemarks(held)
        self.approvals = MemoryApprovals(held)
        self.printed = MemoryPrinted(held)
        self.settings = MemorySettings(held)


@dataclass
class MemoryStore:
    """A store that forgets everything with the process."""

    held: Held = field(default_factory=Held)
    drafted: Draft | None = None
    address: str = "memory"
    vault: Vault | None = None
    holder: Holder | None = None

    @contextmanager
    def reading(self) -> Iterator[MemoryUnitOfWork]:
        yield MemoryUnitOfWork(self.held.copy())

    @contextmanager
    def writing(self) -> Iterator[MemoryUnitOfWork]:
        held = self.held.copy()
        yield MemoryUnitOfWork(held)
        self.held = held

    def draft(self) -> Draft | None:
        return self.drafted

    def keep_draft(self, draft: Draft | None) -> None:
        self.drafted = draft

    def close(self) -> None:
        self.holder = None

    def problems(self) -> tuple[str, ...]:
        return ()


def _summary(plan: Plan) -> PlanSummary:
    main = len(list(plan.main()))
    years = plan.first_year, plan.last_year
    rest = len(plan.indicators) - main, len(plan.milestones)
    return PlanSummary(plan.code, plan.title, *years, main, *rest, plan.region)


def _texts(entry: Entry) -> tuple[Entry, str, str, str]:
    """Give an entry with its figures' texts, for 1.0 and 1.00 are equal numbers."""
    return entry, entry.text, str(entry.growth), str(entry.progress)

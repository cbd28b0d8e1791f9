"""`MemoryStore`: the ports answered from dictionaries, for tests of journeys."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Change, Decision, Entry, Origin
from core.errors import NotFoundError, StorageError
from core.ports import PlanSummary

Place = tuple[str, str, Quarter]  # plan, code and quarter


@dataclass
class Held:
    """What a store holds."""

    plans: dict[str, Plan] = field(default_factory=dict)
    shipped: dict[str, str] = field(default_factory=dict)
    entries: dict[Place, Entry] = field(default_factory=dict)
    decisions: dict[Place, Decision] = field(default_factory=dict)
    changes: list[tuple[str, Change]] = field(default_factory=list)

    def copy(self) -> "Held":
        """Copy the collections; the values in them never change."""
        plans, shipped = dict(self.plans), dict(self.shipped)
        return Held(plans, shipped, dict(self.entries), dict(self.decisions), list(self.changes))

    def place(self, plan: str, code: str, quarter: Quarter) -> Place:
        """Give where a figure stands; NotFoundError when the plan has no such code."""
        if plan not in self.plans:
            raise NotFoundError(f"没有规划“{plan}”")
        known = {each.code for each in self.plans[plan].indicators}
        if code not in known | {each.code for each in self.plans[plan].milestones}:
            raise NotFoundError(f"规划“{plan}”没有编号“{code}”")
        return plan, code, quarter


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

    def shipped(self) -> Mapping[str, str]:
        return self.held.shipped

    def note_shipped(self, code: str, digest: str) -> None:
        self.held.shipped[code] = digest


@dataclass
class MemoryEntries:
    held: Held

    def of(self, plan: str, quarters: Iterable[Quarter] | None = None) -> tuple[Entry, ...]:
        wanted = None if quarters is None else set(quarters)
        found = [
            entry
            for (of, _, quarter), entry in self.held.entries.items()
            if of == plan and (wanted is None or quarter in wanted)
        ]
        return tuple(sorted(found, key=lambda entry: (entry.code, entry.quarter)))

    def save(self, plan: str, entries: Iterable[Entry], origin: Origin, at: str) -> None:
        for entry in entries:
            code, quarter = entry.code, entry.quarter
            place = self.held.place(plan, code, quarter)
            before = self.held.entries.get(place, Entry(code, quarter, None))
            if (before, before.text) != (entry, entry.text):
                self.held.entries[place] = entry
                change = Change(code, quarter, before.text, entry.text, origin, at)
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


class MemoryUnitOfWork:
    """The repositories of one transaction."""

    def __init__(self, held: Held) -> None:
        self.plans = MemoryPlans(held)
        self.entries = MemoryEntries(held)
        self.decisions = MemoryDecisions(held)
        self.changes = MemoryChanges(held)


@dataclass
class MemoryStore:
    """A store that forgets everything with the process."""

    held: Held = field(default_factory=Held)

    @contextmanager
    def reading(self) -> Iterator[MemoryUnitOfWork]:
        yield MemoryUnitOfWork(self.held.copy())

    @contextmanager
    def writing(self) -> Iterator[MemoryUnitOfWork]:
        held = self.held.copy()
        yield MemoryUnitOfWork(held)
        self.held = held

    def problems(self) -> tuple[str, ...]:
        return ()


def _summary(plan: Plan) -> PlanSummary:
    main = len(list(plan.main()))
    years = plan.first_year, plan.last_year
    rest = len(plan.indicators) - main, len(plan.milestones)
    return PlanSummary(plan.code, plan.title, *years, main, *rest)

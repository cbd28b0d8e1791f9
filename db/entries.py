"""The figures of a plan, each change recorded."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, or_, select

from core.domain.period import Quarter
from core.domain.submission import Entry, Origin
from db import chain, tables
from db.quarterly import Place, columns, known, of_plan, put, row, texts

State = tuple[str, ...]  # the texts of an entry's fields, in this order
STATE = ("figure", "missing", "explanation", "vintage", "growth", "progress")


@dataclass(frozen=True, slots=True)
class SqlEntries:
    """The figures of one transaction."""

    connection: Connection

    def of(
        self,
        plan: str,
        quarters: Iterable[Quarter] | None = None,
        codes: Iterable[str] | None = None,
    ) -> tuple[Entry, ...]:
        """Give a plan's entries, of all or of some quarters and codes, by code and quarter."""
        found = of_plan(plan, tables.entries, columns(tables.entries, Entry))
        if quarters is not None:
            found = found.where(tables.entries.c.quarter.in_(list(quarters)))
        if codes is not None:
            found = found.where(tables.entries.c.code.in_(list(codes)))
        found = found.order_by(tables.entries.c.code, tables.entries.c.quarter)
        return tuple([Entry(*each) for each in self.connection.execute(found)])

    def reported(self, plan: str) -> Mapping[Quarter, frozenset[str]]:
        """Give the codes with a figure or a missing kind by quarter, without building values."""
        rows = tables.entries.c
        found = of_plan(plan, tables.entries, (rows.quarter, rows.code))
        found = found.where(or_(rows.figure.is_not(None), rows.missing.is_not(None)))
        codes: dict[Quarter, set[str]] = defaultdict(set)
        for quarter, code in self.connection.execute(found):
            codes[quarter].add(code)
        return {quarter: frozenset(found) for quarter, found in codes.items()}

    def save(self, plan: str, entries: Iterable[Entry], origin: Origin, at: str) -> None:
        """Store entries, each change recorded in the chain; equal ones change nothing.

        They are compared by their texts, for 1.0 and 1.00 are equal numbers but not the same
        figure. What was never stored is compared with an empty entry.
        """
        entries = list(entries)
        key = known(self.connection, plan, {entry.code for entry in entries})
        stored = self._states(key, entries)
        stands, new = set(stored), dict[Place, Entry]()
        changes: list[dict[str, str | None]] = []
        for entry in entries:
            place, after = (entry.code, str(entry.quarter)), _state(entry)
            before = stored.get(place) or _state(Entry(entry.code, entry.quarter, None))
            if after != before:
                stored[place], new[place] = after, entry
                changes.append(_change(place, before, after))
        rows = [row(key, entry) for entry in new.values()]
        put(self.connection, tables.entries, rows, stands)
        common = {"plan": plan, **asdict(origin), "at": at}
        chain.append(self.connection, [common | change for change in changes])

    def texts(self, plan: str) -> Mapping[Place, str]:
        """Give every figure's text by (code, quarter) without building values."""
        found = of_plan(plan, tables.entries, texts(tables.entries, "code", "quarter", "figure"))
        found = found.where(tables.entries.c.figure.is_not(None))
        return {(code, quarter): text for code, quarter, text in self.connection.execute(found)}

    def _states(self, key: int, entries: Iterable[Entry]) -> dict[Place, State]:
        """Read what is stored under the codes and quarters of some entries."""
        rows = tables.entries.c
        found = select(*texts(tables.entries, "code", "quarter", *STATE)).where(
            rows.plan_id == key,
            rows.code.in_({entry.code for entry in entries}),
            rows.quarter.in_({entry.quarter for entry in entries}),
        )
        cells = self.connection.execute(found)
        return {(cell[0], cell[1]): tuple(text or "" for text in cell[2:]) for cell in cells}


def _state(entry: Entry) -> State:
    """Give what an entry says."""
    values = (getattr(entry, name) for name in STATE)
    return tuple("" if value is None else str(value) for value in values)


def _change(place: Place, before: State, after: State) -> dict[str, str | None]:
    """Give what a change says; the new state is recorded whole, the old one by its figure."""
    code, quarter = place
    figure, missing, explanation, vintage, growth, progress = after
    return {
        "code": code,
        "quarter": quarter,
        "before": before[0],
        "after": figure,
        "missing": missing,
        "explanation": explanation,
        "vintage": vintage,
        "growth": growth or None,
        "progress": progress or None,
        "subject": None,
    }

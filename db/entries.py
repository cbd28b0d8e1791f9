"""The figures of a plan, each change recorded."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cache
from operator import attrgetter
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, or_, select

from core.domain.period import Quarter
from core.domain.submission import Entry, Origin
from db import chain, tables
from db.quarterly import Place, columns, key_among, of_plan, put, texts, with_codes

State = tuple[str, ...]  # the texts of an entry's fields, in this order
STATE = ("figure", "missing", "explanation", "vintage", "growth", "progress")
_BREAK = "\n"  # stands in no code
_values = attrgetter(*STATE)

_ROWS = tables.entries.c
_IN_QUARTERS = _ROWS.quarter.in_(bindparam("quarters", expanding=True))
_IN_CODES = _ROWS.code.in_(bindparam("codes", expanding=True))
_HERE = and_(_ROWS.plan_id == tables.items.c.plan_id, _ROWS.code == tables.items.c.code)
_STANDING = (  # a plan's key, its items of given codes, and what they say in given quarters
    select(tables.plans.c.id, tables.items.c.code, *texts(tables.entries, "quarter", *STATE))
    .select_from(with_codes(tables.items).outerjoin(tables.entries, _HERE & _IN_QUARTERS))
    .where(tables.plans.c.code == bindparam("plan"))
)


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
        given: dict[str, object] = {"plan": plan}
        for name, values in (("quarters", quarters), ("codes", codes)):
            if values is not None:
                given[name] = list(values)
        rows = self.connection.execute(_found("quarters" in given, "codes" in given), given)
        return tuple([Entry(*each) for each in rows.all()])

    def reported(self, plan: str) -> Mapping[Quarter, frozenset[str]]:
        """Give the codes with a figure or a missing kind by quarter, without building values."""
        codes = func.aggregate_strings(_ROWS.code, _BREAK)
        found = of_plan(plan, tables.entries, (_ROWS.quarter, codes)).group_by(_ROWS.quarter)
        told = or_(_ROWS.figure.is_not(None), _ROWS.missing.is_not(None))
        rows = self.connection.execute(found.where(told))
        return {quarter: frozenset(together.split(_BREAK)) for quarter, together in rows}

    def save(self, plan: str, entries: Iterable[Entry], origin: Origin, at: str) -> None:
        """Store entries, each change recorded in the chain; equal ones change nothing.

        They are compared by their texts, for 1.0 and 1.00 are equal numbers but not the same
        figure. What was never stored is compared with an empty entry.
        """
        self.take(plan, ((entry, origin) for entry in entries), at)

    def take(self, plan: str, entries: Iterable[tuple[Entry, Origin]], at: str) -> None:
        """Store entries as `save` does, each with an origin of its own."""
        given = list(entries)
        key, stored = self._standing(plan, [entry for entry, _ in given])
        stands, new = set(stored), dict[Place, State]()
        changes: list[dict[str, str | None]] = []
        for entry, origin in given:
            place, after = (entry.code, str(entry.quarter)), _state(entry)
            before = stored.get(place) or _state(Entry(entry.code, entry.quarter, None))
            if after != before:
                stored[place] = new[place] = after
                changes.append(asdict(origin) | _change(place, before, after))
        put(self.connection, tables.entries, key, {at: _cells(new[at]) for at in new}, stands)
        chain.append(self.connection, [{"plan": plan, "at": at} | change for change in changes])

    def texts(self, plan: str) -> Mapping[Place, str]:
        """Give every figure's text by (code, quarter) without building values."""
        found = of_plan(plan, tables.entries, texts(tables.entries, "code", "quarter", "figure"))
        found = found.where(tables.entries.c.figure.is_not(None))
        return {(code, quarter): text for code, quarter, text in self.connection.execute(found)}

    def _standing(self, plan: str, entries: list[Entry]) -> tuple[int, dict[Place, State]]:
        """Give a plan's key, and what stands under the codes and quarters of some entries.

        Raises NotFoundError for a plan or code that is not there.
        """
        codes = {entry.code for entry in entries}
        quarters = {entry.quarter for entry in entries}
        given = {"plan": plan, "codes": list(codes), "quarters": list(quarters)}
        rows = self.connection.execute(_STANDING, given).all()
        states = {
            (code, quarter): tuple([text or "" for text in state])
            for _, code, quarter, *state in rows
            if quarter
        }
        return key_among(rows, plan, codes), states


def _state(entry: Entry) -> State:
    """Give what an entry says."""
    return tuple(["" if value is None else str(value) for value in _values(entry)])


def _cells(state: State) -> dict[str, str | None]:
    """Give what a row holds; only an explanation may be empty."""
    cells = {name: text or None for name, text in zip(STATE, state, strict=True)}
    return cells | {"explanation": cells["explanation"] or ""}


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


@cache
def _found(quarters: bool, codes: bool) -> Select[Any]:  # noqa: FBT001  # which are given
    """Select the entries of a plan, of given quarters and of given codes where these are."""
    found = of_plan(bindparam("plan"), tables.entries, columns(tables.entries, Entry))
    found = found.where(_IN_QUARTERS) if quarters else found
    found = found.where(_IN_CODES) if codes else found
    return found.order_by(_ROWS.code, _ROWS.quarter)

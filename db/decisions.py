"""Statuses that people or the printed plan gave."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from sqlalchemy import Connection, delete, select

from core.domain.period import Quarter
from core.domain.submission import Decision
from db import tables
from db.plans import plan_key
from db.quarterly import columns, known, of_plan, put, texts

_SAYS = ("status", "grounds", "by", "on")


@dataclass(frozen=True, slots=True)
class SqlDecisions:
    """The decisions of one transaction."""

    connection: Connection

    def of(self, plan: str, quarter: Quarter) -> tuple[Decision, ...]:
        """Give the decisions of a plan for a quarter, by code."""
        found = of_plan(plan, tables.decisions, columns(tables.decisions, Decision))
        found = found.where(tables.decisions.c.quarter == quarter)
        found = found.order_by(tables.decisions.c.code)
        return tuple([Decision(*each) for each in self.connection.execute(found)])

    def save(self, plan: str, decisions: Iterable[Decision]) -> None:
        """Store decisions; one per indicator and quarter stands, the last given."""
        given = {(each.code, str(each.quarter)): each for each in decisions}
        key = known(self.connection, plan, {code for code, _ in given})
        places = select(*texts(tables.decisions, "code", "quarter"))
        stands = self.connection.execute(places.where(tables.decisions.c.plan_id == key))
        rows = {at: {name: getattr(each, name) for name in _SAYS} for at, each in given.items()}
        put(self.connection, tables.decisions, key, rows, {(row[0], row[1]) for row in stands})

    def every(self, plan: str) -> Mapping[Quarter, tuple[Decision, ...]]:
        """Give the decisions of all quarters that have some, by quarter, then by code."""
        rows = tables.decisions.c
        found = of_plan(plan, tables.decisions, columns(tables.decisions, Decision))
        found = found.order_by(rows.quarter, rows.code)
        every = (Decision(*each) for each in self.connection.execute(found))
        return {quarter: tuple(each) for quarter, each in groupby(every, attrgetter("quarter"))}

    def remove(self, plan: str, code: str, quarter: Quarter) -> None:
        """Take a decision back; where there is none nothing changes."""
        rows = tables.decisions.c
        own = rows.plan_id == plan_key(self.connection, plan)
        there = own, rows.code == code, rows.quarter == quarter
        self.connection.execute(delete(tables.decisions).where(*there))

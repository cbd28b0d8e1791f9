"""Statuses that people or the printed plan gave."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from core.domain.period import Quarter
from core.domain.submission import Decision
from db import tables
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

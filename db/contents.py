"""What a restored database would hold: figures by plan, the last change, the end of the chain."""

from sqlalchemy import Connection, Select, func, select

from core.domain.backup import Contents, Head
from db import chain, tables
from db.unit_of_work import SqlStore


def read(store: SqlStore) -> Contents:
    """Read what a restored database would hold."""
    with store.engine.connect() as connection:
        entries = tuple((title, number) for title, number in connection.execute(_counted()))
        last = connection.execute(_last()).first()
        end = head(connection)
    at, by = (last.at, last.by) if last else ("", "")
    return Contents(entries, at, by, end, store.problems())


def head(connection: Connection) -> Head:
    """Give the head of an open database's chain."""
    return Head(*(chain.head(connection) or ()))


def _counted() -> Select[str, int]:
    """Count the figures of each plan."""
    plans, entries = tables.plans, tables.entries
    joined = plans.outerjoin(entries, entries.c.plan_id == plans.c.id)
    found = select(plans.c.title, func.count(entries.c.code)).select_from(joined)
    return found.group_by(plans.c.id).order_by(plans.c.first_year, plans.c.last_year, plans.c.code)


def _last() -> Select[str, str]:
    """Find when and by whom something was changed last."""
    rows = tables.changes.c
    return select(rows.at, rows.by).order_by(rows.sequence.desc()).limit(1)

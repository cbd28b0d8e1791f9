"""Puts an edited plan in the place of the stored one; takes a plan away with all that is its."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from core.domain.plan import Plan
from core.errors import StorageError
from db import tables
from db.plan_writer import Row, taken_apart

_Key = tuple[Any, ...]
_REPORTED = {  # what may hang under an item, as messages call it
    "填报数": tables.entries,
    "改判": tables.decisions,
    "佐证材料": tables.evidences,
    "审核意见": tables.remarks,
}
_HANDED_IN = {  # what may hang under a department
    "报表": tables.submissions,
    "来件": tables.receipts,
    "审核意见": tables.remarks,
    "审定": tables.approvals,
    "报告": tables.printed,
    "报告文字": tables.wordings,
}


def replace(connection: Connection, key: int, plan: Plan) -> None:
    """Write what differs between the stored plan of this key and its new edition.

    Raises StorageError where something that is gone still has what was reported for it.
    """
    if connection.dialect.name == "sqlite":  # a section may stand before its parent
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    _release(connection, key, plan)
    gone: list[tuple[Table, list[Row]]] = []
    for table, rows in taken_apart(connection, plan, key):
        stored = {_key(table, row): row for row in _stored(connection, table, key)}
        _put(connection, table, stored, rows)
        kept = {_key(table, row) for row in rows}
        gone.append((table, [row for place, row in stored.items() if place not in kept]))
    for table, rows in reversed(gone):
        if rows:
            connection.execute(delete(table).where(*_here(table)), _places(table, rows))


def remove(connection: Connection, key: int) -> None:
    """Delete everything that belongs to a plan, children before parents, and the plan."""
    for table in reversed(tables.metadata.sorted_tables):
        if "plan_id" in table.c:
            connection.execute(delete(table).where(table.c.plan_id == key))
    connection.execute(delete(tables.plans).where(tables.plans.c.id == key))


def _release(connection: Connection, key: int, plan: Plan) -> None:
    """Refuse to lose what was reported; let go of cells that were emptied again."""
    items = {each.code for each in plan.indicators} | {each.code for each in plan.milestones}
    gone = _codes(connection, tables.items.c.code, key) - items
    if gone:
        _empty(connection, key, gone)
    for what, table in _REPORTED.items():
        _refuse(plan, gone & _codes(connection, table.c.code, key), what)
    kept = {"", *(each.code for each in plan.departments)}  # reports may be of the whole district
    for what, table in _HANDED_IN.items():
        _refuse(plan, _codes(connection, table.c.department, key) - kept, what)


def _empty(connection: Connection, key: int, codes: set[str]) -> None:
    """Delete the entries under some codes that say nothing any more."""
    cells = tables.entries.c
    silent = [cells[name].is_(None) for name in ("figure", "missing", "growth", "progress")]
    here = cells.plan_id == key, cells.code.in_(codes), cells.explanation == ""
    connection.execute(delete(tables.entries).where(*here, *silent))


def _codes(connection: Connection, column: ColumnElement[str], key: int) -> set[str]:
    """Give the codes under which a plan has rows."""
    found = select(column).where(column.table.c.plan_id == key).distinct()
    return set(connection.scalars(found))


def _refuse(plan: Plan, codes: Iterable[str], what: str) -> None:
    """Refuse an edition that lacks codes under which something was reported."""
    if named := "、".join(sorted(codes)):
        raise StorageError(
            f"规划“{plan.code}”的{named}已有{what}，不能删去，规划没有变；"
            f"请保留这些编号，或先撤去它们的{what}。"
        )


def _stored(connection: Connection, table: Table, key: int) -> list[Row]:
    """Read the rows that a plan has in a table."""
    owner = table.c.id if table is tables.plans else table.c.plan_id
    found = connection.execute(select(table).where(owner == key)).mappings()
    return [dict(row) for row in found]


def _put(connection: Connection, table: Table, stored: dict[_Key, Row], rows: list[Row]) -> None:
    """Insert the rows that are new, and write those that differ."""
    new = [row for row in rows if _key(table, row) not in stored]
    if new:
        connection.execute(insert(table), new)
    others = [row for row in rows if _key(table, row) in stored]
    changed = [row for row in others if _told(row) != _told(stored[_key(table, row)])]
    if changed:
        places = zip(changed, _places(table, changed), strict=True)
        connection.execute(update(table).where(*_here(table)), [row | at for row, at in places])


def _told(row: Row) -> dict[str, str | None]:
    """Give a row's values as texts, for 1.0 and 1.00 are equal numbers but printed otherwise."""
    return {name: None if value is None else str(value) for name, value in row.items()}


def _key(table: Table, row: Row) -> _Key:
    """Give the values of a row's primary key."""
    return tuple(row[column.name] for column in table.primary_key)


def _here(table: Table) -> list[ColumnElement[bool]]:
    """Match a row by its primary key, whose values are bound under `old_` names."""
    return [column == bindparam(f"old_{column.name}") for column in table.primary_key]


def _places(table: Table, rows: Iterable[Row]) -> list[Row]:
    """Give the values by which `_here` matches rows."""
    names = [column.name for column in table.primary_key]
    return [{f"old_{name}": row[name] for name in names} for row in rows]

"""Rows that a plan keeps once per code and quarter: figures and decisions alike."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Join,
    Select,
    String,
    Table,
    Update,
    and_,
    bindparam,
    insert,
    select,
    update,
)
from sqlalchemy import type_coerce as coerce
from sqlalchemy.sql.elements import ColumnElement

from core.domain.submission import Decision, Entry
from core.errors import NotFoundError
from db import tables

Row = dict[str, Any]
Place = tuple[str, str]  # code and quarter
_KEY = ("plan_id", "code", "quarter")


def columns(table: Table, kind: type[Entry | Decision]) -> list[ColumnElement[Any]]:
    """Give the columns that hold a value's fields, in their order."""
    return [table.c[field.name] for field in fields(kind)]


def texts(table: Table, *names: str) -> list[ColumnElement[str]]:
    """Give columns as the text that is stored."""
    return [coerce(table.c[name], String) for name in names]


def of_plan(
    plan: str | BindParameter[str], table: Table, selected: Iterable[ColumnElement[Any]]
) -> Select[Any]:
    """Select a plan's rows."""
    own = table.join(tables.plans, table.c.plan_id == tables.plans.c.id)
    return select(*selected).select_from(own).where(tables.plans.c.code == plan)


def known(connection: Connection, plan: str, codes: set[str], among: Table = tables.items) -> int:
    """Give the key of a plan that has all these codes, of items or of departments.

    Raises NotFoundError naming the plan, or the first code that it does not have.
    """
    found = connection.execute(_known(among), {"plan": plan, "codes": list(codes)})
    return key_among(found.all(), plan, codes)


def key_among(rows: Sequence[Sequence[Any]], plan: str, codes: set[str]) -> int:
    """Give the key of a plan, with which each row begins; the codes that it has follow there.

    Raises NotFoundError naming the plan, or the first code that it does not have.
    """
    if not rows:
        raise NotFoundError(f"数据库里没有规划“{plan}”，没有保存；请先载入这份规划。")
    unknown = codes.difference(row[1] for row in rows)
    if unknown:
        raise NotFoundError(f"规划“{plan}”没有编号“{min(unknown)}”，没有保存；请核对编号。")
    key: int = rows[0][0]
    return key


def put(connection: Connection, table: Table, rows: Iterable[Row], stands: set[Place]) -> None:
    """Insert rows, or update those that stand already."""
    sorted_out: dict[bool, list[Row]] = {True: [], False: []}
    for each in rows:
        sorted_out[(each["code"], str(each["quarter"])) in stands].append(each)
    if new := sorted_out[False]:
        connection.execute(insert(table), new)
    if changed := sorted_out[True]:
        places = ({f"old_{name}": each[name] for name in _KEY} for each in changed)
        values = [each | place for each, place in zip(changed, places, strict=True)]
        connection.execute(_rewritten(table), values)


def row(key: int, value: Entry | Decision) -> Row:
    """Make the row of a value."""
    return {"plan_id": key, **{field.name: getattr(value, field.name) for field in fields(value)}}


def with_codes(among: Table) -> Join:
    """Join each plan with those of the bound `codes` that it has, if any."""
    given = among.c.code.in_(bindparam("codes", expanding=True))
    return tables.plans.outerjoin(among, and_(among.c.plan_id == tables.plans.c.id, given))


@cache
def _known(among: Table) -> Select[Any]:
    """Select a plan's key beside each of some codes that it has, or alone where it has none."""
    found = select(tables.plans.c.id, among.c.code).select_from(with_codes(among))
    return found.where(tables.plans.c.code == bindparam("plan"))


@cache
def _rewritten(table: Table) -> Update:
    """Update rows whose keys are bound under `old_` names."""
    return update(table).where(*(table.c[name] == bindparam(f"old_{name}") for name in _KEY))

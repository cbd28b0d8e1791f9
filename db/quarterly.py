"""Rows that a plan keeps once per code and quarter: figures and decisions alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    Connection,
    Insert,
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

from core.domain.printed import Printed, Wording
from core.domain.reviewing.review import Approval, Remark
from core.domain.submission import Decision, Entry, Submission
from core.errors import NotFoundError
from db import bulk, tables

Row = dict[str, Any]
Place = tuple[str, str]  # code and quarter
Told = Entry | Decision | Submission | Remark | Approval | Printed | Wording


def columns(table: Table, kind: type[Told]) -> list[ColumnElement[Any]]:
    """Give the columns that hold a value's fields, in their order."""
    return [table.c[field.name] for field in fields(kind)]


def row(value: Told) -> Row:
    """Give a value's fields by their columns."""
    return {field.name: getattr(value, field.name) for field in fields(value)}


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


def put(
    connection: Connection, table: Table, key: int, rows: Mapping[Place, Row], stands: set[Place]
) -> None:
    """Insert a plan's rows of texts by their places, or update those that stand already."""
    own = {at: {"plan_id": key, "code": at[0], "quarter": at[1]} for at in rows}
    if new := [own[at] | row for at, row in rows.items() if at not in stands]:
        bulk.write(connection, _new(table), new)
    if changed := [_old(own[at]) | row for at, row in rows.items() if at in stands]:
        bulk.write(connection, _rewritten(table), changed)


def _old(place: Row) -> Row:
    """Rename the values of a key to those by which a standing row is found."""
    return {f"old_{name}": value for name, value in place.items()}


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
def _new(table: Table) -> Insert:
    """Insert rows."""
    return insert(table)


@cache
def _rewritten(table: Table) -> Update:
    """Update rows whose keys are bound under `old_` names."""
    keys = (column == bindparam(f"old_{column.name}") for column in table.primary_key)
    return update(table).where(*keys)

"""Takes a plan apart into rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from core.domain.indicator import Indicator, Milestone
from core.domain.plan import Plan
from db import tables

Source = object  # a value whose attributes are columns, or a dict of further columns
Rows = Iterable[tuple[Source, ...]]


def write(connection: Connection, plan: Plan) -> None:
    """Insert a plan, parents before children; the plan must be new."""
    own = insert(tables.plans).values(_row(tables.plans, (plan, {"id": None})))
    key: int = connection.execute(own).inserted_primary_key[0]  # type: ignore[index]
    departments = _departments(connection, plan)
    for table, rows in _rows(plan, departments):
        values = [
            _row(table, (*sources, {"plan_id": key, "position": position}))
            for position, sources in enumerate(rows)
        ]
        if values:
            connection.execute(insert(table), values)


def _rows(plan: Plan, departments: dict[str, int]) -> Iterable[tuple[Table, Rows]]:
    """Give the rows of each table in printed order, as what their columns are taken from."""
    yield tables.dictionaries, [(plan.dictionary,)]
    yield tables.appendices, [(each,) for each in plan.appendices]
    yield tables.plan_notes, [({"words": words},) for words in plan.notes]
    yield tables.special_plans, [({"words": words},) for words in plan.special_plans]
    yield tables.sections, [(each,) for each in plan.sections]
    named = [(each, {"department_id": departments[each.code]}) for each in plan.departments]
    yield tables.plan_departments, named
    for items in (plan.indicators, plan.milestones):
        yield tables.items, [(each, each.duty) for each in items]
        yield tables.supporting, _supporting(items)
    yield tables.indicators, [(each, each.target) for each in plan.indicators]
    yield tables.target_revisions, _revisions(plan.indicators)
    yield tables.milestones, [(each,) for each in plan.milestones]


def _supporting(items: Iterable[Indicator | Milestone]) -> Rows:
    """Give the supporting departments of each item."""
    for item in items:
        for code in item.duty.supporting:
            yield ({"item": item.code, "department": code},)


def _revisions(indicators: Iterable[Indicator]) -> Rows:
    """Give the revisions of each indicator's target, oldest first."""
    for indicator in indicators:
        for revision in indicator.revisions:
            yield revision, revision.target, {"item": indicator.code}


def _departments(connection: Connection, plan: Plan) -> dict[str, int]:
    """Give the keys of the region's departments by code, those that are new included.

    A department is one and the same in every plan of its region; how a plan calls it is stored
    with the plan, so that a later plan's name changes nothing in an earlier one.
    """
    known = _region(connection, plan.region)
    codes = [each.code for each in plan.departments if each.code not in known]
    if codes:
        rows = [{"region": plan.region, "code": code} for code in codes]
        connection.execute(insert(tables.departments), rows)
    return _region(connection, plan.region) if codes else known


def _region(connection: Connection, region: str) -> dict[str, int]:
    """Give the keys of a region's departments by code."""
    shared = tables.departments.c
    found = select(shared.code, shared.id).where(shared.region == region)
    return {row.code: row.id for row in connection.execute(found)}


def _row(table: Table, sources: Iterable[Source]) -> dict[str, Any]:
    """Make a table's row, each column from the first source that has it."""
    row: dict[str, Any] = {}
    for name in table.columns.keys():  # noqa: SIM118  # iterating gives the columns themselves
        row[name] = next(value for source in sources for value in _held(source, name))
    return row


def _held(source: Source, name: str) -> tuple[Any, ...]:
    """Give what a source holds under a name, or nothing."""
    if isinstance(source, dict):
        return (source[name],) if name in source else ()
    return (getattr(source, name),) if hasattr(source, name) else ()

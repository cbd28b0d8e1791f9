"""Takes a plan apart into rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from core.domain.indicator import Indicator, Milestone
from core.domain.plan import Plan
from core.domain.scale import Phase
from db import tables

Row = dict[str, Any]
Source = object  # a value whose attributes are columns, or a dict of further columns
Sources = Iterable[tuple[Source, ...]]
_FOLLOWING = {  # what an indicator has several of, and the table that keeps it
    "annual_targets": tables.annual_targets,
    "quarterly_targets": tables.quarterly_targets,
    "definitions": tables.definitions,
    "base_revisions": tables.base_revisions,
}


def write(connection: Connection, plan: Plan) -> None:
    """Insert a plan, parents before children; the plan must be new."""
    own = insert(tables.plans).values(_row(tables.plans, (plan, {"id": None})))
    key: int = connection.execute(own).inserted_primary_key[0]  # type: ignore[index]
    for table, rows in taken_apart(connection, plan, key):
        if rows and table is not tables.plans:
            connection.execute(insert(table), rows)


def taken_apart(connection: Connection, plan: Plan, key: int) -> list[tuple[Table, list[Row]]]:
    """Give the rows of each table for a plan of this key, parents before children.

    Departments that are new in the region are stored.
    """
    departments = _departments(connection, plan)
    return [
        (table, [_row(table, (*each, _place(key, at))) for at, each in enumerate(rows)])
        for table, rows in (*_words(plan), *_structure(plan, departments), *_measured(plan))
    ]


def _place(key: int, position: int) -> Row:
    """Give the columns that say whose row it is, and the how manyth."""
    return {"id": key, "plan_id": key, "position": position}


def _words(plan: Plan) -> Iterable[tuple[Table, Sources]]:
    """Give what the plan says of itself, as what the columns are taken from."""
    yield tables.plans, [(plan,)]
    yield tables.dictionaries, [(plan.dictionary,)]
    scales = ((plan.monitoring, Phase.ANNUAL), (plan.midterm, Phase.MIDTERM))
    yield tables.scales, [(scale, {"phase": phase}) for scale, phase in scales]
    yield tables.appendices, [(each,) for each in plan.appendices]
    yield tables.plan_notes, [({"words": words},) for words in plan.notes]
    yield tables.special_plans, [({"words": words},) for words in plan.special_plans]
    yield tables.rules, [(each,) for each in plan.rules]


def _structure(plan: Plan, departments: dict[str, int]) -> Iterable[tuple[Table, Sources]]:
    """Give the sections, the departments and the items."""
    yield tables.sections, [(each,) for each in plan.sections]
    named = [(each, {"department_id": departments[each.code]}) for each in plan.departments]
    yield tables.plan_departments, named
    items = _items(plan)
    yield tables.items, [(each, each.duty, {"position": at}) for at, each in items]
    supported = [(each.code, each.duty.supporting) for _, each in items]
    yield tables.supporting, _following("item", supported, "department")
    yield tables.reorganisations, [(each,) for each in plan.reorganisations]
    moved = [(at, each.items) for at, each in enumerate(plan.reorganisations)]
    yield tables.reorganised_items, _following("reorganisation", moved, "item")


def _items(plan: Plan) -> list[tuple[int, Indicator | Milestone]]:
    """Give the indicators and the milestones, each with its position among its kind."""
    return [*enumerate(plan.indicators), *enumerate(plan.milestones)]


def _measured(plan: Plan) -> Iterable[tuple[Table, Sources]]:
    """Give the indicators with all that follows in time, and the milestones."""
    yield tables.indicators, [(each, each.target) for each in plan.indicators]
    revised = [(each.code, each.revisions) for each in plan.indicators]
    rows = _following("item", revised)
    yield tables.target_revisions, [(revision, revision.target, at) for revision, at in rows]
    for name, table in _FOLLOWING.items():
        values = [(each.code, getattr(each, name)) for each in plan.indicators]
        yield table, _following("item", values)
    yield tables.milestones, [(each,) for each in plan.milestones]


def _following(
    parent: str, values: Iterable[tuple[object, Iterable[Any]]], name: str = ""
) -> list[tuple[Any, Row]]:
    """Give values with what they follow under and their position there.

    A value that is no object of its own is a column of that `name`.
    """
    return [
        ({name: value} if name else value, {parent: of, "position": at})
        for of, several in values
        for at, value in enumerate(several)
    ]


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


def _row(table: Table, sources: Iterable[Source]) -> Row:
    """Make a table's row, each column from the first source that has it."""
    row: Row = {}
    for name in table.columns.keys():  # noqa: SIM118  # iterating gives the columns themselves
        row[name] = next(value for source in sources for value in _held(source, name))
    return row


def _held(source: Source, name: str) -> tuple[Any, ...]:
    """Give what a source holds under a name, or nothing."""
    if isinstance(source, dict):
        return (source[name],) if name in source else ()
    return (getattr(source, name),) if hasattr(source, name) else ()

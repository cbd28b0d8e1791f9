"""Puts a plan together again from its rows."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, fields
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, select
from sqlalchemy.sql.elements import ColumnElement

from core.domain.dated import BaseRevision, Definition
from core.domain.department import Department, Reorganisation
from core.domain.indicator import Duty, Indicator, Milestone
from core.domain.issue import Rule
from core.domain.plan import Appendix, Dictionary, Plan, Section
from core.domain.scale import Phase, Scale
from core.domain.target import AnnualTarget, QuarterlyTarget, Target, TargetRevision
from db import tables

V = TypeVar("V")
Many = Mapping[Any, tuple[V, ...]]  # by the item, or whatever else it follows under
_KEYS = ("id", "plan_id", "phase", "position", "item")
_TARGET = ("printed", "state", "low", "high")


@dataclass(frozen=True, slots=True)
class PlanReader:
    """Reads what hangs under one plan's key."""

    connection: Connection
    key: int

    def read(self, row: Mapping[Any, Any]) -> Plan:
        """Put the plan together; `row` is its own."""
        (dictionary,) = self._values(Dictionary, tables.dictionaries)
        scales = self._many(tables.scales, "phase", lambda row: Scale(**_without_keys(row)))
        (monitoring,), (midterm,) = scales[Phase.ANNUAL], scales[Phase.MIDTERM]
        supporting = self._many(tables.supporting, "item", lambda row: row["department"])
        return Plan(
            **_without_keys(row),
            dictionary=dictionary,
            monitoring=monitoring,
            midterm=midterm,
            sections=self._values(Section, tables.sections),
            departments=self._values(Department, tables.plan_departments),
            indicators=self._indicators(supporting),
            milestones=self._milestones(supporting),
            appendices=self._values(Appendix, tables.appendices),
            notes=self._words(tables.plan_notes),
            special_plans=self._words(tables.special_plans),
            rules=self._values(Rule, tables.rules),
            reorganisations=self._reorganisations(),
        )

    def _values(self, kind: type[V], table: Table) -> tuple[V, ...]:
        """Read values whose fields are columns of the table."""
        columns = [table.c[field.name] for field in fields(kind)]  # type: ignore[arg-type]
        return tuple(kind(*row) for row in self.connection.execute(self._own(table, *columns)))

    def _words(self, table: Table) -> tuple[str, ...]:
        """Read a list of paragraphs."""
        return tuple(self.connection.scalars(self._own(table, table.c.words)))

    def _own(self, table: Table, *columns: ColumnElement[Any]) -> Select[Any]:
        """Select rows of the plan in printed order."""
        found = select(*columns).where(table.c.plan_id == self.key)
        return found.order_by(table.c.position) if "position" in table.c else found

    def _many(self, table: Table, parent: str, make: Callable[[Any], V]) -> Many[V]:
        """Read what follows in order under each parent."""
        found: dict[Any, tuple[V, ...]] = defaultdict(tuple)
        for row in self.connection.execute(self._own(table, *table.c)).mappings():
            found[row[parent]] += (make(row),)
        return found

    def _dated(self, kind: type[V], table: Table) -> Many[V]:
        """Read values that indicators have several of."""
        return self._many(table, "item", lambda row: kind(**_without_keys(row)))

    def _reorganisations(self) -> tuple[Reorganisation, ...]:
        """Read what becomes of the departments."""
        table = tables.reorganisations
        moved = self._many(tables.reorganised_items, "reorganisation", lambda row: row["item"])
        return tuple(
            Reorganisation(**_without_keys(row), items=moved[row["position"]])
            for row in self.connection.execute(self._own(table, *table.c)).mappings()
        )

    def _indicators(self, supporting: Many[str]) -> tuple[Indicator, ...]:
        """Read the indicators."""
        several: dict[str, Many[Any]] = {
            "revisions": self._many(tables.target_revisions, "item", _revision),
            "annual_targets": self._dated(AnnualTarget, tables.annual_targets),
            "quarterly_targets": self._dated(QuarterlyTarget, tables.quarterly_targets),
            "definitions": self._dated(Definition, tables.definitions),
            "base_revisions": self._dated(BaseRevision, tables.base_revisions),
        }
        return tuple(
            Indicator(target=_target(values), **_with(values, several))
            for values in self._items(tables.indicators, supporting)
        )

    def _milestones(self, supporting: Many[str]) -> tuple[Milestone, ...]:
        """Read the milestones."""
        return tuple(Milestone(**row) for row in self._items(tables.milestones, supporting))

    def _items(self, table: Table, supporting: Many[str]) -> Iterable[dict[str, Any]]:
        """Read the items of a kind, their departments made a duty."""
        further = [column for column in table.c if column.name not in tables.items.c]
        columns = [each for each in (*tables.items.c, *further) if each.name not in _KEYS]
        names = [column.name for column in columns]
        own = self._own(tables.items, *columns).join_from(tables.items, table)
        for row in self.connection.execute(own).all():
            values = dict(zip(names, row, strict=True))
            lead, provider = values.pop("lead"), values.pop("provider")
            values["duty"] = Duty(lead, supporting[values["code"]], provider)
            yield values


def _without_keys(row: Mapping[Any, Any]) -> dict[str, Any]:
    """Leave out the columns that only the tables need."""
    return {name: value for name, value in row.items() if name not in _KEYS}


def _with(values: dict[str, Any], several: Mapping[str, Many[Any]]) -> dict[str, Any]:
    """Add to an indicator's values what it has several of."""
    code = values["code"]
    return values | {name: found[code] for name, found in several.items() if code in found}


def _target(values: dict[str, Any]) -> Target:
    """Take a target out of a row's values."""
    return Target(*(values.pop(name) for name in _TARGET))


def _revision(row: Mapping[Any, Any]) -> TargetRevision:
    """Make the revision of a target."""
    values = _without_keys(row)
    return TargetRevision(target=_target(values), **values)

"""The plans of the database."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, FromClause, Select, and_, func, insert, select, update
from sqlalchemy.sql.elements import ColumnElement

from core.domain.plan import Plan, SectionKind
from core.domain.submission import Event, Origin
from core.errors import NotFoundError, StorageError
from core.ports import REMOVAL, PlanSummary
from db import archive, plan_edit, tables
from db.chain import SqlChanges
from db.plan_reader import PlanReader
from db.plan_writer import write


@dataclass(frozen=True, slots=True)
class SqlPlans:
    """The plans of one transaction."""

    connection: Connection

    def summaries(self) -> tuple[PlanSummary, ...]:
        """Give every plan's line, earlier plans first."""
        return tuple(PlanSummary(*row) for row in self.connection.execute(_summaries()))

    def get(self, code: str) -> Plan | None:
        """Give a plan whole, or nothing."""
        found = select(tables.plans).where(tables.plans.c.code == code)
        row = self.connection.execute(found).mappings().one_or_none()
        return None if row is None else PlanReader(self.connection, row["id"]).read(dict(row))

    def add(self, plan: Plan) -> None:
        """Store a new plan."""
        if plan_key(self.connection, plan.code) is not None:
            raise StorageError(
                f"规划“{plan.code}”已经在数据库里，没有再存，原有内容没有变；"
                "要存成另一份，请先换一个代码。"
            )
        write(self.connection, plan)

    def replace(self, plan: Plan) -> None:
        """Store a plan in place of the one with its code; only what differs is written.

        Raises NotFoundError for a code that is not there, StorageError where something that the
        new plan lacks still has figures, decisions, evidence or forms.
        """
        plan_edit.replace(self.connection, self._known(plan.code), plan)

    def remove(self, code: str, origin: Origin, at: str) -> None:
        """Delete a plan with all that was reported for it; the chain records that it is gone.

        Raises NotFoundError.
        """
        key = self._known(code)
        title = select(tables.plans.c.title).where(tables.plans.c.id == key)
        gone = Event(REMOVAL, code, "", self.connection.scalar(title) or "", "", origin, at)
        SqlChanges(self.connection).note(code, gone)
        plan_edit.remove(self.connection, key)
        archive.sweep(self.connection)

    def shipped(self) -> Mapping[str, str]:
        """Give the digest under which each shipped plan was once loaded, deleted ones too."""
        return {row.code: row.digest for row in self.connection.execute(select(tables.shipped))}

    def note_shipped(self, code: str, digest: str) -> None:
        """Remember that a shipped plan was loaded."""
        known = update(tables.shipped).where(tables.shipped.c.code == code).values(digest=digest)
        if not self.connection.execute(known).rowcount:
            self.connection.execute(insert(tables.shipped).values(code=code, digest=digest))

    def _known(self, code: str) -> int:
        """Give the key of a plan that must be there."""
        key = plan_key(self.connection, code)
        if key is None:
            raise NotFoundError(f"数据库里没有规划“{code}”，没有改动；请先载入这份规划。")
        return key


def plan_key(connection: Connection, code: str) -> int | None:
    """Give the key under which a plan's rows stand, or nothing."""
    return connection.scalar(select(tables.plans.c.id).where(tables.plans.c.code == code))


def _summaries() -> Select[Any]:
    """Select a line per plan; the main table is what hangs under a 主要指标."""
    plans, items = tables.plans.c, tables.items.c
    main = _main_sections().cte(recursive=True)
    below = tables.sections.c
    inner = and_(below.plan_id == main.c.plan_id, below.parent == main.c.code)
    main = main.union_all(select(below.plan_id, below.code).join(main, inner))
    here = and_(items.plan_id == main.c.plan_id, items.section == main.c.code)
    in_main = _count(tables.items.join(tables.indicators).join(main, here), items.plan_id)
    targets = _count(tables.indicators, tables.indicators.c.plan_id) - in_main
    nodes = _count(tables.milestones, tables.milestones.c.plan_id)
    columns = (
        *(plans.code, plans.title, plans.first_year, plans.last_year),
        *(in_main, targets, nodes, plans.region),
    )
    return select(*columns).order_by(plans.first_year, plans.last_year, plans.code)


def _main_sections() -> Select[Any]:
    """Select the roots of main tables."""
    sections = tables.sections.c
    roots = select(sections.plan_id, sections.code).where(sections.parent.is_(None))
    return roots.where(sections.kind == SectionKind.TABLE)


def _count(rows: FromClause, of_plan: ColumnElement[int]) -> ColumnElement[int]:
    """Count the rows that a plan has."""
    count = select(func.count()).select_from(rows).where(of_plan == tables.plans.c.id)
    return count.correlate(tables.plans).scalar_subquery()

"""审定: what was approved, and the frozen snapshots."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert, select

from core.domain.period import Quarter
from core.domain.reviewing.review import Approval
from db import archive, tables
from db.chain import SqlChanges
from db.numbered import following
from db.quarterly import columns, known, of_plan, row

_ROWS = tables.approvals.c


@dataclass(frozen=True, slots=True)
class SqlApprovals:
    """The approvals of one transaction."""

    connection: Connection

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Approval, ...]:
        """Give a plan's approvals, of all quarters or one, oldest first."""
        found = of_plan(plan, tables.approvals, columns(tables.approvals, Approval))
        if quarter is not None:
            found = found.where(_ROWS.quarter == quarter)
        found = found.order_by(_ROWS.number)
        return tuple(Approval(*each) for each in self.connection.execute(found))

    def add(self, plan: str, approval: Approval, content: bytes) -> Approval:
        """Store an approval and its snapshot, and give it with its number.

        None is ever changed, and each is recorded in the chain with its seal.
        Raises NotFoundError for a plan or department that is not there, StorageError for a
        content that is not what the approval names.
        """
        department = {approval.department}
        key = known(self.connection, plan, department, tables.plan_departments)
        archive.keep(self.connection, "审定的快照", approval.sha256, content)
        stored = replace(approval, number=following(self.connection, tables.approvals, key))
        told = {"plan_id": key, **row(stored)}
        self.connection.execute(insert(tables.approvals).values(told))
        SqlChanges(self.connection).note(plan, stored.event)
        return stored

    def content(self, sha256: str) -> bytes:
        """Give a snapshot byte for byte.

        Raises NotFoundError, or StorageError when it was damaged.
        """
        return archive.content(self.connection, sha256)


def every(connection: Connection) -> tuple[tuple[str, Approval], ...]:
    """Give the approvals of all plans beside their plans' codes, oldest first."""
    own = tables.approvals.join(tables.plans, _ROWS.plan_id == tables.plans.c.id)
    found = select(tables.plans.c.code, *columns(tables.approvals, Approval)).select_from(own)
    rows = connection.execute(found.order_by(tables.plans.c.id, _ROWS.number))
    return tuple((plan, Approval(*each)) for plan, *each in rows)

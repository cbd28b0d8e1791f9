"""What reviewers said of figures."""

from dataclasses import dataclass, replace

from sqlalchemy import Connection, insert, update

from core.domain.period import Quarter
from core.domain.reviewing.review import Remark
from core.errors import NotFoundError
from db import tables
from db.numbered import following
from db.plans import plan_key
from db.quarterly import columns, known, of_plan, row

_ROWS = tables.remarks.c


@dataclass(frozen=True, slots=True)
class SqlRemarks:
    """The remarks of one transaction."""

    connection: Connection

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Remark, ...]:
        """Give a plan's remarks, of all quarters or one, oldest first."""
        found = of_plan(plan, tables.remarks, columns(tables.remarks, Remark))
        if quarter is not None:
            found = found.where(_ROWS.quarter == quarter)
        found = found.order_by(_ROWS.number)
        return tuple(Remark(*each) for each in self.connection.execute(found))

    def add(self, plan: str, remark: Remark) -> Remark:
        """Store a remark and give it with its number.

        Raises NotFoundError for a plan, department or item that is not there.
        """
        known(self.connection, plan, {remark.department}, tables.plan_departments)
        key = known(self.connection, plan, {remark.code})
        stored = replace(remark, number=following(self.connection, tables.remarks, key))
        told = {"plan_id": key, **row(stored)}
        self.connection.execute(insert(tables.remarks).values(told))
        return stored

    def settle(self, plan: str, number: int, at: str) -> None:
        """Note when a remark was dealt with; an empty time opens it again.

        Raises NotFoundError for a remark that is not there.
        """
        own = _ROWS.plan_id == plan_key(self.connection, plan), _ROWS.number == number
        done = self.connection.execute(update(tables.remarks).where(*own).values(settled=at))
        if not done.rowcount:
            raise NotFoundError(
                f"规划“{plan}”没有第{number}条审核意见，没有改动；请刷新后再看一次。"
            )

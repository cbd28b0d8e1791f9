"""佐证材料: files and document numbers beside figures."""

from dataclasses import dataclass

from sqlalchemy import Connection, delete, func, insert, select

from core.domain.period import Quarter
from core.domain.submission import Evidence
from db import archive, tables
from db.plans import plan_key
from db.quarterly import known

_ROWS = tables.evidences.c
_NAMED = (_ROWS.code, _ROWS.quarter, _ROWS.name, _ROWS.document, _ROWS.sha256)


@dataclass(frozen=True, slots=True)
class SqlEvidences:
    """The evidence of one transaction."""

    connection: Connection

    def of(self, plan: str, quarter: Quarter, code: str | None = None) -> tuple[Evidence, ...]:
        """Give the evidence of a quarter, of all items or one, in the order of adding."""
        rows = tables.evidences.outerjoin(tables.archive)
        own = rows.join(tables.plans, _ROWS.plan_id == tables.plans.c.id)
        size = func.coalesce(tables.archive.c.size, 0)
        found = select(*_NAMED, size).select_from(own).order_by(_ROWS.position)
        found = found.where(tables.plans.c.code == plan, _ROWS.quarter == quarter)
        if code is not None:
            found = found.where(_ROWS.code == code)
        return tuple(Evidence(*row) for row in self.connection.execute(found))

    def add(self, plan: str, evidence: Evidence, content: bytes = b"") -> None:
        """Store an evidence, and its file by digest; the same twice changes nothing.

        Raises NotFoundError for a plan or code that is not there, StorageError for a content
        that is not what the evidence names.
        """
        key = known(self.connection, plan, {evidence.code})
        if evidence in self.of(plan, evidence.quarter, evidence.code):
            return
        if evidence.sha256:
            archive.keep(self.connection, evidence.name, evidence.sha256, content)
        last = select(func.max(_ROWS.position))
        last = last.where(_ROWS.plan_id == key, _ROWS.quarter == evidence.quarter)
        at = self.connection.scalar(last)
        place = {"plan_id": key, "position": 0 if at is None else at + 1}
        row = {column.name: getattr(evidence, column.name) for column in _NAMED}
        self.connection.execute(insert(tables.evidences).values(row | place))

    def remove(self, plan: str, evidence: Evidence) -> None:
        """Take an evidence away; its file goes with the last that names it."""
        same = [column == getattr(evidence, column.name) for column in _NAMED[:-1]]
        file = _ROWS.sha256 == evidence.sha256 if evidence.sha256 else _ROWS.sha256.is_(None)
        own = _ROWS.plan_id == plan_key(self.connection, plan)
        self.connection.execute(delete(tables.evidences).where(own, *same, file))
        archive.sweep(self.connection)

    def content(self, sha256: str) -> bytes:
        """Give a file byte for byte.

        Raises NotFoundError, or StorageError when it was damaged.
        """
        return archive.content(self.connection, sha256)

"""Reports that were written, and their edited wordings."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from core.domain.printed import Printed, Wording
from db import archive, tables
from db.numbered import following
from db.quarterly import columns, known, of_plan, row

_ROWS, _WORDS = tables.printed.c, tables.wordings.c


@dataclass(frozen=True, slots=True)
class SqlPrinted:
    """The written reports of one transaction."""

    connection: Connection

    def of(self, plan: str) -> tuple[Printed, ...]:
        """Give a plan's written reports, oldest first."""
        found = of_plan(plan, tables.printed, columns(tables.printed, Printed))
        rows = self.connection.execute(found.order_by(_ROWS.at, _ROWS.number))
        return tuple(Printed(*each) for each in rows)

    def coded(self, code: str) -> tuple[tuple[str, Printed], ...]:
        """Give (plan, report) of every report whose 校验码 begins so, oldest first."""
        found = _beside_plans().where(func.substr(_ROWS.code, 1, len(code)) == code)
        rows = self.connection.execute(found.order_by(_ROWS.at, _ROWS.number))
        return tuple((plan, Printed(*each)) for plan, *each in rows)

    def add(self, plan: str, printed: Printed, content: bytes) -> None:
        """Store a written report and its content.

        The same content in the same edition a second time changes nothing. Raises NotFoundError
        for a plan or department that is not there, StorageError for a content that is not what
        the report names.
        """
        key = self._known(plan, printed.department)
        archive.keep(self.connection, printed.title, printed.sha256, content)
        same = _ROWS.sha256 == printed.sha256, _ROWS.edition == printed.edition
        stands = select(_ROWS.number).where(_ROWS.plan_id == key, *same)
        if self.connection.scalar(stands) is None:
            number = following(self.connection, tables.printed, key)
            told = {"plan_id": key, "number": number, **row(printed)}
            self.connection.execute(insert(tables.printed).values(told))

    def content(self, sha256: str) -> bytes:
        """Give a report's content byte for byte.

        Raises NotFoundError, or StorageError when it was damaged.
        """
        return archive.content(self.connection, sha256)

    def wordings(self, plan: str) -> tuple[Wording, ...]:
        """Give the edited narratives of a plan, by kind, quarter and department."""
        found = of_plan(plan, tables.wordings, columns(tables.wordings, Wording))
        found = found.order_by(_WORDS.kind, _WORDS.quarter, _WORDS.department)
        return tuple(Wording(*each) for each in self.connection.execute(found))

    def word(self, plan: str, wording: Wording) -> None:
        """Store an edited narrative; one per kind, quarter and department stands.

        An empty text takes it away. Raises NotFoundError for a plan or department that is not
        there.
        """
        told = {"plan_id": self._known(plan, wording.department), **row(wording)}
        stands = [column == told[column.name] for column in tables.wordings.primary_key]
        self.connection.execute(delete(tables.wordings).where(*stands))
        if wording.text:
            self.connection.execute(insert(tables.wordings).values(told))

    def _known(self, plan: str, department: str) -> int:
        """Give the key of a plan that has a department; an empty one is the whole district.

        Raises NotFoundError.
        """
        among = {department} if department else set[str]()
        return known(self.connection, plan, among, tables.plan_departments)


def _beside_plans() -> Select[Any]:
    """Select written reports beside the codes of their plans."""
    own = tables.printed.join(tables.plans, _ROWS.plan_id == tables.plans.c.id)
    return select(tables.plans.c.code, *columns(tables.printed, Printed)).select_from(own)

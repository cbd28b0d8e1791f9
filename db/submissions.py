"""The forms that departments have handed in, or took back."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields
from typing import Any

from sqlalchemy import Connection, insert, update

from core.domain.period import Quarter
from core.domain.submission import Signature, Submission
from db import tables
from db.quarterly import Row, known, of_plan, row

_SIGNATURE = tuple(field.name for field in fields(Signature))
_UNSIGNED: Row = {**dict.fromkeys(_SIGNATURE, ""), "on": None}


@dataclass(frozen=True, slots=True)
class SqlSubmissions:
    """The forms' states of one transaction."""

    connection: Connection

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Submission, ...]:
        """Give a plan's forms, of all quarters or one, by quarter and department."""
        rows = tables.submissions.c
        told = (rows.department, rows.quarter, rows.state, rows.at, rows.revision)
        signed = (rows[name] for name in _SIGNATURE)
        found = of_plan(plan, tables.submissions, (*told, *signed))
        if quarter is not None:
            found = found.where(rows.quarter == quarter)
        found = found.order_by(rows.quarter, rows.department)
        return tuple(_submission(each) for each in self.connection.execute(found))

    def save(self, plan: str, submission: Submission) -> None:
        """Store a form's state; one per department and quarter stands.

        Raises NotFoundError for a plan or department that is not there.
        """
        department = {submission.department}
        key = known(self.connection, plan, department, tables.plan_departments)
        told = _row(key, submission)
        stands = [column == told[column.name] for column in tables.submissions.primary_key]
        done = self.connection.execute(update(tables.submissions).where(*stands).values(told))
        if not done.rowcount:
            self.connection.execute(insert(tables.submissions).values(told))


def _submission(found: Sequence[Any]) -> Submission:
    """Make a form's state of a row; the day of signing tells whether it was signed."""
    department, quarter, state, at, revision, *signed = found
    signature = Signature(*signed) if signed[-1] is not None else None
    return Submission(department, quarter, state, signature, at, revision)


def _row(key: int, submission: Submission) -> Row:
    """Make the row of a form's state."""
    told = row(submission)
    signature = told.pop("signature")
    return told | (asdict(signature) if signature else _UNSIGNED) | {"plan_id": key}

"""What came back in workbooks: the files that were taken in, and what was decided about them."""

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, Table

from core.domain import cell
from core.domain.changes import Way
from core.domain.returned import Verdict
from db.tables.columns import key, metadata, numbers, plan, texts, within
from db.types import QUARTER, word


def _of_receipt() -> ForeignKeyConstraint:
    """Refer to the receipt that a row belongs to."""
    return ForeignKeyConstraint(["plan_id", "receipt"], ["receipts.plan_id", "receipts.number"])


receipts = Table(
    "receipts",
    metadata,
    plan(),
    key("number", Integer),
    *texts("department"),
    Column("quarter", QUARTER, nullable=False),
    *numbers("issue"),
    *texts("database", "revision", "issued", "name"),
    Column("sha256", ForeignKey("archive.sha256"), nullable=False, index=True),
    Column("verdict", word(Verdict), nullable=False),
    *texts("by", "at", "doubts"),
    within("plan_departments", "department"),
)
settled = Table(
    "settled",
    metadata,
    key("plan_id", Integer),
    key("receipt", Integer),
    key("position", Integer),
    *texts("code"),
    Column("column", word(cell.Column), nullable=False),
    *texts("sent", "stored", "returned"),
    Column("way", word(Way)),  # NULL where nobody has decided
    *texts("text", "raw", "sheet", "cell"),
    _of_receipt(),
)
scans = Table(
    "scans",
    metadata,
    key("plan_id", Integer),
    key("receipt", Integer),
    key("position", Integer),
    *texts("name"),
    Column("sha256", ForeignKey("archive.sha256"), nullable=False),
    _of_receipt(),
)

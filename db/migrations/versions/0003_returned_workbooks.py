"""Returned workbooks: the files that were taken in, what was decided about them, scans of them."""

import sqlalchemy as sa
from alembic import op

from db.migrations.columns import key, numbers, optional, plan, primary, texts, within

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the receipts and what hangs under them."""
    op.create_table(
        "receipts",
        key("plan_id", sa.Integer),
        key("number", sa.Integer),
        *texts("department", "quarter"),
        *numbers("issue"),
        *texts("database", "revision", "issued", "name", "sha256", "verdict", "by", "at", "doubts"),
        primary("receipts", "plan_id", "number"),
        within("receipts", "department", "plan_departments"),
        plan("receipts"),
        filed("receipts"),
    )
    op.create_index("ix_receipts_sha256", "receipts", ["sha256"])
    op.create_table(
        "settled",
        *under("settled"),
        *texts("code", "column", "sent", "stored", "returned"),
        optional("way"),
        *texts("text", "raw", "sheet", "cell"),
    )
    op.create_table("scans", *under("scans"), *texts("name", "sha256"), filed("scans"))


def under(table: str) -> list[sa.schema.SchemaItem]:
    """Make the primary key of what a receipt has several of, and the reference to it."""
    names = ("plan_id", "receipt", "position")
    receipt = sa.ForeignKeyConstraint(
        ["plan_id", "receipt"],
        ["receipts.plan_id", "receipts.number"],
        name=f"fk_{table}_plan_id_receipt_receipts",
    )
    return [*(key(name, sa.Integer) for name in names), primary(table, *names), receipt]


def filed(table: str) -> sa.ForeignKeyConstraint:
    """Refer to a file of the archive."""
    named = f"fk_{table}_sha256_archive"
    return sa.ForeignKeyConstraint(["sha256"], ["archive.sha256"], name=named)

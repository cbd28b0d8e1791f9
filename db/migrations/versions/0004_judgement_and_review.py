"""Judgement and review: scales, formulas, remarks, approvals, written reports, their wordings."""

import sqlalchemy as sa
from alembic import op

from db.migrations.columns import key, numbers, optional, plan, primary, text, texts, within
from db.migrations.rebuilding import rebuilt

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

WORDS = ("提前实现", "快于预期", "基本符合预期", "略有滞后", "明显滞后")
THRESHOLDS = ("1.1", "0.95", "0.75", "0.5", "-0.2", "-1", "0.02")


def upgrade() -> None:
    """Give plans their scales and indicators their formula; create the further tables."""
    rebuilt("indicators", indicators, formula="''")
    scales()
    remarks()
    approvals()
    printed()


def indicators() -> None:
    """Create the indicators with their formula."""
    op.create_table(
        "indicators",
        key("plan_id", sa.Integer),
        key("code"),
        text("unit"),
        *numbers("decimals"),
        *texts("measure", "nature", "frequency", "direction"),
        *map(optional, ("binding", "base", "growth", "growth_kind", "entered_as", "printed")),
        text("state"),
        optional("low"),
        optional("high"),
        *numbers("delay"),
        text("formula"),
        primary("indicators", "plan_id", "code"),
        within("indicators", "code", "items"),
    )


def scales() -> None:
    """Create the words and thresholds, and give every plan those that were meant until now."""
    table = op.create_table(
        "scales",
        key("plan_id", sa.Integer),
        key("phase"),
        *texts("reached", "ahead", "on", "behind", "far"),
        *texts("from_ahead", "from_on", "from_behind"),
        *texts("points_ahead", "points_on", "points_behind", "about"),
        primary("scales", "plan_id", "phase"),
        plan("scales"),
    )
    plans = sa.table("plans", sa.column("id"))
    for phase in ("annual", "midterm"):
        given = (sa.literal(each) for each in (phase, *WORDS, *THRESHOLDS))
        rows = sa.select(plans.c.id, *given)
        op.execute(sa.insert(table).from_select([each.name for each in table.c], rows))


def remarks() -> None:
    """Create what reviewers say of figures."""
    op.create_table(
        "remarks",
        key("plan_id", sa.Integer),
        key("number", sa.Integer),
        *texts("department", "quarter", "code", "text", "by", "at", "settled"),
        primary("remarks", "plan_id", "number"),
        within("remarks", "department", "plan_departments"),
        within("remarks", "code", "items"),
        plan("remarks"),
    )


def approvals() -> None:
    """Create what was approved; the snapshots lie in the archive."""
    op.create_table(
        "approvals",
        key("plan_id", sa.Integer),
        key("number", sa.Integer),
        *texts("department", "quarter", "by", "meeting", "document"),
        sa.Column("on", sa.Date, nullable=False),
        *texts("recorder", "at", "sha256"),
        primary("approvals", "plan_id", "number"),
        within("approvals", "department", "plan_departments"),
        plan("approvals"),
        filed("approvals"),
    )


def printed() -> None:
    """Create the written reports, whose content lies in the archive, and edited wordings."""
    op.create_table(
        "printed",
        key("plan_id", sa.Integer),
        key("number", sa.Integer),
        *texts("code", "sha256", "kind", "quarter", "title", "edition", "by", "at"),
        optional("department"),
        sa.Column("public", sa.Boolean, nullable=False),
        primary("printed", "plan_id", "number"),
        within("printed", "department", "plan_departments"),
        plan("printed"),
        filed("printed"),
    )
    op.create_table(
        "wordings",
        key("plan_id", sa.Integer),
        *(key(name) for name in ("kind", "quarter", "department")),
        *texts("text", "original", "by", "at"),
        primary("wordings", "plan_id", "kind", "quarter", "department"),
        plan("wordings"),
    )


def filed(table: str) -> sa.ForeignKeyConstraint:
    """Refer to a file of the archive."""
    named = f"fk_{table}_sha256_archive"
    return sa.ForeignKeyConstraint(["sha256"], ["archive.sha256"], name=named)

"""Quarterly forms: their states and evidence, dated changes of a plan, rules, settings."""

import sqlalchemy as sa
from alembic import op

from db.migrations.columns import key, numbers, optional, plan, primary, text, texts, within
from db.migrations.rebuilding import rebuilt

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Widen three tables and create the further ones."""
    rebuilt("indicators", indicators, delay="0")
    rebuilt("entries", entries)
    rebuilt("changes", changes)
    dated()
    rules()
    reorganisations()
    reported()
    op.create_table("settings", key("name"), text("value"), primary("settings", "name"))


def indicators() -> None:
    """Create the indicators with their delay."""
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
        primary("indicators", "plan_id", "code"),
        within("indicators", "code", "items"),
    )


def entries() -> None:
    """Create the figures with a published growth and a milestone's progress, by quarter."""
    op.create_table(
        "entries",
        key("plan_id", sa.Integer),
        key("quarter"),
        key("code"),
        optional("figure"),
        optional("missing"),
        *texts("explanation", "vintage"),
        optional("growth"),
        optional("progress"),
        primary("entries", "plan_id", "quarter", "code"),
        within("entries", "code", "items"),
        sqlite_with_rowid=False,
    )


def changes() -> None:
    """Create the changes with what their subject is where it is no figure."""
    op.create_table(
        "changes",
        key("sequence", sa.Integer),
        *texts("plan", "code", "quarter", "before", "after", "missing", "explanation", "vintage"),
        *texts("through", "by", "file", "sha256", "sheet", "cell", "at"),
        optional("growth"),
        optional("progress"),
        optional("subject"),
        text("digest"),
        primary("changes", "sequence"),
    )
    op.create_index("ix_changes_plan_quarter_code", "changes", ["plan", "quarter", "code"])
    other = sa.text("subject IS NOT NULL")
    op.create_index("ix_changes_plan_subject", "changes", ["plan", "subject"], sqlite_where=other)


def dated() -> None:
    """Create what an indicator has several of: targets of periods, definitions, bases."""
    of_indicator("annual_targets", *numbers("year"), text("figure"), text("document"))
    of_indicator("quarterly_targets", *texts("quarter", "figure"))
    day = sa.Column("on", sa.Date)
    of_indicator("definitions", text("words"), day, *texts("source", "document"))
    day = sa.Column("on", sa.Date)
    of_indicator("base_revisions", *texts("base", "reason"), day, *texts("vintage", "document"))


def of_indicator(name: str, *columns: sa.Column) -> None:
    """Create a table of rows that follow each other under an indicator."""
    op.create_table(
        name,
        key("plan_id", sa.Integer),
        key("item"),
        key("position", sa.Integer),
        *columns,
        primary(name, "plan_id", "item", "position"),
        within(name, "item", "indicators"),
    )


def rules() -> None:
    """Create the checks that a plan words as formulas."""
    op.create_table(
        "rules",
        key("plan_id", sa.Integer),
        key("code"),
        *numbers("position"),
        *texts("grade", "formula", "message", "tolerance"),
        primary("rules", "plan_id", "code"),
        plan("rules"),
    )


def reorganisations() -> None:
    """Create what becomes of departments, and the items that go with a part of one."""
    name, items = "reorganisations", "reorganised_items"
    op.create_table(
        name,
        key("plan_id", sa.Integer),
        key("position", sa.Integer),
        text("kind"),
        sa.Column("on", sa.Date, nullable=False),
        text("code"),
        optional("into"),
        *texts("short_name", "full_name", "document"),
        primary(name, "plan_id", "position"),
        within(name, "code", "plan_departments"),
        within(name, "into", "plan_departments"),
        plan(name),
    )
    op.create_table(
        items,
        key("plan_id", sa.Integer),
        key("reorganisation", sa.Integer),
        key("position", sa.Integer),
        text("item"),
        primary(items, "plan_id", "reorganisation", "position"),
        sa.ForeignKeyConstraint(
            ["plan_id", "reorganisation"],
            [f"{name}.plan_id", f"{name}.position"],
            name=f"fk_{items}_plan_id_reorganisation_{name}",
        ),
        within(items, "item", "items"),
    )


def reported() -> None:
    """Create the forms' states, the evidence and the files that it names."""
    op.create_table(
        "submissions",
        key("plan_id", sa.Integer),
        key("department"),
        key("quarter"),
        *texts("state", "filled_by", "reviewed_by", "head", "phone"),
        sa.Column("on", sa.Date),
        text("at"),
        *numbers("revision"),
        primary("submissions", "plan_id", "department", "quarter"),
        within("submissions", "department", "plan_departments"),
    )
    op.create_table(
        "archive",
        key("sha256"),
        *numbers("size"),
        sa.Column("packed", sa.LargeBinary, nullable=False),
        primary("archive", "sha256"),
    )
    op.create_table(
        "evidences",
        key("plan_id", sa.Integer),
        key("quarter"),
        key("position", sa.Integer),
        *texts("code", "name", "document"),
        optional("sha256"),
        primary("evidences", "plan_id", "quarter", "position"),
        within("evidences", "code", "items"),
        sa.ForeignKeyConstraint(["sha256"], ["archive.sha256"], name="fk_evidences_sha256_archive"),
    )

"""Foundation: plans, figures, decisions, the chain of changes."""

import sqlalchemy as sa
from alembic import op

from db.migrations.columns import key, numbers, optional, plan, primary, text, texts, within

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the first tables."""
    plans()
    items()
    kinds_of_item()
    figures()
    chain()


def plans() -> None:
    """Create what a plan is, but for its items."""
    op.create_table(
        "plans",
        key("id", sa.Integer),
        text("code"),
        *texts("title", "name", "region", "level"),
        *numbers("first_year", "last_year", "base_year"),
        *texts("bracket", "previous", "source", "remark"),
        primary("plans", "id"),
        sa.UniqueConstraint("code", name="uq_plans_code"),
    )
    op.create_table(
        "dictionaries",
        key("plan_id", sa.Integer),
        *texts("early", "exceeded", "full", "nearly", "missed"),
        optional("floor"),
        primary("dictionaries", "plan_id"),
        plan("dictionaries"),
    )
    for name, columns in {
        "appendices": ("report", "label", "title"),
        "plan_notes": ("words",),
        "special_plans": ("words",),
    }.items():
        op.create_table(
            name,
            key("plan_id", sa.Integer),
            key("position", sa.Integer),
            *texts(*columns),
            primary(name, "plan_id", "position"),
            plan(name),
        )
    op.create_table(
        "sections",
        key("plan_id", sa.Integer),
        key("code"),
        *numbers("position"),
        optional("parent"),
        *texts("kind", "name", "remark"),
        primary("sections", "plan_id", "code"),
        within("sections", "parent", "sections"),
        plan("sections"),
    )
    op.create_table(
        "departments",
        key("id", sa.Integer),
        *texts("region", "code"),
        primary("departments", "id"),
        sa.UniqueConstraint("region", "code", name="uq_departments_region_code"),
    )
    op.create_table(
        "plan_departments",
        key("plan_id", sa.Integer),
        key("code"),
        *numbers("position", "department_id"),
        *texts("short_name", "full_name", "kind", "remark"),
        primary("plan_departments", "plan_id", "code"),
        plan("plan_departments"),
        sa.ForeignKeyConstraint(
            ["department_id"],
            ["departments.id"],
            name="fk_plan_departments_department_id_departments",
        ),
    )


def items() -> None:
    """Create what indicators and milestones have in common."""
    op.create_table(
        "items",
        key("plan_id", sa.Integer),
        key("code"),
        *numbers("position"),
        *texts("section", "name"),
        optional("lead"),
        optional("provider"),
        *texts("same_source", "definition", "remark", "basis"),
        primary("items", "plan_id", "code"),
        within("items", "section", "sections"),
        within("items", "lead", "plan_departments"),
        within("items", "provider", "plan_departments"),
        plan("items"),
    )
    op.create_table(
        "supporting",
        key("plan_id", sa.Integer),
        key("item"),
        key("position", sa.Integer),
        text("department"),
        primary("supporting", "plan_id", "item", "position"),
        within("supporting", "item", "items"),
        within("supporting", "department", "plan_departments"),
    )


def kinds_of_item() -> None:
    """Create indicators, the revisions of their targets, and milestones."""
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
        primary("indicators", "plan_id", "code"),
        within("indicators", "code", "items"),
    )
    op.create_table(
        "target_revisions",
        key("plan_id", sa.Integer),
        key("item"),
        key("position", sa.Integer),
        optional("printed"),
        text("state"),
        optional("low"),
        optional("high"),
        text("reason"),
        sa.Column("on", sa.Date),
        *texts("approved_by", "document"),
        primary("target_revisions", "plan_id", "item", "position"),
        within("target_revisions", "item", "indicators"),
    )
    op.create_table(
        "milestones",
        key("plan_id", sa.Integer),
        key("code"),
        *texts("node", "planned"),
        optional("target"),
        primary("milestones", "plan_id", "code"),
        within("milestones", "code", "items"),
    )


def figures() -> None:
    """Create what a plan keeps once per code and quarter."""
    op.create_table(
        "entries",
        key("plan_id", sa.Integer),
        key("code"),
        key("quarter"),
        optional("figure"),
        optional("missing"),
        *texts("explanation", "vintage"),
        primary("entries", "plan_id", "code", "quarter"),
        within("entries", "code", "items"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "decisions",
        key("plan_id", sa.Integer),
        key("code"),
        key("quarter"),
        *texts("status", "grounds", "by", "on"),
        primary("decisions", "plan_id", "code", "quarter"),
        within("decisions", "code", "items"),
    )


def chain() -> None:
    """Create the changes, the end of their chain, and what was shipped."""
    op.create_table(
        "changes",
        key("sequence", sa.Integer),
        *texts("plan", "code", "quarter", "before", "after", "missing", "explanation", "vintage"),
        *texts("through", "by", "file", "sha256", "sheet", "cell", "at", "digest"),
        primary("changes", "sequence"),
    )
    op.create_index("ix_changes_plan_code_quarter", "changes", ["plan", "code", "quarter"])
    op.create_table(
        "chain_head", key("sequence", sa.Integer), text("digest"), primary("chain_head", "sequence")
    )
    op.create_table("shipped", key("code"), text("digest"), primary("shipped", "code"))

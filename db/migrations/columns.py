"""What the migrations make tables of; never changed, for old steps must build what they built."""

from typing import Any

import sqlalchemy as sa


def key(name: str, kind: type[Any] = sa.String) -> sa.Column[Any]:
    """Make a column of the primary key."""
    return sa.Column(name, kind, nullable=False)


def text(name: str) -> sa.Column[Any]:
    """Make a column of text that may be empty but not NULL."""
    return sa.Column(name, sa.String, nullable=False)


def texts(*names: str) -> list[sa.Column[Any]]:
    """Make columns of text."""
    return [text(name) for name in names]


def optional(name: str) -> sa.Column[Any]:
    """Make a column of text that may be NULL."""
    return sa.Column(name, sa.String)


def numbers(*names: str) -> list[sa.Column[Any]]:
    """Make columns of whole numbers."""
    return [sa.Column(name, sa.Integer, nullable=False) for name in names]


def primary(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    """Make the primary key."""
    return sa.PrimaryKeyConstraint(*columns, name=f"pk_{table}")


def plan(table: str) -> sa.ForeignKeyConstraint:
    """Refer to the plan."""
    return sa.ForeignKeyConstraint(["plan_id"], ["plans.id"], name=f"fk_{table}_plan_id_plans")


def within(table: str, column: str, parent: str) -> sa.ForeignKeyConstraint:
    """Refer to a row of the same plan by its code."""
    return sa.ForeignKeyConstraint(
        ["plan_id", column],
        [f"{parent}.plan_id", f"{parent}.code"],
        name=f"fk_{table}_plan_id_{column}_{parent}",
    )

"""What the definitions of tables are made of: keys, texts, numbers, references."""

from typing import Any

from sqlalchemy import Column, ForeignKey, ForeignKeyConstraint, Integer, MetaData, String

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def key(name: str, kind: Any = String, **rest: Any) -> Column[Any]:  # noqa: ANN401
    """Make a column of the primary key."""
    return Column(name, kind, primary_key=True, **rest)


def plan() -> Column[Any]:
    """Make the column of the plan that a row belongs to, first in its primary key."""
    return Column("plan_id", ForeignKey("plans.id"), primary_key=True)


def item() -> tuple[Column[Any], Column[Any], Column[Any]]:
    """Make the primary key of what an item has several of, in their order."""
    return key("plan_id", Integer), key("item"), key("position", Integer)


def texts(*names: str) -> list[Column[str]]:
    """Make columns of text that may be empty but not NULL."""
    return [Column(name, String, nullable=False) for name in names]


def numbers(*names: str) -> list[Column[int]]:
    """Make columns of whole numbers."""
    return [Column(name, Integer, nullable=False) for name in names]


def within(table: str, column: str) -> ForeignKeyConstraint:
    """Make a reference to a row of the same plan by its code."""
    return ForeignKeyConstraint(["plan_id", column], [f"{table}.plan_id", f"{table}.code"])

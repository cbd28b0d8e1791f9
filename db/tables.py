"""The tables, as SQLAlchemy knows them; `migrations` builds the same ones step by step.

Rows of a plan are keyed by the plan and the code that the plan prints, and `position` keeps the
printed order. No foreign key cascades: nothing is deleted because something else was.
"""

from typing import Any

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

from core.domain import indicator as domain
from core.domain.plan import SectionKind
from core.domain.submission import Missing
from core.domain.vintage import Vintage
from db.types import FIGURE, NUMBER, QUARTER, Reference, word

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _key(name: str, kind: Any = String, **rest: Any) -> Column[Any]:  # noqa: ANN401
    """Make a column of the primary key."""
    return Column(name, kind, primary_key=True, **rest)


def _plan() -> Column[Any]:
    """Make the column of the plan that a row belongs to, first in its primary key."""
    return Column("plan_id", ForeignKey("plans.id"), primary_key=True)


def _texts(*names: str) -> list[Column[str]]:
    """Make columns of text that may be empty but not NULL."""
    return [Column(name, String, nullable=False) for name in names]


def _numbers(*names: str) -> list[Column[int]]:
    """Make columns of whole numbers."""
    return [Column(name, Integer, nullable=False) for name in names]


def _within(table: str, column: str) -> ForeignKeyConstraint:
    """Make a reference to a row of the same plan by its code."""
    return ForeignKeyConstraint(["plan_id", column], [f"{table}.plan_id", f"{table}.code"])


plans = Table(
    "plans",
    metadata,
    _key("id", Integer),
    Column("code", String, nullable=False, unique=True),
    *_texts("title", "name", "region", "level"),
    *_numbers("first_year", "last_year", "base_year"),
    *_texts("bracket", "previous", "source", "remark"),
)
dictionaries = Table(
    "dictionaries",
    metadata,
    _plan(),
    *_texts("early", "exceeded", "full", "nearly", "missed"),
    Column("floor", NUMBER),
)
appendices = Table(
    "appendices",
    metadata,
    _plan(),
    _key("position", Integer),
    *_texts("report", "label", "title"),
)
plan_notes = Table("plan_notes", metadata, _plan(), _key("position", Integer), *_texts("words"))
special_plans = Table(
    "special_plans", metadata, _plan(), _key("position", Integer), *_texts("words")
)
sections = Table(
    "sections",
    metadata,
    _plan(),
    _key("code"),
    *_numbers("position"),
    Column("parent", Reference),
    Column("kind", word(SectionKind), nullable=False),
    *_texts("name", "remark"),
    _within("sections", "parent"),
)
departments = Table(
    "departments",
    metadata,
    _key("id", Integer),
    *_texts("region", "code"),
    UniqueConstraint("region", "code"),
)
plan_departments = Table(
    "plan_departments",
    metadata,
    _plan(),
    _key("code"),
    *_numbers("position"),
    Column("department_id", ForeignKey("departments.id"), nullable=False),
    *_texts("short_name", "full_name", "kind", "remark"),
)
items = Table(
    "items",
    metadata,
    _plan(),
    _key("code"),
    *_numbers("position"),
    *_texts("section", "name"),
    Column("lead", Reference),
    Column("provider", Reference),
    *_texts("same_source", "definition", "remark", "basis"),
    _within("sections", "section"),
    _within("plan_departments", "lead"),
    _within("plan_departments", "provider"),
)
supporting = Table(
    "supporting",
    metadata,
    _key("plan_id", Integer),
    _key("item"),
    _key("position", Integer),
    *_texts("department"),
    _within("items", "item"),
    _within("plan_departments", "department"),
)
indicators = Table(
    "indicators",
    metadata,
    _key("plan_id", Integer),
    _key("code"),
    *_texts("unit"),
    *_numbers("decimals"),
    Column("measure", word(domain.Measure), nullable=False),
    Column("nature", word(domain.Nature), nullable=False),
    Column("frequency", word(domain.Frequency), nullable=False),
    Column("direction", word(domain.Direction), nullable=False),
    Column("binding", word(domain.Binding)),
    Column("base", FIGURE),
    Column("growth", FIGURE),
    Column("growth_kind", word(domain.GrowthKind)),
    Column("entered_as", word(domain.EnteredAs)),
    Column("printed", FIGURE),
    Column("state", word(domain.TargetState), nullable=False),
    Column("low", NUMBER),
    Column("high", NUMBER),
    _within("items", "code"),
)
target_revisions = Table(
    "target_revisions",
    metadata,
    _key("plan_id", Integer),
    _key("item"),
    _key("position", Integer),
    Column("printed", FIGURE),
    Column("state", word(domain.TargetState), nullable=False),
    Column("low", NUMBER),
    Column("high", NUMBER),
    *_texts("reason"),
    Column("on", Date),
    *_texts("approved_by", "document"),
    _within("indicators", "item"),
)
milestones = Table(
    "milestones",
    metadata,
    _key("plan_id", Integer),
    _key("code"),
    Column("node", word(domain.Node), nullable=False),
    *_texts("planned"),
    Column("target", FIGURE),
    _within("items", "code"),
)
entries = Table(
    "entries",
    metadata,
    _key("plan_id", Integer),
    _key("code"),
    _key("quarter", QUARTER),
    Column("figure", FIGURE),
    Column("missing", word(Missing)),
    *_texts("explanation"),
    Column("vintage", word(Vintage), nullable=False),
    _within("items", "code"),
    sqlite_with_rowid=False,
)
decisions = Table(
    "decisions",
    metadata,
    _key("plan_id", Integer),
    _key("code"),
    _key("quarter", QUARTER),
    *_texts("status", "grounds", "by", "on"),
    _within("items", "code"),
)
changes = Table(
    "changes",
    metadata,
    _key("sequence", Integer, autoincrement=False),
    *_texts("plan", "code", "quarter", "before", "after", "missing", "explanation", "vintage"),
    *_texts("through", "by", "file", "sha256", "sheet", "cell", "at", "digest"),
    Index(None, "plan", "code", "quarter"),
)
chain_head = Table(
    "chain_head", metadata, _key("sequence", Integer, autoincrement=False), *_texts("digest")
)
shipped = Table("shipped", metadata, _key("code"), *_texts("digest"))

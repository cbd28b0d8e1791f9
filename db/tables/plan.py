"""What a plan is, but for its items: sections, departments, words, rules."""

from sqlalchemy import (
    Column,
    Date,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    String,
    Table,
    UniqueConstraint,
)

from core.domain.department import Reform
from core.domain.issue import Severity
from core.domain.plan import SectionKind
from core.domain.scale import Phase
from db.tables.columns import key, metadata, numbers, plan, texts, within
from db.types import NUMBER, Reference, word

plans = Table(
    "plans",
    metadata,
    key("id", Integer),
    Column("code", String, nullable=False, unique=True),
    *texts("title", "name", "region", "level"),
    *numbers("first_year", "last_year", "base_year"),
    *texts("bracket", "previous", "source", "remark"),
)
dictionaries = Table(
    "dictionaries",
    metadata,
    plan(),
    *texts("early", "exceeded", "full", "nearly", "missed"),
    Column("floor", NUMBER),
)
scales = Table(
    "scales",
    metadata,
    plan(),
    key("phase", word(Phase)),
    *texts("reached", "ahead", "on", "behind", "far"),
    *(
        Column(name, NUMBER, nullable=False)
        for name in (
            *("from_ahead", "from_on", "from_behind"),
            *("points_ahead", "points_on", "points_behind", "about"),
        )
    ),
)
appendices = Table(
    "appendices",
    metadata,
    plan(),
    key("position", Integer),
    *texts("report", "label", "title"),
)
plan_notes = Table("plan_notes", metadata, plan(), key("position", Integer), *texts("words"))
special_plans = Table("special_plans", metadata, plan(), key("position", Integer), *texts("words"))
sections = Table(
    "sections",
    metadata,
    plan(),
    key("code"),
    *numbers("position"),
    Column("parent", Reference),
    Column("kind", word(SectionKind), nullable=False),
    *texts("name", "remark"),
    within("sections", "parent"),
)
departments = Table(
    "departments",
    metadata,
    key("id", Integer),
    *texts("region", "code"),
    UniqueConstraint("region", "code"),
)
plan_departments = Table(
    "plan_departments",
    metadata,
    plan(),
    key("code"),
    *numbers("position"),
    Column("department_id", ForeignKey("departments.id"), nullable=False),
    *texts("short_name", "full_name", "kind", "remark"),
)
rules = Table(
    "rules",
    metadata,
    plan(),
    key("code"),
    *numbers("position"),
    Column("grade", word(Severity), nullable=False),
    *texts("formula", "message"),
    Column("tolerance", NUMBER, nullable=False),
)
reorganisations = Table(
    "reorganisations",
    metadata,
    plan(),
    key("position", Integer),
    Column("kind", word(Reform), nullable=False),
    Column("on", Date, nullable=False),
    *texts("code"),
    Column("into", Reference),
    *texts("short_name", "full_name", "document"),
    within("plan_departments", "code"),
    within("plan_departments", "into"),
)
reorganised_items = Table(
    "reorganised_items",
    metadata,
    key("plan_id", Integer),
    key("reorganisation", Integer),
    key("position", Integer),
    *texts("item"),
    ForeignKeyConstraint(
        ["plan_id", "reorganisation"], ["reorganisations.plan_id", "reorganisations.position"]
    ),
    within("items", "item"),
)

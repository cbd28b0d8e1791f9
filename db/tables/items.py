"""What a plan measures and what it only sees reached, with all that is dated about them."""

from sqlalchemy import Column, Date, Integer, Table

from core.domain import indicator as domain
from core.domain.target import TargetState
from core.domain.vintage import Vintage
from db.tables.columns import item, key, metadata, numbers, plan, texts, within
from db.types import FIGURE, NUMBER, QUARTER, Reference, word

items = Table(
    "items",
    metadata,
    plan(),
    key("code"),
    *numbers("position"),
    *texts("section", "name"),
    Column("lead", Reference),
    Column("provider", Reference),
    *texts("same_source", "definition", "remark", "basis"),
    within("sections", "section"),
    within("plan_departments", "lead"),
    within("plan_departments", "provider"),
)
supporting = Table(
    "supporting",
    metadata,
    *item(),
    *texts("department"),
    within("items", "item"),
    within("plan_departments", "department"),
)
indicators = Table(
    "indicators",
    metadata,
    key("plan_id", Integer),
    key("code"),
    *texts("unit"),
    *numbers("decimals"),
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
    Column("state", word(TargetState), nullable=False),
    Column("low", NUMBER),
    Column("high", NUMBER),
    *numbers("delay"),
    *texts("formula"),
    within("items", "code"),
)
target_revisions = Table(
    "target_revisions",
    metadata,
    *item(),
    Column("printed", FIGURE),
    Column("state", word(TargetState), nullable=False),
    Column("low", NUMBER),
    Column("high", NUMBER),
    *texts("reason"),
    Column("on", Date),
    *texts("approved_by", "document"),
    within("indicators", "item"),
)
annual_targets = Table(
    "annual_targets",
    metadata,
    *item(),
    *numbers("year"),
    Column("figure", FIGURE, nullable=False),
    *texts("document"),
    within("indicators", "item"),
)
quarterly_targets = Table(
    "quarterly_targets",
    metadata,
    *item(),
    Column("quarter", QUARTER, nullable=False),
    Column("figure", FIGURE, nullable=False),
    within("indicators", "item"),
)
definitions = Table(
    "definitions",
    metadata,
    *item(),
    *texts("words"),
    Column("on", Date),
    *texts("source", "document"),
    within("indicators", "item"),
)
base_revisions = Table(
    "base_revisions",
    metadata,
    *item(),
    Column("base", FIGURE, nullable=False),
    *texts("reason"),
    Column("on", Date),
    Column("vintage", word(Vintage), nullable=False),
    *texts("document"),
    within("indicators", "item"),
)
milestones = Table(
    "milestones",
    metadata,
    key("plan_id", Integer),
    key("code"),
    Column("node", word(domain.Node), nullable=False),
    *texts("planned"),
    Column("target", FIGURE),
    within("items", "code"),
)

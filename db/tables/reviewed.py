"""What is said of reported figures, what was approved, and the reports that were written of it."""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, Table

from core.domain.printed import Edition
from db.tables.columns import key, metadata, plan, texts, within
from db.types import QUARTER, Reference, word

remarks = Table(
    "remarks",
    metadata,
    plan(),
    key("number", Integer),
    *texts("department"),
    Column("quarter", QUARTER, nullable=False),
    *texts("code", "text", "by", "at", "settled"),
    within("plan_departments", "department"),
    within("items", "code"),
)
approvals = Table(
    "approvals",
    metadata,
    plan(),
    key("number", Integer),
    *texts("department"),
    Column("quarter", QUARTER, nullable=False),
    *texts("by", "meeting", "document"),
    Column("on", Date, nullable=False),
    *texts("recorder", "at"),
    Column("sha256", ForeignKey("archive.sha256"), nullable=False),
    within("plan_departments", "department"),
)
printed = Table(
    "printed",
    metadata,
    plan(),
    key("number", Integer),
    *texts("code"),
    Column("sha256", ForeignKey("archive.sha256"), nullable=False),
    *texts("kind"),
    Column("quarter", QUARTER, nullable=False),
    *texts("title"),
    Column("edition", word(Edition), nullable=False),
    *texts("by", "at"),
    Column("department", Reference),  # NULL for the whole district
    Column("public", Boolean, nullable=False),
    within("plan_departments", "department"),
)
wordings = Table(
    "wordings",
    metadata,
    plan(),
    key("kind"),
    key("quarter", QUARTER),
    key("department"),  # empty for the whole district, and therefore no reference
    *texts("text", "original", "by", "at"),
)

"""What is reported for a plan, quarter by quarter."""

from sqlalchemy import Column, Date, ForeignKey, Integer, LargeBinary, Table

from core.domain.submission import Missing, State
from core.domain.vintage import Vintage
from db.tables.columns import key, metadata, numbers, texts, within
from db.types import FIGURE, QUARTER, Reference, word

entries = Table(
    "entries",
    metadata,
    key("plan_id", Integer),
    key("quarter", QUARTER),  # before the code: a form is read and written by its quarter
    key("code"),
    Column("figure", FIGURE),
    Column("missing", word(Missing)),
    *texts("explanation"),
    Column("vintage", word(Vintage), nullable=False),
    Column("growth", FIGURE),
    Column("progress", FIGURE),
    within("items", "code"),
    sqlite_with_rowid=False,
)
decisions = Table(
    "decisions",
    metadata,
    key("plan_id", Integer),
    key("code"),
    key("quarter", QUARTER),
    *texts("status", "grounds", "by", "on"),
    within("items", "code"),
)
submissions = Table(
    "submissions",
    metadata,
    key("plan_id", Integer),
    key("department"),
    key("quarter", QUARTER),
    Column("state", word(State), nullable=False),
    *texts("filled_by", "reviewed_by", "head", "phone"),
    Column("on", Date),  # NULL where nobody signed
    *texts("at"),
    *numbers("revision"),
    within("plan_departments", "department"),
)
archive = Table(
    "archive",
    metadata,
    key("sha256"),
    *numbers("size"),
    Column("packed", LargeBinary, nullable=False),  # as zlib compresses it
)
evidences = Table(
    "evidences",
    metadata,
    key("plan_id", Integer),
    key("quarter", QUARTER),
    key("position", Integer),
    *texts("code", "name", "document"),
    Column("sha256", Reference, ForeignKey("archive.sha256")),
    within("items", "code"),
)

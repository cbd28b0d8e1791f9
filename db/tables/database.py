"""What belongs to no single plan: the chain of changes, settings, what was shipped."""

from sqlalchemy import Column, Index, Integer, String, Table

from db.tables.columns import key, metadata, texts

changes = Table(
    "changes",
    metadata,
    key("sequence", Integer, autoincrement=False),
    *texts("plan", "code", "quarter", "before", "after", "missing", "explanation", "vintage"),
    *texts("through", "by", "file", "sha256", "sheet", "cell", "at"),
    Column("growth", String),
    Column("progress", String),
    Column("subject", String),  # NULL where a figure changed
    *texts("digest"),
    Index(None, "plan", "quarter", "code"),
)
Index(None, changes.c.plan, changes.c.subject, sqlite_where=changes.c.subject.is_not(None))
chain_head = Table(
    "chain_head", metadata, key("sequence", Integer, autoincrement=False), *texts("digest")
)
settings = Table("settings", metadata, key("name"), *texts("value"))
shipped = Table("shipped", metadata, key("code"), *texts("digest"))

"""The tables, as SQLAlchemy knows them; `migrations` builds the same ones step by step.

Rows of a plan are keyed by the plan and the code that the plan prints, and `position` keeps the
printed order. No foreign key cascades: nothing is deleted because something else was.
"""

from db.tables.columns import metadata
from db.tables.database import chain_head, changes, settings, shipped
from db.tables.items import (
    annual_targets,
    base_revisions,
    definitions,
    indicators,
    items,
    milestones,
    quarterly_targets,
    supporting,
    target_revisions,
)
from db.tables.plan import (
    appendices,
    departments,
    dictionaries,
    plan_departments,
    plan_notes,
    plans,
    reorganisations,
    reorganised_items,
    rules,
    scales,
    sections,
    special_plans,
)
from db.tables.received import receipts, scans, settled
from db.tables.reported import archive, decisions, entries, evidences, submissions
from db.tables.reviewed import approvals, printed, remarks, wordings

__all__ = [
    "annual_targets",
    "appendices",
    "approvals",
    "archive",
    "base_revisions",
    "chain_head",
    "changes",
    "decisions",
    "definitions",
    "departments",
    "dictionaries",
    "entries",
    "evidences",
    "indicators",
    "items",
    "metadata",
    "milestones",
    "plan_departments",
    "plan_notes",
    "plans",
    "printed",
    "quarterly_targets",
    "receipts",
    "remarks",
    "reorganisations",
    "reorganised_items",
    "rules",
    "scales",
    "scans",
    "sections",
    "settings",
    "settled",
    "shipped",
    "special_plans",
    "submissions",
    "supporting",
    "target_revisions",
    "wordings",
]

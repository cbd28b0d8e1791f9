"""What the core asks of a store; `db` answers, tests answer from memory."""

from core.ports.figures import Changes, Decisions, Entries, Evidences, Submissions
from core.ports.plans import REMOVAL, LoadedPlan, Plans, PlanSummary
from core.ports.received import Receipts
from core.ports.review import Approvals, PrintedReports, Remarks
from core.ports.settings import Settings
from core.ports.store import Store, UnitOfWork, Vault

__all__ = [
    "REMOVAL",
    "Approvals",
    "Changes",
    "Decisions",
    "Entries",
    "Evidences",
    "LoadedPlan",
    "PlanSummary",
    "Plans",
    "PrintedReports",
    "Receipts",
    "Remarks",
    "Settings",
    "Store",
    "Submissions",
    "UnitOfWork",
    "Vault",
]

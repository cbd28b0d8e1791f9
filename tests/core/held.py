"""`Held`: what the in-memory store holds, and what all its repositories ask of it."""

from copy import copy
from dataclasses import dataclass, field, fields
from hashlib import sha256 as digest

from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.printed import Printed, Wording
from core.domain.receipt import Receipt
from core.domain.reviewing.review import Approval, Remark
from core.domain.submission import Change, Decision, Entry, Event, Evidence, Submission
from core.errors import NotFoundError, StorageError

Place = tuple[str, str, Quarter]  # plan, code (of an item or a department) and quarter
WordingPlace = tuple[str, str, Quarter, str]  # plan, kind of report, quarter and department


def items(plan: Plan) -> set[str]:
    """Give the codes of a plan's indicators and milestones."""
    return {each.code for each in plan.indicators} | {each.code for each in plan.milestones}


@dataclass
class Held:
    """What a store holds."""

    plans: dict[str, Plan] = field(default_factory=dict)
    shipped: dict[str, str] = field(default_factory=dict)
    entries: dict[Place, Entry] = field(default_factory=dict)
    decisions: dict[Place, Decision] = field(default_factory=dict)
    submissions: dict[Place, Submission] = field(default_factory=dict)
    evidences: list[tuple[str, Evidence]] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    archive: dict[str, bytes] = field(default_factory=dict)
    changes: list[tuple[str, Change]] = field(default_factory=list)
    events: list[tuple[str, Event]] = field(default_factory=list)
    remarks: list[tuple[str, Remark]] = field(default_factory=list)
    approvals: list[tuple[str, Approval]] = field(default_factory=list)
    printed: list[tuple[str, Printed]] = field(default_factory=list)
    wordings: dict[WordingPlace, Wording] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)

    def copy(self) -> "Held":
        """Copy the collections; the values in them never change."""
        return Held(*(copy(getattr(self, each.name)) for each in fields(self)))

    def plan(self, code: str) -> Plan:
        """Give a plan; NotFoundError when there is none."""
        if code not in self.plans:
            raise NotFoundError(f"没有规划“{code}”")
        return self.plans[code]

    def place(self, plan: str, code: str, quarter: Quarter) -> Place:
        """Give where a figure stands; NotFoundError when the plan has no such code."""
        if code not in items(self.plan(plan)):
            raise NotFoundError(f"规划“{plan}”没有编号“{code}”")
        return plan, code, quarter

    def department(self, plan: str, code: str) -> None:
        """Refuse a department that the plan has not."""
        if self.plan(plan).department(code) is None:
            raise NotFoundError(f"规划“{plan}”没有编号“{code}”")

    def forget(self, plan: str, code: str | None = None) -> None:
        """Drop a plan's entries, all or those of one item."""
        kept = {at: each for at, each in self.entries.items() if at[:2] != (plan, code or at[1])}
        self.entries = kept

    def forget_reviews(self, plan: str) -> None:
        """Drop what was said, approved and printed of a plan."""
        self.remarks = [each for each in self.remarks if each[0] != plan]
        self.approvals = [each for each in self.approvals if each[0] != plan]
        self.printed = [each for each in self.printed if each[0] != plan]
        self.wordings = {at: each for at, each in self.wordings.items() if at[0] != plan}

    def keep(self, name: str, sha256: str, content: bytes) -> None:
        """Keep a file by its digest."""
        kept = self.archive.setdefault(sha256, content)
        if digest(kept).hexdigest() != sha256:
            raise StorageError(f"“{name}”的内容与它的校验值不符")

    def content(self, sha256: str) -> bytes:
        """Give a file; NotFoundError when there is none."""
        if sha256 not in self.archive:
            raise NotFoundError(f"没有校验值为“{sha256}”的文件")
        return self.archive[sha256]

    def sweep(self) -> None:
        """Drop the files that nothing names."""
        named = {each.sha256 for _, each in self.evidences}
        for receipt in self.receipts:
            named |= {receipt.sha256, *(scan.sha256 for scan in receipt.scans)}
        named |= {each.sha256 for _, each in self.approvals}
        named |= {each.sha256 for _, each in self.printed}
        self.archive = {sha256: each for sha256, each in self.archive.items() if sha256 in named}

"""The in-memory repositories of remarks, approvals and printed reports."""

from dataclasses import dataclass, replace

from core.domain.period import Quarter
from core.domain.printed import Printed, Wording
from core.domain.reviewing.review import Approval, Remark
from core.errors import NotFoundError
from tests.core.held import Held


@dataclass
class MemoryRemarks:
    held: Held

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Remark, ...]:
        own = (each for of, each in self.held.remarks if of == plan)
        return tuple(each for each in own if quarter in (None, each.quarter))

    def add(self, plan: str, remark: Remark) -> Remark:
        self.held.department(plan, remark.department)
        self.held.place(plan, remark.code, remark.quarter)
        stored = replace(remark, number=len(self.of(plan)) + 1)
        self.held.remarks.append((plan, stored))
        return stored

    def settle(self, plan: str, number: int, at: str) -> None:
        held = [(of, each.number) for of, each in self.held.remarks]
        if (plan, number) not in held:
            raise NotFoundError(f"规划“{plan}”没有第{number}条审核意见")
        place = held.index((plan, number))
        self.held.remarks[place] = (plan, replace(self.held.remarks[place][1], settled=at))


@dataclass
class MemoryApprovals:
    held: Held

    def of(self, plan: str, quarter: Quarter | None = None) -> tuple[Approval, ...]:
        own = (each for of, each in self.held.approvals if of == plan)
        return tuple(each for each in own if quarter in (None, each.quarter))

    def add(self, plan: str, approval: Approval, content: bytes) -> Approval:
        self.held.department(plan, approval.department)
        self.held.keep("审定的快照", approval.sha256, content)
        stored = replace(approval, number=len(self.of(plan)) + 1)
        self.held.approvals.append((plan, stored))
        self.held.events.append((plan, stored.event))
        return stored

    def content(self, sha256: str) -> bytes:
        return self.held.content(sha256)


@dataclass
class MemoryPrinted:
    held: Held

    def of(self, plan: str) -> tuple[Printed, ...]:
        return tuple(each for of, each in self.held.printed if of == plan)

    def coded(self, code: str) -> tuple[tuple[str, Printed], ...]:
        return tuple(each for each in self.held.printed if each[1].code.startswith(code))

    def add(self, plan: str, printed: Printed, content: bytes) -> None:
        self._known(plan, printed.department)
        self.held.keep(printed.title, printed.sha256, content)
        if _identity(printed) not in map(_identity, self.of(plan)):
            self.held.printed.append((plan, printed))

    def content(self, sha256: str) -> bytes:
        return self.held.content(sha256)

    def wordings(self, plan: str) -> tuple[Wording, ...]:
        return tuple(self.held.wordings[at] for at in sorted(self.held.wordings) if at[0] == plan)

    def word(self, plan: str, wording: Wording) -> None:
        self._known(plan, wording.department)
        place = (plan, wording.kind, wording.quarter, wording.department)
        self.held.wordings.pop(place, None)
        if wording.text:
            self.held.wordings[place] = wording

    def _known(self, plan: str, department: str) -> None:
        """Refuse a plan that is not there, or a department that it has not; "" is the district."""
        if department:
            self.held.department(plan, department)
        self.held.plan(plan)


def _identity(printed: Printed) -> tuple[str, str]:
    """Give what tells written reports apart: what they show, and for whom."""
    return printed.sha256, printed.edition

"""`ReturnSlip`: 退回: what a department has to correct in its form, where, and until when."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from core.domain.days import dated
from core.domain.period import Quarter
from core.domain.returned import Finding

SUBJECT = "退回"  # under which the returns of forms stand in the chain of changes
_HOW = "所附工作簿里要改正的单元格已标红并加了批注；请就在那里改正，保存后作为附件发回"
_BETWEEN = "：的"  # a name and what is said of it


@dataclass(frozen=True)
class ReturnSlip:
    """What is said to a department whose form goes back.

    `plan` is the plan's name with its region, `department` and `office` are full names, the latter
    empty where nobody has entered it. `number` counts the returns of this form from 1, `on` is the
    day of this one. `findings` are what to correct, their messages worded for the department;
    `names` are those of the items that they are about, by code.
    """

    plan: str
    department: str
    quarter: Quarter
    number: int
    on: date
    until: date
    office: str
    person: str
    phone: str
    findings: tuple[Finding, ...]
    names: Mapping[str, str]

    @property
    def lead(self) -> str:
        """Say in a sentence that the form goes back."""
        count, until = len(self.findings), dated(self.until)
        return (
            f"你单位的{self.plan}{self.quarter.label}填报表有{count}处需要改正，现予退回，"
            f"请于{until}前（含当日）改正后重新报送。"
        )

    @property
    def advice(self) -> str:
        """Say in a sentence how to correct it."""
        return f"{_HOW}。"

    @property
    def contact(self) -> str:
        """Say who answers questions; empty where nobody is known."""
        named = (("经办人", self.person), ("电话", self.phone))
        return "　".join(f"{label}：{text}" for label, text in named if text)

    def name(self, finding: Finding) -> str:
        """Give the name of the item that is to be corrected; empty for the whole file."""
        return self.names.get(finding.code, "")

    def instruction(self, finding: Finding) -> str:
        """Give what to do, without the name of the item where the message begins with it."""
        named, message = f"“{self.name(finding)}”", finding.message
        return message.removeprefix(named).lstrip(_BETWEEN) if message != named else message

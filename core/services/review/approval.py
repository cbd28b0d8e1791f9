"""审定: reviewed forms are approved with who, which meeting or which document, and frozen."""

from dataclasses import dataclass
from datetime import date, datetime

from core.domain.days import dated
from core.domain.form import Form
from core.domain.period import Quarter
from core.domain.reviewing import snapshot
from core.domain.reviewing.review import Approval, Snapshot
from core.domain.submission import State
from core.errors import UserError
from core.ports import Store, UnitOfWork
from core.reports.facts import Facts
from core.services import assessment
from core.services.clock import now
from core.services.review import review_steps
from core.services.review.review_steps import Chosen

LONGEST = 100  # characters of a name, a meeting, a document number


@dataclass(frozen=True, slots=True)
class Authority:
    """Who approves, which meeting, which document number: one at least; and the day."""

    by: str
    meeting: str
    document: str
    on: date


def words(each: Authority | Approval) -> str:
    """Word by what something was approved: 区长办公会，章府字〔2024〕8号，2024年8月1日."""
    return "，".join(filter(None, [each.by, each.meeting, each.document, dated(each.on)]))


def approve(store: Store, chosen: Chosen, authority: Authority, by: str) -> tuple[Approval, ...]:
    """Approve forms, all or none: 已审核 becomes 已审定, figures and statuses are frozen.

    Raises UserError for a form that is not 已审核 or on which a remark is open, for an authority
    that names nobody, or a day to come; nothing is stored then.
    """
    given = _checked(authority)
    with store.writing() as work:
        facts = assessment.of(work, chosen.plan, chosen.quarter)
        found = review_steps.read(work, chosen)
        return tuple(_approve(work, each, facts, given, by) for each in found)


def revoke(store: Store, chosen: Chosen, reason: str, by: str) -> None:
    """Take approvals back: 已审定 becomes 已审核; what was frozen stays.

    Raises UserError without a reason, or for a form that is not 已审定.
    """
    told = review_steps.reason(reason)
    with store.writing() as work:
        for form in review_steps.read(work, chosen):
            review_steps.expect(form, State.APPROVED, "撤销审定")
            review_steps.move(work, form, State.REVIEWED, f"撤销审定，{told}", by)


def newest(work: UnitOfWork, plan: str, quarter: Quarter) -> dict[str, Approval]:
    """Give the newest approval of each form of a quarter, by department."""
    return {each.department: each for each in work.approvals.of(plan, quarter)}


def _checked(authority: Authority) -> Authority:
    """Give an authority without blanks around its words.

    Raises UserError.
    """
    who, meeting, document = (
        " ".join(text.split()) for text in (authority.by, authority.meeting, authority.document)
    )
    texts = (who, meeting, document)
    if not any(texts):
        raise UserError("没有审定：请填写审定人、会议名称或文号，至少一项")
    if any(len(text) > LONGEST or not text.isprintable() for text in texts):
        raise UserError(f"没有审定：审定人、会议名称、文号各不超过{LONGEST}个可以打印的字")
    if authority.on > datetime.now().astimezone().date():
        raise UserError(f"没有审定：审定日期{dated(authority.on)}还没有到，请改正")
    return Authority(who, meeting, document, authority.on)


def _approve(work: UnitOfWork, form: Form, facts: Facts, authority: Authority, by: str) -> Approval:
    """Freeze a form and store its approval."""
    review_steps.expect(form, State.REVIEWED, "审定")
    review_steps.refuse_open(work, form, "审定")
    content = snapshot.content(_frozen(form, facts))
    sha256 = snapshot.digest(content)
    made = Approval(
        form.department,
        form.quarter,
        authority.by,
        authority.meeting,
        authority.document,
        authority.on,
        by,
        now(),
        sha256,
    )
    approval = work.approvals.add(form.plan.code, made, content)
    review_steps.move(work, form, State.APPROVED, f"{words(authority)}，快照{sha256}", by)
    return approval


def _frozen(form: Form, facts: Facts) -> Snapshot:
    """Give what an approval freezes of a form."""
    entries = {row.entry.code: row.counted for row in form.rows if not row.counted.empty}
    judged = (facts.assessments.get(row.item.code) for row in form.rows)
    statuses = tuple((each.code, each.status, each.sentence) for each in judged if each)
    place = form.plan.code, form.department, form.quarter
    return Snapshot(*place, tuple(entries.values()), statuses)

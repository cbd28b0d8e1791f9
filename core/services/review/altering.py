"""审定后改动: what of a form is no longer as its newest approval froze it, and why."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from core.domain.calculated import operands
from core.domain.completion import Assessment
from core.domain.form import Form
from core.domain.reviewing import snapshot
from core.domain.reviewing.alterations import alterations
from core.domain.reviewing.review import Alteration, Approval, Snapshot
from core.domain.submission import Change, Event
from core.ports import UnitOfWork
from core.services import assessment, completing, figures

TAKEN_BACK = "撤销改判"


def altered(work: UnitOfWork, form: Form, approval: Approval | None) -> tuple[Alteration, ...]:
    """Give the figures that are others now and those of which a person decided something else.

    A status that only the rules changed, as later figures came, is no alteration.
    """
    if approval is None:
        return ()
    frozen = snapshot.read(work.approvals.content(approval.sha256))
    present = {row.entry.code: row.counted for row in form.rows if not row.counted.empty}
    duties = {code: item.duty for code, item in figures.items(form.plan).items()}
    changed = alterations(frozen, present, duties)
    found = {each.code: _reasoned(work, form, approval, each) for each in changed}
    same = {row.item.code: Alteration(row.item.code, row.counted, row.counted) for row in form.rows}
    return tuple((found | _overruled(work, form, approval, frozen, same | found)).values())


def _reasoned(work: UnitOfWork, form: Form, approval: Approval, each: Alteration) -> Alteration:
    """Add why, by whom and when something was changed; without a reason only the latter."""
    told = _since(work, form, approval, figures.ALTERED)
    if event := told.get(each.code):
        return replace(each, reason=event.after, by=event.origin.by, at=event.at)
    changes = work.changes.of(form.plan.code, each.code, form.quarter)
    if changes and _later(changes[-1].at, approval):
        return replace(each, by=changes[-1].origin.by, at=changes[-1].at)
    return _recomputed(work, form, approval, each)


def _recomputed(work: UnitOfWork, form: Form, approval: Approval, each: Alteration) -> Alteration:
    """Name the operands whose figures were changed, of an indicator that a formula computes."""
    latest = {code: _last(work, form, code) for code in sorted(operands(form.plan, [each.code]))}
    moved = {code: last for code, last in latest.items() if last and _later(last.at, approval)}
    if not moved:
        return each
    last = max(moved.values(), key=lambda change: datetime.fromisoformat(change.at))
    reason = f"随{'、'.join(moved)}改动重算"
    return replace(each, reason=reason, by=last.origin.by, at=last.at)


def _last(work: UnitOfWork, form: Form, code: str) -> Change | None:
    """Give the last change of a figure in the form's quarter."""
    changes = work.changes.of(form.plan.code, code, form.quarter)
    return changes[-1] if changes else None


def _overruled(
    work: UnitOfWork,
    form: Form,
    approval: Approval,
    frozen: Snapshot,
    found: Mapping[str, Alteration],
) -> dict[str, Alteration]:
    """Give by code what a person decided since an approval of the figures that the form gives."""
    told = _since(work, form, approval, completing.SUBJECT)
    own = {row.item.code for row in form.rows if row.item.duty.giver == form.department}
    if told.keys().isdisjoint(own):
        return {}
    judged = assessment.of(work, form.plan.code, form.quarter).assessments
    was = {code: status for code, status, _ in frozen.statuses}
    return {
        code: _judged(found[code], was.get(code, ""), judged[code], event)
        for code, event in told.items()
        if code in own and judged[code].status != was.get(code, "")
    }


def _judged(each: Alteration, was: str, now: Assessment, event: Event) -> Alteration:
    """Add which status was frozen and which one stands, and on which grounds."""
    grounds = now.decision.grounds if now.decision else TAKEN_BACK
    reason = "；".join(filter(None, [each.reason, grounds]))
    by, statuses = event.origin.by, (was, now.status)
    return replace(each, reason=reason, by=by, at=event.at, statuses=statuses)


def _since(work: UnitOfWork, form: Form, approval: Approval, subject: str) -> Mapping[str, Event]:
    """Give the last event under a subject by code, of the form's quarter, since an approval."""
    told = work.changes.events(form.plan.code, subject)
    mine = (each for each in told if each.quarter == str(form.quarter))
    return {each.code: each for each in mine if _later(each.at, approval)}


def _later(at: str, approval: Approval) -> bool:
    """Tell whether something was done in the second of an approval, or after it."""
    return datetime.fromisoformat(at) >= datetime.fromisoformat(approval.at)

"""审核: what there is to review in a quarter, and one form figure by figure.

docket(store, plan, quarter) -> Job[tuple[Docketed, ...]]    a line for each form
case(store, plan, department, quarter) -> Case               one form, with all beside its figures
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import datetime

from core.domain.cell import alike
from core.domain.duties import departments_due, first_reached
from core.domain.form import Form, Row
from core.domain.growth import growth
from core.domain.indicator import Indicator
from core.domain.issue import Severity
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.reviewing.alterations import blank
from core.domain.reviewing.docket import Case, Docketed, Reviewed
from core.domain.reviewing.review import Alteration, Approval, Remark
from core.domain.submission import Entry, Evidence, State, Submission
from core.ports import Store, UnitOfWork
from core.progress import Job, Progress
from core.reports.facts import Facts
from core.services import assessment, forms, handing_in
from core.services.assessment import find_plan, within
from core.services.review import altering, approval, remarks


@dataclass(frozen=True)
class _Round:
    """What all forms of a quarter have in common, by department."""

    plan: Plan
    quarter: Quarter
    submissions: Mapping[str, Submission]
    approvals: Mapping[str, Approval]
    remarks: Mapping[str, int]
    due: Mapping[str, frozenset[str]]  # but for what formulas compute and nobody reported
    reported: frozenset[str]


def docket(store: Store, plan: str, quarter: Quarter) -> Job[tuple[Docketed, ...]]:
    """Give a line for each department that has a form, in the plan's order.

    Raises NotFoundError, UsageError, StorageError.
    """
    yield Progress(0, 1, "正在列出各单位的报表")
    with store.reading() as work:
        found = _round(work, plan, quarter)
        return tuple(_line(work, found, each.code) for each in forms.with_form(found.plan))


def case(store: Store, plan: str, department: str, quarter: Quarter) -> Case:
    """Give a form with everything that a reviewer looks at.

    Raises NotFoundError, UsageError, StorageError.
    """
    with store.reading() as work:
        facts = assessment.of(work, plan, quarter)
        form = forms.of(work, facts.plan, department, quarter)
        return _Beside.read(work, form, facts).case(work)


def _round(work: UnitOfWork, code: str, quarter: Quarter) -> _Round:
    """Read what all forms of a quarter have in common."""
    found = find_plan(work, code)
    then = plan_as_of(found, within(found, quarter))
    reported = work.entries.reported(code).get(quarter, frozenset())
    nodes = [each.code for each in then.milestones]
    reached = first_reached(then, work.entries.of(code, codes=nodes)) if nodes else {}
    return _Round(
        then,
        quarter,
        {each.department: each for each in work.submissions.of(code, quarter)},
        approval.newest(work, code, quarter),
        _open(work.remarks.of(code, quarter)),
        _asked(then, reported, departments_due(then, quarter, reached)),
        reported,
    )


def _asked(
    plan: Plan, reported: AbstractSet[str], due: Mapping[str, Iterable[str]]
) -> Mapping[str, frozenset[str]]:
    """Leave out of what departments have to give what formulas compute and nobody reported."""
    computed = {each.code for each in plan.calculated} - reported
    return {department: frozenset(codes) - computed for department, codes in due.items()}


def _open(found: Iterable[Remark]) -> Mapping[str, int]:
    """Count the open remarks by department."""
    counts: defaultdict[str, int] = defaultdict(int)
    for each in found:
        counts[each.department] += not each.settled
    return counts


def _line(work: UnitOfWork, found: _Round, code: str) -> Docketed:
    """Say how far a form has come, and what there is to look at in it."""
    department, submission = found.plan.department(code), found.submissions.get(code)
    due = found.due.get(code, frozenset())
    filled = len(found.reported.intersection(due))
    state = submission.state if submission else State.FILLING if filled else State.PENDING
    signed = submission.signature if submission and state.closed else None
    frozen = found.approvals.get(code)
    asked, explained, altered = len(due), 0, 0
    if state.closed or frozen:
        form = forms.of(work, found.plan, code, found.quarter)
        asked, filled = form.asked, form.filled
        explained = sum(_is_explained(row) for row in form.rows)
        altered = len(altering.altered(work, form, frozen))
    return Docketed(
        code,
        department.short_name if department else code,
        found.quarter,
        state,
        asked,
        filled,
        explained,
        found.remarks.get(code, 0),
        altered,
        submission.revision if submission else 0,
        signed.on if signed else None,
        frozen,
    )


def _is_explained(row: Row) -> bool:
    """Tell whether a figure had to be explained."""
    return any(each.severity is Severity.EXPLAIN for each in row.issues)


@dataclass(frozen=True)
class _Beside:
    """What stands beside the figures of a form, by the codes of its items."""

    form: Form
    facts: Facts
    remarks: Mapping[str, tuple[Remark, ...]]
    evidences: Mapping[str, tuple[Evidence, ...]]
    altered: Mapping[str, Alteration]
    approval: Approval | None
    since: str

    @classmethod
    def read(cls, work: UnitOfWork, form: Form, facts: Facts) -> "_Beside":
        """Read it within a transaction."""
        plan, quarter = form.plan.code, form.quarter
        frozen = approval.newest(work, plan, quarter).get(form.department)
        said = remarks.on(work, plan, form.department, quarter)
        kept = work.evidences.of(plan, quarter)
        altered = altering.altered(work, form, frozen)
        return cls(
            form,
            facts,
            {code: tuple(e for e in said if e.code == code) for code in {e.code for e in said}},
            {code: tuple(e for e in kept if e.code == code) for code in {e.code for e in kept}},
            {each.code: each for each in altered},
            frozen,
            _since(work, form),
        )

    def case(self, work: UnitOfWork) -> Case:
        """Put each figure together with what stands beside it."""
        told = tuple(self._figure(work, row) for row in self.form.rows)
        return Case(self.form, told, self.since, self.approval)

    def _figure(self, work: UnitOfWork, row: Row) -> Reviewed:
        """Put one figure together."""
        item, code = row.item, row.entry.code
        grown = growth(item, row.entry, row.past) if isinstance(item, Indicator) else None
        return Reviewed(
            row,
            grown.text if grown else "",
            self.facts.assessments.get(item.code),
            self.remarks.get(item.code, ()),
            self.evidences.get(code, ()),
            _before(work, self.form, row, self.since) if self.since else None,
            self.altered.get(code) if code == item.code else None,
        )


def _since(work: UnitOfWork, form: Form) -> str:
    """Give when a form was handed in before the time that counts now; empty for never."""
    place = form.department, str(form.quarter)
    steps = work.changes.events(form.plan.code, handing_in.SUBJECT)
    label = State.SUBMITTED.label
    mine = [e for e in steps if (e.code, e.quarter) == place and e.after.startswith(label)]
    earlier = mine[:-1] if form.state.closed else mine
    return earlier[-1].at if earlier else ""


def _before(work: UnitOfWork, form: Form, row: Row, since: str) -> Entry | None:
    """Give what stood at a figure at a time, nothing where it is the same."""
    code, moment = row.entry.code, datetime.fromisoformat(since)
    changes = work.changes.of(form.plan.code, code, form.quarter)
    then = [each.entry for each in changes if datetime.fromisoformat(each.at) <= moment]
    before = then[-1] if then else blank(code, form.quarter)
    return None if alike(before, row.entry) else before

"""报送: a department hands its form in, and takes it back as long as nobody has reviewed it."""

from core.domain import checks
from core.domain.form import Form, Row
from core.domain.issue import Issue, Severity
from core.domain.submission import Event, Origin, Signature, State, Submission
from core.errors import UserError
from core.ports import Store, UnitOfWork
from core.services import forms
from core.services.clock import now

SUBJECT = "报送"


class IncompleteError(UserError):
    """A form that cannot be handed in yet; `issues` say what is lacking."""

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        super().__init__(f"还有{len(issues)}处要处理，没有报送：{issues[0].message}")
        self.issues = issues


def lacks(form: Form) -> tuple[Issue, ...]:
    """Give what has to be done before the form can be handed in, in the order of its rows."""
    found: list[Issue] = []
    for row in form.rows:
        found += [each for each in _complete(row) if each.severity is Severity.BLOCKING]
        found += [each for each in row.issues if each.severity is Severity.BLOCKING]
        if row.unexplained:
            found += [each for each in row.issues if each.severity is Severity.EXPLAIN]
    return tuple(found)


def hints(form: Form) -> tuple[Issue, ...]:
    """Give what should be looked at before handing in, and hinders nothing."""
    found = (each for row in form.rows for each in (*_complete(row), *row.issues))
    return tuple(each for each in found if each.severity is Severity.HINT)


def _complete(row: Row) -> tuple[Issue, ...]:
    """Check what is only asked when a form is handed in."""
    return checks.complete(row.item, row.entry) if row.line.required else ()


def hand_in(store: Store, form: Form, signature: Signature, origin: Origin) -> Form:
    """Hand a form in as it is stored now.

    Raises IncompleteError where something is lacking, StorageError; nothing changes then.
    """
    with store.writing() as work:
        present = forms.read(work, form)
        if issues := lacks(present):
            raise IncompleteError(issues)
        _refuse(present, closed=True)
        record(work, present, State.SUBMITTED, origin, signature)
    return forms.load(store, form.plan.code, form.department, form.quarter)


def take_back(store: Store, form: Form, origin: Origin) -> Form:
    """Take a form back, so that it can be corrected; what was signed stays recorded.

    Raises UserError where it was reviewed already, or was never handed in.
    """
    with store.writing() as work:
        present = forms.read(work, form)
        _refuse(present, closed=False)
        record(work, present, State.FILLING, origin)
    return forms.load(store, form.plan.code, form.department, form.quarter)


def _refuse(form: Form, *, closed: bool) -> None:
    """Refuse a step from a state that it does not lead from."""
    if closed and form.state.closed:
        raise UserError(f"本表{form.state.label}，不用再报送")
    if not closed and form.state is not State.SUBMITTED:
        raise UserError(f"本表现在是“{form.state.label}”，不能撤回；已审核的请联系汇总单位退回")


def record(
    work: UnitOfWork, form: Form, state: State, origin: Origin, signature: Signature | None = None
) -> None:
    """Store the state and record the step."""
    before = form.submission
    at = now()
    handed = int(state is State.SUBMITTED)
    submission = Submission(
        form.department,
        form.quarter,
        state,
        signature or (before.signature if before else None),
        at,
        (before.revision if before else 0) + handed,
    )
    work.submissions.save(form.plan.code, submission)
    after = f"{state.label}：{_signed(signature)}" if signature else state.label
    event = Event(SUBJECT, form.department, str(form.quarter), form.state.label, after, origin, at)
    work.changes.note(form.plan.code, event)


def _signed(signature: Signature) -> str:
    """Word who answers for a form."""
    return (
        f"填表人{signature.filled_by}，审核人{signature.reviewed_by}，单位负责人{signature.head}，"
        f"电话{signature.phone}，报出日期{signature.on}"
    )

"""审核: a form that was handed in is found in order, or that is taken back; 退回 with reasons."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from core.domain.form import Form
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.reviewing.review import Remark
from core.domain.submission import Event, Origin, State, Submission
from core.errors import UserError
from core.ports import Store, UnitOfWork
from core.services import forms
from core.services.assessment import find_plan, within
from core.services.clock import now
from core.services.inbox import reasons
from core.services.inbox.reasons import Return
from core.services.review import remarks

SUBJECT = "审核"  # under which stand the steps of review and approval
LONGEST = 200  # characters of a reason


@dataclass(frozen=True, slots=True)
class Chosen:
    """Forms of one quarter, by the codes of their departments."""

    plan: str
    quarter: Quarter
    departments: tuple[str, ...]


def review(store: Store, chosen: Chosen, by: str) -> None:
    """Find forms in order, all or none: 已报送 becomes 已审核.

    Raises UserError for one that is not 已报送 or on which a remark is open.
    """
    with store.writing() as work:
        for form in read(work, chosen):
            expect(form, State.SUBMITTED, "审核")
            refuse_open(work, form, "审核")
            move(work, form, State.REVIEWED, "", by)


def take_back(store: Store, chosen: Chosen, by: str) -> None:
    """Take reviews back: 已审核 becomes 已报送.

    Raises UserError for a form that is not 已审核.
    """
    with store.writing() as work:
        for form in read(work, chosen):
            expect(form, State.REVIEWED, "撤销审核")
            move(work, form, State.SUBMITTED, "撤销审核", by)


def asked(store: Store, chosen: Chosen, until: date | None = None) -> tuple[Return, ...]:
    """Say what departments have to correct: the open remarks on their forms, figure by figure.

    Raises UserError where there is none, or a form is neither 已报送 nor 已审核.
    """
    with store.reading() as work:
        told = [(form, _open(work, form)) for form in read(work, chosen)]
    return tuple(_return(store, form, found, until) for form, found in told)


def _return(store: Store, form: Form, found: Iterable[Remark], until: date | None) -> Return:
    """Say what one department has to correct."""
    if form.state not in (State.SUBMITTED, State.REVIEWED):
        raise _out_of_turn(form, "退回")
    words: dict[str, str] = {}
    for each in found:
        words[each.code] = "；".join(filter(None, [words.get(each.code), each.text]))
    if not words:
        raise UserError(f"{name(form)}的表没有未处理的意见，没有退回；请先在要改的指标上写明意见")
    told = reasons.of_form(store, form.plan.code, form.quarter, form.department, words)
    return replace(told, until=until)


def _open(work: UnitOfWork, form: Form) -> tuple[Remark, ...]:
    """Give the remarks on a form that nobody has dealt with."""
    found = remarks.on(work, form.plan.code, form.department, form.quarter)
    return tuple(each for each in found if not each.settled)


def read(work: UnitOfWork, chosen: Chosen) -> tuple[Form, ...]:
    """Give the forms that are meant within a transaction.

    Raises NotFoundError, UsageError.
    """
    found = find_plan(work, chosen.plan)
    then = plan_as_of(found, within(found, chosen.quarter))
    return tuple(forms.of(work, then, each, chosen.quarter) for each in chosen.departments)


def expect(form: Form, state: State, step: str) -> None:
    """Refuse a step from another state than the one it leads from."""
    if form.state is not state:
        raise _out_of_turn(form, step)


def refuse_open(work: UnitOfWork, form: Form, step: str) -> None:
    """Refuse a step as long as a remark is open."""
    if count := len(_open(work, form)):
        raise UserError(
            f"{name(form)}的表还有{count}条意见没有处理，没有{step}；请逐条处理，或退回改正"
        )


def move(work: UnitOfWork, form: Form, state: State, words: str, by: str) -> None:
    """Store a form's next state, and record the step with what is said of it."""
    at = now()
    before = form.submission or Submission(form.department, form.quarter, form.state)
    work.submissions.save(form.plan.code, replace(before, state=state, at=at))
    after = f"{state.label}：{words}" if words else state.label
    place = form.department, str(form.quarter)
    event = Event(SUBJECT, *place, form.state.label, after, Origin(SUBJECT, by), at)
    work.changes.note(form.plan.code, event)


def reason(text: str) -> str:
    """Give a reason as it is kept.

    Raises UserError for one that is empty, too long or not to be printed.
    """
    words = " ".join(text.split())
    if not words or len(words) > LONGEST or not words.isprintable():
        raise UserError(f"理由应为1至{LONGEST}个可以打印的字，没有保存，请重新填写")
    return words


def name(form: Form) -> str:
    """Name a form: its department and quarter."""
    department = form.plan.department(form.department)
    called = department.short_name if department else form.department
    return f"{called}{form.quarter.label}"


def _out_of_turn(form: Form, step: str) -> UserError:
    """Make the error of a step that a form's state does not lead to."""
    return UserError(f"{name(form)}的表现在是“{form.state.label}”，没有{step}")

"""分发: a quarter's forms as workbooks, one for each department that has something to report."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from core.domain.department import Department
from core.domain.form import Form
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.return_slip import ReturnSlip
from core.domain.returned import Slip
from core.domain.submission import Event, Origin
from core.errors import NotFoundError, UserError
from core.ports import Store, UnitOfWork
from core.progress import Job, Progress
from core.services import files, forms, issuer, profiles
from core.services.assessment import find_plan, within
from core.services.clock import now
from core.services.issuer import Issuer
from core.workbooks.manifest import Contact
from core.workbooks.revision import revision

SUBJECT = "分发"  # under which issues stand in the chain of changes


@dataclass(frozen=True, slots=True)
class Request:
    """Whose forms somebody sends out: one department's, by code or name, or without one all.

    `only` leaves of all of them those with these codes.
    """

    plan: str
    quarter: Quarter
    department: str = ""
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Distributed:
    """What came of it: the files, and a sentence for each department that got none."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A form that goes out: the file's name, its content, and what is recorded of it."""

    name: str
    content: bytes
    event: Event


@dataclass(frozen=True)
class Round:
    """What all forms of a quarter have in common; `issued` counts the issues before.

    `names` are the departments' names in those of the files.
    """

    plan: Plan
    quarter: Quarter
    issuer: Issuer
    contact: Contact
    origin: Origin
    issued: Counter[str]
    names: Mapping[str, str]


def distribute(store: Store, request: Request, folder: Path, by: str) -> Job[Distributed]:
    """Write the forms into a folder, each put in place whole; record them in the chain at the end.

    A closed job leaves what is whole, and records it. What a lost process has not recorded is
    issued again under the same number and name. Raises NotFoundError for an unknown plan or
    department, UsageError for a quarter outside the plan, UserError where the one department has
    nothing to report or has reported, OutputError, StorageError.
    """
    common = prepared(store, request, by)
    asked = _asked(common, request)
    target, written, left_out = files.prepare(folder), dict[Path, Event](), list[str]()
    try:
        for done, department in enumerate(asked):
            yield Progress(done, len(asked), f"正在写出{department.short_name}的填报表")
            form = _read(store, common, department)
            why = _needless(form, department)
            if why and request.department:
                raise UserError(f"{why}，没有写出填报表")
            if why:
                left_out.append(f"{why}，没有给它写填报表")
            else:
                made = issue(common, form)
                files.put(target / made.name, made.content)
                written[target / made.name] = made.event
    finally:
        if written:
            _record(store, common, written.values())
    return Distributed(tuple(written), tuple(left_out))


def prepared(store: Store, request: Request, by: str) -> Round:
    """Collect what all forms have in common.

    Raises NotFoundError for an unknown plan, UsageError for a quarter outside it, StorageError.
    """
    issuing = issuer.ensure(store)
    with store.reading() as work:
        found = find_plan(work, request.plan)
        plan = plan_as_of(found, within(found, request.quarter))
        events = work.changes.events(plan.code, SUBJECT)
        return Round(
            plan,
            request.quarter,
            issuing,
            _contact(work, plan),
            Origin(SUBJECT, by),
            Counter(each.code for each in events if each.quarter == str(request.quarter)),
            _names(work, plan, request.quarter),
        )


def _contact(work: UnitOfWork, plan: Plan) -> Contact:
    """Say who sends the forms out, as the profile has it."""
    profile = profiles.read(work)
    office = plan.department(profile.department(plan.region))
    return Contact(office.full_name if office else "", profile.name, profile.phone)


def _names(work: UnitOfWork, plan: Plan, quarter: Quarter) -> Mapping[str, str]:
    """Name the departments so that their files differ, and are legal everywhere.

    Where the region has another plan for the quarter, the plan's name is among it.
    """
    others = [
        each
        for each in work.plans.summaries()
        if each.region == plan.region and each.first_year <= quarter.year <= each.last_year
    ]
    plain = {each.code: files.legal(each.short_name) or each.code for each in plan.departments}
    several = Counter(name.casefold() for name in plain.values())
    ending = f"-{files.legal(plan.name)}" if len(others) > 1 else ""
    return {
        code: (name if several[name.casefold()] == 1 else f"{name}（{files.legal(code)}）") + ending
        for code, name in plain.items()
    }


def _asked(common: Round, request: Request) -> tuple[Department, ...]:
    """Give the departments that are meant.

    Raises NotFoundError that names the known ones.
    """
    known = forms.with_form(common.plan)
    if not request.department:
        return tuple(each for each in known if not request.only or each.code in request.only)
    found = [each for each in common.plan.departments if request.department in each.called]
    if not found:
        names = "、".join(f"{each.code}{each.short_name}" for each in known) or "无"
        raise NotFoundError(f"没有单位“{request.department}”，有填报任务的单位：{names}")
    return tuple(found[:1])


def _read(store: Store, common: Round, department: Department) -> Form:
    """Give a department's form as it is stored now."""
    with store.reading() as work:
        return forms.of(work, common.plan, department.code, common.quarter)


def _needless(form: Form, department: Department) -> str:
    """Say why a department needs no form; empty where it does."""
    if form.state.closed:
        return f"{department.short_name}的{form.quarter.label}报表{form.state.label}"
    return "" if form.asked else f"{department.short_name}{form.quarter.label}没有要填的指标"


def issue(common: Round, form: Form, correct: ReturnSlip | None = None) -> Outgoing:
    """Write a department's next form, marked with what it has to correct where that is given."""
    from core.workbooks import writer

    code, quarter, at = form.department, str(form.quarter), now()
    number = common.issued[code] + 1
    digest = revision(common.plan, code)
    slip = Slip(common.plan.code, code, form.quarter, number, common.issuer.identity, digest, at)
    content = writer.write(form, slip, common.issuer.key, common.contact, correct)
    name = _file_name(common, form, number)
    before, after = f"第{number - 1}次" if number > 1 else "", f"第{number}次：{name}"
    return Outgoing(name, content, Event(SUBJECT, code, quarter, before, after, common.origin, at))


def _record(store: Store, common: Round, events: Iterable[Event]) -> None:
    """Record what was written, in one transaction."""
    with store.writing() as work:
        for event in events:
            work.changes.note(common.plan.code, event)


def _file_name(common: Round, form: Form, number: int) -> str:
    """Name a file by quarter and department; a later issue leaves the earlier one's file alone."""
    again = f"（第{number}次）" if number > 1 else ""
    return f"{form.quarter.label}-{common.names[form.department]}-填报表{again}.xlsx"

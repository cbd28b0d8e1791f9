"""退回: what a department has to correct goes back to it: its workbook annotated, and a 退回单.

The workbook is a copy of the file in which the form came; where there is none, or none that could
come back, it is a fresh form. See `reasons` for what is given back.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from core.domain import duties
from core.domain.changes import Spot
from core.domain.days import dated
from core.domain.form import Form
from core.domain.return_slip import SUBJECT, ReturnSlip
from core.domain.returned import Finding, Place
from core.domain.submission import Event, Origin, State
from core.errors import UserError
from core.ports import Store, UnitOfWork
from core.progress import Job, Progress
from core.services import calendars, distribution, files, forms, handing_in
from core.services.clock import now
from core.services.distribution import Request, Round
from core.services.inbox import originals
from core.services.inbox.intake import Open
from core.services.inbox.originals import Original
from core.services.inbox.reasons import Return
from core.services.reports import reporting
from core.services.reports.reporting import Format
from core.workbooks.manifest import Manifest

REASON = "退回意见"  # under which stands what is to be corrected, item by item
_WORKING_DAYS = 3  # that a department has where nobody says how many

Named = tuple[str, bytes]  # a file's name and its content


@dataclass(frozen=True)
class GivenBack:
    """What was given back, and the files: the workbook, the 退回单 as PDF and as Excel."""

    asked: Return
    slip: ReturnSlip
    files: tuple[Path, ...]


@dataclass(frozen=True)
class _Case:
    """Everything about one return, `form` as it is when it is open again."""

    asked: Return
    common: Round
    form: Form
    original: Original | None
    number: int
    until: date
    at: str

    @cached_property
    def slip(self) -> ReturnSlip:
        """What is said to the department."""
        plan, contact = self.common.plan, self.common.contact
        department = plan.department(self.form.department)
        return ReturnSlip(
            f"{plan.region}{plan.name}",
            department.full_name if department else self.form.department,
            self.form.quarter,
            self.number,
            date.fromisoformat(self.at[:10]),
            self.until,
            contact.office,
            contact.name,
            contact.phone,
            tuple(map(self._placed, self.asked.findings)),
            {row.item.code: row.item.name for row in self.form.rows},
        )

    @cached_property
    def origin(self) -> Origin:
        """Whence the return comes: who gives back which file."""
        by, file = self.common.origin.by, self.original and self.original.arrived
        return Origin(SUBJECT, by, file.name, file.sha256) if file else Origin(SUBJECT, by)

    def name(self, what: str) -> str:
        """Name a file, without its ending; a later return leaves the earlier one's alone."""
        again = f"（第{self.number}次）" if self.number > 1 else ""
        return f"{self.form.quarter.label}-{self.common.names[self.form.department]}-{what}{again}"

    @property
    def sent(self) -> Manifest | None:
        """What the file was sent with of which a copy goes back; without it a fresh form does."""
        return self.original.sent if self.original else None

    @cached_property
    def _places(self) -> Mapping[Spot, Place]:
        """Where the cells stand in the workbook that goes back."""
        from core.workbooks import lines

        if self.original is None or self.sent is None:
            return lines.places(self.form)
        return self.original.places({each.code: each for each in duties.items(self.form.plan)})

    def _placed(self, finding: Finding) -> Finding:
        """Say where a finding is in the workbook that goes back."""
        if self.sent and finding.place:
            return finding
        column = finding.column
        place = self._places.get((finding.code, column)) if column else None
        return replace(finding, place=place)


def give_back(
    store: Store, returns: Iterable[Return], folder: Path, open_file: Open, by: str
) -> Job[tuple[GivenBack, ...]]:
    """Write what goes back into a folder; a form that was handed in is open again by that.

    Each return is recorded with what is to be corrected. A closed job leaves what is whole. Raises
    NotFoundError, UsageError for what is not in the plan, UserError for a file that has changed, a
    form that asks for nothing or one that is 已审定, OutputError, StorageError.
    """
    asked, target, done = tuple(returns), files.prepare(folder), list[GivenBack]()
    for number, each in enumerate(asked):
        yield Progress(number, len(asked), f"正在退回第{number + 1}份填报表")
        case = _case(store, each, open_file, by)
        workbook, events = _workbook(case)
        written = [workbook, *(yield from _papers(case))]
        with store.writing() as work:
            _record(work, case, events)
            for name, content in written:
                files.put(target / name, content)
        done.append(GivenBack(each, case.slip, tuple(target / name for name, _ in written)))
    return tuple(done)


def _case(store: Store, asked: Return, open_file: Open, by: str) -> _Case:
    """Collect everything about a return."""
    common = distribution.prepared(store, Request(asked.plan, asked.quarter, asked.department), by)
    with store.reading() as work:
        form = forms.of(work, common.plan, asked.department, asked.quarter)
        _refuse(form)
        before = work.changes.events(asked.plan, SUBJECT)
        mine = [each for each in before if (each.code, each.quarter) == _place(form)]
        at = now()
        usual = calendars.read(work).after(date.fromisoformat(at[:10]), _WORKING_DAYS)
        original = originals.find(work, asked, open_file)
    return _Case(asked, common, _open(form), original, len(mine) + 1, asked.until or usual, at)


def _refuse(form: Form) -> None:
    """Refuse to give back what was approved."""
    if form.state is State.APPROVED:
        department = form.plan.department(form.department)
        name = department.short_name if department else form.department
        raise UserError(f"{name}{form.quarter.label}的表已审定，没有退回；请先撤销审定并写明理由")


def _place(form: Form) -> tuple[str, str]:
    """Give what an event says of a form."""
    return form.department, str(form.quarter)


def _open(form: Form) -> Form:
    """Give a form that can be typed into again."""
    if form.submission is None:
        return form
    return replace(form, submission=replace(form.submission, state=State.FILLING))


def _workbook(case: _Case) -> tuple[Named, tuple[Event, ...]]:
    """Write the workbook; a fresh form counts as one that was sent out."""
    from core.workbooks import annotate

    if case.original and case.sent:
        copy = annotate.annotated(case.original.book(), case.sent, case.slip, case.at)
        return (f"{case.name('批注本')}.xlsx", copy), ()
    if not any(row.line.due for row in case.form.rows):
        raise UserError(f"{case.slip.department}{case.form.quarter.label}没有要填的指标，没有退回")
    made = distribution.issue(case.common, case.form, case.slip)
    return (made.name, made.content), (made.event,)


def _papers(case: _Case) -> Job[list[Named]]:
    """Draw the 退回单."""
    from core.reports import return_slip

    return (yield from reporting.drawn(return_slip.build(case.slip, case.name("退回单")), Format))


def _record(work: UnitOfWork, case: _Case, events: Iterable[Event]) -> None:
    """Record the return and what is to be corrected; open the form where it was closed."""
    plan, slip = case.asked.plan, case.slip
    present = forms.read(work, case.form)
    _refuse(present)
    if present.state.closed:
        handing_in.record(work, present, State.FILLING, case.origin)
    told = f"第{slip.number}次：{len(slip.findings)}处，{dated(slip.until)}前改正"
    returned = Event(SUBJECT, *_place(present), present.state.label, told, case.origin, case.at)
    for event in (*events, returned, *_reasons(case)):
        work.changes.note(plan, event)


def _reasons(case: _Case) -> Iterator[Event]:
    """Give what is recorded of each thing to correct: what stands there, and what to do."""
    department, quarter = _place(case.form)
    for each in case.slip.findings:
        origin = case.origin
        if each.place:
            origin = replace(origin, sheet=each.place.sheet, cell=each.place.cell)
        code = each.code or department
        yield Event(REASON, code, quarter, each.found, each.message, origin, case.at)

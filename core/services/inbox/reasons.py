"""What a department has to correct, worded for it: found in a file, or in its form as it is stored.

of_file(file) -> Return                                        a file that was read for 来件
of_unread(store, file, plan, quarter, department) -> Return    one that does not say whose it is
of_form(store, plan, quarter, department, words) -> Return     a form as it is stored
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from core.domain.cell import Column
from core.domain.changes import told
from core.domain.form import Form
from core.domain.incoming import Incoming
from core.domain.issue import Severity
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.receipt import Doubt
from core.domain.returned import Finding, Place
from core.errors import NotFoundError, UserError
from core.ports import Store
from core.services import forms, handing_in
from core.services.assessment import find_plan, within
from core.services.inbox import comparing
from core.workbooks.layout import Sheet, position

_DOUBTS = {
    Doubt.FOREIGN: "这张表不是最近分发的填报表，请在最近一次收到的填报表里填写",
    Doubt.QUARTER: "这张表不是本期的填报表，请在本期的填报表里填写",
    Doubt.DEPARTMENT: "这张表不是你单位的填报表，请核对后重新报送",
    Doubt.OLDER: "这是以前分发的填报表，请在最近一次收到的填报表里填写",
    Doubt.REVISED: "这张表分发以后指标有修改，请在最近一次收到的填报表里填写",
}
_WORDS = (
    ("请与对方核实", "请改回，确需调整的请另行说明"),
    ("请对方", "请"),
)  # what is said to the office, and to whom it is about


@dataclass(frozen=True)
class Return:
    """What is to be given back: to which department, and what it has to correct.

    `until` is the last day for that, without one the third working day. `file` is the one that
    was read, `password` opens it.
    """

    plan: str
    quarter: Quarter
    department: str
    findings: tuple[Finding, ...]
    file: Incoming | None = None
    until: date | None = None
    password: str = ""


def of_file(file: Incoming) -> Return:
    """Say what is wrong with a file that was read.

    Raises UserError where nothing is, or nobody knows whose it is.
    """
    slip = file.slip
    if slip is None or not file.department:
        raise UserError(f"“{file.name}”认不出是哪个单位的表，没有退回；请写明规划、报告期和单位")
    found = tuple(_in_file(file))
    if not found:
        raise UserError(f"“{file.name}”没有查出要改正的地方，没有退回；要退回的请写明怎么改")
    return Return(slip.plan, slip.quarter, slip.department, found, file)


def of_unread(store: Store, file: Incoming, plan: str, quarter: Quarter, department: str) -> Return:
    """Say what is wrong with a file that does not say whose form it is.

    Raises what `of_form` raises.
    """
    form = _form(store, plan, quarter, department)
    return Return(plan, quarter, form.department, tuple(_in_file(file)), file)


def of_form(
    store: Store, plan: str, quarter: Quarter, department: str, words: Mapping[str, str]
) -> Return:
    """Say how to correct the figures of some codes; without words what the checks find in a form.

    The department is meant by code or name. Raises NotFoundError for what is not there, UsageError
    for a quarter outside the plan, UserError where nothing is wrong.
    """
    form = _form(store, plan, quarter, department)
    worded = (_worded(form, code, text) for code, text in words.items())
    found = tuple(worded if words else _in_form(form))
    if not found:
        raise UserError(
            f"{department}{quarter.label}的表没有查出要改正的地方，没有退回；要退回的请写明怎么改"
        )
    return Return(plan, quarter, form.department, found)


def _form(store: Store, plan: str, quarter: Quarter, department: str) -> Form:
    """Give the form of a department that is meant by code or name."""
    with store.reading() as work:
        found = find_plan(work, plan)
        then = plan_as_of(found, within(found, quarter))
        known = next((each for each in then.departments if department in each.called), None)
        if known is None:
            names = "、".join(f"{each.code}{each.short_name}" for each in then.departments) or "无"
            raise NotFoundError(f"没有单位“{department}”，规划里的单位：{names}")
        return forms.of(work, then, known.code, quarter)


def _in_file(file: Incoming) -> Iterator[Finding]:
    """Give what has to be corrected in a file: no hints, and nothing that the office decides."""
    for doubt in file.doubts:
        if doubt is not Doubt.FORGED:  # which is said among the issues
            yield Finding(Severity.BLOCKING, "", _DOUBTS[doubt])
    seen = set[Place]()
    for each in sorted(filter(partial(_theirs, file), file.issues), key=_rank):
        if each.found or each.place not in seen:  # what cannot be read is not missing besides
            yield _addressed(each)
        seen.update(filter(None, [each.place]))
    if file.slip and (lack := comparing.unsigned(file.signatory)):
        yield Finding(Severity.BLOCKING, "", f"表尾没有填{'、'.join(lack)}，请补填")


def _theirs(file: Incoming, finding: Finding) -> bool:
    """Tell whether a finding is the department's to correct."""
    doubted = {each.label for each in file.doubts}
    closed = bool(file.refusal) and finding.message.startswith(file.refusal)
    return not (finding.severity is Severity.HINT or finding.found in doubted or closed)


def _rank(finding: Finding) -> tuple[object, ...]:
    """Give where a finding stands among the others: what is about the whole file comes first."""
    place = finding.place
    if place is None:
        return False, False, "", (0, 0)
    return True, place.sheet != Sheet.FORM.label, place.sheet, position(place.cell)


def _addressed(finding: Finding) -> Finding:
    """Word a finding for the department."""
    message = finding.message
    for ours, theirs in _WORDS:
        message = message.replace(ours, theirs)
    return replace(finding, message=message)


def _worded(form: Form, code: str, text: str) -> Finding:
    """Say how to correct a figure.

    Raises NotFoundError for a code that is not in the form.
    """
    number = form.places.get(code)
    if number is None:
        raise NotFoundError(f"这张表里没有编码“{code}”，没有退回；请核对编码")
    found = told(form.rows[number].entry, Column.FIGURE)
    return Finding(Severity.BLOCKING, found, text, None, code, Column.FIGURE)


def _in_form(form: Form) -> Iterator[Finding]:
    """Give what keeps a form from being handed in."""
    for each in handing_in.lacks(form):
        column = Column.of(each.column)
        yield Finding(each.severity, each.found, each.message, None, each.code, column)

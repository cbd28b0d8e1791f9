"""Puts a returned file beside the database: what differs, what speaks against it, what is wrong."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from core.domain.cell import Column
from core.domain.changes import Choice, Difference, Side, Spot, Way, apply, compare
from core.domain.form import Form
from core.domain.form_rows import with_entries
from core.domain.incoming import Incoming, Match, ranked
from core.domain.issue import Issue, Severity
from core.domain.plan import Plan
from core.domain.receipt import Doubt, Receipt
from core.domain.returned import Answer, Finding, Returned, Signatory, Slip, Tampering
from core.domain.submission import Entry, State
from core.ports import UnitOfWork
from core.services import forms, handing_in
from core.services.inbox import doubts
from core.services.inbox.doubts import Expected
from core.workbooks.layout import FOOT

_FIXED = {State.REVIEWED: "要改请先退回", State.APPROVED: "要改请先撤销审定，再退回"}


def put_beside(
    work: UnitOfWork, plan: Plan | None, returned: Returned, file: Incoming, expected: Expected
) -> Incoming:
    """Compare a file that was read, and check the form as it would stand.

    `plan` is as of the form's quarter, nothing where there is none; `file` says where it lies.
    """
    read = replace(file, issues=returned.findings, locked=returned.locked)
    slip = returned.slip
    if slip is None:
        return read
    read = replace(read, slip=slip, signatory=returned.signatory)
    department = plan.department(slip.department) if plan else None
    if plan is None or department is None:
        return _refused(replace(read, issues=()), _unknown(plan, slip))
    form = forms.of(work, plan, slip.department, slip.quarter)
    compared = _Comparison(form, returned, work.receipts.of_file(returned.sha256))
    doubted = () if compared.receipts else tuple(doubts.found(work, plan, slip, expected))
    forged = (Doubt.FORGED,) if returned.forged and not compared.receipts else ()
    given = compared.incoming(replace(read, plan=plan.title, department=department.short_name))
    told = tuple(Finding(Severity.BLOCKING, each.label, said) for each, said in doubted)
    given = replace(given, doubts=(*forged, *dict(doubted)), issues=(*told, *given.issues))
    return _refused(given, closed(form))


def stored(form: Form) -> Mapping[str, Entry]:
    """Give the entries of a form as they stand, by code."""
    return {row.entry.code: row.entry for row in form.rows}


def merged(form: Form, entries: Mapping[str, Entry]) -> Form:
    """Give a form with other entries, by code, and all that hangs on them checked anew."""
    rows = {number: row.entry.code for number, row in enumerate(form.rows)}
    return with_entries(form, {n: entries[code] for n, code in rows.items() if code in entries})


def barred(form: Form, difference: Difference) -> str:
    """Say why a part cannot be taken: not asked for any more, another's figure, 核定."""
    number = form.places.get(difference.code)
    if number is None:
        return "已不在这个单位的表里"
    row = form.rows[number]
    others = difference.column is not Column.EXPLANATION and not row.line.gives
    return row.lock(difference.column) or (row.line.reason if others else "")


def closed(form: Form) -> str:
    """Say why a form takes no more figures; empty where it does."""
    return f"本表{form.state.label}，{_FIXED[form.state]}" if form.state in _FIXED else ""


def known(receipts: tuple[Receipt, ...]) -> str:
    """Say when a file was taken in before; empty for a new one."""
    if not receipts:
        return ""
    last = receipts[-1]
    still = f"，还有{len(last.open)}处没有选定" if last.open else ""
    return f"已于{last.at[:10]}由{last.by}入库{still}"


def unsigned(signatory: Signatory) -> tuple[str, ...]:
    """Give the labels of what the foot of a form lacks."""
    return tuple(label for name, label in FOOT.items() if not getattr(signatory, name))


@dataclass(frozen=True)
class _Comparison:
    """A form as it is stored, and what came back of it; `receipts` if that is known already."""

    form: Form
    returned: Returned
    receipts: tuple[Receipt, ...]

    def incoming(self, file: Incoming) -> Incoming:
        """Add what was found to what is known of a file."""
        grave = any(each.severity is Severity.BLOCKING for each in self.returned.findings)
        return replace(
            file,
            known=known(self.receipts),
            matches=self.matches,
            issues=tuple(self._issues()),
            entries=tuple(each for each in self.returned.entries.values() if not each.empty),
            sound=not grave,
        )

    @cached_property
    def stored(self) -> Mapping[str, Entry]:
        """The entries as they stand, by code."""
        return stored(self.form)

    @cached_property
    def answers(self) -> Mapping[Spot, Answer]:
        """The cells that came back, by item and column."""
        return {(each.code, each.column): each for each in self.returned.answers}

    @cached_property
    def asked(self) -> Mapping[Spot, str]:
        """What of the cells that came back only a person can confirm."""
        return {
            (
                each.code,
                Column.FIGURE if each.column is Column.MISSING else each.column,
            ): each.message
            for each in self.returned.findings
            if each.column and each.severity is Severity.BLOCKING
        }

    @cached_property
    def matches(self) -> tuple[Match, ...]:
        """What differs, conflicts first; of a file that is known only what is still open."""
        found = compare(self.returned.sent, self.stored, self.returned.entries)
        if self.receipts:
            found = tuple(each for each in found if each.spot in self.receipts[-1].open)
        return ranked(self._match(each) for each in found)

    @cached_property
    def merged(self) -> Form:
        """The form as it would stand if everything were taken that can be."""
        taken = [each.difference for each in self.matches if not each.barred]
        choices = {each.spot: Choice(Way.TAKE) for each in taken if each.conflict}
        return merged(self.form, apply(self.stored, taken, choices, {}))

    def _match(self, difference: Difference) -> Match:
        """Say where a difference stands, and whether it can be decided."""
        answer = self._answer(difference)
        raw, place = (answer.text, answer.place) if answer else ("", None)
        why = barred(self.form, difference)
        asked = "" if difference.side is Side.STORED else self.asked.get(difference.spot, "")
        return Match(self._name(difference.code), difference, raw, place, why, asked=asked)

    def _answer(self, difference: Difference) -> Answer | None:
        """Give the cell that a part came back in; of a missing figure it is that of the reason."""
        code, column = difference.spot
        missing = column is Column.FIGURE and difference.returned.missing is not None
        reason = self.answers.get((code, Column.MISSING)) if missing else None
        return reason or self.answers.get((code, column))

    def _name(self, code: str) -> str:
        """Give an item's name."""
        number = self.form.places.get(code)
        return code if number is None else self.form.rows[number].item.name

    def _issues(self) -> Iterator[Finding]:
        """Give everything that is wrong: with the file, with locked cells, with the form."""
        yield from self.returned.findings
        yield from (self._changed(each) for each in self.returned.tampered)
        for match in self.matches:
            if match.barred and match.difference.side is not Side.STORED:
                yield self._left(match)
        for issue in (*handing_in.lacks(self.merged), *handing_in.hints(self.merged)):
            yield self._placed(issue)
        if lack := unsigned(self.returned.signatory):
            said = f"表尾没有填{'、'.join(lack)}；入库后本表仍是“{State.FILLING.label}”，请对方补填"
            yield Finding(Severity.HINT, "", said)

    def _changed(self, each: Tampering) -> Finding:
        """Tell of a locked cell that came back as another one."""
        said = f"“{self._name(each.code)}”的{each.heading}是锁定的，下发时是“{each.sent}”，没有采用"
        return Finding(
            Severity.BLOCKING, each.returned, f"{said}；请与对方核实", each.place, each.code
        )

    def _left(self, match: Match) -> Finding:
        """Tell of a part that is not taken whoever decides."""
        column = match.difference.column
        said = f"“{match.name}”{match.barred}；来件的{column.label}没有采用"
        return Finding(Severity.HINT, match.raw, said, match.place, match.spot[0], column)

    def _placed(self, issue: Issue) -> Finding:
        """Say in which cell of the file a check found something."""
        column = Column.of(issue.column)
        answer = self.answers.get((issue.code, column))
        place = answer.place if answer else None
        return Finding(issue.severity, issue.found, issue.message, place, issue.code, column)


def _unknown(plan: Plan | None, slip: Slip) -> str:
    """Say what of a form the database does not know."""
    if plan is None:
        return f"数据库里没有规划“{slip.plan}”，或它没有{slip.quarter.label}这个报告期"
    return f"规划“{plan.title}”里没有代码为“{slip.department}”的单位"


def _refused(file: Incoming, why: str) -> Incoming:
    """Give a file with the reason why it cannot be taken in, if there is one."""
    if not why:
        return file
    told = Finding(Severity.BLOCKING, "", f"{why}；没有读入这份来件")
    return replace(file, refusal=why, issues=(told, *file.issues))

"""入库: what was decided about returned files becomes figures, in one transaction or not at all."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial
from hashlib import sha256
from pathlib import Path

from core.domain.changes import PARTS, Way, apply, told
from core.domain.form import Form
from core.domain.incoming import Decided, Incoming, Match, Rulings, resolved
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.receipt import SUBJECT, Receipt, Settled
from core.domain.returned import Signatory, Slip
from core.domain.submission import Entry, Origin, Signature, State
from core.errors import UserError
from core.ports import Store, UnitOfWork
from core.progress import Job, Progress
from core.services import figures, forms, handing_in, upkeep
from core.services.assessment import find_plan
from core.services.clock import now
from core.services.inbox import arrivals, comparing
from core.services.inbox.arrivals import Arrival
from core.services.inbox.intake import Batch

REWRITTEN = "来件改数"  # through what a figure came that was written in place of the file's


class OvertakenError(UserError):
    """What was decided stands on something that has changed since; nothing was taken in."""

    def __init__(self, file: Incoming, what: str) -> None:
        super().__init__(f"“{file.name}”：{what}；全部来件都没有入库，请重新读入，核对后再入库")


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What became of a file: the codes that changed and those that did not, conflicts left open.

    `state` is that of the department's form afterwards.
    """

    file: Incoming
    taken: tuple[str, ...]
    unchanged: tuple[str, ...]
    open: tuple[Match, ...]
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Taken:
    """What came of taking a batch in; `left` are the files that did not go in."""

    files: tuple[TakenIn, ...]
    left: tuple[Incoming, ...]
    backup: Path | None = None


def take(store: Store, batch: Batch, rulings: Rulings, by: str) -> Job[Taken]:
    """Take in the files that go in, after a backup and in one transaction: all, or nothing.

    What was taken in before changes nothing. Raises OvertakenError where the database or a file is
    no longer as it was read, FigureError for a text that cannot be read, StorageError.
    """
    decided = resolved(batch.files, rulings)
    going = [each for each in batch.files if each.sha256 in decided]
    asking = [each for each in going if _asks(each, decided[each.sha256])]
    kept = upkeep.keep_before_intake(store) if asking else None
    done: dict[str, TakenIn] = {}
    if asking:
        with store.writing() as work:
            step = _Step(work, by, now(), cache(partial(_plan, work)))
            for file in asking:
                step.check(file, decided[file.sha256])
            for number, file in enumerate(asking):
                yield Progress(number, len(asking), f"正在入库{file.name}")
                done[file.sha256] = step.take(file, decided[file.sha256])
    told_of = (done.get(each.sha256) or _idle(each, decided[each.sha256]) for each in going)
    left = tuple(each for each in batch.files if each.sha256 not in decided)
    return Taken(tuple(told_of), left, kept)


def _asks(file: Incoming, decided: Sequence[Decided]) -> bool:
    """Tell whether there is anything to store: a new file, or a new decision about a known one."""
    return not file.known or any(each.choice for each in decided)


def _idle(file: Incoming, decided: Sequence[Decided]) -> TakenIn:
    """Tell of a file about which there was nothing to do."""
    still = _open(decided)
    return TakenIn(file, (), _unchanged(file, (), still), still)


def _open(decided: Sequence[Decided]) -> tuple[Match, ...]:
    """Give what nobody has decided."""
    return tuple(each.match for each in decided if each.choice is None)


def _unchanged(file: Incoming, taken: Sequence[str], still: Sequence[Match]) -> tuple[str, ...]:
    """Give the codes that came back and stand as they stood, nothing being open about them."""
    other = {*taken, *(match.spot[0] for match in still)}
    return tuple(each.code for each in file.entries if each.code not in other)


@dataclass(frozen=True)
class _Step:
    """One transaction that takes files in; `plan` gives one as of a quarter, read once."""

    work: UnitOfWork
    by: str
    at: str
    plan: Callable[[str, Quarter], Plan]

    def check(self, file: Incoming, decided: Sequence[Decided]) -> None:
        """Refuse to decide upon what is no longer as it was when the file was compared."""
        form = self._form(file)
        if comparing.known(self.work.receipts.of_file(file.sha256)) != file.known:
            raise OvertakenError(file, "刚在别处入库")
        why = comparing.closed(form)
        for match in (each.match for each in decided):
            why = why or _overtaken(form, match)
        if why:
            raise OvertakenError(file, why)

    def take(self, file: Incoming, decided: Sequence[Decided]) -> TakenIn:
        """Store what was decided about a file, the file itself, and the state of its form."""
        form, still = self._form(file), _open(decided)
        entries = _made(form, decided)
        whence = [
            (each, self._origin(file, _cell(code, decided))) for code, each in entries.items()
        ]
        figures.take(self.work, form.plan, whence, self.at)
        self._keep(file, decided)
        state = self._settle(file, form, entries, whole=not still)
        return TakenIn(file, tuple(entries), _unchanged(file, tuple(entries), still), still, state)

    def _form(self, file: Incoming) -> Form:
        """Give the form of a file as it is stored now."""
        slip = _slip(file)
        plan = self.plan(slip.plan, slip.quarter)
        return forms.of(self.work, plan, slip.department, slip.quarter)

    def _origin(self, file: Incoming, decided: Decided | None = None) -> Origin:
        """Say whence something comes: a cell of a file, or what was put in its place."""
        place = decided.match.place if decided else None
        written = decided and decided.choice and decided.choice.way is Way.WRITE
        return Origin(
            REWRITTEN if written else SUBJECT,
            self.by,
            file.name,
            file.sha256,
            place.sheet if place else "",
            place.cell if place else "",
        )

    def _keep(self, file: Incoming, decided: Sequence[Decided]) -> None:
        """Keep the file, byte for byte as it was read, and what was decided."""
        content = arrivals.content(Arrival(file.path, file.name, file.inside))
        if sha256(content).hexdigest() != file.sha256:
            raise OvertakenError(file, "文件在读入以后有改动")
        cells = tuple(map(_settled, decided))
        told_of = (file.name, file.sha256, file.size, file.verdict, self.by, self.at)
        receipt = Receipt(_slip(file), *told_of, file.doubts, cells)
        self.work.receipts.add(receipt, content)

    def _settle(
        self, file: Incoming, form: Form, entries: Mapping[str, Entry], *, whole: bool
    ) -> State:
        """Hand the form in where it is complete and signed, else open it where it was closed.

        `form` is as it stood before the file, `entries` are those that became others, `whole`
        tells that nothing of the file is still open.
        """
        merged, signature = comparing.merged(form, entries), _signature(file.signatory)
        origin, whole = self._origin(file), whole and _is_whole(file, merged)
        if signature and whole:
            if entries or not form.state.closed:
                handing_in.record(self.work, form, State.SUBMITTED, origin, signature)
            return State.SUBMITTED
        if entries and form.state.closed:
            handing_in.record(self.work, form, State.FILLING, origin)
            return State.FILLING
        return merged.state


def _plan(work: UnitOfWork, code: str, quarter: Quarter) -> Plan:
    """Give a plan as of a quarter."""
    return plan_as_of(find_plan(work, code), quarter)


def _is_whole(file: Incoming, merged: Form) -> bool:
    """Tell whether a file answers for all of a form, which then lacks nothing."""
    answered = {each.code for each in file.entries if each.figure or each.missing}
    asked = {row.entry.code for row in merged.rows if row.asked and not row.computed}
    return file.sound and asked <= answered and not handing_in.lacks(merged)


def _slip(file: Incoming) -> Slip:
    """Give the slip of a file that goes in, which has one."""
    if file.slip is None:
        raise ValueError(file.name)
    return file.slip


def _overtaken(form: Form, match: Match) -> str:
    """Say what has changed since a part was compared; empty where nothing has."""
    code, column = match.spot
    stored = comparing.stored(form).get(code) or Entry(code, form.quarter, None)
    present = told(stored, column)
    if present != match.difference.texts[1]:
        return f"“{match.name}”的{column.label}核对以后又改为“{present or '空'}”"
    why = comparing.barred(form, match.difference)
    return f"“{match.name}”{why}" if why else ""


def _made(form: Form, decided: Iterable[Decided]) -> dict[str, Entry]:
    """Give the entries of a form that become others, by code."""
    chosen = [each for each in decided if each.choice]
    choices = {each.match.spot: each.choice for each in chosen if each.choice}
    items = {row.item.code: row.item for row in form.rows}
    differences = [each.match.difference for each in chosen]
    return apply(comparing.stored(form), differences, choices, items)


def _cell(code: str, decided: Iterable[Decided]) -> Decided | None:
    """Give the part from which an entry is said to come: its figure, if that was taken."""
    mine = (each for each in decided if each.match.spot[0] == code and each.choice)
    taken = [each for each in mine if each.choice and each.choice.way is not Way.KEEP]
    return min(taken, key=lambda each: PARTS.index(each.match.spot[1]), default=None)


def _settled(each: Decided) -> Settled:
    """Word a decision as it is kept."""
    match, difference = each.match, each.match.difference
    texts = difference.texts
    return Settled(*difference.spot, *texts, each.choice, match.raw, match.place)


def _signature(foot: Signatory) -> Signature | None:
    """Give who answers for a form, nothing where its foot is not filled in."""
    if comparing.unsigned(foot) or foot.on is None:
        return None
    return Signature(foot.filled_by, foot.reviewed_by, foot.head, foot.phone, foot.on)

"""`Editing`: what happens between two cells: reading, storing, checking, taking back."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QModelIndex, QObject, Signal

from core.domain import cell
from core.domain.cell import Column
from core.domain.form import Form
from core.domain.submission import Draft, Entry
from core.errors import FigureError, UserError
from gui.delegates.form_delegate import Verdict
from gui.form.steps import Entries, Step, Steps
from gui.models.form_model import FormModel

Save = Callable[[Form, Mapping[int, Entry]], Form]
CONFIRM = "再按一次Enter采用，按Esc放弃。"


class Editing(QObject):
    """Works on the form of a model; `save` stores entries and gives the form checked anew.

    Emits `saved` with the numbers of the rows that became others, and `refused` with the error
    where storing failed; the form is then as it was.
    """

    saved = Signal(object)
    refused = Signal(object)

    def __init__(
        self, model: FormModel, save: Save, keep_draft: Callable[[Draft | None], None]
    ) -> None:
        super().__init__(model)
        self._model, self._save, self._keep_draft = model, save, keep_draft
        self.steps = Steps()

    def take(self, index: QModelIndex, text: str, confirmed: bool) -> Verdict:  # noqa: FBT001 - a delegate's callback
        """Read a typed text and store what it means; what reading changed is asked back first."""
        row, column = self._model.row(index.row()), self._model.column(index.column())
        try:
            found = cell.typed(row.item, row.entry, column, text)
        except FigureError as error:
            return Verdict(taken=False, words=f"{error}。")
        if found.note and not confirmed:
            return Verdict(taken=False, words=f"{found.note}。{CONFIRM}", asks=True)
        return self.put({index.row(): found.entry}, f"填写{column.label}", index)

    def put(self, entries: Entries, words: str, index: QModelIndex) -> Verdict:
        """Store entries as one step."""
        form = self._form
        before = {number: form.rows[number].entry for number in entries}
        after = {at: entry for at, entry in entries.items() if not cell.alike(entry, before[at])}
        if after and (refusal := self._store(after)):
            return Verdict(taken=False, words=refusal)
        if after:
            self.steps.add(Step(words, {number: before[number] for number in after}, after))
        self.note(index)
        return Verdict(taken=True)

    def undo(self) -> Step | None:
        """Take the last step back; give it, or nothing where there is none or it failed."""
        step = self.steps.last
        if step is None or self._store(step.before):
            return None
        self.steps.went_back()
        return step

    def redo(self) -> Step | None:
        """Do the next step again; give it, or nothing where there is none or it failed."""
        step = self.steps.next
        if step is None or self._store(step.after):
            return None
        self.steps.went_on()
        return step

    def note(self, index: QModelIndex, text: str | None = None) -> None:
        """Remember where somebody works, and what stands half-typed there."""
        if index.isValid():
            form, code = self._form, self._model.row(index.row()).item.code
            column = self._model.column(index.column())
            self._keep_draft(
                Draft(form.plan.code, form.department, form.quarter, code, str(column), text)
            )

    @property
    def _form(self) -> Form:
        form = self._model.form
        assert form is not None  # noqa: S101 - there is nothing to type into without a form
        return form

    def _store(self, entries: Entries) -> str:
        """Store entries; say why that failed, or nothing where it did not."""
        try:
            form = self._save(self._form, entries)
        except UserError as error:
            self.refused.emit(error)
            return f"{error}"
        rows = _others(self._form, form)
        self._model.renew(form, rows)
        self.saved.emit(rows)
        return ""


def _others(before: Form, after: Form) -> list[int]:
    """Give the numbers of the rows that are not the same any more."""
    pairs = zip(before.rows, after.rows, strict=True)
    return [number for number, (old, new) in enumerate(pairs) if old is not new]


def zero(form: Form, number: int, column: Column) -> Entry:
    """零报告: put a zero into a cell.

    Raises FigureError where it takes none.
    """
    row = form.rows[number]
    return cell.typed(row.item, row.entry, column, "0").entry


def as_before(form: Form, number: int, column: Column) -> Entry:
    """与上期相同: put what the quarter before has into a cell.

    Raises FigureError where the quarter before has nothing.
    """
    row = form.rows[number]
    before = row.past.get(form.quarter.moved(-1))
    text = cell.shown(before, column) if before else ""
    if not text:
        what = "数" if column is Column.FIGURE else column.label
        raise FigureError(f"“{row.item.name}”上期没有{what}，请直接填写")
    return cell.typed(row.item, row.entry, column, text).entry

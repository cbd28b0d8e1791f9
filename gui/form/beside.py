"""`Beside`: what is stored beside the row of the panel: its record and its evidence."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.domain.cell import Column
from core.domain.form import Form, Row
from core.domain.profile import Profile
from core.domain.submission import Entry, Evidence
from core.errors import UserError
from gui.feedback import Notice
from gui.form.editing import Editing
from gui.journeys.forms import FormJourneys
from gui.models.form_model import FormModel
from gui.widgets.context.panel import ContextPanel


class Beside(QObject):
    """Reads it when the cursor rests, and adds to it. Emits `noticed` and `failed` as a page."""

    noticed = Signal(object)
    failed = Signal(object)

    def __init__(
        self, panel: ContextPanel, model: FormModel, editing: Editing, journeys: FormJourneys
    ) -> None:
        super().__init__(panel)
        self._panel, self._model, self._editing = panel, model, editing
        self._journeys = journeys
        self.profile = Profile()
        self._connect()

    def _connect(self) -> None:
        panel, proofs = self._panel, self._panel.proofs
        panel.wanted.connect(self.show_row)
        panel.record.wanted.connect(self._bring_back)
        proofs.files.connect(self._add_files)
        proofs.document.connect(self._add_document)
        proofs.unwanted.connect(self._remove)
        proofs.saved.connect(self._save)

    def show_row(self, number: int) -> None:
        """Show what is stored beside a row."""
        form = self._model.form
        if form is not None and 0 <= number < len(form.rows):
            self._try(partial(self._show, form, form.rows[number]))

    def _show(self, form: Form, row: Row) -> None:
        """Read what is stored and put it into the panel."""
        code = row.entry.code
        open_ = not self._model.lock(self._model.place(row.item.code, Column.EXPLANATION))
        self._panel.said.show_remarks(self._journeys.remarks(form, row.item.code))
        self._panel.record.show_changes(self._journeys.history(form, code), open_=open_)
        self._panel.proofs.show_evidence(self._journeys.evidence(form, code), open_=open_)

    def _bring_back(self, entry: Entry) -> None:
        """Put an earlier state back, as one step."""
        place = self._model.place(entry.code, Column.FIGURE)
        self._editing.put({place.row(): entry}, "恢复", place)

    def _add_files(self, paths: Iterable[Path]) -> None:
        for path in paths:
            self._add(partial(self._journeys.add_file, path=path))

    def _add_document(self, number: str) -> None:
        self._add(partial(self._journeys.add_document, number=number))

    def _add(self, add: Callable[..., None]) -> None:
        """Add something beside the row that the panel shows."""
        form = self._model.form
        if form is not None:
            code = form.rows[self._panel.number].entry.code
            self._try(partial(add, form, code, profile=self.profile))
            self.show_row(self._panel.number)

    def _remove(self, evidence: Evidence) -> None:
        form = self._model.form
        if form is not None:
            self._try(partial(self._journeys.remove_evidence, form, evidence, self.profile))
            self.show_row(self._panel.number)

    def _save(self, evidence: Evidence, path: Path) -> None:
        if self._try(partial(self._journeys.save_file, evidence, path)):
            self.noticed.emit(Notice(f"已存到“{path}”。"))

    def _try(self, act: Callable[[], object]) -> bool:
        """Do something; show why it failed."""
        try:
            act()
        except UserError as error:
            self.failed.emit(error)
            return False
        return True

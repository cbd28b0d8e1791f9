"""A form to type into, stored nowhere: a clerk's sheet."""

from core.domain.cell import Column
from core.domain.form_rows import with_entries
from core.errors import StorageError
from gui.form.editing import Editing
from gui.models.form_model import FormModel

BUSY = StorageError("数据库正被占用，没有保存；请稍候再按Enter")


class Sheet:
    """A model with what stores into it; `drafts` are what was remembered, the last one last."""

    def __init__(self, form):
        self.model = FormModel()
        self.model.show_form(form)
        self.editing = Editing(self.model, self._save, self._keep)
        self.refusal = None
        self.drafts, self.saves = [], []

    def _save(self, form, entries):
        if self.refusal:
            raise self.refusal
        self.saves.append(entries)
        return with_entries(form, entries)

    def _keep(self, draft):
        self.drafts.append(draft)

    @property
    def draft(self):
        """What is remembered: the cell and its half-typed text."""
        last = self.drafts[-1]
        return last and (last.code, last.column, last.text)

    def at(self, code, column=Column.FIGURE):
        """The cell of an item."""
        return self.model.place(code, column)

    def text(self, code, column=Column.FIGURE):
        """What stands in a cell."""
        return self.at(code, column).data()

    def texts(self, column=Column.FIGURE):
        """What stands in the cells of a column, blank ones left out."""
        rows = map(self.model.row, range(self.model.rowCount()))
        return {row.item.code: row.text(column) for row in rows if row.text(column)}

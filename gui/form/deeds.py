"""`Deeds`: what keys and buttons do to the chosen cells of a form."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from core.domain import cell
from core.domain.cell import TYPED, Column
from core.domain.form import Form
from core.domain.pasting import Pasting, paste
from core.domain.submission import Entry
from core.errors import FigureError
from gui.dialogs.paste_preview import PastePreview
from gui.feedback import Notice
from gui.form import editing, tsv
from gui.form.editing import Editing
from gui.widgets.grid import Grid

NOTHING = "选中的格都不能改。"
TOO_LARGE = f"剪贴板里的内容超过{tsv.MOST_CELLS}格，没有贴入；请分几次复制。"
KEYS = (
    ("Delete", "clear"),
    ("Backspace", "clear"),
    ("Ctrl+C", "copy"),
    ("Ctrl+X", "cut"),
    ("Ctrl+V", "paste"),
    ("Ctrl+Z", "undo"),
    ("Ctrl+Y", "redo"),
    ("Ctrl+Shift+Z", "redo"),
    ("Ctrl+D", "fill_down"),
)


class Deeds(QObject):
    """Each deed is one step that can be taken back. Emits `noticed` with a Notice."""

    noticed = Signal(object)

    def __init__(self, grid: Grid, edit: Editing) -> None:
        super().__init__(grid)
        self._grid, self._editing = grid, edit
        for key, name in KEYS:
            shortcut = QShortcut(QKeySequence(key), grid)
            shortcut.setContext(grid.shortcut_context)
            shortcut.activated.connect(getattr(self, name))

    @property
    def _form(self) -> Form:
        form = self._grid.form_model.form
        assert form is not None  # noqa: S101 - nothing is chosen without a form
        return form

    def go_to(self, index: QModelIndex) -> None:
        """Put the cursor on a cell, in sight, the keyboard with it."""
        if index.isValid() and self._grid.finish():
            self._grid.setCurrentIndex(index)
            self._grid.scrollTo(index)
            self._grid.setFocus()

    def first_open(self) -> QModelIndex:
        """Give the first figure that is still to be filled in, else the first cell."""
        form, model = self._form, self._grid.form_model
        rows = [row for row in form.rows if row.asked and not row.filled]
        rows += [row for row in form.rows if not form.lock(row, Column.FIGURE)]
        rows += list(form.rows)
        return model.place(rows[0].item.code, Column.FIGURE) if rows else QModelIndex()

    def seek(self, words: str, *, onward: bool) -> None:
        """Go to the row whose name or code has the words, `onward` from here, round the end."""
        model, form = self._grid.form_model, self._grid.form_model.form
        if form is None or not words.strip() or not self._grid.finish():
            return
        start = max(0, self._grid.currentIndex().row() + onward)
        for number in [*range(start, len(form.rows)), *range(start)]:
            item = form.rows[number].item
            if words.strip().lower() in f"{item.code} {item.name}".lower():
                index = model.index(number, max(0, self._grid.currentIndex().column()))
                self._grid.setCurrentIndex(index)
                return
        self.noticed.emit(Notice(f"没有找到“{words.strip()}”。"))

    def zero(self) -> None:
        """零报告 in the chosen cells."""
        self._fill("零报告", editing.zero)

    def same(self) -> None:
        """与上期相同 in the chosen cells."""
        self._fill("与上期相同", editing.as_before)

    def clear(self) -> None:
        """Empty the chosen cells."""
        self._fill("清除", _cleared)

    def fill_down(self) -> None:
        """Put what stands in the uppermost chosen row into those below it."""
        chosen = self._grid.chosen()
        if not chosen:
            return
        top = chosen[0].row()
        if top == chosen[-1].row():
            top -= 1  # a single row takes what stands above it, as in Excel
        if top < 0:
            return
        source = self._form.rows[top]
        self._fill(
            "向下填充",
            lambda form, row, column: _typed(form, row, column, source.text(column)),
            top,
        )

    def copy(self) -> None:
        """Put the chosen cells on the clipboard as Excel reads them."""
        chosen = self._grid.chosen()
        rows: dict[int, list[str]] = {}
        for index in chosen:
            rows.setdefault(index.row(), []).append(str(index.data() or ""))
        if rows:
            QGuiApplication.clipboard().setText(tsv.show(rows.values()))

    def cut(self) -> None:
        """Copy the chosen cells and empty them."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """Lay the clipboard's block over the form; ask first where anything is not as it stands."""
        try:
            block = tsv.parse(QGuiApplication.clipboard().text())
        except tsv.TooLargeError:
            self.noticed.emit(Notice(TOO_LARGE, grave=True))
            return
        chosen = self._grid.chosen()
        if not block or not chosen:
            return
        if len(block) == len(block[0]) == 1 and len(chosen) > 1:
            block = _repeated(block[0][0], chosen)
        found = paste(self._form, chosen[0].row(), chosen[0].column(), block)
        if found.doubtful:
            preview = PastePreview(self._form, found, self._grid.window())
            preview.accepted.connect(lambda: self._take(found, chosen[0]))
            preview.open()
        elif found.entries:
            self._take(found, chosen[0])

    def undo(self) -> None:
        """Take the last step back."""
        if step := self._editing.undo():
            self.noticed.emit(Notice(f"已撤销：{step.words}。"))

    def redo(self) -> None:
        """Do the step that was taken back again."""
        if step := self._editing.redo():
            self.noticed.emit(Notice(f"已重做：{step.words}。"))

    def _take(self, found: Pasting, index: QModelIndex) -> None:
        verdict = self._editing.put(found.entries, f"粘贴{len(found.entries)}行", index)
        if verdict.taken:
            self.noticed.emit(Notice(f"已贴入{len(found.entries)}行，按Ctrl+Z可以整体撤销。"))

    def _fill(
        self, words: str, make: Callable[[Form, int, Column], Entry], skipped: int = -1
    ) -> None:
        """Make new entries of the chosen cells that are open, and store them as one step."""
        chosen = self._grid.chosen()
        if not chosen or not self._grid.finish():
            return
        form = made = self._form
        refused = ""
        touched = False
        for index in chosen:
            row, column = index.row(), self._grid.form_model.column(index.column())
            if row == skipped or column not in TYPED or form.lock(form.rows[row], column):
                continue
            touched = True
            try:
                made = made.with_entry(row, make(made, row, column))
            except FigureError as error:
                refused = refused or str(error)
        entries = {
            number: row.entry
            for number, row in enumerate(made.rows)
            if row is not form.rows[number]
        }
        if entries:
            self._editing.put(entries, words, self._grid.currentIndex())
        if refused or not touched:
            self.noticed.emit(Notice(refused or self._why_not(chosen)))

    def _why_not(self, chosen: list[QModelIndex]) -> str:
        """Say why nothing can be changed: for one cell its reason, else in general."""
        return self._grid.form_model.lock(chosen[0]) if len(chosen) == 1 else NOTHING


def _typed(form: Form, number: int, column: Column, text: str) -> Entry:
    """Type a text into a cell."""
    row = form.rows[number]
    return cell.typed(row.item, row.entry, column, text).entry


def _cleared(form: Form, number: int, column: Column) -> Entry:
    """Empty a cell."""
    return _typed(form, number, column, "")


def _repeated(text: str, chosen: list[QModelIndex]) -> list[list[str]]:
    """Give one text for each of the chosen cells, as Excel pastes a single cell."""
    rows = chosen[-1].row() - chosen[0].row() + 1
    columns = max(each.column() for each in chosen) - chosen[0].column() + 1
    return [[text] * columns for _ in range(rows)]

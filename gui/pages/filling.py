"""`Filling`: the page 填报, where a department's clerk types a quarter."""

from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from core.domain.cell import Column
from core.domain.form import Form
from core.domain.issue import Issue
from core.domain.profile import Profile
from core.domain.submission import Entry, Signature
from core.errors import UserError
from core.progress import Job
from gui.feedback import Notice
from gui.form.deeds import Deeds
from gui.form.editing import Editing
from gui.journeys.database import Opened
from gui.journeys.forms import FormJourneys
from gui.models.form_model import FormModel
from gui.pages.page import Page
from gui.scope import Scope, Way
from gui.task import Task
from gui.widgets.context.panel import ContextPanel
from gui.widgets.form_bar import FormBar
from gui.widgets.grid import Grid

NO_PLAN = "还没有规划。请先在“规划与指标”导入或新建规划。"
NO_FORM = "这个部门本季没有要填的指标。请换一个部门，或在上方换报告期。"
FILL = "逐格填写，按Enter向下、Tab向右，填完一格即已保存。缺数选原因，异常写说明，填完按“报送”。"
SAVED = "填完一格就已保存，不用再存。要报送请按“报送”。"
READY = "已填完。请看右边“全部问题”，处理后按“报送”。"
CLOSED = "本表已报送，各格锁定。审核前要改，请按“撤回”。"
HANDED_IN = "已报送，感谢。报送后各格锁定，审核前可以撤回。"
TAKEN_BACK = "已撤回，可以继续修改，改完再报送。"


class Filling(Page):
    """A form in the middle, what is known of its row at the right."""

    def __init__(self, journeys: FormJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__("填报")
        self._journeys, self._start = journeys, start
        self._profile = Profile()
        self._scope: Scope | None = None
        self._way: Way | None = None
        self._loading: Task | None = None
        self._model = FormModel(self)
        self._editing = Editing(self._model, self._save, journeys.keep_draft)
        self._grid = Grid(self._model, self._editing.take)
        self._deeds = Deeds(self._grid, self._editing)
        self._bar, self._panel = FormBar(), ContextPanel()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(10)
        left.addWidget(self._bar)
        left.addWidget(self._grid, 1)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addLayout(left, 1)
        row.addWidget(self._panel)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        self._bar.chosen.connect(self._open)
        self._bar.sought.connect(self._deeds.seek)
        self._bar.zero.clicked.connect(self._deeds.zero)
        self._bar.same.clicked.connect(self._deeds.same)
        self._bar.hand_in.clicked.connect(self._ask_hand_in)
        self._bar.take_back.clicked.connect(self._take_back)
        self._grid.locked.connect(lambda words: self.noticed.emit(Notice(words)))
        self._grid.typed.connect(self._editing.note)
        self._grid.selectionModel().currentChanged.connect(self._follow)
        QShortcut(QKeySequence("F6"), self, self._turn)
        QShortcut(QKeySequence.StandardKey.Save, self, lambda: self.noticed.emit(Notice(SAVED)))
        self._deeds.noticed.connect(self.noticed)
        self._editing.saved.connect(self._show_progress)
        self._editing.refused.connect(self._refuse)
        self._connect_panel()

    def _turn(self) -> None:
        """Take the keyboard from the form to the panel, from there to the bar, and back."""
        if self._grid.hasFocus():
            self._panel.focus()
        elif self._panel.isAncestorOf(self.focusWidget()):
            self._bar.focus()
        else:
            self._grid.setFocus()

    def _connect_panel(self) -> None:
        panel = self._panel
        panel.wanted.connect(self._show_stored)
        panel.row_findings.led.connect(self.show_issue)
        panel.form_findings.led.connect(self.show_issue)
        panel.record.wanted.connect(self._bring_back)
        panel.proofs.files.connect(self._add_files)
        panel.proofs.document.connect(self._add_document)
        panel.proofs.unwanted.connect(self._remove_evidence)
        panel.proofs.saved.connect(self._save_file)

    @property
    def form(self) -> Form | None:
        """The form that is shown."""
        return self._model.form

    def welcome(self, opened: Opened) -> None:
        """Take in who uses the program; what is stored may be another thing now."""
        self._profile, self._scope = opened.profile, None
        self._model.forbid(str(opened.holder or ""))

    def show_scope(self, scope: Scope | None) -> None:
        """Show the form of another plan or quarter."""
        if scope == self._scope and self._model.form is not None and self._way is None:
            return
        self._scope = scope
        if scope is None:
            self._show(None)
            self.advise(NO_PLAN)
            return
        departments = self._journeys.departments(scope)
        self._bar.offer(departments, self._department(scope))
        self._open(self._bar.department)

    def arrive(self, way: Way) -> None:
        """Show the form and the cell that another page pointed to."""
        self._way = way
        if way.department and way.department != self._bar.department:
            self._bar.choose(way.department)
        elif self._loading is None:
            self._reach()

    def leave(self) -> None:
        """Nothing stands half-typed when the program ends by itself."""
        if self._grid.finish():
            self._journeys.keep_draft(None)

    def _department(self, scope: Scope) -> str:
        """Give the department whose form is shown: the one led to, shown before, or the user's."""
        return (
            (self._way.department if self._way else "")
            or self._bar.department
            or self._profile.department(scope.plan.region)
        )

    def _open(self, department: str) -> None:
        """Open the form of a department in the background."""
        if self._scope is None or not department:
            self._show(None)
            self.advise(NO_FORM)
            return
        if self._loading:
            self._loading.cancel()
        task = self._loading = self._start(self._journeys.load(self._scope, department))
        task.succeeded.connect(partial(self._welcome_form, task))
        task.failed.connect(partial(self._fail, task))

    def _welcome_form(self, task: Task, form: Form) -> None:
        if task is self._loading:
            self._loading = None
            self._editing.steps.clear()
            self._show(form)
            self._reach()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._loading:
            self._loading = None
            self.failed.emit(error)

    def _show(self, form: Form | None) -> None:
        self._model.show_form(form)
        self._grid.fit_columns()
        self._show_progress()

    def _reach(self) -> None:
        """Put the cursor where it was led to, else on the first cell that is not filled."""
        way, self._way = self._way, None
        form = self._model.form
        if form is None:
            return
        index = self._model.place(way.code, Column.of(way.column or Column.FIGURE)) if way else None
        self._deeds.go_to(index if index and index.isValid() else self._deeds.first_open())
        draft = self._journeys.draft() if way and way.text is not None else None
        if draft and draft.text is not None and index and index.isValid():
            self._grid.offer(index, draft.text)

    def _save(self, form: Form, entries: Mapping[int, Entry]) -> Form:
        return self._journeys.save(form, entries, self._profile)

    def _show_progress(self) -> None:
        form = self._model.form
        self._bar.show_form(form, writable=not self._model.forbidden)
        self._panel.show_form(form)
        self._panel.follow(self._grid.currentIndex().row())
        if form is not None:
            self.advise(_advice(form))

    def _follow(self, index: QModelIndex) -> None:
        self._panel.follow(index.row())
        self._grid.verticalHeader().viewport().update()

    def _refuse(self, error: UserError) -> None:
        """Say why nothing was stored; a form that others changed is read again."""
        self.failed.emit(error)
        if self._journeys.is_stale(error):
            QTimer.singleShot(0, self, self._reload)

    def _reload(self) -> None:
        index = self._grid.currentIndex()
        if index.isValid() and self._scope:
            code, column = (
                self._model.row(index.row()).item.code,
                self._model.column(index.column()),
            )
            self._way = Way("填报", code=code, column=str(column))
        self._open(self._bar.department)

    def show_issue(self, issue: Issue) -> None:
        """Go to the cell of an issue."""
        index = self._model.place(issue.code, Column.of(issue.column))
        if index.isValid():
            self._deeds.go_to(index)

    def _show_stored(self, number: int) -> None:
        """Show what is stored beside a row: its record and its evidence."""
        form = self._model.form
        if form is None or number >= len(form.rows):
            return
        code = form.rows[number].entry.code
        open_ = not self._model.lock(
            self._model.place(form.rows[number].item.code, Column.EXPLANATION)
        )
        self._panel.record.show_changes(self._journeys.history(form, code), open_=open_)
        self._panel.proofs.show_evidence(self._journeys.evidence(form, code), open_=open_)

    def _bring_back(self, entry: Entry) -> None:
        """Put an earlier state back, as one step."""
        index = self._grid.currentIndex()
        self._editing.put({index.row(): entry}, "恢复", index)

    def _add_files(self, paths: "list[Any]") -> None:
        for path in paths:
            self._beside(partial(self._journeys.add_file, path=path))

    def _add_document(self, number: str) -> None:
        self._beside(partial(self._journeys.add_document, number=number))

    def _beside(self, add: Callable[..., None]) -> None:
        """Add something beside the row that the panel shows."""
        form = self._model.form
        if form is not None:
            code = form.rows[self._panel.number].entry.code
            self._try(partial(add, form, code, profile=self._profile))
            self._show_stored(self._panel.number)

    def _remove_evidence(self, evidence: Any) -> None:  # noqa: ANN401 - from a signal
        form = self._model.form
        if form is not None:
            self._try(partial(self._journeys.remove_evidence, form, evidence, self._profile))
            self._show_stored(self._panel.number)

    def _save_file(self, evidence: Any, path: Any) -> None:  # noqa: ANN401 - from a signal
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

    def _ask_hand_in(self) -> None:
        """Show what is lacking, else ask who answers for the form."""
        from gui.dialogs.hand_in import HandIn, Lacking

        form = self._model.form
        if form is None or not self._grid.finish():
            return
        if issues := self._journeys.lacks(form):
            lacking = Lacking(issues, self)
            lacking.led.connect(self.show_issue)
            lacking.open()
            return
        today = datetime.now().astimezone().date()
        asked = HandIn(form, self._profile, today, self)
        asked.signed.connect(self._hand_in)
        asked.open()

    def _hand_in(self, signature: Signature) -> None:
        form = self._model.form
        if form is not None:
            self._change_state(
                lambda: self._journeys.hand_in(form, signature, self._profile), HANDED_IN
            )

    def _take_back(self) -> None:
        form = self._model.form
        if form is not None:
            self._change_state(lambda: self._journeys.take_back(form, self._profile), TAKEN_BACK)

    def _change_state(self, act: Callable[[], Form], words: str) -> None:
        """Hand in or take back; afterwards nothing typed before is taken back."""
        try:
            form = act()
        except UserError as error:
            self.failed.emit(error)
            return
        index = self._grid.currentIndex()
        self._editing.steps.clear()
        self._show(form)
        self._deeds.go_to(self._model.index(index.row(), index.column()))
        self.noticed.emit(Notice(words))


def _advice(form: Form) -> str:
    """Say what to do now with a form."""
    if not form.rows:
        return NO_FORM
    if form.state.closed:
        return CLOSED
    return READY if form.asked == form.filled else FILL

"""`Filling`: the page 填报, where a department's clerk types a quarter."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QModelIndex, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from core.domain.cell import Column
from core.domain.form import Form
from core.domain.issue import Issue
from core.domain.profile import Profile
from core.domain.submission import Entry, State
from core.errors import UserError
from core.progress import Job
from gui.feedback import Notice
from gui.form.beside import Beside
from gui.form.carrying import Carrying
from gui.form.deeds import Deeds
from gui.form.editing import Editing
from gui.form.handing import Handing
from gui.journeys.database import Opened
from gui.journeys.forms import FormJourneys, OpenedForm
from gui.models.form_model import FormModel
from gui.pages.page import Page
from gui.scope import Scope, Way
from gui.task import Task
from gui.widgets.context.panel import ContextPanel
from gui.widgets.form_bar import FormBar
from gui.widgets.grid import Grid

if TYPE_CHECKING:
    from core.services.inbox.received import TakenUp

TITLE = "填报"
NO_PLAN = "还没有规划。请先在“规划与指标”导入或新建规划。"
NO_FORM = "本季没有要填报的部门。请在上方换规划或报告期。"
NOT_OPENED = "报表没有打开。请稍候再试，或在上方换规划或报告期。"
FILL = "逐格填写，按Enter向下、Tab向右，填完一格即已保存。缺数选原因，异常写说明，填完按“报送”。"
READY = "已填完。请看右边“全部问题”，处理后按“报送”。"
CLOSED = "本表已报送，各格锁定。审核前要改，请按“撤回”。"
REVIEWED = "本表已审核，各格锁定。要改请联系汇总单位退回。"
APPROVED = "本表已审定，各格锁定。要改由汇总单位在“审核”里写明理由后改。"
REMARKS = "汇总单位有{}条审核意见没有处理，见右边“审核意见”，改好后按“报送”。"
LOST = 40  # characters that are shown of a text that is lost; the details have it whole
READ_ONLY = "这个数据库现在只能查看，谁在使用见窗口上方。要填报，请等对方关闭窗口后重新打开。"
_CLOSED = {State.SUBMITTED: CLOSED, State.REVIEWED: REVIEWED, State.APPROVED: APPROVED}
SAVED = "填完一格就已保存，不用再存。要报送请按“报送”。"


class Filling(Page):
    """A form in the middle, what is known of its row at the right."""

    def __init__(self, journeys: FormJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__(TITLE)
        self._journeys, self._start = journeys, start
        self._profile = Profile()
        self._scope: Scope | None = None
        self._way: Way | None = None
        self._loading: Task | None = None
        self._remarks = 0
        self._model = FormModel(self)
        self._editing = Editing(self._model, self._save, journeys.keep_draft)
        self._grid = Grid(self._model, self._editing.take)
        self._deeds = Deeds(self._grid, self._editing)
        self._bar, self._panel = FormBar(), ContextPanel()
        self._beside = Beside(self._panel, self._model, self._editing, journeys)
        self._handing = Handing(journeys, self)
        self._carrying = Carrying(journeys, start, self)
        self._lay_out()
        self._connect()
        self._connect_bar()

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
        self._grid.locked.connect(lambda words: self.noticed.emit(Notice(words)))
        self._grid.typed.connect(self._editing.note)
        self._grid.selectionModel().currentChanged.connect(self._follow)
        self._editing.saved.connect(self._show_progress)
        self._editing.refused.connect(self._refuse)
        self._handing.changed.connect(self._show_state)
        for findings in (self._panel.row_findings, self._panel.form_findings, self._handing):
            findings.led.connect(self.show_issue)
        self._carrying.taken_up.connect(self._meet)
        for teller in (self._deeds, self._beside, self._handing, self._carrying):
            teller.noticed.connect(self.noticed)
        for teller in (self._beside, self._handing, self._carrying):
            teller.failed.connect(self.failed)

    def _connect_bar(self) -> None:
        self._bar.chosen.connect(self._open)
        self._bar.sought.connect(partial(self._deeds.seek, onward=False))
        self._bar.sought_on.connect(partial(self._deeds.seek, onward=True))
        self._bar.zero.clicked.connect(self._deeds.zero)
        self._bar.same.clicked.connect(self._deeds.same)
        self._bar.hand_in.clicked.connect(lambda: self._hand(self._handing.ask))
        self._bar.take_back.clicked.connect(lambda: self._hand(self._handing.take_back))
        self._bar.brought.connect(lambda: self._carry(self._carrying.ask_form))
        self._bar.returned.connect(lambda: self._carry(self._carrying.ask_return))
        QShortcut(QKeySequence("F6"), self, self._turn)
        QShortcut(QKeySequence.StandardKey.Save, self, lambda: self.noticed.emit(Notice(SAVED)))

    @property
    def form(self) -> Form | None:
        """The form that is shown."""
        return self._model.form

    def welcome(self, opened: Opened) -> None:
        """Take in who uses the program; what is stored may be another thing now."""
        self._scope = None
        self._profile = self._beside.profile = self._handing.profile = opened.profile
        self._carrying.profile = opened.profile
        self._model.forbid(str(opened.holder or ""))

    def show_scope(self, scope: Scope | None) -> None:
        """Show the form of another plan or quarter."""
        if scope is None or scope != self._scope or self._model.form is None:
            self._scope = scope
            self._open()

    def arrive(self, way: Way) -> None:
        """Show the form and the cell that another page pointed to."""
        self._way = way
        form = self._model.form
        if form is None or way.department not in ("", form.department):
            self._open()
        elif self._loading is None:
            self._reach()

    def leave(self) -> None:
        """Forget the place where somebody typed: the program ends by itself."""
        if self._grid.finish():
            self._journeys.keep_draft(None)

    def _open(self, chosen: str = "") -> None:
        """Open in the background the form chosen, led to, shown before, or one's own."""
        self._drop()
        if self._loading:
            self._loading.cancel()
            self._loading = None
        if self._scope is None:
            self._show(None, NO_PLAN)
            return
        led, own = self._way, self._profile.department(self._scope.plan.region)
        wanted = (chosen, led.department if led else "", self._bar.department, own)
        task = self._loading = self._start(self._journeys.open(self._scope, wanted))
        task.succeeded.connect(partial(self._welcome_form, task))
        task.failed.connect(partial(self._fail, task))

    def _welcome_form(self, task: Task, opened: OpenedForm) -> None:
        if task is not self._loading:
            return
        self._loading = None
        form, self._remarks = opened.form, opened.remarks
        self._bar.offer(opened.departments, form.department if form else "")
        self._show(form, NO_FORM)
        if form is not None:
            self._reach()

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._loading:
            self._loading = None
            self._show(None, NOT_OPENED)
            self.failed.emit(error)

    def _show(self, form: Form | None, otherwise: str = "") -> None:
        """Show a form, or none with what is to be done instead; nothing before is taken back."""
        self._editing.steps.clear()
        self._model.show_form(form)
        self._grid.fit()
        self._show_progress()
        if form is None:
            self.advise(otherwise)

    def _show_state(self, form: Form) -> None:
        """Show the form handed in or taken back, the cursor where it is."""
        index = self._grid.currentIndex()
        self._show(form)
        self._deeds.go_to(self._model.index(index.row(), index.column()))

    def _reach(self) -> None:
        """Put the cursor where it was led to, else on the first cell that is not filled."""
        way, self._way = self._way or Way(TITLE), None
        index = self._model.place(way.code, Column.of(way.column or Column.FIGURE))
        self._deeds.go_to(index if index.isValid() else self._deeds.first_open())
        if way.text is not None and not self._grid.offer(index, way.text):
            self._tell_lost(way.code, way.text)

    def _drop(self) -> None:
        """Say what is lost where a form is left with a text in it that cannot be taken."""
        if self._way and self._way.text is not None:
            return  # it will be offered again
        if lost := self._grid.unfinished:
            self._tell_lost(self._model.row(self._grid.currentIndex().row()).item.name, lost)

    def _tell_lost(self, name: str, text: str) -> None:
        """Say which text is not stored; all of it can be copied."""
        words = f"“{name}”里填的“{text[:LOST]}”不能采用，没有保存。"
        self.noticed.emit(Notice(words, text, grave=True))

    def _save(self, form: Form, entries: Mapping[int, Entry]) -> Form:
        return self._journeys.save(form, entries, self._profile)

    def _show_progress(self) -> None:
        form = self._model.form
        self._bar.show_form(form, writable=not self._model.forbidden)
        self._panel.show_form(form)
        self._panel.follow(self._grid.currentIndex().row())
        if form is not None:
            self.advise(READ_ONLY if self._model.forbidden else _advice(form, self._remarks))

    def _follow(self, index: QModelIndex) -> None:
        self._panel.follow(index.row())
        self._grid.verticalHeader().viewport().update()

    def _refuse(self, error: UserError) -> None:
        """Say why nothing was stored; a form that others changed is read again."""
        self.failed.emit(error)
        if self._journeys.is_stale(error):
            QTimer.singleShot(0, self, self._read_again)

    def _read_again(self) -> None:
        """Open the same form again, the cursor and what is being typed where they are."""
        index = self._grid.currentIndex()
        code, column = self._model.row(index.row()).item.code, self._model.column(index.column())
        self._way = Way(TITLE, code=code, column=str(column), text=self._grid.text)
        self._open()

    def show_issue(self, issue: Issue) -> None:
        """Go to the cell of an issue."""
        self._deeds.go_to(self._model.place(issue.code, Column.of(issue.column)))

    def _hand(self, act: Callable[[Form], None]) -> None:
        """Do something with the whole form, what is being typed taken first."""
        if self._model.form is not None and self._grid.finish():
            act(self._model.form)

    def _carry(self, act: Callable[[], None]) -> None:
        """Do something with a received workbook, what is being typed taken first."""
        if self._grid.finish():
            act()

    def _meet(self, done: "TakenUp") -> None:
        """Show the form whose figures came with a workbook, whichever it is."""
        way, scope = Way(TITLE, done.quarter, done.department, plan=done.plan), self._scope
        if scope and (scope.plan.code, scope.quarter) == (done.plan, done.quarter):
            self._way = way
            self._open()
        else:
            self.led.emit(way)

    def _turn(self) -> None:
        """Take the keyboard from the form to the panel, from there to the bar, and back."""
        if not self._grid.finish():
            return
        if self._grid.hasFocus():
            self._panel.focus()
        elif self._panel.isAncestorOf(self.focusWidget()):
            self._bar.focus()
        else:
            self._grid.setFocus()


def _advice(form: Form, remarks: int) -> str:
    """Say what to do now with a form on which so many remarks are open."""
    if form.state in _CLOSED:
        return _CLOSED[form.state]
    if remarks:
        return REMARKS.format(remarks)
    return READY if form.asked == form.filled else FILL

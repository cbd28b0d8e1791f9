"""`Review`: the page 审核, where the office looks at forms figure by figure, and lets them pass."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from core.domain.profile import Profile, Role
from core.domain.reviewing.docket import Case, Docketed, Reviewed
from core.domain.submission import State
from core.errors import UserError
from core.progress import Job
from gui.feedback import Notice
from gui.journeys.database import Opened
from gui.journeys.review import ReviewJourneys
from gui.models.docket_model import DocketModel, Kind
from gui.models.figures_model import FiguresModel
from gui.models.figures_order import Look
from gui.pages.page import Page
from gui.review import steps
from gui.review.deeds import Deeds
from gui.review.reading import Reading
from gui.scope import Scope, Way
from gui.task import Task
from gui.widgets.plan.panel import split
from gui.widgets.review.docket_list import DocketList
from gui.widgets.review.figure_view import FigureView
from gui.widgets.review.figures_table import FiguresTable
from gui.widgets.review.review_bar import ReviewBar

TITLE, FORM = "审核", "填报"
HELD = "这个数据库现在只能查看，谁在使用见窗口上方。要审核，请等对方关闭窗口后重新打开。"
COPIED = "已复制{}行，可以粘贴到Excel或WPS。"
TABLE, VIEW = 300, 250  # pixels
REST = 90  # ms without a move of the cursor, after which what is below follows it
_WAITING = (State.SUBMITTED, State.REVIEWED, State.APPROVED)


class Review(Page):
    """The forms at the left, the figures of the chosen one at the right, one of them below."""

    def __init__(self, journeys: ReviewJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__(TITLE)
        self._journeys = journeys
        self._scope: Scope | None = None
        self._profile, self._held, self._trouble = Profile(), False, ""
        self._case: Case | None = None
        self._shown: Reviewed | None = None
        self._way: Way | None = None
        self._docket, self._figures = DocketModel(self), FiguresModel(self)
        self._list, self._table = DocketList(self._docket), FiguresTable(self._figures)
        self._bar, self._view = ReviewBar(), FigureView()
        self._reading, self._deeds = Reading(journeys, start, self), Deeds(journeys, start, self)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._lay_out()
        self._connect()
        self._connect_bar()
        self._connect_work()

    def _lay_out(self) -> None:
        work = split(Qt.Orientation.Vertical, (self._table, TABLE), (self._view, VIEW))
        work.setStretchFactor(0, 1)
        right = QWidget()
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._bar)
        column.addWidget(work, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self._list)
        row.addWidget(right, 1)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        remarks = self._view.remarks
        self._list.turned.connect(self._turn)
        self._table.turned.connect(self._rest.start)
        self._table.commented.connect(remarks.focus)
        self._table.settled.connect(self._settle_all)
        self._table.copied.connect(lambda n: self.noticed.emit(Notice(COPIED.format(n))))
        self._view.led.connect(self._table.go_to)
        remarks.said.connect(self._say)
        remarks.settled.connect(lambda each: self._deeds.settle([each], done=not each.settled))
        remarks.left.connect(self._table.setFocus)
        self._rest.timeout.connect(self._follow)
        QShortcut(QKeySequence("F5"), self, self._look)

    def _connect_bar(self) -> None:
        bar, deeds = self._bar, self._deeds
        bar.look.activated.connect(lambda: self._table.show_look(Look(bar.look.currentData())))
        bar.next.clicked.connect(self._table.go_on)
        bar.open.clicked.connect(lambda: self._act(self._open_form))
        bar.amend.clicked.connect(self._amend)
        bar.review.clicked.connect(lambda: self._act(deeds.review))
        bar.approve.clicked.connect(lambda: self._act(self._approve))
        bar.back.clicked.connect(lambda: self._act(deeds.ask_folder))
        bar.undo.clicked.connect(lambda: self._act(deeds.take_back))
        bar.revoke.clicked.connect(lambda: self._act(deeds.ask_revocation))

    def _connect_work(self) -> None:
        self._reading.listed.connect(self._fill)
        self._reading.opened.connect(self._show)
        self._reading.failed.connect(self._miss)
        self._deeds.began.connect(self._judge)
        self._deeds.ended.connect(self._judge)
        self._deeds.done.connect(self._look)
        self._deeds.noticed.connect(self.noticed)
        self._deeds.failed.connect(self.failed)

    def welcome(self, opened: Opened) -> None:
        """Take in who uses the program, and whether anything can be written."""
        self._profile, self._held = opened.profile, opened.holder is not None

    def show_scope(self, scope: Scope | None) -> None:
        """Show the forms of another plan or quarter, or the same ones as they are now."""
        if scope != self._scope:
            self._show(None)
        self._scope = self._deeds.scope = scope
        self._look()

    def arrive(self, way: Way) -> None:
        """Show the form and the figure that another page pointed to."""
        self._way = way
        if not self._reading.is_listing:
            self._reach()

    def leave(self) -> None:
        """Keep at once a remark that was typed and not sent off: no job is begun any more."""
        if (typed := self._view.remarks.typed) and self._shown and self._case:
            self._deeds.say_now(self._case.form.department, self._code, typed)

    @property
    def is_office(self) -> bool:
        """Whether the page is looked at by the office; a department reads its own form only."""
        return self._profile.role is not Role.DEPARTMENT

    @property
    def writable(self) -> bool:
        """Whether anything can be done here."""
        return self.is_office and not self._held

    def _look(self) -> None:
        """List the forms as they are now."""
        self._reading.forget()
        if self._scope:
            self._reading.list_forms(self._scope)
        else:
            self._docket.show_forms(())
            self._show(None)

    def _fill(self, forms: Sequence[Docketed]) -> None:
        """List the forms, and open the one that was shown, led to, or waits."""
        region = self._scope.plan.region if self._scope else ""
        own = self._profile.department(region)
        self._trouble = ""
        self._docket.show_forms([e for e in forms if self.is_office or e.department == own])
        self._list.count()
        self._reach()

    def _miss(self, error: Exception) -> None:
        self._trouble = steps.NOT_READ
        self._show(None)
        self.failed.emit(error)

    def _reach(self) -> None:
        """Choose the form that was led to or shown before, else the first that waits."""
        led = self._way.department if self._way else ""
        known = self._case.form.department if self._case else ""
        wanted = led or known or self._waiting()
        if led and self._docket.row(led) < 0:
            self._list.show_kind(Kind.ALL)
        self._list.choose(wanted)
        self._open()

    def _waiting(self) -> str:
        """Give the department whose form the office should look at first."""
        found = (
            each.department for s in _WAITING for each in self._docket.forms if each.state is s
        )
        return next(found, "")

    def _turn(self) -> None:
        """Open the form that was chosen, if it is another one."""
        form = self._list.form
        if form and not (self._case and self._case.form.department == form.department):
            self._open()

    def _open(self) -> None:
        """Read the chosen form anew."""
        form = self._list.form
        if form and self._scope:
            self._reading.open_form(self._scope, form.department)
        else:
            self._show(None)

    def _show(self, case: Case | None) -> None:
        """Show a form, the cursor where it is or where it was led to."""
        code = self._code
        self._keep_typed(case.form.department if case else "")
        if case and self._way:
            code, self._way = self._way.code or code, None
        self._case = case
        self._figures.show_figures(case.figures if case else ())
        self._view.show_case(case)
        self._bar.show_case(self._list.form, case, writable=self.writable)
        self._bar.count(self._table.order)
        self._table.go_to(code)
        self._rest.stop()
        self._follow()

    @property
    def _code(self) -> str:
        """The code of the figure that is shown."""
        return self._shown.row.item.code if self._shown else ""

    def _follow(self) -> None:
        """Show what is known of the figure where the cursor rests."""
        each = self._table.figure
        if each is None or each.row.item.code != self._code:
            self._keep_typed()
        self._shown = each
        self._view.show_figure(each, self._reported(each), writable=self.writable)
        self._judge()

    def _reported(self, each: Reviewed | None) -> Sequence[Any]:
        """Read what was reported of a figure; where that fails nothing is listed."""
        if each is None or self._case is None:
            return ()
        try:
            return self._journeys.reported(self._case.form, each.row.item.code)
        except UserError as error:
            self.failed.emit(error)
            return ()

    def _judge(self) -> None:
        """Say what is to be done, and let be pressed what can be done."""
        each, case = self._shown, self._case
        clean = case is not None and not case.remarks
        amendable = each is not None and not each.row.item.same_source
        self._bar.allow(clean=clean, amendable=amendable, busy=self._deeds.at_work)
        told = steps.for_office(self._docket.forms, case)
        if not self.is_office:
            told = steps.for_department(case)
        if self._scope is None:
            told = steps.NO_PLAN
        self.advise(self._trouble or (HELD if self._held else told))

    def _act(self, act: Callable[[Docketed], None]) -> None:
        """Do something with the chosen form, what is being typed kept first."""
        self._keep_typed()
        if (form := self._list.form) and self._case:
            act(form)

    def _say(self, text: str) -> None:
        """Keep a remark on the figure that is shown, and go back to the figures."""
        if self._shown and self._case:
            self._view.remarks.clear()
            self._deeds.say(self._case.form.department, self._code, text)
            self._table.setFocus()

    def _keep_typed(self, department: str = "") -> None:
        """Keep a remark that was typed and not sent off when something else is turned to."""
        typed = self._view.remarks.typed
        here = self._case and self._case.form.department == department
        if typed and not here:
            self._say(typed)

    def _settle_all(self) -> None:
        """Settle what is open on the chosen figure, or open again what was settled."""
        if self.writable and self._shown:
            remarks = self._shown.open or self._shown.remarks[-1:]
            self._deeds.settle(remarks, done=bool(self._shown.open))

    def _approve(self, form: Docketed) -> None:
        """Ask who approves; all forms that wait for it can be taken along."""
        waiting = [e for e in self._docket.forms if e.state is State.REVIEWED and not e.remarks]
        self._deeds.ask_approval(waiting, form.department)

    def _amend(self) -> None:
        if self._shown:
            self._deeds.ask_amendment(self._shown)

    def _open_form(self, form: Docketed) -> None:
        self.led.emit(Way(FORM, form.quarter, form.department, self._code))

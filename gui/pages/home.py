"""`Home`: what to do now, and how far every department has come."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout

from core.domain.profile import Role
from core.domain.standing import Standing
from core.domain.steps import Aim, Step
from core.progress import Job
from gui import feedback
from gui.feedback import Notice
from gui.journeys.database import OPENING
from gui.pages.page import Page
from gui.scope import Scope, Way
from gui.task import Task
from gui.widgets import parts
from gui.widgets.charts.lights_excerpt import LightsExcerpt
from gui.widgets.forms_board import FormsBoard
from gui.widgets.next_steps import NextSteps

if TYPE_CHECKING:
    from core.domain.lights import Lights
    from core.services.overview import Overview
    from gui.dialogs.bases import Bases

NO_PLAN = "还没有规划。请先在“规划与指标”里导入或新建规划，再回到首页。"
UNREAD = "报送情况没有读出来，数据没有改动。原因见窗口下方，处理后请重试。"
NOT_SAVED = "出了程序没有预料到的错误，基期没有保存，填的数还在这里。"
EMPTY = "这个部门在这个规划里没有要填、要说明的指标，没有报表可以打开。"
FORMS, REVIEW, COMPLETION = "填报", "审核", "完成情况"
PLANS, SETTINGS = "规划与指标", "设置与数据"

LookJob = Callable[[Scope], Job["Overview"]]
LightsJob = Callable[[Scope], Job["Lights"]]
FillJob = Callable[[Scope, Mapping[str, str], str, str], Job[int]]


class Home(Page):
    """The page 首页; `look`, `follow` and `fill_bases` are its journeys, `start` runs them.

    The lights come after everything else: nobody waits for them.
    """

    def __init__(
        self,
        look: LookJob,
        follow: LightsJob,
        fill_bases: FillJob,
        start: Callable[[Job[Any]], Task],
    ) -> None:
        super().__init__("首页")
        self._look_job, self._lights_job, self._fill_job = look, follow, fill_bases
        self._start = start
        self._scope: Scope | None = None
        self._task: Task | None = None
        self._judging: Task | None = None
        self._overview: Overview | None = None
        self._steps = NextSteps()
        self._lights = LightsExcerpt()
        self._board = FormsBoard()
        self._again = parts.button("重试(&R)", "再读一次报送情况", "primary")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.body.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self._steps)
        self.body.addSpacing(10)
        column = QVBoxLayout()
        column.setSpacing(14)
        column.addWidget(self._lights)
        column.addWidget(self._board, 1)
        self.body.addLayout(column, 1)
        self.body.addStretch(0)
        self._say(OPENING)

    def _connect(self) -> None:
        self._again.clicked.connect(self._look)
        self._steps.taken.connect(self._take)
        self._lights.opened.connect(self._open_item)
        self._board.opened.connect(self._open)
        self._board.noticed.connect(self.noticed)
        QShortcut(QKeySequence("F5"), self, self._look)

    def show_scope(self, scope: Scope | None) -> None:
        """Show another plan or quarter, or the same one as it is now."""
        self._scope = scope
        self._look()

    def _look(self) -> None:
        """Read the overview; only the answer to the last question counts."""
        self._forget()
        if self._scope is None:
            self._say(NO_PLAN)
            return
        task = self._task = self._start(self._look_job(self._scope))
        task.succeeded.connect(partial(self._show, task))
        task.failed.connect(partial(self._fail, task))

    def _forget(self) -> None:
        """Do without what is still being read."""
        for task in (self._task, self._judging):
            if task:
                task.cancel()
        self._task = self._judging = None

    def _show(self, task: Task, overview: "Overview") -> None:
        if task is self._task:
            self._task = None
            self._arrange(overview)

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self._say(UNREAD)
            self._again.show()
            self._again.setFocus()
            self.failed.emit(error)

    def _arrange(self, overview: "Overview") -> None:
        """Show an overview."""
        self._overview = overview
        self.advise(overview.advice)
        self._again.hide()
        self._steps.show_steps(overview.steps)
        self._board.show_overview(overview)
        self._board.setVisible(bool(self._board.table.model().rowCount()))
        if self._scope and overview.role is Role.OFFICE:
            self._judge(self._scope)
        else:
            self._lights.hide()

    def _judge(self, scope: Scope) -> None:
        """Judge all quarters once the page is filled; what was shown stays until then."""
        task = self._judging = self._start(self._lights_job(scope))
        task.succeeded.connect(partial(self._show_lights, task))
        task.failed.connect(partial(self._fail_lights, task))

    def _show_lights(self, task: Task, lights: "Lights") -> None:
        if task is self._judging:
            self._judging = None
            self._lights.show_lights(lights)

    def _fail_lights(self, task: Task, error: Exception) -> None:
        """Tell why there are no lights; the rest of the page does without them."""
        if task is self._judging:
            self._judging = None
            self._lights.hide()
            self.failed.emit(error)

    def _say(self, words: str) -> None:
        """Say why there is nothing to be seen."""
        self.advise(words)
        for each in (self._again, self._steps, self._lights, self._board):
            each.hide()

    def _take(self, step: Step) -> None:
        """Do what a step is for."""
        match step.aim:
            case Aim.BASES:
                self._open_bases()
            case Aim.CHASE:
                self._board.show_owed()
            case Aim.REVIEW | Aim.APPROVE:
                self.led.emit(Way(REVIEW, step.quarter, step.department))
            case Aim.PROFILE:
                self.led.emit(Way(SETTINGS))
            case Aim.DEPARTMENTS:
                self.led.emit(Way(PLANS))
            case _:
                column = "explanation" if step.aim is Aim.EXPLAIN else "figure"
                way = Way(FORMS, step.quarter, step.department, step.code, column)
                self.led.emit(way)

    def _open(self, form: Standing) -> None:
        """Turn to a form; one that is empty is only said to be."""
        if self._overview and self._overview.has_lines(form):
            self.led.emit(Way(FORMS, form.quarter, form.department))
        else:
            self.noticed.emit(Notice(EMPTY))

    def _open_item(self, code: str) -> None:
        """Turn to an item's judgement, or to all of them."""
        quarter = self._scope.quarter if self._scope else None
        self.led.emit(Way(COMPLETION, quarter, code=code))

    def _open_bases(self) -> None:
        """Ask for the bases that are missing."""
        from gui.dialogs.bases import Bases

        if self._overview:
            dialog = Bases(self._overview.gaps, self)
            dialog.wanted.connect(partial(self._fill, dialog))
            dialog.open()

    def _fill(self, dialog: "Bases", texts: Mapping[str, str], reason: str, document: str) -> None:
        """Save bases; the dialog stays until they are saved."""
        if self._scope:
            task = self._start(self._fill_job(self._scope, texts, reason, document))
            task.succeeded.connect(partial(self._end_filling, dialog))
            task.failed.connect(partial(self._refuse, dialog))

    def _end_filling(self, dialog: "Bases", count: int) -> None:
        dialog.accept()
        self.noticed.emit(Notice(f"已补录{count}项基期。"))
        self.altered.emit()

    def _refuse(self, dialog: "Bases", error: Exception) -> None:
        """Show a known error in the dialog; a bug goes where all bugs go."""
        dialog.say(feedback.words(error, NOT_SAVED))

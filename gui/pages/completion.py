"""`CompletionPage`: how far every item of a plan has come, why, and what a person decides."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from core.domain.profile import Role
from core.domain.tracked import Tracked
from core.progress import Job
from gui.completion.deciding import Deciding
from gui.completion.exporting import Exporting
from gui.completion.weather import Weather
from gui.feedback import Notice
from gui.journeys.completion import CompletionJourneys
from gui.journeys.database import Opened
from gui.models.completion_model import CompletionModel
from gui.models.completion_order import Wanted
from gui.pages.page import Page
from gui.scope import AIM, Scope, Way
from gui.task import Task
from gui.theme import scaled
from gui.widgets.completion.bar import CompletionBar
from gui.widgets.completion.panel import CompletionPanel
from gui.widgets.completion.table import CompletionTable
from gui.widgets.plan.panel import split

if TYPE_CHECKING:
    from core.services.completing import Completion

TITLE, PLANS = "完成情况", "规划与指标"
PANEL, CHART = 330, 452  # pixels of the panel, and with the chart in it
LIST, WEATHER = 0, 1  # tabs
NO_PLAN = "还没有规划。请先在“规划与指标”里导入或新建规划。"
UNREAD = "完成情况没有读出来，数据没有改动，原因见窗口下方。请按F5重试。"
DEPARTMENT = "本机用于部门填报，只能查看；要改判，请先在“设置与数据”里把用途改为汇总单位。"
HELD = "数据库正由别人使用，只能查看。"


class CompletionPage(Page):
    """The table or 晴雨表 in the middle, what is known of the chosen item at the right."""

    def __init__(self, journeys: CompletionJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__(TITLE)
        self._journeys, self._start = journeys, start
        self._scope: Scope | None = None
        self._completion: Completion | None = None
        self._task: Task | None = None
        self._code = ""  # of the item that is to be chosen once there are judgements
        self._model = CompletionModel(self)
        self._table = CompletionTable(self._model)
        self._bar, self._panel, self._views = CompletionBar(), CompletionPanel(), QStackedWidget()
        across = Qt.Orientation.Horizontal
        self._both = split(across, (self._table, CHART), (self._panel, scaled(PANEL)))
        self._deciding = Deciding(journeys, self)
        self._exporting = Exporting(journeys, start, self)
        self._weather = Weather(journeys, start, self._views)
        self._lay_out()
        self._connect()
        self._connect_parts()

    def _lay_out(self) -> None:
        self._both.setStretchFactor(0, 1)
        self._both.setStretchFactor(1, 0)
        self._views.addWidget(self._both)
        self.body.addWidget(self._bar)
        self.body.addSpacing(6)
        self.body.addWidget(self._views, 1)

    def _connect(self) -> None:
        bar, table = self._bar, self._table
        bar.tabs.currentChanged.connect(self._turn)
        bar.wanted.connect(self._want)
        bar.copy.clicked.connect(table.copy)
        bar.export.clicked.connect(lambda: self._exporting.ask(self.name, table.texts))
        table.turned.connect(lambda: self._panel.follow(table.row))
        table.opened.connect(self._panel.focus)
        table.copied.connect(self._tell_copied)
        for key, act in (("F5", self._look), ("F6", self._pass_on), ("Ctrl+F", bar.focus)):
            QShortcut(QKeySequence(key), self, act)

    def _connect_parts(self) -> None:
        panel, deciding = self._panel, self._deciding
        self._table.doubted.connect(self._override)
        panel.doubted.connect(self._override)
        panel.restored.connect(self._take_back)
        panel.aimed.connect(self._set_aim)
        panel.rested.connect(self._show_record)
        panel.turned.connect(self._make_room)
        panel.noticed.connect(self.noticed)
        self._weather.opened.connect(lambda code: self.arrive(Way(TITLE, code=code)))
        deciding.changed.connect(self._look)
        for each in (deciding, self._exporting, self._weather):
            each.noticed.connect(self.noticed)
            each.failed.connect(self.failed)

    @property
    def row(self) -> Tracked | None:
        """The item that is chosen."""
        return self._table.row

    @property
    def name(self) -> str:
        """How the table is called where it is written out."""
        return f"{self._completion.facts.as_of.label}{TITLE}" if self._completion else TITLE

    def welcome(self, opened: Opened) -> None:
        """Take in who uses the program, and whether anything can be decided."""
        self._deciding.profile = opened.profile
        department = opened.profile.role is Role.DEPARTMENT
        self._deciding.forbidden = HELD if opened.holder else DEPARTMENT if department else ""

    def show_scope(self, scope: Scope | None) -> None:
        """Show another plan or quarter, or the same one as it is now."""
        self._scope = scope
        self._look()

    def arrive(self, way: Way) -> None:
        """Show the item that another page pointed to."""
        self._code = way.code
        self._bar.tabs.setCurrentIndex(LIST)
        if self._task is None:
            self._reach()

    def _look(self) -> None:
        """Judge anew; only the answer to the last question counts."""
        if self._task:
            self._task.cancel()
        self._task = None
        self._weather.forget()
        if self._scope is None:
            self._show(None, NO_PLAN)
            return
        task = self._task = self._start(self._journeys.look(self._scope))
        task.succeeded.connect(partial(self._end, task))
        task.failed.connect(partial(self._fail, task))

    def _end(self, task: Task, completion: "Completion") -> None:
        if task is self._task:
            self._task = None
            self._show(completion, completion.advice)

    def _fail(self, task: Task, error: Exception) -> None:
        if task is self._task:
            self._task = None
            self._show(None, UNREAD)
            self.failed.emit(error)

    def _show(self, completion: "Completion | None", words: str) -> None:
        """Show judgements; the item that was chosen stays so."""
        self._code = self._code or (self.row.code if self.row else "")
        self._completion = completion
        rows = completion.rows if completion else ()
        self._panel.show_facts(completion.facts if completion else None, self._deciding.forbidden)
        self._model.show_rows(rows)
        self._bar.offer(rows)
        self._want(self._bar.choice)
        self._reach()
        self.advise(words)
        self._turn(self._bar.tabs.currentIndex())

    def _want(self, wanted: Wanted) -> None:
        """Leave other lines, and count them."""
        self._table.want(wanted)
        order = self._table.order
        self._bar.lights.count(order.taken)
        for each in (self._bar.copy, self._bar.export):
            each.setEnabled(bool(order.rowCount()))
        self._weather.leave_only([row.code for row in order.shown])

    def _reach(self) -> None:
        """Choose the item that is meant, even where it was left out."""
        code, self._code = self._code, ""
        known = any(row.code == code for row in self._model.rows)
        if not self._table.go_to(code) and known:
            self._bar.seek(code)
            self._table.go_to(code)

    def _turn(self, view: int) -> None:
        """Show the table or 晴雨表."""
        self._bar.show_view(lights=view == WEATHER)
        if view == WEATHER:
            self._weather.look(self._scope)
        else:
            self._views.setCurrentIndex(LIST)

    def _make_room(self, charted: bool) -> None:  # noqa: FBT001 - as Qt has it
        """Give the panel the room that it needs, from the table's."""
        whole, width = sum(self._both.sizes()), scaled(CHART if charted else PANEL)
        self._both.setSizes([whole - width, width])

    def _show_record(self, row: Tracked) -> None:
        if self._scope:
            self._panel.evidence.show_record(self._deciding.record(self._scope, row))

    def _override(self) -> None:
        if self._scope and self._completion and self.row:
            self._deciding.ask(self._scope, self._completion, self.row)

    def _take_back(self) -> None:
        if self._scope and self.row:
            self._deciding.take_back(self._scope, self.row)

    def _set_aim(self) -> None:
        """Turn to where a target that waits (待下达) is set."""
        if self.row:
            self.led.emit(Way(PLANS, code=self.row.code, column=AIM))

    def _tell_copied(self, count: int) -> None:
        self.noticed.emit(Notice(f"已复制{count}行，可以粘贴到Excel或WPS。"))

    def _pass_on(self) -> None:
        """Take the keyboard from the table to the panel, from there to the bar, and back."""
        if self._table.hasFocus():
            self._panel.focus()
        elif self._panel.isAncestorOf(self.focusWidget()):
            self._bar.focus()
        else:
            self._table.setFocus()

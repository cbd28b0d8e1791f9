"""`Plans`: the page 规划与指标, where plans are read, edited, begun, brought in and handed out."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from core.domain.profile import Role
from core.errors import UserError
from core.ports import PlanSummary
from core.progress import Job
from gui.dialogs.question import Question
from gui.feedback import Notice
from gui.journeys.database import Opened
from gui.journeys.plans import PlanJourneys
from gui.pages.page import Page
from gui.plan.bench import PlanBench
from gui.plan.draft import PlanDraft
from gui.plan.leaving import Leaving
from gui.plan.transfers import Transfers
from gui.scope import Scope, Way
from gui.task import Task
from gui.widgets.plan.bar import PlanBar
from gui.widgets.plan.departments_panel import DepartmentsPanel
from gui.widgets.plan.items_panel import ItemsPanel
from gui.widgets.plan.panel import Panel
from gui.widgets.plan.record_panel import RecordPanel
from gui.widgets.plan.rules_panel import RulesPanel

TITLE = "规划与指标"
NO_PLAN = "还没有规划。请按“新建”，或者按“导入”选一个规划文件夹。"
EDIT = "选一项，在下面修改。改动先留在本页，按“保存”才存入数据库；以前的报告不会变。"
UNSAVED = "有没有保存的改动。按“保存”存入数据库，按“撤销”退回一步。"
DEPARTMENT = "本机用于部门填报，规划只能查看。要修改，请先在“设置与数据”里把用途改为汇总单位。"
HELD = "数据库正由别人使用，规划只能查看。"
SAVED = "{name}已保存，改动已记入变更记录。"
STALE = "{name}在别处被修改过，这里的改动不能存在它上面。"


class Plans(Page):
    """What is edited stays on the page until it is saved; it is never lost without asking."""

    def __init__(self, journeys: PlanJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__(TITLE)
        self._journeys = journeys
        self._opened: Opened | None = None
        self._drafts: dict[str, PlanDraft] = {}
        self._bench = PlanBench(journeys)
        self._items = ItemsPanel(self._bench)
        self._panels: Mapping[str, Panel] = {
            "指标": self._items,
            "部门": DepartmentsPanel(self._bench),
            "核对关系": RulesPanel(self._bench),
            "修改记录": RecordPanel(self._bench),
        }
        self._bar = PlanBar(tuple(self._panels))
        self._stack = QStackedWidget()
        self._transfers = Transfers(journeys, start, self)
        self._leaving = Leaving(self, self._unsaved, self._save_all, self._give_up)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for panel in self._panels.values():
            self._stack.addWidget(panel)
        self.body.addWidget(self._bar)
        self.body.addWidget(self._stack, 1)

    def _connect(self) -> None:
        bar, transfers = self._bar, self._transfers
        bar.tabs.currentChanged.connect(self._turn_panel)
        bar.new.clicked.connect(lambda: transfers.begin(self._bench.plan))
        bar.bring_in.clicked.connect(transfers.ask_source)
        bar.hand_out.clicked.connect(self._hand_out)
        bar.undo.clicked.connect(self._go_back)
        bar.redo.clicked.connect(self._go_on)
        bar.save.clicked.connect(self.save)
        transfers.came.connect(self._welcome_plan)
        transfers.gone.connect(self._forget)
        for each in (transfers, self._bench):
            each.failed.connect(self.failed)
        transfers.noticed.connect(self.noticed)
        self._bench.changed.connect(self._judge)
        self._items.turned.connect(self._turn)
        for panel in self._panels.values():
            panel.stuck.connect(self._tell_stuck)
        self._items.removal_wanted.connect(self._ask_removal)
        self._leaving.returned.connect(lambda: self.led.emit(Way(TITLE)))

    @property
    def panel(self) -> Panel:
        """The part of the page that is shown."""
        return list(self._panels.values())[self._stack.currentIndex()]

    @property
    def draft(self) -> PlanDraft | None:
        """The plan that is shown, as it is now on the page."""
        return self._bench.draft

    def welcome(self, opened: Opened) -> None:
        """Take in which plans there are and who may edit them."""
        if self._opened and self._opened.address != opened.address:
            self._drafts.clear()
        self._opened = opened
        codes = {each.code for each in opened.plans}
        self._drafts = {code: each for code, each in self._drafts.items() if code in codes}
        self._bench.editable = not (opened.holder or opened.profile.role is Role.DEPARTMENT)
        self._items.show_plans(opened.plans)
        self._bench.changed.emit()

    def show_scope(self, scope: Scope | None) -> None:
        """Show the plan that the header chose; another one keeps what was edited of it."""
        try:
            self._bench.take(self._drafted(scope.plan) if scope else None)
        except UserError as error:
            self.failed.emit(error)
        self._judge()

    def arrive(self, way: Way) -> None:
        """Show the item that another page pointed to."""
        if way.code:
            self._items.seek(way.code)

    def save(self) -> bool:
        """Store what was edited; tell whether nothing is left that is not stored."""
        if self.panel.is_stuck():
            return False
        return self._store(self.draft) if self.draft and self.draft.unsaved else True

    def _drafted(self, plan: PlanSummary) -> PlanDraft:
        """Give the draft of a plan; one without edits follows the database."""
        kept = self._drafts.get(plan.code)
        if kept and (kept.touched or self.panel.editor.pending):
            return kept
        draft = PlanDraft(self._journeys.load(plan.code), self)
        self._drafts[plan.code] = draft
        return draft

    def _store(self, draft: PlanDraft) -> bool:
        """Store the edits of one plan."""
        try:
            self._journeys.save(draft.stored, draft.plan)
        except UserError as error:
            self.failed.emit(error)
            self._offer_reload(draft)
            return False
        draft.settle()
        self.noticed.emit(Notice(SAVED.format(name=draft.plan.name)))
        self.altered.emit()
        return True

    def _unsaved(self) -> str:
        """Name the plans with edits that are not stored."""
        names = [each.plan.name for each in self._drafts.values() if each.unsaved]
        if not names and self.panel.editor.pending and self._bench.plan:
            names = [self._bench.plan.name]
        return "、".join(names)

    def _save_all(self) -> bool:
        """Store the edits of all plans; tell whether nothing is left."""
        others = [each for each in self._drafts.values() if each.unsaved and each is not self.draft]
        return self.save() and all(map(self._store, others))

    def _give_up(self) -> None:
        """Forget every edit that is not stored."""
        self.panel.editor.give_up()
        self._drafts = {code: each for code, each in self._drafts.items() if not each.unsaved}
        if self.draft and self.draft.unsaved:
            self._reload(self.draft)

    def _judge(self) -> None:
        """Say what to do next, and let buttons be pressed where they can do something."""
        removed = self._transfers.removed is not None
        self._bar.allow(self.draft, editing=self._bench.editable, removed=removed)
        self.advise(self._next_step())

    def _next_step(self) -> str:
        """Say what the person in front of the page should do."""
        if self._opened and self._opened.holder:
            return HELD
        if not self._bench.editable:
            return DEPARTMENT
        if self.draft is None:
            return NO_PLAN
        return UNSAVED if self.draft.unsaved else EDIT

    def _tell_stuck(self, sentence: str) -> None:
        self.noticed.emit(Notice(f"{sentence}改正后再继续，或按Esc恢复原值。", grave=True))

    def _turn_panel(self, number: int) -> None:
        """Show another part of the page, unless something must be mended first."""
        before = self._stack.currentIndex()
        if number != before and self.panel.is_stuck():
            self._bar.tabs.setCurrentIndex(before)
        else:
            self._stack.setCurrentIndex(number)

    def _turn(self, code: str) -> None:
        """Show another plan: the header chooses it."""
        self.led.emit(Way(TITLE, plan=code))

    def _welcome_plan(self, code: str) -> None:
        """Show a plan that came into the database."""
        self.altered.emit()
        self._turn(code)

    def _forget(self, code: str) -> None:
        """Show another plan than the one that is gone."""
        del self._drafts[code]
        self.altered.emit()

    def _go_back(self) -> None:
        """Undo: what is half-typed first, then step by step, at last the deletion of a plan."""
        if self.panel.editor.pending:
            self.panel.editor.give_up()
        elif self.draft and self.draft.undo_words:
            self.draft.undo()
        else:
            self._transfers.restore()

    def _go_on(self) -> None:
        if self.draft:
            self.draft.redo()

    def _hand_out(self) -> None:
        if self.draft and self.save():
            self._transfers.ask_target(self.draft.plan.code)

    def _ask_removal(self) -> None:
        if self._bench.plan:
            self._transfers.ask_removal(self._bench.plan)

    def _offer_reload(self, draft: PlanDraft) -> None:
        """Where somebody else changed the plan, offer to read it again."""
        if self._journeys.is_stale(draft.stored):
            words = STALE.format(name=draft.plan.name)
            answers = ("留在本页(&N)", "放弃改动，重新载入(&R)")
            dialog = Question("规划已变", words, answers, self)
            dialog.answered.connect(lambda number: self._reload(draft) if number else None)
            dialog.open()

    def _reload(self, draft: PlanDraft) -> None:
        """Read a plan anew; what was edited of it is given up."""
        self.panel.editor.give_up()
        code = draft.plan.code
        new = self._drafts[code] = PlanDraft(self._journeys.load(code), self)
        self._bench.take(new)

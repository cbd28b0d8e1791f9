"""`Plans`: the page 规划与指标, where plans are read, edited, begun, brought in and handed out."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtWidgets import QStackedWidget

from core.domain.profile import Role
from core.errors import UserError
from core.progress import Job
from gui.dialogs.aim import AimDialog
from gui.feedback import Notice
from gui.journeys.database import Opened
from gui.journeys.plans import PlanJourneys
from gui.pages.leaving import Leaving
from gui.pages.page import Page
from gui.pages.planning.departments_panel import DepartmentsPanel
from gui.pages.planning.shelf import Shelf
from gui.pages.planning.transfers import Transfers
from gui.plan.bench import Key, PlanBench
from gui.plan.draft import PlanDraft
from gui.scope import AIM, Scope, Way
from gui.task import Task
from gui.widgets.plan.bar import PlanBar
from gui.widgets.plan.consistency_panel import ConsistencyPanel
from gui.widgets.plan.items_panel import ItemsPanel
from gui.widgets.plan.panel import Panel
from gui.widgets.plan.record_panel import RecordPanel
from gui.widgets.plan.rules_panel import RulesPanel

TITLE, ITEMS = "规划与指标", "指标"
NO_PLAN = "还没有规划。请按“新建”，或者按“导入”选一个规划文件夹。"
EDIT = "选一项，在下面修改。改动先留在本页，按“保存”才存入数据库；以前的报告不会变。"
UNSAVED = "有没有保存的改动。按“保存”存入数据库，按“撤销”退回一步。"
DEPARTMENT = "本机用于部门填报，规划只能查看。要修改，请先在“设置与数据”里把用途改为汇总单位。"
HELD = "数据库正由别人使用，规划只能查看。"


class Plans(Page):
    """What is edited stays on the page until it is saved; it is never lost without asking."""

    def __init__(self, journeys: PlanJourneys, start: Callable[[Job[Any]], Task]) -> None:
        super().__init__(TITLE)
        self._journeys = journeys
        self._opened: Opened | None = None
        self._bench = PlanBench(journeys)
        self._items = ItemsPanel(self._bench)
        self._consistency = ConsistencyPanel(self._bench)
        self._panels: Mapping[str, Panel] = {
            ITEMS: self._items,
            "部门": DepartmentsPanel(self._bench),
            "核对关系": RulesPanel(self._bench),
            "一致性": self._consistency,
            "修改记录": RecordPanel(self._bench),
        }
        self._bar = PlanBar(tuple(self._panels))
        self._stack = QStackedWidget()
        self._shelf = Shelf(journeys, self)
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
        transfers.gone.connect(self.altered)
        for each in (transfers, self._bench, self._shelf):
            each.failed.connect(self.failed)
        for each in (transfers, self._shelf):
            each.noticed.connect(self.noticed)
        self._shelf.stored.connect(self.altered)
        self._bench.changed.connect(self._judge)
        self._items.turned.connect(self._turn)
        self._consistency.led.connect(self._seek)
        for panel in self._panels.values():
            panel.stuck.connect(self._tell_stuck)
        self._items.removal_wanted.connect(self._ask_removal)
        self._items.aim_wanted.connect(self._ask_aim)
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
            self._shelf.keep(())
        self._opened = opened
        self._shelf.keep({each.code for each in opened.plans})
        self._bench.editable = not (opened.holder or opened.profile.role is Role.DEPARTMENT)
        self._items.show_plans(opened.plans)
        self._bench.changed.emit()

    def show_scope(self, scope: Scope | None) -> None:
        """Show the plan that the header chose; another one keeps what was edited of it."""
        self._bench.look_at(scope.quarter.year if scope else 0)
        try:
            self._bench.take(self._shelf.take(scope.plan.code) if scope else None)
        except UserError as error:
            self.failed.emit(error)
        self._judge()

    def arrive(self, way: Way) -> None:
        """Show the item that another page pointed to, or ask for its target."""
        if way.code:
            self._seek(way.code)
        if way.column == AIM:
            self._items.ask_aim()

    def _seek(self, code: str) -> None:
        """Show an item among the others."""
        self._bar.tabs.setCurrentIndex(list(self._panels).index(ITEMS))
        self._items.seek(code)

    def save(self) -> bool:
        """Store what was edited; tell whether nothing is left that is not stored."""
        if self.panel.is_stuck():
            return False
        return self._shelf.store(self.draft) if self.draft and self.draft.unsaved else True

    def _unsaved(self) -> str:
        """Name the plans with edits that are not stored."""
        codes = [*(each.plan.code for each in self._shelf.unsaved), *self._held()]
        if self.panel.editor.pending and self._bench.plan:
            codes.append(self._bench.plan.code)
        return "、".join(map(self._shelf.name, dict.fromkeys(codes)))

    def _held(self) -> list[str]:
        """Give the codes of other plans of which something typed was not accepted."""
        return [code for panel in self._panels.values() for code in panel.editor.held]

    def _save_all(self) -> bool:
        """Store the edits of all plans; tell whether nothing is left."""
        if not self.save():
            return False
        if held := self._held():
            self._turn(held[0])
            self.panel.is_stuck()
            return False
        return all(map(self._shelf.store, self._shelf.unsaved))

    def _give_up(self) -> None:
        """Forget every edit that is not stored."""
        for panel in self._panels.values():
            panel.editor.forget()
        for each in self._shelf.unsaved:
            self._shelf.reload(each)

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

    def _ask_aim(self, key: Key) -> None:
        AimDialog(self._bench, key, self.window()).open()

    def _ask_removal(self) -> None:
        if self._bench.plan:
            self._transfers.ask_removal(self._bench.plan)

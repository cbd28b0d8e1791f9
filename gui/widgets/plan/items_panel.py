"""`ItemsPanel`: sections at the left, their indicators and milestones, the chosen one below."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout

from core.domain.plan import Plan
from core.plans.cards import Thing
from gui.models import plan_lines
from gui.plan import fresh, order
from gui.plan.bench import Key, PlanBench
from gui.widgets import parts
from gui.widgets.plan.panel import Panel, split
from gui.widgets.plan.table import TextTable
from gui.widgets.plan.tree import PlanTree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.ports import PlanSummary

WIDTHS = (90, 190, 70, 64, 76, 52, 84, 100, 96, 96)
TREE, TABLE, CARD = 216, 200, 330  # pixels
PLAN: Key = (Thing.PLAN, 0)
NEW = (
    (Thing.INDICATOR, "新增指标(&A)", "在选中的类别里加一个指标"),
    (Thing.MILESTONE, "新增节点(&M)", "在选中的类别里加一个只看节点的项目"),
    (Thing.SECTION, "新增类别(&G)", "在选中的类别下面加一个类别"),
)


class ItemsPanel(Panel):
    """Emits `turned` with the code of another plan, `removal_wanted` for the plan itself.

    Emits `aim_wanted` with the indicator to which a person wants to give another target.
    """

    turned = Signal(str)
    removal_wanted = Signal()
    aim_wanted = Signal(object)

    def __init__(self, bench: PlanBench) -> None:
        super().__init__(bench)
        self._plans: Sequence[PlanSummary] = ()
        self._home = PLAN
        self._tree = PlanTree()
        self._table = TextTable("指标和节点", plan_lines.ITEMS, WIDTHS)
        self._find = QLineEdit()
        self._new = {thing: parts.button(words, tip) for thing, words, tip in NEW}
        self._up = parts.button("上移", "在印出的顺序里向前移", shortcut="Ctrl+Up")
        self._down = parts.button("下移", "在印出的顺序里向后移", shortcut="Ctrl+Down")
        self._remove = parts.button("删除(&D)", "删除下面显示的这一项；有别处用到的不能删")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._find.setPlaceholderText("查找（Ctrl+F）")
        self._find.setAccessibleName("查找")
        self._find.setClearButtonEnabled(True)
        bar = QHBoxLayout()
        bar.setSpacing(8)
        bar.addWidget(self._find, 1)
        for each in (*self._new.values(), self._up, self._down, self._remove):
            bar.addWidget(each)
        right = split(Qt.Orientation.Vertical, (self._table, TABLE), (self.editor, CARD))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        column.addLayout(bar)
        column.addWidget(split(Qt.Orientation.Horizontal, (self._tree, TREE), (right, 4 * TREE)), 1)

    def _connect(self) -> None:
        self._tree.chosen.connect(self._enter)
        self._tree.turned.connect(self._turn)
        self._table.chosen.connect(self._show_line)
        self._find.textChanged.connect(self._table.seek)
        for thing, button in self._new.items():
            button.clicked.connect(partial(self._add, thing))
        self._up.clicked.connect(partial(self._move, -1))
        self._down.clicked.connect(partial(self._move, 1))
        for unwanted in (self._remove.clicked, self._tree.unwanted, self._table.unwanted):
            unwanted.connect(self._take_out)
        self.editor.aim_wanted.connect(self.ask_aim)
        QShortcut(QKeySequence("Ctrl+F"), self, self._find.setFocus)

    def show_plans(self, plans: "Sequence[PlanSummary]") -> None:
        """List the plans."""
        self._plans = plans

    def seek(self, code: str) -> None:
        """Show the item with a code."""
        for thing in (Thing.INDICATOR, Thing.MILESTONE):
            for place, each in enumerate(getattr(self.bench.plan, thing, ())):
                if each.code == code:
                    self._home = PLAN
                    self.reach((thing, place))

    def reach(self, key: Key) -> None:
        """Show a thing."""
        if key[0] in (Thing.PLAN, Thing.SECTION):
            self._home = key
        self._show(key)

    def ask_aim(self) -> None:
        """Ask for another target of the indicator that is shown."""
        key = self.subject
        if key and key[0] is Thing.INDICATOR and self.bench.editable and not self.is_stuck():
            self.aim_wanted.emit(key)

    def refresh(self) -> None:
        """Show the plan as it is now."""
        kept = self.editor.turn()
        for each in (*self._new.values(), self._up, self._down, self._remove):
            each.setEnabled(self.bench.editable and self.bench.plan is not None)
        if self.subject is None:
            self._home = PLAN
        self._show(kept or self.subject or PLAN)

    def _show(self, key: Key) -> None:
        """Show the plan with one of its things chosen, or what is left of it."""
        plan = self.bench.plan
        if plan is None:
            self._tree.show_plans(self._plans, None, PLAN)
            self._table.show_lines((), None)
            self.editor.show_subject(None)
            return
        self._home = self._home if self.bench.has(self._home) else PLAN
        subject = key if self.bench.has(key) else self._home
        self._tree.show_plans(self._plans, plan, self._home)
        self._table.show_lines(plan_lines.items(plan, self._section(plan)), subject)
        self.editor.show_subject(subject)

    def _section(self, plan: Plan) -> str:
        """Give the code of the chosen section, empty for the whole plan."""
        thing, place = self._home
        return plan.sections[place].code if thing is Thing.SECTION else ""

    def _beside(self, plan: Plan) -> str:
        """Give the code of the section in which the chosen item stands, else of the chosen one."""
        thing, place = self.subject or PLAN
        if thing in (Thing.INDICATOR, Thing.MILESTONE):
            return str(getattr(plan, thing)[place].section)
        return self._section(plan) or plan.sections[0].code

    def _enter(self, key: Key) -> None:
        """Show a section, or the plan itself, and what stands in it."""
        if self.is_stuck():
            QTimer.singleShot(0, self, lambda: self._tree.choose(self._home))
        elif key not in (self._home, self.subject):
            self.reach(key)
        elif key != self.subject:
            self._show(key)

    def _show_line(self, key: Key | None) -> None:
        """Show an indicator or a milestone."""
        if key is None or key == self.subject:
            return
        if self.is_stuck():
            QTimer.singleShot(0, self, lambda: self._table.choose_quietly(self.subject))
        else:
            self.editor.show_subject(key)

    def _turn(self, code: str) -> None:
        if self.is_stuck():
            self._tree.choose(self._home)
        else:
            self.turned.emit(code)

    def _add(self, thing: Thing) -> None:
        plan = self.bench.plan
        if plan is None or self.is_stuck():
            return
        section = self._beside(plan)
        key = (thing, order.next_place(plan, thing, section, self.subject))
        card = fresh.card(plan, thing, key[1], section)
        if error := self.bench.insert(key, card):
            self.bench.failed.emit(error)
            return
        self.reach(key)
        self.editor.reach("指标" if thing is Thing.INDICATOR else "名称")

    def _move(self, step: int) -> None:
        plan, key = self.bench.plan, self.subject
        if plan is None or key is None or key == PLAN or self.is_stuck():
            return
        if found := order.moved(plan, key, step):
            places, place = found
            self.bench.reorder(key, places)
            self.reach((key[0], place))

    def _take_out(self) -> None:
        if not self.bench.editable or self.subject is None:
            return
        self.editor.give_up()
        if self.subject[0] is Thing.PLAN:
            self.removal_wanted.emit()
        else:
            self.bench.take_out(self.subject)

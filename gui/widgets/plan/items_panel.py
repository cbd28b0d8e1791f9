"""`ItemsPanel`: sections at the left, their indicators and milestones, the chosen one below."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSplitter, QVBoxLayout, QWidget

from core.plans.cards import Card, Thing
from gui.models import plan_lines
from gui.models.plan_texts import Line
from gui.plan import order
from gui.plan.bench import Key, PlanBench
from gui.plan.fresh import new_card
from gui.widgets import parts
from gui.widgets.plan.editor import CardEditor
from gui.widgets.plan.table import TextTable
from gui.widgets.plan.tree import PlanTree

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.ports import PlanSummary

WIDTHS = (90, 190, 70, 64, 76, 52, 84, 100, 96, 96)
TREE, TABLE, EDITOR = 216, 230, 300  # pixels
PLAN: Key = (Thing.PLAN, 0)
NEW = (
    (Thing.INDICATOR, "新增指标(&A)", "在选中的类别里加一个指标"),
    (Thing.MILESTONE, "新增节点(&M)", "在选中的类别里加一个只看节点的项目"),
    (Thing.SECTION, "新增类别(&G)", "在选中的类别下面加一个类别"),
)


class ItemsPanel(QWidget):
    """Emits `turned` with the code of another plan, `removal_wanted` for the plan itself.

    `stuck` says that something typed was not accepted, and so nothing else can be chosen.
    """

    turned = Signal(str)
    removal_wanted = Signal()
    stuck = Signal(str)

    def __init__(self, bench: PlanBench) -> None:
        super().__init__()
        self._bench = bench
        self._plans: Sequence[PlanSummary] = ()
        self._subject, self._home, self._code = PLAN, PLAN, ""
        self._held: dict[str, tuple[Key, Card]] = {}
        self._tree = PlanTree()
        self._table = TextTable("指标和节点", plan_lines.ITEMS, WIDTHS)
        self._find = QLineEdit()
        self._new = {thing: parts.button(words, tip) for thing, words, tip in NEW}
        self._up = parts.button("上移", "在印出的顺序里向前移", shortcut="Ctrl+Up")
        self._down = parts.button("下移", "在印出的顺序里向后移", shortcut="Ctrl+Down")
        self._remove = parts.button("删除(&D)", "删除下面显示的这一项；有别处用到的不能删")
        self._editor = CardEditor(bench.offer)
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
        right = QSplitter(Qt.Orientation.Vertical)
        right.addWidget(self._table)
        right.addWidget(self._editor)
        right.setSizes((TABLE, EDITOR))
        right.setChildrenCollapsible(False)
        whole = QSplitter(Qt.Orientation.Horizontal)
        whole.addWidget(self._tree)
        whole.addWidget(right)
        whole.setSizes((TREE, 4 * TREE))
        whole.setStretchFactor(1, 1)
        whole.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        column.addLayout(bar)
        column.addWidget(whole, 1)

    def _connect(self) -> None:
        self._bench.changed.connect(self.refresh)
        self._tree.chosen.connect(self._enter)
        self._tree.turned.connect(self._turn)
        self._table.chosen.connect(self._show_line)
        self._find.textChanged.connect(self._table.seek)
        self._editor.typed.connect(self._put)
        for thing, button in self._new.items():
            button.clicked.connect(partial(self._add, thing))
        self._up.clicked.connect(partial(self._move, -1))
        self._down.clicked.connect(partial(self._move, 1))
        for unwanted in (self._remove.clicked, self._tree.unwanted, self._table.unwanted):
            unwanted.connect(self._take_out)
        QShortcut(QKeySequence("Ctrl+F"), self, self._find.setFocus)

    @property
    def subject(self) -> Key:
        """What the editor shows."""
        return self._subject

    def show_plans(self, plans: "Sequence[PlanSummary]") -> None:
        """List the plans."""
        self._plans = plans

    def finish(self) -> str:
        """Take in what stands half-typed; say why that is not possible, if so."""
        self._editor.finish()
        return self._editor.pending

    @property
    def pending(self) -> str:
        """Why what was typed was not accepted, empty where it was."""
        return self._editor.pending

    def give_up(self) -> None:
        """Go back to what the plan says."""
        self._editor.give_up()

    def reach(self, key: Key) -> None:
        """Show a thing."""
        self._subject = key
        if key[0] in (Thing.PLAN, Thing.SECTION):
            self._home = key
        self.refresh()

    def seek(self, code: str) -> None:
        """Show the item with a code."""
        for thing in (Thing.INDICATOR, Thing.MILESTONE):
            for place, each in enumerate(getattr(self._bench.plan, thing, ())):
                if each.code == code:
                    self._home = PLAN
                    self.reach((thing, place))

    def refresh(self) -> None:
        """Show the plan as it is now."""
        plan = self._bench.plan
        self._allow()
        self._change_plan(plan.code if plan else "")
        if plan is None:
            self._editor.show_nothing()
            return
        self._home = self._home if self._bench.has(self._home) else PLAN
        self._subject = self._subject if self._bench.has(self._subject) else self._home
        self._tree.show_plans(self._plans, plan, self._home)
        self._table.show_lines(plan_lines.items(plan, self._section), self._subject)
        self._show_card()
        if held := self._held.pop(plan.code, None):
            self._editor.type_card(held[1])

    def _change_plan(self, code: str) -> None:
        """Keep what was typed into another plan and not accepted, until it is shown again."""
        if code == self._code:
            return
        if self._code and self._editor.pending and self._editor.form:
            self._held[self._code] = (self._subject, self._editor.form.card)
        self._code = code
        self._subject = self._home = PLAN
        if code in self._held:
            self._subject = self._held[code][0]

    @property
    def _section(self) -> str:
        """The code of the chosen section, empty for the whole plan."""
        thing, place = self._home
        plan = self._bench.plan
        return plan.sections[place].code if plan and thing is Thing.SECTION else ""

    def _allow(self) -> None:
        """Let things be done where the plan can be edited."""
        editable = self._bench.editable and self._bench.plan is not None
        for each in (*self._new.values(), self._up, self._down, self._remove):
            each.setEnabled(editable)
        self._editor.allow(editing=editable)

    def _show_card(self) -> None:
        key = self._subject
        self._editor.show_card(key[0], self._bench.name(key), self._bench.card(key))

    def _enter(self, key: Key) -> None:
        """Show a section, or the plan itself, and what stands in it."""
        if self._is_stuck():
            self._tree.choose(self._home)
        elif key != self._home or self._subject != key:
            self.reach(key)

    def _show_line(self, key: Key | None) -> None:
        """Show an indicator or a milestone."""
        if key is None or key == self._subject:
            return
        if self._is_stuck():
            QTimer.singleShot(0, self, lambda: self._table.show_lines(self._lines(), self._subject))
            return
        self._subject = key
        self._show_card()

    def _lines(self) -> list[Line]:
        plan = self._bench.plan
        return plan_lines.items(plan, self._section) if plan else []

    def _turn(self, code: str) -> None:
        if self._is_stuck():
            self._tree.choose(self._home)
        else:
            self.turned.emit(code)

    def _is_stuck(self) -> bool:
        """Tell that what was typed must be mended first, if so."""
        pending = self.finish()
        if pending:
            self.stuck.emit(pending)
        return bool(pending)

    def _put(self, card: Card) -> None:
        error = self._bench.put(self._subject, card)
        if error:
            self._editor.refuse(error)

    def _add(self, thing: Thing) -> None:
        plan = self._bench.plan
        if plan is None or self._is_stuck():
            return
        section = self._section or plan.sections[0].code
        place = order.next_place(plan, thing, section, self._subject)
        key = (thing, place)
        card = new_card(plan, thing, place, section)
        before, self._subject = self._subject, key
        if error := self._bench.insert(key, card):
            self._subject = before
            self._bench.failed.emit(error)
            return
        self.reach(key)
        self._editor.reach("指标" if thing is Thing.INDICATOR else "名称")

    def _move(self, step: int) -> None:
        plan = self._bench.plan
        if plan is None or self._subject == PLAN or self._is_stuck():
            return
        found = order.moved(plan, self._subject, step)
        if found:
            places, place = found
            key, self._subject = self._subject, (self._subject[0], place)
            self._bench.reorder(key, places)
            self.reach(self._subject)

    def _take_out(self) -> None:
        if not self._bench.editable:
            return
        self._editor.give_up()
        if self._subject[0] is Thing.PLAN:
            self.removal_wanted.emit()
        else:
            self._bench.take_out(self._subject)

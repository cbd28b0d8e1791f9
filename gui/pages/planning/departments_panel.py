"""`DepartmentsPanel`: the departments of a plan, and how they became others with a date."""

from functools import partial

from PySide6.QtWidgets import QFrame, QHBoxLayout

from core.domain.department import Reform
from core.plans.cards import Thing
from gui.dialogs.reform import ReformDialog
from gui.models import plan_lines
from gui.plan.bench import PlanBench
from gui.widgets import parts
from gui.widgets.plan.table import TextTable
from gui.widgets.plan.things_panel import ThingsPanel

WIDTHS = (72, 130, 260, 120, 130)
REFORM_WIDTHS = (92, 52, 110, 110, 120)
ACTIONS = (
    (Reform.RENAMED, "更名…(&N)", "从某天起用新名称，以前的报告仍用旧名称"),
    (Reform.MERGED, "并入…(&B)", "从某天起职责全部交给另一个部门"),
    (Reform.SPLIT, "分出…(&F)", "从某天起把一部分指标交给另一个部门"),
)


class DepartmentsPanel(ThingsPanel):
    """Below the departments one of them at the left, all reorganisations at the right."""

    def __init__(self, bench: PlanBench) -> None:
        self._reforms = TextTable("机构变动", plan_lines.REFORMS, REFORM_WIDTHS)
        self._undo = parts.button("删除变动", "删除选中的一条机构变动", "small")
        table = TextTable("部门", plan_lines.DEPARTMENTS, WIDTHS)
        super().__init__(bench, Thing.DEPARTMENT, table, plan_lines.departments, self._side())
        self._offer()

    def _side(self) -> QFrame:
        """Put the reorganisations on a card of their own."""
        card, column = parts.card(margin=12)
        row = QHBoxLayout()
        row.addWidget(parts.label("机构变动", "group"))
        row.addStretch(1)
        row.addWidget(self._undo)
        column.addLayout(row)
        column.addWidget(self._reforms, 1)
        return card

    def _offer(self) -> None:
        """Offer what can happen to a department."""
        buttons = {kind: parts.button(words, tip) for kind, words, tip in ACTIONS}
        for kind, button in buttons.items():
            button.clicked.connect(partial(self._ask, kind))
        self.act(*buttons.values())
        self._undo.clicked.connect(self._take_back)
        self._reforms.unwanted.connect(self._take_back)
        self.shown.connect(self._list)

    def _list(self) -> None:
        """List the reorganisations."""
        plan = self.bench.plan
        chosen = self.bench.editable and self.subject is not None
        for each in self.deeds:
            each.setEnabled(chosen)
        self._undo.setEnabled(self.bench.editable and bool(plan and plan.reorganisations))
        self._reforms.show_lines(plan_lines.reforms(plan) if plan else (), self._reforms.key)

    def _ask(self, kind: Reform) -> None:
        """Ask when a department became what."""
        if self.subject and not self.is_stuck():
            ReformDialog(self.bench, self.subject[1], kind, self.window()).open()

    def _take_back(self) -> None:
        """Take a reorganisation out of the plan."""
        key = self._reforms.key
        if isinstance(key, tuple) and self.bench.editable:
            self.bench.take_out(key)

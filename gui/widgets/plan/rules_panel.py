"""`RulesPanel`: the checks that a plan words, each tried at once against its figures."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame

from core.errors import UserError
from core.plans.cards import Thing
from gui.models import plan_lines
from gui.models.plan_texts import Line
from gui.plan.bench import PlanBench
from gui.widgets import parts
from gui.widgets.plan.table import TextTable
from gui.widgets.plan.things_panel import ThingsPanel

if TYPE_CHECKING:
    from core.services.planning.rule_trial import Trial

WIDTHS = (76, 72, 330, 64)
TRIALS = ("数据", "左边", "右边", "结果", "说明")
TRIAL_WIDTHS = (110, 90, 90, 72)


class RulesPanel(ThingsPanel):
    """Below the rules one of them at the left, what it gives at the right."""

    def __init__(self, bench: PlanBench) -> None:
        self._trials = TextTable("试算", TRIALS, TRIAL_WIDTHS)
        table = TextTable("核对关系", plan_lines.RULES, WIDTHS)
        super().__init__(bench, Thing.RULE, table, plan_lines.rules, self._side())
        self.shown.connect(self._try)

    def _side(self) -> QFrame:
        """Put the trials on a card of their own."""
        card, column = parts.card(margin=12)
        column.addWidget(parts.label("试算：用规划的基期、目标和已填的数", "group"))
        column.addWidget(self._trials, 1)
        return card

    def _try(self) -> None:
        """Try the rule that is shown."""
        try:
            found = self._found()
        except UserError as error:
            self.bench.failed.emit(error)
            return
        lines = [
            Line(each.figures, (each.figures, each.left, each.right, each.outcome, each.reason))
            for each in found
        ]
        self._trials.show_lines(lines, None)

    def _found(self) -> "tuple[Trial, ...]":
        """Give what the rule that is shown comes to."""
        plan = self.bench.plan
        if plan is None or self.subject is None:
            return ()
        return self.bench.journeys.try_rule(plan, self.subject[1])

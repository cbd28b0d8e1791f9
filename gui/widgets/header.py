"""`Header`: the plan and the quarter, chosen once for all pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from gui import icons
from gui.widgets import parts
from gui.widgets.combo import Combo

if TYPE_CHECKING:
    from core.domain.period import Quarter
    from core.ports import PlanSummary
    from gui.scope import Scope

EMBLEM = 28  # pixels; window.qss has the fields begin where the page below them does


class Header(QFrame):
    """Emits `chosen` with a Scope, or None where there is no plan."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("header")
        self._plan = Combo("选择要查看的规划", 16)
        self._quarter = Combo("选择报告期，数字都是年初至期末累计", 13)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        emblem = parts.label("")
        emblem.setPixmap(icons.pixmap("guiji", self.palette().windowText().color(), EMBLEM))
        brand = parts.label("规绩")
        brand.setObjectName("brand")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 10, 24, 10)
        row.setSpacing(10)
        row.addWidget(emblem)
        row.addWidget(brand)
        row.addWidget(parts.label("规划(&P)", buddy=self._plan))
        row.addWidget(self._plan, 1)
        row.addSpacing(14)
        row.addWidget(parts.label("报告期(&Q)", buddy=self._quarter))
        self._quarter.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row.addWidget(self._quarter)

    def _connect(self) -> None:
        self._plan.currentIndexChanged.connect(self._change_plan)
        self._quarter.currentIndexChanged.connect(self._tell)

    @property
    def scope(self) -> "Scope | None":
        """What is chosen, if anything."""
        from gui.scope import Scope

        plan, quarter = self._plan.currentData(), self._quarter.currentData()
        return Scope(plan, quarter) if plan and quarter else None

    def wait(self, words: str) -> None:
        """Say in both fields why nothing can be chosen yet."""
        for combo in (self._plan, self._quarter):
            with QSignalBlocker(combo):
                combo.clear()
                combo.addItem(words)
            combo.setEnabled(False)

    def fill(self, plans: tuple["PlanSummary", ...]) -> None:
        """Offer plans; keep the one chosen, else choose the one that ends last."""
        if not plans:
            self.wait("没有规划")
            return
        kept = self._plan.currentData()
        with QSignalBlocker(self._plan):
            self._plan.clear()
            for plan in plans:
                self._plan.addItem(plan.title, plan)
            latest = max(plans, key=lambda plan: plan.last_year)
            same = (plan for plan in plans if kept and plan.code == kept.code)
            self._plan.setCurrentIndex(plans.index(next(same, latest)))
        self._plan.setEnabled(True)
        self._offer_quarters()

    def choose(self, quarter: "Quarter | None", plan: str = "") -> bool:
        """Choose a quarter as if a person did, of the plan or another; tell whether it is there.

        Without a quarter only the plan is chosen.
        """
        codes = [self._plan.itemData(row).code for row in range(self._plan.count())]
        if plan and plan not in codes:
            return False
        if plan:
            self._plan.setCurrentIndex(codes.index(plan))
        if quarter is None:
            return True
        offered = [self._quarter.itemData(row) for row in range(self._quarter.count())]
        if quarter not in offered:
            return False
        self._quarter.setCurrentIndex(offered.index(quarter))
        return True

    def _change_plan(self) -> None:
        self._offer_quarters()
        self._tell()

    def _offer_quarters(self) -> None:
        """Offer the plan's quarters; keep the one chosen where the plan has it."""
        from datetime import datetime

        from gui.scope import quarters, sensible

        plan = self._plan.currentData()
        offered = quarters(plan)
        kept = self._quarter.currentData()
        chosen = kept if kept in offered else sensible(plan, datetime.now().astimezone().date())
        with QSignalBlocker(self._quarter):
            self._quarter.clear()
            for quarter in offered:
                self._quarter.addItem(quarter.label, quarter)
            self._quarter.setCurrentIndex(offered.index(chosen))
        self._quarter.setEnabled(True)
        self._plan.setToolTip(plan.title)

    def _tell(self) -> None:
        self.chosen.emit(self.scope)

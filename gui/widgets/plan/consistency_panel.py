"""`ConsistencyPanel`: where the plan's table disagrees with itself, a sentence for each place."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from core.errors import UserError
from gui.plan.bench import PlanBench
from gui.widgets import parts
from gui.widgets.notes import Notes
from gui.widgets.plan.panel import Panel

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.domain.consistency.inconsistency import Inconsistency

TITLE = "基期、目标、增长和核对关系之间对不上的地方"
HINT = "提请核对，不影响填报；判断一律以目标为准。▲相差3%以上，△不到3%。点一条，就到那个指标。"
NONE = "没有发现对不上的地方。"
GRAVE, SLIGHT = "▲", "△"


class ConsistencyPanel(Panel):
    """Emits `led` with the code of the indicator that a sentence is about.

    It looks only while it is seen: with every edit that would take too long.
    """

    led = Signal(str)

    def __init__(self, bench: PlanBench) -> None:
        super().__init__(bench)
        self._found: Sequence[Inconsistency] = ()
        self._head, self._hint = parts.label(TITLE, "group"), parts.label(HINT, "muted")
        self._list = Notes(TITLE)
        self._lay_out()
        self._list.itemActivated.connect(self._lead)
        self._list.itemClicked.connect(self._lead)

    def _lay_out(self) -> None:
        self.editor.setParent(self)
        self.editor.hide()
        self._hint.setWordWrap(True)
        card, inside = parts.card()
        for each in (self._head, self._hint):
            inside.addWidget(each)
        inside.addWidget(self._list, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.addWidget(card)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the plan as it is now."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """List what disagrees, as long as anybody looks."""
        plan = self.bench.plan
        if not self.isVisible():
            return
        try:
            self._found = self.bench.journeys.inconsistencies(plan) if plan else ()
        except UserError as error:
            self.bench.failed.emit(error)
            return
        self._head.setText(f"{TITLE}（{len(self._found)}处）" if self._found else TITLE)
        self._list.fill([_words(each) for each in self._found] or [NONE])

    def _lead(self) -> None:
        row = self._list.currentRow()
        if 0 <= row < len(self._found):
            self.led.emit(self._found[row].codes[0])


def _words(each: "Inconsistency") -> str:
    """Word one finding."""
    sign = GRAVE if each.grave else SLIGHT
    return f"{sign} {'、'.join(each.codes)}　{each.kind.label}\n{each.sentence}"

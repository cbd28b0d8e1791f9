"""`PlanTree`: the plans, and below the one that is shown its sections."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QTreeWidget, QTreeWidgetItem

from core.domain.plan import Plan
from core.plans.cards import Thing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.ports import PlanSummary

Key = tuple[Thing, int]
_KEY, _PLAN = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1


class PlanTree(QTreeWidget):
    """Emits `chosen` with what is shown of a plan, `turned` with the code of another plan."""

    chosen = Signal(object)
    turned = Signal(str)
    unwanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self.setHeaderHidden(True)
        self.setAccessibleName("规划和类别")
        self.setProperty("role", "choice")
        self.setUniformRowHeights(True)
        self.setIndentation(14)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.currentItemChanged.connect(self._tell)

    def show_plans(self, plans: "Sequence[PlanSummary]", plan: Plan | None, key: Key) -> None:
        """List the plans, the sections of one of them, and go to a thing of it."""
        shown = (tuple(plans), plan.title, plan.sections) if plan else (tuple(plans),)
        if shown != self._shown:
            self._shown = shown
            self._list(plans, plan)
        self.choose(key)

    def _list(self, plans: "Sequence[PlanSummary]", plan: Plan | None) -> None:
        """Hang everything up anew; what a person folded stays folded."""
        with QSignalBlocker(self):
            closed = self._closed()
            self.clear()
            for each in plans:
                self._add_plan(each, plan)
            if plan and (root := self._root(plan.code)):
                self._fill(root, plan, closed)

    def choose(self, key: Key) -> None:
        """Go to a thing without telling so."""
        with QSignalBlocker(self):
            self.setCurrentIndex(QModelIndex())
            if line := self._line(key):
                self.setCurrentItem(line)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Have the chosen thing taken away with Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.unwanted.emit()
        else:
            super().keyPressEvent(event)

    def _add_plan(self, summary: "PlanSummary", shown: Plan | None) -> None:
        own = shown is not None and summary.code == shown.code
        line = QTreeWidgetItem(self, [shown.title if shown and own else summary.title])
        line.setToolTip(0, line.text(0))
        line.setData(0, _PLAN, summary.code)
        if own:
            line.setData(0, _KEY, (Thing.PLAN, 0))

    def _fill(self, root: QTreeWidgetItem, plan: Plan, closed: set[str]) -> None:
        """Hang the sections below their plan."""
        lines = {"": root}
        for place, section in enumerate(plan.sections):
            line = QTreeWidgetItem(lines[section.parent], [section.name])
            line.setToolTip(0, f"{section.code} {section.kind.label} {section.name}")
            line.setData(0, _KEY, (Thing.SECTION, place))
            line.setData(0, _PLAN, section.code)
            lines[section.code] = line
        for code, line in lines.items():
            line.setExpanded(code not in closed)

    def _lines(self) -> list[QTreeWidgetItem]:
        """Give all lines."""
        return self.findItems("", Qt.MatchFlag.MatchContains | Qt.MatchFlag.MatchRecursive)

    def _line(self, key: Key) -> QTreeWidgetItem | None:
        """Give the line of a thing."""
        return next((line for line in self._lines() if line.data(0, _KEY) == key), None)

    def _root(self, code: str) -> QTreeWidgetItem | None:
        """Give the line of a plan."""
        roots = (line for line in self._lines() if not line.parent())
        return next((line for line in roots if line.data(0, _PLAN) == code), None)

    def _closed(self) -> set[str]:
        """Give the codes of the sections that a person folded."""
        return {
            str(line.data(0, _PLAN))
            for line in self._lines()
            if line.parent() and line.childCount() and not line.isExpanded()
        }

    def _tell(self, line: QTreeWidgetItem | None) -> None:
        if line is None:
            return
        key = line.data(0, _KEY)
        if key is None:
            code = str(line.data(0, _PLAN))
            QTimer.singleShot(0, self, lambda: self.turned.emit(code))  # the lines will be others
        else:
            self.chosen.emit(tuple(key))

"""`ThingsPanel`: all things of one kind in a table, the chosen one below, and what goes with it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.domain.plan import Plan
from core.plans.cards import Thing
from gui.models.plan_texts import Line
from gui.plan import fresh
from gui.plan.bench import Key, PlanBench
from gui.widgets import parts
from gui.widgets.plan.panel import Panel, split
from gui.widgets.plan.table import TextTable

TABLE, CARD = 280, 250  # pixels


class ThingsPanel(Panel):
    """Emits `shown` when the card shows another thing, or the same in another edition."""

    shown = Signal()

    def __init__(
        self,
        bench: PlanBench,
        thing: Thing,
        table: TextTable,
        lines: Callable[[Plan], Sequence[Line]],
        beside: QWidget,
    ) -> None:
        super().__init__(bench)
        self._thing, self._table, self._lines, self._beside = thing, table, lines, beside
        self._find = QLineEdit()
        self._add = parts.button(f"新增{thing.label}(&A)", f"加一个{thing.label}")
        self._remove = parts.button("删除(&D)", "删除下面显示的这一项；有别处用到的不能删")
        self.deeds: Sequence[QPushButton] = ()
        self._bar = QHBoxLayout()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._find.setPlaceholderText("查找（Ctrl+F）")
        self._find.setAccessibleName("查找")
        self._find.setClearButtonEnabled(True)
        self._bar.setSpacing(8)
        self._bar.addWidget(self._find, 1)
        for each in (self._add, self._remove):
            self._bar.addWidget(each)
        below = split(Qt.Orientation.Horizontal, (self.editor, CARD), (self._beside, CARD))
        below.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(10)
        column.addLayout(self._bar)
        column.addWidget(split(Qt.Orientation.Vertical, (self._table, TABLE), (below, CARD)), 1)

    def _connect(self) -> None:
        self._table.chosen.connect(self._show_line)
        self._find.textChanged.connect(self._table.seek)
        self._add.clicked.connect(self._insert)
        self._remove.clicked.connect(self._take_out)
        self._table.unwanted.connect(self._take_out)
        QShortcut(QKeySequence("Ctrl+F"), self, self._find.setFocus)

    def act(self, *deeds: QPushButton) -> None:
        """Put what else can be done with a thing between adding and removing one."""
        self.deeds = deeds
        for each in deeds:
            self._bar.insertWidget(self._bar.count() - 1, each)

    def refresh(self) -> None:
        """Show the plan as it is now."""
        kept, plan = self.editor.turn(), self.bench.plan
        for each in (self._add, self._remove, *self.deeds):
            each.setEnabled(self.bench.editable and plan is not None)
        key = kept or self.subject
        key = key if key and self.bench.has(key) else None
        self._table.show_lines(self._lines(plan) if plan else (), key)
        self._show(key)

    def _show(self, key: Key | None) -> None:
        self.editor.show_subject(key)
        self.shown.emit()

    def _show_line(self, key: Key | None) -> None:
        if key is None or key == self.subject:
            return
        if self.is_stuck():
            QTimer.singleShot(0, self, lambda: self._table.choose_quietly(self.subject))
        else:
            self._show(key)

    def _insert(self) -> None:
        plan = self.bench.plan
        if plan is None or self.is_stuck():
            return
        key = (self._thing, len(getattr(plan, self._thing)))
        if error := self.bench.insert(key, fresh.card(plan, *key, "")):
            self.bench.failed.emit(error)
            return
        self._table.choose(key)
        self.editor.reach(REACHED[self._thing])

    def _take_out(self) -> None:
        if self.bench.editable and self.subject:
            self.editor.give_up()
            self.bench.take_out(self.subject)


REACHED = {Thing.DEPARTMENT: "简称", Thing.RULE: "公式"}

"""`CompletionBar`: which view and which lines are wanted, and what is done with the table."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QTabBar, QVBoxLayout, QWidget

from core.domain.indicator import Binding
from core.domain.tracked import Tracked
from gui.models.completion_order import Wanted
from gui.theme import scaled
from gui.widgets import parts
from gui.widgets.combo import Combo
from gui.widgets.completion.light_counts import LightCounts

VIEWS = ("列表", "晴雨表")
SCOPES = (("主要指标", False), ("全部指标和节点", True))
EVERY = ("全部类别", "全部单位", "全部属性")
FIND = 140  # pixels


class CompletionBar(QWidget):
    """Emits `wanted` with a Wanted; the tabs and buttons are connected by the page."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.tabs, self.lights = QTabBar(), LightCounts()
        self.copy = parts.button("复制整表(&C)", "复制到剪贴板，可以粘贴到Excel或WPS", "small")
        self.export = parts.button("导出…(&E)", "把看到的表写成Excel文件", "small")
        self._scope = Combo("看主要指标，还是连专栏、任务和节点一起看", 6)
        self._category = Combo("只看一个类别", 6)
        self._lead = Combo("只看一个责任单位", 6)
        self._binding = Combo("只看约束性或预期性", 6)
        self._find = QLineEdit()
        self._rows: Sequence[Tracked] = ()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        for view in VIEWS:
            self.tabs.addTab(view)
        self.tabs.setAccessibleName("看法")
        self.tabs.setExpanding(False)
        for words, whole in SCOPES:
            self._scope.addItem(words, whole)
        self._find.setPlaceholderText("查找编码、指标、单位、说明")
        self._find.setAccessibleName("查找")
        self._find.setClearButtonEnabled(True)
        self._find.setMinimumWidth(scaled(FIND))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._upper())
        column.addLayout(self._lower())

    def _upper(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tabs)
        row.addWidget(self.lights)
        row.addStretch(1)
        row.addWidget(self.copy)
        row.addWidget(self.export)
        return row

    def _lower(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(8)
        named = ("范围", self._scope), ("类别", self._category), ("责任单位", self._lead)
        for name, combo in (*named, ("属性", self._binding)):
            combo.setAccessibleName(name)
            row.addWidget(combo, 2)
        row.addWidget(self._find, 3)
        return row

    def _connect(self) -> None:
        self._scope.activated.connect(self._change_scope)
        for each in (self._category, self._lead, self._binding):
            each.activated.connect(self._tell)
        self._find.textChanged.connect(self._tell)
        self.lights.chosen.connect(self._tell)

    @property
    def choice(self) -> Wanted:
        """Which lines are wanted now."""
        code = self._binding.currentData()
        return Wanted(
            whole=bool(self._scope.currentData()),
            category=str(self._category.currentData() or ""),
            lead=str(self._lead.currentData() or ""),
            binding=Binding.of(code) if code else None,
            light=self.lights.light,
            risky=self.lights.risky,
            words=self._find.text().strip(),
        )

    def offer(self, rows: Sequence[Tracked]) -> None:
        """Offer the categories, departments and 属性 that occur; what was chosen stays."""
        self._rows = rows
        if not any(row.main for row in rows):
            self._scope.setCurrentIndex(1)
        self._scope.setEnabled(any(row.main for row in rows) and not all(row.main for row in rows))
        self._refill()

    def seek(self, words: str) -> None:
        """Look for words in everything there is."""
        self._scope.setCurrentIndex(1)
        self.lights.clear()
        self._refill()
        for each in (self._category, self._lead, self._binding):
            each.setCurrentIndex(0)
        self._find.setText(words)

    def show_view(self, *, lights: bool) -> None:
        """Leave out what belongs to the table where 晴雨表 is shown."""
        for each in (self.lights, self.copy, self.export):
            each.setVisible(not lights)

    def focus(self) -> None:
        """Take the keyboard to the field in which one looks for something."""
        self._find.setFocus()
        self._find.selectAll()

    def _change_scope(self) -> None:
        self._refill()
        self._tell()

    def _refill(self) -> None:
        whole = bool(self._scope.currentData())
        rows = [row for row in self._rows if whole or row.main]
        every = dict(zip(EVERY, (self._category, self._lead, self._binding), strict=True))
        _fill(every["全部类别"], "全部类别", ((row.category, row.category) for row in rows))
        _fill(every["全部单位"], "全部单位", ((row.lead, row.lead) for row in rows))
        bound = ((row.binding.label, str(row.binding)) for row in rows if row.binding)
        _fill(every["全部属性"], "全部属性", bound)

    def _tell(self) -> None:
        self.wanted.emit(self.choice)


def _fill(combo: Combo, all_: str, offered: Iterable[tuple[str, str]]) -> None:
    """Offer all of them first, then what occurs; what was chosen stays where it still occurs."""
    kept = combo.currentData()
    with QSignalBlocker(combo):
        combo.clear()
        combo.addItem(all_, "")
        for words, code in dict.fromkeys(offered):
            if words:
                combo.addItem(words, code)
        combo.setCurrentIndex(max(0, combo.findData(kept)))

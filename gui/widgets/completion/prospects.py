"""`Prospects`: the trend of an item, what it still needs, and what an assumption gives."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from core.domain.form_rows import source_of
from core.domain.indicator import Indicator
from core.domain.tracked import Tracked
from core.reports.facts import Facts
from gui.widgets.charts.trend_chart import TrendChart
from gui.widgets.completion.what_if import WhatIf


class Prospects(QWidget):
    """倒算 and 前提试算 above, the chart below; nodes have none of them."""

    def __init__(self) -> None:
        super().__init__()
        self.chart, self.what_if = TrendChart(), WhatIf()
        self.chart.setProperty("role", "")  # it stands in a card already
        if around := self.chart.layout():
            around.setContentsMargins(0, 0, 0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.what_if)
        column.addWidget(self.chart, 1)

    def show_row(self, facts: Facts, row: Tracked) -> None:
        """Show another item."""
        item, past = row.item, facts.entries.get(source_of(row.item), {})
        self.chart.show_item(facts.plan, item, facts.as_of, past)
        self.what_if.setVisible(isinstance(item, Indicator))
        if isinstance(item, Indicator):
            self.what_if.show_item(facts.plan, item, facts.as_of, past)

"""`TrendChart`: an indicator's way: what was reached, what was asked, and what is still needed."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout

from core.domain.aims.series import series
from core.domain.indicator import Indicator, Item
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from gui.models.lights_model import name
from gui.theme import colours_of, scaled
from gui.widgets import parts
from gui.widgets.charts import picture_file
from gui.widgets.charts.trend_legend import TrendLegend
from gui.widgets.charts.trend_points import Point, Trend, trend

if TYPE_CHECKING:  # pyqtgraph is imported when the first chart is seen
    from gui.widgets.charts.trend_plot import TrendPlot

NODE = "节点没有走势图，进度见所报的形象进度。"
NOTHING = "还没有报来数，也没有目标可以画出路径。"
HEIGHT = 220  # pixels, at least


class TrendChart(QFrame):
    """Shows one item; what is pointed at is said above the chart. Emits `noticed` with a Notice."""

    noticed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._title, self._words = parts.label("走势", "group"), parts.label("", "muted")
        self._legend = TrendLegend()
        self._save = parts.button("存为图片(&G)…", "把走势图存为PNG图片")
        self._plot: TrendPlot | None = None
        self._trend, self._stale = Trend(), False
        self._column = QVBoxLayout(self)
        self._lay_out()
        self._save.clicked.connect(self._ask_save)
        self._show(Trend(), "")

    def _lay_out(self) -> None:
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self._title, 1)
        row.addWidget(self._save)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(6)
        self._column.addLayout(row)
        self._column.addWidget(self._legend)
        self._column.addWidget(self._words)

    @property
    def words(self) -> str:
        """What is said of the point that is pointed at, or why there is no chart."""
        return self._words.text()

    def show_item(
        self, plan: Plan, item: Item, as_of: Quarter, past: Mapping[Quarter, Entry]
    ) -> None:
        """Show the figures of an item up to a quarter, and its paths."""
        self._title.setText(name(item))
        if not isinstance(item, Indicator):
            self._show(Trend(), NODE)
        else:
            self._show(trend(item, series(plan, item, as_of, past), past), NOTHING)

    def show_nothing(self) -> None:
        """Show no item."""
        self._title.setText("走势")
        self._show(Trend(), "")

    def _show(self, shown: Trend, without: str) -> None:
        """Show other lines, or say why there are none."""
        self._trend, self._stale = shown, True
        some = bool(shown.points)
        self._words.setText("" if some else without)
        for each in (self._legend, self._save):
            each.setVisible(some)
        if self._plot:
            self._plot.setVisible(some)
        if self.isVisible():
            self._draw()

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was shown meanwhile."""
        super().showEvent(event)
        self._draw()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the theme and the size of text."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and self._plot:
            self._plot.dress(colours_of(self.palette()))
            self._stale = True
            if self.isVisible():
                self._draw()

    def _draw(self) -> None:
        """Draw the points, if they are not yet seen, and point at the last figure."""
        points = self._trend.points
        if points and self._stale:
            self._stale = False
            plot = self._plot or self._make_plot()
            plot.show_trend(self._trend)
            plot.setAccessibleDescription("\n".join(point.words for point in points))
            plot.point_to(_last_known(points))

    def _make_plot(self) -> "TrendPlot":
        from gui.widgets.charts.trend_plot import TrendPlot

        plot = self._plot = TrendPlot(colours_of(self.palette()))
        plot.setMinimumHeight(scaled(HEIGHT))
        plot.pointed.connect(self._say)
        self._column.addWidget(plot, 1)
        return plot

    def _say(self, number: int) -> None:
        self._words.setText(self._trend.points[number].words)

    def _ask_save(self) -> None:
        """Save the chart as a picture."""
        from gui.widgets.charts import trend_picture

        title, shown = self._title.text(), self._trend
        name = f"{title}走势"
        picture_file.ask(self, name, lambda: trend_picture.draw(title, shown), self.noticed.emit)


def _last_known(shown: Sequence[Point]) -> int:
    """Give the number of the last point that was reached, else of the first."""
    known = [number for number, point in enumerate(shown) if point.actual is not None]
    return known[-1] if known else 0

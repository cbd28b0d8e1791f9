"""`TrendPlot`: the lines of a trend chart; the only module that draws with pyqtgraph."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from math import ceil, log10

import pyqtgraph as pg
from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPen
from PySide6.QtWidgets import QApplication

from core.domain.period import Quarter
from gui.theme import Colours, scaled
from gui.widgets.charts.trend_points import Point, Strand, Trend, place

LINE, THIN, PATH = 2.2, 1.1, 1.8  # pixels of lines: actual, within a year, the two paths
DOT, RING = 8, 14  # pixels of a point, and of the one that is pointed at
SIZE = 420, 250  # pixels that are asked for
AIR = 0.12  # of the height, above and below
_STEP = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Axis(pg.AxisItem):  # type: ignore[misc]
    """Writes numbers as the plan does: without exponents and thousands separators."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        """Write the numbers beside the lines, all with the same decimals."""
        places = max(0, ceil(-log10(spacing * scale)))
        return [f"{value * scale:.{places}f}" for value in values]


class TrendPlot(pg.PlotWidget):  # type: ignore[misc]
    """Emits `pointed` with the number of the point under the mouse or chosen by the arrows."""

    pointed = Signal(int)

    def __init__(self, colours: Colours, sharp: int = 1) -> None:
        """`sharp` pixels of what it is drawn on make one of the screen's; pens must know."""
        super().__init__(axisItems={"left": Axis("left"), "bottom": pg.AxisItem("bottom")})
        self._points: tuple[Point, ...] = ()
        self._number, self._sharp = -1, sharp
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("走势图")
        self._quieten()
        self.dress(colours)
        self.scene().sigMouseMoved.connect(self._point_at)

    def _quieten(self) -> None:
        """Take away what would be in English, or move what stands still."""
        item = self.getPlotItem()
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.getViewBox().disableAutoRange()
        self.scene().contextMenu = []

    def sizeHint(self) -> QSize:
        """Ask for a little more than is needed."""
        return QSize(*map(scaled, SIZE))

    @property
    def number(self) -> int:
        """The number of the point that is pointed at, -1 for none."""
        return self._number

    def show_trend(self, trend: Trend) -> None:
        """Draw other lines; nothing is pointed at."""
        self.clear()
        self._points, self._number = trend.points, -1
        self._draw_years()
        self._draw_path(lambda point: point.target, self._colours.muted, Qt.PenStyle.DashLine)
        self._draw_path(lambda point: point.required, self._colours.warn, Qt.PenStyle.DotLine)
        for strand in trend.strands:
            self._draw_strand(strand)
        self._draw_dots([point for point in self._points if point.actual is not None])
        self._mark = pg.InfiniteLine(pen=self._pen(self._colours.edge, 1))
        self._ring = pg.ScatterPlotItem(
            size=scaled(RING), pen=self._pen(self._colours.text, 1.5), brush=None
        )
        for each in (self._mark, self._ring):
            each.hide()
            self.addItem(each, ignoreBounds=True)
        self._fit()

    def point_to(self, number: int) -> None:
        """Mark a point and tell which."""
        if not 0 <= number < len(self._points) or number == self._number:
            return
        self._number = number
        point = self._points[number]
        self._mark.setPos(point.place)
        self._mark.show()
        self._ring.setData([point.place], [float(point.numbers[0])])
        self._ring.show()
        self.pointed.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move from point to point by the arrows, Home and End."""
        last, key = len(self._points) - 1, event.key()
        if key in _STEP:
            self.point_to(max(0, min(last, self._number + _STEP[Qt.Key(key)])))
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End}:
            self.point_to(0 if key == Qt.Key.Key_Home else last)
        else:
            super().keyPressEvent(event)

    def _point_at(self, spot: QPointF) -> None:
        """Point at the quarter nearest to the mouse."""
        view = self.getPlotItem().getViewBox()
        if self._points and view.sceneBoundingRect().contains(spot):
            at = view.mapSceneToView(spot).x()
            nearest = min(self._points, key=lambda point: abs(point.place - at))
            self.point_to(self._points.index(nearest))

    def dress(self, colours: Colours) -> None:
        """Wear other colours and the program's font; lines take them when they are next drawn."""
        self._colours, font = colours, QFont(QApplication.font())
        self.setBackground(QColor(colours.surface))
        for side in ("left", "bottom"):
            axis = self.getAxis(side)
            axis.enableAutoSIPrefix(enable=False)
            axis.setStyle(tickFont=font, tickLength=0)
            axis.setPen(self._pen(colours.edge, 1))
            axis.setTextPen(QColor(colours.muted))
        self.getAxis("left").setGrid(40)

    def _draw_years(self) -> None:
        """Name the years, or the quarters of a single one, and part them by thin lines."""
        quarters = [point.quarter for point in self._points]
        years = sorted({quarter.year for quarter in quarters})
        if len(years) == 1:
            ticks = [(float(place(quarter)), quarter.span) for quarter in quarters]
        else:
            ticks = [(_middle(year, quarters[0]), f"{year}年") for year in years]
        self.getAxis("bottom").setTicks([ticks])
        for year in years[1:]:
            line = pg.InfiniteLine(4 * year - 0.5, pen=self._pen(self._colours.line, 1))
            self.addItem(line, ignoreBounds=True)

    def _draw_path(
        self, number: Callable[[Point], Decimal | None], colour: str, style: Qt.PenStyle
    ) -> None:
        """Draw one of the two paths, told apart by its kind of line."""
        known = [(point.place, number(point)) for point in self._points]
        across = [x for x, y in known if y is not None]
        down = [float(y) for _, y in known if y is not None]
        pen = self._pen(colour, PATH, style)
        self.addItem(pg.PlotCurveItem(across, down, pen=pen, antialias=True))

    def _draw_strand(self, strand: Strand) -> None:
        """Draw what was reached as a line."""
        across = [point.place for point in strand.points]
        down = [float(point.actual or 0) for point in strand.points]
        pen = self._pen(self._colours.accent, THIN if strand.thin else LINE)
        line = pg.PlotCurveItem(across, down, pen=pen, antialias=True)
        line.setSegmentedLineMode("on")  # a thick polyline takes 32 times as long
        self.addItem(line)

    def _draw_dots(self, points: Sequence[Point]) -> None:
        """Draw the figures themselves; those that are only expected are hollow."""
        accent, surface = self._colours.accent, self._colours.surface
        dots = pg.ScatterPlotItem(
            [point.place for point in points],
            [float(point.actual or 0) for point in points],
            size=scaled(DOT),
            pen=self._pen(accent, PATH),
            brush=[pg.mkBrush(surface if point.expected else accent) for point in points],
        )
        self.addItem(dots)

    def _pen(self, colour: str, width: float, style: Qt.PenStyle = Qt.PenStyle.SolidLine) -> QPen:
        """Make a pen that is as thick on the screen whatever the scale of the axes."""
        pen = QPen(QColor(colour), width * self._sharp, style)
        pen.setCosmetic(True)
        return pen

    def _fit(self) -> None:
        """Show everything, with some air around it."""
        numbers = [float(each) for point in self._points for each in point.numbers]
        low, high = min(numbers), max(numbers)
        air = (high - low) * AIR or abs(high) * AIR or 1.0
        self.setYRange(low - air, high + air, padding=0)
        first, last = self._points[0].place, self._points[-1].place
        self.setXRange(first - 0.7, last + 0.7, padding=0)


def _middle(year: int, first: Quarter) -> float:
    """Give the middle of a year; a base stands at the end of its own, of which no more is seen."""
    return place(first) if first == Quarter(year, 4) else 4 * year + 1.5

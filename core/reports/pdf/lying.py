"""Charts with a lying bar for each label: counts joined end to end, progress against time."""

from decimal import Decimal

from core.reports import axis
from core.reports.chart import Chart, Tone
from core.reports.pdf import legend
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import AREA_WIDTH
from core.reports.pdf.sketch import SIZE, Sketch, plate_width

_ROW, _CLOSEST = 18.0, 13.5  # of a label; closer where that keeps a chart on one page
_PAGE = 560.0  # for the labels of a page
_BAR = 0.56  # of a row
_AXIS = 16.0
_WIDEST = 0.42  # of the width, for labels
_GAP, _VALUE = 6.0, 40.0  # beside labels, and for the number behind a bar


def height(chart: Chart, count: int) -> float:
    """Give the height of a chart of some labels."""
    return legend.height(chart, AREA_WIDTH) + count * row_height(chart) + _AXIS


def row_height(chart: Chart) -> float:
    """Give the height of a label."""
    return min(_ROW, max(_CLOSEST, _PAGE / max(len(chart.labels), 1)))


def progress(sketch: Sketch, chart: Chart, labels: range) -> None:
    """Draw how much was reached, marked where it should be by now."""
    reached, due = chart.series
    scale = _Scale(sketch, chart)
    scale.draw(labels)
    for row, at in enumerate(labels):
        y, value, asked = scale.middle(row), reached.values[at], due.values[at]
        end = scale.bar(Decimal(0), min(value or Decimal(0), axis.MOST), y, reached.tone_at(at))
        if asked is not None:
            sketch.tick(scale.x(min(asked, axis.MOST)), y, 0.8 * scale.row)
            end = max(end, scale.x(min(asked, axis.MOST)))
        said = "—" if value is None else f"{axis.written(value)}{chart.unit}"
        sketch.text(said, end + _GAP, y)


def stacked(sketch: Sketch, chart: Chart, labels: range) -> None:
    """Draw the series of each label joined end to end, each with its number where it has room."""
    scale = _Scale(sketch, chart)
    scale.draw(labels)
    for row, at in enumerate(labels):
        begin, y = Decimal(0), scale.middle(row)
        for each in chart.series:
            value = each.values[at] or Decimal(0)
            if value:
                scale.bar(begin, begin + value, y, each.tone_at(at))
                scale.value(value, begin, y)
                begin += value


class _Scale:
    """The axis below the bars and the labels left of them."""

    def __init__(self, sketch: Sketch, chart: Chart) -> None:
        self._sketch, self._chart, self._ticks = sketch, chart, axis.scale(chart)
        self.row, song = row_height(chart), typeface(Role.SONG)
        widest = max((song.width(each, SIZE) for each in chart.labels), default=0.0)
        self._left = min(widest, _WIDEST * sketch.width) + _GAP
        self._right = sketch.width - _VALUE
        self._top = sketch.height - legend.height(chart, sketch.width)

    def x(self, value: Decimal) -> float:
        """Give where a value stands."""
        low, high = self._ticks[0], self._ticks[-1]
        share = float((value - low) / (high - low))
        return self._left + share * (self._right - self._left)

    def middle(self, row: int) -> float:
        """Give the middle of a row."""
        return self._top - (row + 0.5) * self.row

    def bar(self, begin: Decimal, end: Decimal, y: float, tone: Tone) -> float:
        """Draw a bar and give where it ends."""
        low, high = sorted((self.x(begin), self.x(end)))
        if high > low:
            thick = _BAR * self.row
            self._sketch.bar(low, y - thick / 2, high - low, thick, tone)
        return high

    def value(self, value: Decimal, begin: Decimal, y: float) -> None:
        """Write a number in the middle of its part of a bar, on white, where there is room."""
        low, high, said = self.x(begin), self.x(begin + value), axis.written(value)
        if plate_width(said) <= high - low:
            self._sketch.plate(said, (low + high) / 2, y)

    def draw(self, labels: range) -> None:
        """Draw legend, grid, axis and labels."""
        legend.draw(self._sketch, self._chart)
        for tick in self._ticks:
            self._sketch.rule(self.x(tick), _AXIS, self.x(tick), self._top, strong=tick == 0)
            self._sketch.text(axis.written(tick), self.x(tick), _AXIS / 2, 0.5)
        for row, at in enumerate(labels):
            label = _shortened(self._chart.labels[at], self._left - _GAP)
            self._sketch.text(label, self._left - _GAP, self.middle(row), 1.0)


def _shortened(label: str, room: float) -> str:
    """Give a label that fits its room, … in place of what does not."""
    song = typeface(Role.SONG)
    kept = label
    while song.width(kept, SIZE) > room + 0.01 and len(kept) > 1:
        kept = kept.rstrip("…")[:-1] + "…"
    return kept

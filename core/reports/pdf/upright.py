"""Charts over a lying axis of labels: groups of bars, and lines from label to label."""

from decimal import Decimal

from core.reports import axis
from core.reports.chart import Chart, Series, Tone
from core.reports.pdf import legend, lines
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role
from core.reports.pdf.sketch import SIZE, Sketch

HEIGHT = 190.0
_LABELS = 30.0  # two lines of labels
_LEADING = 11.0
_LEFT, _RIGHT = 40.0, 8.0
_WIDEST_BAR, _GROUP = 36.0, 0.66  # of what a label has
_ABOVE = 7.0  # a number above its bar or place


def bars(sketch: Sketch, chart: Chart, labels: range) -> None:
    """Draw a group of bars for each label, each with its number above it."""
    scale = _Scale(sketch, chart)
    scale.draw()
    step = min(scale.step * _GROUP / max(len(chart.series), 1), _WIDEST_BAR)
    for at in labels:
        x = scale.x(at) - step * len(chart.series) / 2
        for each in chart.series:
            value = each.values[at]
            if value is not None:
                scale.bar(x + step * 0.06, step * 0.88, value, each.tone_at(at))
            x += step


def trend(sketch: Sketch, chart: Chart, labels: range) -> None:
    """Draw a line for each series; where a label has no number, the line has a gap."""
    scale = _Scale(sketch, chart)
    scale.draw()
    for each in reversed(chart.series):  # the first on top
        for run in _runs(each):
            sketch.beam([(scale.x(at), scale.y(value)) for at, value in run], each.tone)
    for at in labels:
        _number(sketch, scale, chart, at)


def _number(sketch: Sketch, scale: "_Scale", chart: Chart, at: int) -> None:
    """Write what was reached, on the side away from the target, and the last target."""
    last = at == len(chart.labels) - 1
    for each in chart.series:
        value, reached = each.values[at], each.tone is Tone.ACTUAL
        if value is not None and (reached or (last and each.tone is Tone.TARGET)):
            others = [other.values[at] for other in chart.series if other is not each]
            below = reached and any(other is not None and other > value for other in others)
            y = scale.y(value) + (-_ABOVE - 2 if below else _ABOVE)
            sketch.text(axis.written(value), scale.x(at), y, 0.5, SIZE - 1)


def _runs(series: Series) -> list[list[tuple[int, Decimal]]]:
    """Part a series where a number is missing."""
    runs: list[list[tuple[int, Decimal]]] = [[]]
    for at, value in enumerate(series.values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((at, value))
    return [run for run in runs if run]


class _Scale:
    """The two axes of a chart."""

    def __init__(self, sketch: Sketch, chart: Chart) -> None:
        self._sketch, self._chart, self._ticks = sketch, chart, axis.scale(chart)
        self._count = max(len(chart.labels), 1)
        self._top = sketch.height - legend.height(chart, sketch.width) - _ABOVE

    @property
    def step(self) -> float:
        """The room of a label."""
        return (self._sketch.width - _LEFT - _RIGHT) / self._count

    def x(self, at: int) -> float:
        """Give the middle of a label's room."""
        return _LEFT + (at + 0.5) * self.step

    def y(self, value: Decimal) -> float:
        """Give the height of a value."""
        low, high = self._ticks[0], self._ticks[-1]
        return _LABELS + float((value - low) / (high - low)) * (self._top - _LABELS)

    def bar(self, x: float, width: float, value: Decimal, tone: Tone) -> None:
        """Draw a bar from zero with its number."""
        low, high = sorted((self.y(Decimal(0)), self.y(value)))
        if high > low:
            self._sketch.bar(x, low, width, high - low, tone)
        self._sketch.text(axis.written(value), x + width / 2, high + _ABOVE, 0.5)

    def draw(self) -> None:
        """Draw legend, grid, axes and labels."""
        legend.draw(self._sketch, self._chart)
        right = self._sketch.width - _RIGHT
        for tick in self._ticks:
            self._sketch.rule(_LEFT, self.y(tick), right, self.y(tick))
            self._sketch.text(axis.written(tick), _LEFT - 5, self.y(tick), 1.0)
        self._sketch.rule(_LEFT, _LABELS, right, _LABELS, strong=True)
        for at, label in enumerate(self._chart.labels):
            self._label(at, label)

    def _label(self, at: int, label: str) -> None:
        """Write a label in up to two lines."""
        song = typeface(Role.SONG)
        broken = lines.even(label, self.step - 4, lambda part: song.width(part, SIZE))
        for line, text in enumerate(broken[:2]):
            self._sketch.text(text, self.x(at), _LABELS - (line + 0.8) * _LEADING, 0.5)

"""The legend of a chart: what each tone or mark stands for, in as many lines as it needs."""

from collections.abc import Callable, Sequence

from core.reports.chart import Chart, ChartKind, Tone
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role
from core.reports.pdf.sketch import SIZE, Sketch

_LINE, _BELOW = 15.0, 4.0
_SWATCH, _GAP, _APART = 16.0, 4.0, 14.0

Swatch = Callable[[float, float], None]
Named = tuple[str, float]  # a name with the width of its swatch and itself


def height(chart: Chart, width: float) -> float:
    """Give the height of a chart's legend."""
    return len(_lines(_names(chart), width)) * _LINE + _BELOW


def draw(sketch: Sketch, chart: Chart) -> None:
    """Write the legend in the middle of the uppermost lines."""
    swatches, y = iter(_swatches(sketch, chart)), sketch.height - _LINE / 2
    for line in _lines(_names(chart), sketch.width):
        x = (sketch.width - _across(line)) / 2
        for name, width in line:
            next(swatches)(x, y)
            sketch.text(name, x + _SWATCH + _GAP, y)
            x += width + _APART
        y -= _LINE


def _names(chart: Chart) -> list[Named]:
    """Give what is named; bars of several tones are named by their labels."""
    lies, song = chart.kind is ChartKind.PROGRESS, typeface(Role.SONG)
    names = [each.name for each in chart.series if lies or not each.tones]
    return [(name, _SWATCH + _GAP + song.width(name, SIZE)) for name in names]


def _lines(names: Sequence[Named], width: float) -> list[list[Named]]:
    """Part what is named into lines of a width."""
    lines: list[list[Named]] = []
    for name in names:
        if lines and _across([*lines[-1], name]) <= width:
            lines[-1].append(name)
        else:
            lines.append([name])
    return lines


def _across(line: Sequence[Named]) -> float:
    """Give the width of a line."""
    return sum(width for _, width in line) + _APART * (len(line) - 1)


def _swatches(sketch: Sketch, chart: Chart) -> list[Swatch]:
    """Give what draws the swatch of each name."""
    if chart.kind is ChartKind.PROGRESS:
        return [_bar(sketch, Tone.ACTUAL), _tick(sketch)]
    made = _beam if chart.kind is ChartKind.TREND else _bar
    return [made(sketch, each.tone) for each in chart.series if not each.tones]


def _bar(sketch: Sketch, tone: Tone) -> Swatch:
    """Give what draws a small bar."""
    return lambda x, y: sketch.bar(x, y - 3.5, _SWATCH, 7, tone)


def _beam(sketch: Sketch, tone: Tone) -> Swatch:
    """Give what draws a short line with its mark."""

    def swatch(x: float, y: float) -> None:
        sketch.beam([(x, y), (x + _SWATCH / 2, y), (x + _SWATCH, y)], tone)

    return swatch


def _tick(sketch: Sketch) -> Swatch:
    """Give what draws the mark of what was due."""
    return lambda x, y: sketch.tick(x + _SWATCH / 2, y, 9)

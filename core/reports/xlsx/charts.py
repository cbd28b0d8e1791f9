"""Charts as Excel draws them itself, over numbers on a sheet of their own."""

from collections.abc import Sequence
from math import ceil
from typing import Literal

from openpyxl.chart import BarChart, LineChart, Reference
from openpyxl.chart.axis import ChartLines
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.legend import Legend
from openpyxl.chart.marker import DataPoint, Marker
from openpyxl.chart.series import Series as Drawn
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.worksheet.worksheet import Worksheet

from core.reports import axis
from core.reports.chart import Chart, ChartKind, Series, Tone
from core.reports.content import Cell
from core.reports.tones import COLOURS
from core.reports.xlsx import cells, paper, plain

Native = BarChart | LineChart
_WIDTH, _HEIGHT, _ROW_HEIGHT = 15.6, 7.5, 0.65  # centimetres
_CENTIMETRE = 72 / 2.54
_ROW = 15.0  # points
_LABELS, _NUMBERS = 180.0, 60.0  # points, the least that columns of the numbers are wide
_PAGE = 42  # rows of 15 points on 225 mm
_WHITE, _RULE = "FFFFFF", "C9CFD8"
_PATTERNS: dict[Tone, Literal["wdUpDiag", "dkHorz", "trellis", "wdDnDiag"]] = {
    Tone.GREEN: "wdUpDiag",
    Tone.YELLOW: "dkHorz",
    Tone.RED: "trellis",
    Tone.REQUIRED: "wdDnDiag",
}
_HOLLOW = frozenset({Tone.GREY, Tone.TARGET})
_DASHES: dict[Tone, Literal["dash", "sysDot"]] = {Tone.TARGET: "dash", Tone.REQUIRED: "sysDot"}
_MARKS: dict[Tone, Literal["square", "triangle"]] = {
    Tone.TARGET: "square",
    Tone.REQUIRED: "triangle",
}


def write(sheet: Worksheet, numbers: Worksheet, charts: Sequence[Chart]) -> None:
    """Draw charts below each other on a sheet, their numbers on another one."""
    cells.set_width(sheet, 1, _WIDTH * _CENTIMETRE)
    row, filled, below = 1, 0, 1
    for chart in charts:
        native = _native(chart)
        _fill(native, numbers, chart, below)
        below += len(chart.labels) + 3
        rows = ceil(native.height * _CENTIMETRE / _ROW) + 1
        if filled and filled + rows > _PAGE:
            paper.break_after(sheet, [row - 1])
            filled = 0
        sheet.add_chart(native, f"A{row}")
        row, filled = row + rows, filled + rows
    paper.set_up(sheet)
    sheet.print_area = f"A1:A{row}"
    _fit(numbers, charts)
    paper.set_up(numbers)


def _fit(numbers: Worksheet, charts: Sequence[Chart]) -> None:
    """Make the columns of the numbers as wide as titles, labels and names of series."""
    texts = [text for chart in charts for text in (chart.title, *chart.labels)]
    plain.fit(numbers, 1, texts, _LABELS)
    for at in range(max(len(chart.series) for chart in charts)):
        names = [chart.series[at].name for chart in charts if at < len(chart.series)]
        plain.fit(numbers, at + 2, names, _NUMBERS)


def _native(chart: Chart) -> Native:
    """Make an empty chart of a kind."""
    native: Native = LineChart() if chart.kind is ChartKind.TREND else BarChart()
    if isinstance(native, BarChart):
        native.type = "col" if chart.kind is ChartKind.BARS else "bar"
        native.gapWidth = 60
        if chart.kind is ChartKind.STACKED:
            native.grouping, native.overlap = "stacked", 100
    native.title = chart.title + (f"（{chart.unit}）" if chart.unit else "")
    native.width, native.height = _WIDTH, _height(chart)  # type: ignore[assignment]  # typed int
    native.x_axis.delete = native.y_axis.delete = False
    native.legend = None if all(each.tones for each in chart.series) else Legend("b")
    _scale(native, chart)
    if _lies(chart):  # the first label uppermost, as on paper
        native.x_axis.scaling.orientation = "maxMin"
        native.y_axis.crosses = "max"
    return native


def _scale(native: Native, chart: Chart) -> None:
    """Give a chart the scale that it has on paper, and thin lines across."""
    line, scale = native.y_axis, axis.scale(chart)
    rules = GraphicalProperties()
    rules.line.solidFill = _RULE
    line.number_format, line.majorGridlines = "General", ChartLines(spPr=rules)
    line.scaling.min, line.scaling.max = float(scale[0]), float(scale[-1])
    line.majorUnit = float(scale[1] - scale[0])


def _lies(chart: Chart) -> bool:
    """Tell whether a chart's bars lie."""
    return chart.kind in {ChartKind.STACKED, ChartKind.PROGRESS}


def _measured(chart: Chart) -> bool:
    """Tell whether the first of a chart's series is what was reached."""
    return chart.kind in {ChartKind.PROGRESS, ChartKind.TREND}


def _height(chart: Chart) -> float:
    """Give the height of a chart: a lying one grows with its labels."""
    return max(_HEIGHT, len(chart.labels) * _ROW_HEIGHT + 3) if _lies(chart) else _HEIGHT


def _fill(native: Native, numbers: Worksheet, chart: Chart, top: int) -> None:
    """Write the numbers from a row down and draw a series over each column."""
    plain.head(numbers, top, 1, chart.title)
    for column, each in enumerate(chart.series, 2):
        plain.head(numbers, top + 1, column, each.name)
        _column(numbers, top + 2, column, each)
    for row, label in enumerate(chart.labels, top + 2):
        plain.put(numbers, row, 1, Cell(label))
    last, columns = top + 1 + len(chart.labels), len(chart.series) + 1
    native.add_data(
        Reference(numbers, min_col=2, max_col=columns, min_row=top + 1, max_row=last),
        titles_from_data=True,
    )
    native.set_categories(Reference(numbers, min_col=1, min_row=top + 2, max_row=last))
    for drawn, each in zip(native.series, chart.series, strict=True):
        _dress(drawn, each, chart)


def _column(numbers: Worksheet, top: int, column: int, series: Series) -> None:
    """Write the numbers of a series below its name."""
    for row, value in enumerate(series.values, top):
        if value is not None:
            plain.put(numbers, row, column, Cell(f"{value:f}", value))


def _dress(drawn: Drawn, series: Series, chart: Chart) -> None:
    """Give a series its colours and marks, told apart in grey print, and its numbers."""
    if chart.kind is ChartKind.TREND:
        _dress_line(drawn, series.tone)
    else:
        due = chart.kind is ChartKind.PROGRESS and series is chart.series[1]
        drawn.graphicalProperties = _bar(Tone.TARGET if due else series.tone)
        for at, tone in enumerate(series.tones):
            drawn.dPt.append(DataPoint(idx=at, spPr=_bar(tone)))
    if chart.kind is ChartKind.BARS or (_measured(chart) and series is chart.series[0]):
        drawn.dLbls = DataLabelList(showVal=True, showSerName=False, showCatName=False)
        drawn.dLbls.showLegendKey = drawn.dLbls.showPercent = False


def _dress_line(drawn: Drawn, tone: Tone) -> None:
    """Give a line its colour, dashes and marks."""
    colour = COLOURS[tone].lstrip("#")
    drawn.smooth = False
    line = drawn.graphicalProperties.line
    line.solidFill, line.width = colour, 22000  # EMU, 1.7 points
    line.dashStyle = _DASHES.get(tone, "solid")
    drawn.marker = Marker(symbol=_MARKS.get(tone, "circle"), size=7)
    drawn.marker.graphicalProperties = GraphicalProperties(
        solidFill=_WHITE if tone in _HOLLOW else colour
    )
    drawn.marker.graphicalProperties.line.solidFill = colour


def _bar(tone: Tone) -> GraphicalProperties:
    """Give the look of a bar: plain, hollow, or with lines."""
    colour = COLOURS[tone].lstrip("#")
    if tone in _PATTERNS:
        look = GraphicalProperties()
        look.pattFill = PatternFillProperties(
            _PATTERNS[tone], fgClr=_colour(colour), bgClr=_colour(_WHITE)
        )
    else:
        look = GraphicalProperties(solidFill=_WHITE if tone in _HOLLOW else colour)
    look.line.solidFill = colour
    return look


def _colour(hexadecimal: str) -> ColorChoice:
    """Give a colour."""
    return ColorChoice(srgbClr=hexadecimal)  # type: ignore[arg-type]  # the stub has the wrong type

"""Charts on paper: how high they are, and drawing each kind as vectors."""

from collections.abc import Callable, Iterator
from math import ceil

from core.reports.chart import Chart, ChartKind
from core.reports.layout import ChartLayout, Piece
from core.reports.pdf import heads, lying, upright
from core.reports.pdf.flow import Flow
from core.reports.pdf.fonts import typeface
from core.reports.pdf.pen import Pen
from core.reports.pdf.roles import Role
from core.reports.pdf.sheet import AREA_WIDTH
from core.reports.pdf.sketch import SIZE, Sketch

_GAP = 14.0
_NOTE = 15.0
_LYING = {ChartKind.STACKED: lying.stacked, ChartKind.PROGRESS: lying.progress}
_UPRIGHT = {ChartKind.BARS: upright.bars, ChartKind.TREND: upright.trend}
_DRAWN: dict[ChartKind, Callable[[Sketch, Chart, range], None]] = {**_LYING, **_UPRIGHT}


def place(flow: Flow, number: int, chart: Chart) -> ChartLayout:
    """Put a chart where the flow is, whole; one that is taller than a page goes on on the next."""
    flow.turn(landscape=False, fresh=chart.fresh)
    flow.need(height(chart, range(len(chart.labels))) + _GAP)
    pieces, start = list[range](), 0
    while not pieces or start < len(chart.labels):
        if pieces:
            flow.begin(landscape=False)
        flow.skip(_GAP if flow.y else 0.0)
        labels = _piece(chart, start, flow.left)
        flow.place(Piece(number, len(pieces)), height(chart, labels))
        pieces.append(labels)
        start = labels.stop
    return ChartLayout(tuple(pieces))


def height(chart: Chart, labels: range) -> float:
    """Give the height of a piece with its caption and note."""
    return heads.CAPTION_HEIGHT + _field(chart, labels) + _NOTE * bool(chart.note)


def draw(pen: Pen, chart: Chart, labels: range, y: float) -> None:
    """Draw a piece of a chart below its caption, and its note."""
    hei, song = typeface(Role.HEI), typeface(Role.SONG)
    middle = y + heads.CAPTION_HEIGHT / 2
    pen.centred(_caption(chart, labels), middle, heads.CAPTION_SIZE, hei)
    if chart.unit:
        pen.ending(f"单位：{chart.unit}", pen.area.width, middle, SIZE, song)
    sketch = Sketch(AREA_WIDTH, _field(chart, labels))
    _DRAWN[chart.kind](sketch, chart, labels)
    bottom = y + heads.CAPTION_HEIGHT + sketch.height
    pen.flush()
    sketch.draw(pen.canvas, 0, pen.area.height - bottom)
    if chart.note:
        pen.line(f"注：{chart.note}", 0, bottom + _NOTE / 2, SIZE, song)


def texts(chart: Chart) -> Iterator[tuple[Role, str]]:
    """Give every text of a chart with its typeface."""
    yield Role.HEI, chart.title + "（续）"
    named = (each.name for each in chart.series)
    yield Role.SONG, "".join((*chart.labels, *named, chart.unit, chart.note))


def _field(chart: Chart, labels: range) -> float:
    """Give the height of the drawing itself."""
    lies = chart.kind in _LYING
    return lying.height(chart, len(labels)) if lies else upright.HEIGHT


def _piece(chart: Chart, start: int, left: float) -> range:
    """Give the labels from one on that a height holds, evenly parted; upright ones are whole."""
    count = len(chart.labels)
    if chart.kind not in _LYING:
        return range(count)
    most = max(1, int((left - height(chart, range(0))) / lying.row_height(chart)))
    pieces = ceil((count - start) / most)
    return range(start, min(start + ceil((count - start) / max(pieces, 1)), count))


def _caption(chart: Chart, labels: range) -> str:
    """Give the title of a piece."""
    return chart.title + ("（续）" if labels.start else "")

"""晴雨表: the lights of each item quarter by quarter, and a sentence for every change of one."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from core.domain.completion import Assessment
from core.domain.duties import items
from core.domain.indicator import Item
from core.domain.judging.judgement import Light
from core.domain.judging.verdict import LIGHTS
from core.domain.lights import UNDECIDED, Lights, Turn
from core.domain.lights import Row as Track
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.errors import NotFoundError
from core.reports import legends, sections
from core.reports.content import Align, Cell, Column, Heading, Report, Row, Table
from core.reports.facts import Facts
from core.reports.heading import headed, told
from core.reports.narrative import prose
from core.reports.parts import Line
from core.reports.tones import SIGNS

NOTHING = "所选范围里没有指标和工程，没有生成报告；请改选类别、属性或责任单位"
TURNS = "灯色变化情况"
_NAME, _QUARTER = 62.0, 8.0
_TURNS = (
    Column(44.0, Align.LEFT),
    Column(28.0),
    Column(27.0, Align.LEFT),
    Column(126.0, Align.LEFT),
)
_DATA = {"编码": 22.0, "指标": 60.0, "报告期": 20.0, "灯": 12.0, "状态": 30.0}
_NUMBERS = "一二三四"


def build(facts: Facts) -> Report:
    """Say how the lights stood in every quarter up to the report's, and why they changed.

    Raises NotFoundError where the selection leaves nothing.
    """
    lights = facts.lights
    if lights is None or not lights.rows:
        raise NotFoundError(NOTHING)
    tracks = _in_order(facts.plan, lights)
    board = _board(facts, lights, tracks)
    turns = tuple((each.item, turn) for each in tracks for turn in each.turns)
    listed = tuple(each for each in turns if not each[1].first)
    parts = (board, _changes(listed, len(turns) - len(listed))) if listed else (board,)
    report = headed(facts, "heatmap", f"{facts.plan.name}晴雨表", parts, _data(tracks))
    return told(report, prose.heatmap(facts, [each.item for each in tracks]))


def _in_order(plan: Plan, lights: Lights) -> tuple[Track, ...]:
    """Give the rows section by section, as the plan prints them."""
    found = {each.item.code: each for each in lights.rows}
    return tuple(found[each.code] for each in items(plan) if each.code in found)


def _board(facts: Facts, lights: Lights, tracks: Sequence[Track]) -> Table:
    """Make the table of lights, a column for each quarter."""
    quarters = lights.quarters
    columns = (Column(_NAME, Align.LEFT), *(Column(_QUARTER) for _ in quarters))
    rows = tuple(sections.rows(facts.plan, _lines(tracks), len(columns)))
    made = Table(columns, tuple(_headings(quarters)), rows)
    return replace(made, notes=legends.closed(_notes(facts, lights)))


def _headings(quarters: Sequence[Quarter]) -> Iterator[Heading]:
    """Head the quarters by their years."""
    yield Heading("指标")
    for year, of in groupby(quarters, lambda each: each.year):
        yield Heading(f"{year}年", tuple(Heading(_NUMBERS[each.number - 1]) for each in of))


def _lines(tracks: Sequence[Track]) -> Iterator[Line]:
    """Give the cells of each item: its name and its lights."""
    for track in tracks:
        shown = (Cell("", light=each.light) for each in track.assessments)
        yield track.item, (Cell(sections.called(track.item)), *shown)


def _notes(facts: Facts, lights: Lights) -> Iterator[str]:
    """Say what the signs mean, and count them in the report's quarter."""
    counts = lights.counts
    told = "、".join(f"{light.label}灯{counts[light]}个" for light in Light if counts[light])
    yield f"{facts.as_of.label}共{len(lights.rows)}项，其中{told}"
    yield "，".join(f"{SIGNS[light]}{light.label}灯表示{_meaning(facts, light)}" for light in Light)
    yield "“一、二、三、四”依次为一季度、上半年、前三季度、全年"


def _meaning(facts: Facts, light: Light) -> str:
    """Give the words that a light stands for, before the plan's end and, where it is over, then."""
    if light is Light.GREY:
        return "缺数、未到时点、待下达等暂不能判断的情形"
    words = (facts.plan.monitoring, facts.plan.midterm, *([facts.plan.dictionary] * facts.final))
    named = (
        str(getattr(each, grade.value, ""))
        for each in words
        for grade, lit in LIGHTS.items()
        if lit is light
    )
    return "、".join(dict.fromkeys(filter(None, named)))


def _changes(turns: Sequence[tuple[Item, Turn]], first: int) -> Table:
    """Make the list of changes: item, time, from what to what, and why; first lights are none."""
    kinds = Counter(_kind(turn) for _, turn in turns)
    said = "、".join(f"{kind}{kinds[kind]}次" for kind in _KINDS if kinds[kind])
    return Table(
        _TURNS,
        tuple(map(Heading, ("指标", "时间", "变化", "原因"))),
        tuple(_turned(item, turn) for item, turn in turns),
        legends.closed([f"灯色变化共{len(turns)}次，其中{said}", _left_out(first)]),
        title=TURNS,
    )


def _left_out(first: int) -> str:
    """Say how many items were judged for the first time, which is no change."""
    return f"首次判断{first}项不列" if first else ""


_KINDS = ("变好", "变差", "其他")


def _kind(turn: Turn) -> str:
    """Tell whether a light became better or worse, or neither can be said."""
    return _KINDS[0] if turn.better else _KINDS[1] if turn.worse else _KINDS[2]


def _turned(item: Item, turn: Turn) -> Row:
    """Give the row of one change."""
    change = Cell(turn.change, light=turn.after.light)
    return Row((Cell(item.name), Cell(turn.quarter.label), change, Cell(turn.reason)))


def _data(tracks: Sequence[Track]) -> Table:
    """Give every light as a row of its own."""
    rows = tuple(
        Row(tuple(map(Cell, (track.item.code, track.item.name, str(quarter), *_told(each)))))
        for track in tracks
        for quarter, each in zip(track.quarters, track.assessments, strict=True)
    )
    return Table(tuple(map(Column, _DATA.values())), tuple(map(Heading, _DATA)), rows, filters=True)


def _told(found: Assessment) -> tuple[str, str]:
    """Word a light and its status."""
    return found.light.label, found.status or UNDECIDED

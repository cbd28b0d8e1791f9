"""What a yardstick asks for, in words: its target, what of it is due by now, and on what basis."""

from dataclasses import replace
from decimal import Decimal

from core.domain import exact, told
from core.domain.aims.trajectory import Basis, annual_target, sums_up
from core.domain.figure import Figure, Words
from core.domain.indicator import Direction, Measure, Nature
from core.domain.judging.course import Course
from core.domain.judging.judgement import Side, Yardstick
from core.domain.target_words import planned, revision
from core.domain.unit import worded

_DERIVED = "（按规划目标推算）"


def target_of(way: Course, stick: Yardstick) -> str:
    """Word the target of a yardstick: 规划目标突破750亿元, 年度目标648.77亿元（按规划目标推算）."""
    indicator = way.indicator
    if stick.side is Side.PLAN:
        number = _in_numbers(indicator.aim.printed, way, stick)
        return f"{planned(indicator.target, indicator)}{number}{revision(indicator)}"
    asked = annual_target(way.plan, indicator, stick.period.year)
    figure = asked.figure if asked else None
    words = _wanted(figure, way, stick) if figure else ""
    number = _in_numbers(figure, way, stick)
    return f"年度目标{words}{number}{_DERIVED if stick.derived else ''}"


def _wanted(figure: Figure, way: Course, stick: Yardstick) -> str:
    """Word a year's target: as printed, a derived one at the published decimals."""
    if stick.derived and isinstance(figure.core, Decimal):
        figure = replace(figure, core=exact.padded(figure.core, way.indicator.decimals))
    return worded(figure, way.indicator.unit)


def due(way: Course, stick: Yardstick) -> str:
    """Say by which way of reckoning something is due: 按年均增长目标序时应达."""
    verb = _verb(way)
    if stick.side is Side.ANNUAL:
        return f"{stick.period.span}应{verb}"
    return f"{_path(way) if stick.derived else '按年度目标'}序时应{verb}"


def basis(way: Course, stick: Yardstick) -> str:
    """Name how a year is parted: 分季度目标, last year's share, fourths; nothing at its end."""
    if stick.period.ends_year:
        return ""
    if any(each.quarter == stick.period for each in way.indicator.quarterly_targets):
        return Basis.GIVEN.label
    if stick.even:
        return Basis.EVEN.label
    return Basis.LAST_YEAR.label if sums_up(way.indicator) else ""


def adds_up(way: Course, stick: Yardstick) -> bool:
    """Tell whether a yardstick counts from nothing, so that the figure itself is what is done."""
    sums = way.indicator.measure in (Measure.CUMULATIVE, Measure.REDUCTION)
    return not stick.origin and (sums or sums_up(way.indicator))


def done(way: Course) -> str:
    """Give the word for what is done of a sum."""
    return "下降" if way.indicator.measure is Measure.REDUCTION else "完成"


def _in_numbers(asked: Figure | None, way: Course, stick: Yardstick) -> str:
    """Give the number behind a target that is words: 稳定（4万亩）, 动态清零（0户）."""
    if asked is None or not isinstance(asked.core, Words) or stick.target is None:
        return ""
    return f"（{told.amount(stick.target, way.indicator.unit)}）"


def _verb(way: Course) -> str:
    """Give the word for what is due."""
    if way.indicator.measure is Measure.REDUCTION:
        return "下降"
    if way.indicator.measure is Measure.CUMULATIVE:
        return "完成"
    return "降至" if way.indicator.direction is Direction.LOWER else "达"


def _path(way: Course) -> str:
    """Name how the way runs from base to target."""
    indicator = way.indicator
    if indicator.measure is Measure.REDUCTION:
        return "按年均降幅"
    values = indicator.measure is Measure.LEVEL and indicator.nature in (Nature.FLOW, Nature.POINT)
    positive = way.start is not None and way.goal is not None and min(way.start, way.goal) > 0
    if not (values and positive):
        return "按均匀推进"
    return f"按年均{'下降' if indicator.direction is Direction.LOWER else '增长'}目标"

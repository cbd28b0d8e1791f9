"""A growth beside its target in words, and a figure beside a line that it meets or not."""

from decimal import Decimal

from core.domain import outcome, told
from core.domain.explaining.asked_words import basis, due, target_of
from core.domain.explaining.spans import points_span
from core.domain.explaining.way_words import one_unit
from core.domain.indicator import Direction
from core.domain.judging.course import Course
from core.domain.judging.judgement import Grade, Rule, Side, Yardstick
from core.domain.judging.verdict import word
from core.domain.scale import Scale
from core.domain.target_words import beside

_ZERO = Decimal(0)


def by_points(way: Course, stick: Yardstick, scale: Scale) -> str:
    """Say by how many 百分点 a growth is above or below its target."""
    points = stick.points or _ZERO
    side = "高于" if points > 0 else "低于"
    said = f"{side}目标{told.difference(points, '%')}" if points else "与目标相等"
    if stick.rule is not Rule.POINTS:
        return f"{target_of(way, stick)}，{said}，{_spared(way, stick, scale, points)}"
    turned = "，越低越好" if way.indicator.direction is Direction.LOWER else ""
    span = points_span(scale, stick.grade or Grade.FAR)
    return f"{target_of(way, stick)}，{said}（{span}{turned}）"


def against(way: Course, stick: Yardstick, scale: Scale) -> str:
    """Say whether a line is met, and what follows from that."""
    margin = outcome.better_by(way.indicator, stick.actual or _ZERO, stick.asked or _ZERO)
    of = "目标" if stick.asked == stick.target else "序时"
    said = f"{target_of(way, stick)}{_part(way, stick)}，{beside(margin, way.indicator, of)}"
    if stick.rule is Rule.ONE_UNIT:
        return f"{said}，{one_unit(way, scale, -margin)}"
    on, far = word(scale, Grade.ON), word(scale, Grade.FAR)
    if _about(way, stick):
        return f"{said}（左右为相差{told.percent(scale.about)}以内，以内为{on}，以外为{far}）"
    return f"{said}（达到为{on}，未达到为{far}）"


def _spared(way: Course, stick: Yardstick, scale: Scale, points: Decimal) -> str:
    """Say what spared a growth from the thresholds."""
    if stick.rule is Rule.ONE_UNIT:
        return one_unit(way, scale, points)
    return f"不差于目标（至少为{word(scale, Grade.ON)}）"


def _about(way: Course, stick: Yardstick) -> bool:
    """Tell whether a line is 左右, so that it may be missed by a little."""
    return way.leg(stick.period.year).about if stick.side is Side.ANNUAL else way.about


def _part(way: Course, stick: Yardstick) -> str:
    """Say what of a year's sum is asked for by a quarter."""
    if stick.asked is None or stick.asked == stick.target:
        return ""
    noted = basis(way, stick)
    number = told.published(stick.asked, way.indicator)
    return f"，{due(way, stick)}{number}" + (f"（{noted}）" if noted else "")

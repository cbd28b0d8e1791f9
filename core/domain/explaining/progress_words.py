"""The sentence before a plan's end: both yardsticks, what the rest needs, what is in the way."""

from collections.abc import Iterator
from decimal import Decimal

from core.domain import exact, outcome, told
from core.domain.aims.requirement import Need, Stand, onward
from core.domain.consistency.printed_growth import led_to
from core.domain.explaining.asked_words import adds_up, done, target_of
from core.domain.explaining.line_words import against, by_points
from core.domain.explaining.way_words import on_the_way
from core.domain.figure import Figure
from core.domain.indicator import Direction, Measure
from core.domain.judging.course import Course, course
from core.domain.judging.grading import along
from core.domain.judging.judged import Judged
from core.domain.judging.judgement import Grade, Grey, Rule, Side, Yardstick
from core.domain.judging.reaching import named
from core.domain.judging.traits import Kind
from core.domain.judging.verdict import word
from core.domain.scale import Scale
from core.domain.target_words import actual, aim
from core.domain.unit import worded

_ZERO = Decimal(0)
_WHY = {
    Grey.MISSING: "缺数，不作判断",
    Grey.EARLY: "未到时点，还没有应报的数据可以判断",
    Grey.UNPUBLISHED: "数据未到发布期，不作判断",
    Grey.PENDING: "目标待下达，须有人录入下达的数值和文号，或写明文号后录入完成情况",
    Grey.UNDECIDED: "没有可比的数值，不作判断，须人确认",
}


def progress(judged: Judged) -> tuple[str, ...]:
    """Give the clauses that explain a status before the plan's end."""
    decisive = judged.decisive
    if decisive is None:
        first = f"{actual(judged.finding)}，{aim(judged.finding.indicator)}"
        return first, _grey(judged)
    way = course(judged.plan, judged.finding.indicator)
    scale = judged.plan.scale(judged.finding.as_of)
    first = f"{_actual(judged, decisive)}，{yardstick(way, decisive, scale)}{_unsure(judged)}"
    return (
        first,
        *_beside(judged, way, scale, decisive),
        _by_growth(judged, way, scale),
        _rest(judged, way),
    )


def yardstick(way: Course, stick: Yardstick, scale: Scale) -> str:
    """Explain what a yardstick that has a grade says of a figure."""
    if stick.rule is Rule.REACHED:
        return f"{target_of(way, stick)}，已达到（期末之前达到为{word(scale, Grade.REACHED)}）"
    if way.kind is Kind.POINTS:
        return by_points(way, stick, scale)
    at_most = way.indicator.direction is Direction.LOWER and adds_up(way, stick)
    if way.kind is Kind.LINE or at_most:
        return against(way, stick, scale)
    return on_the_way(way, stick, scale)


def _actual(judged: Judged, decisive: Yardstick) -> str:
    """Say the figure; where the status stands on an earlier one, that one too."""
    said, finding = actual(judged.finding), judged.finding
    if decisive.period == finding.period and decisive.actual == finding.actual:
        return said
    own = _own(judged, decisive)
    return f"{said}，按{named(decisive.period)}{own}"


def _own(judged: Judged, stick: Yardstick) -> str:
    """Word the figure of a yardstick."""
    return told.published(stick.actual or _ZERO, judged.finding.indicator)


def _unsure(judged: Judged) -> str:
    """Mark what a person has to confirm: a structure is judged by its last part alone."""
    structure = judged.finding.indicator.measure is Measure.STRUCTURE
    return "，按末位比较，须人确认" if structure else ""


def _beside(judged: Judged, way: Course, scale: Scale, decisive: Yardstick) -> Iterator[str]:
    """Explain the yardstick that does not decide, where it says anything of its own."""
    other = judged.annual if decisive.side is Side.PLAN else judged.overall
    if other is None or other.grade is None or _same(decisive, other):
        return
    when = f"{named(other.period)}" if other.side is Side.PLAN else "当年"
    figure = "" if other.actual == decisive.actual else f"{when}实际{_own(judged, other)}，"
    yield f"另，{figure}{yardstick(way, other, scale)}"


def _same(one: Yardstick, other: Yardstick) -> bool:
    """Tell whether two yardsticks ask for the same and find the same."""
    return (one.actual, one.asked, one.target) == (other.actual, other.asked, other.target)


def _grey(judged: Judged) -> str:
    """Say in full why nothing can be judged."""
    if judged.grey is Grey.NO_BASE:
        share = judged.completion
        said = "不作判断" if share is None else f"只算目标完成率（{told.percent(share)}）"
        return f"基期待补，请先补录基期，补录前{said}"
    return _WHY[judged.grey or Grey.UNDECIDED]


def _rest(judged: Judged, way: Course) -> str:
    """Say what the years that are left must bring, from the last full year on."""
    stick = judged.overall
    if stick is None:
        return _rest_of_year(way, judged.annual)
    if not stick.period.ends_year:
        return _rest_of_plan(way, stick)
    at = Stand.whole(stick.period.year, stick.actual or _ZERO)
    needed = onward(judged.plan, judged.finding.indicator, at)
    if needed is None or needed.kind is Need.MET:
        return ""
    return needed.words if judged.finding.as_of == stick.period else needed.dated


def _rest_of_plan(way: Course, stick: Yardstick) -> str:
    """Say what is left to do until the plan's end, in the midst of a year."""
    indicator, last = way.indicator, way.plan.last_year
    if indicator.measure is Measure.REDUCTION or stick.target is None or stick.actual is None:
        return ""
    if way.kind is not Kind.WAY or outcome.better_by(indicator, stick.actual, stick.target) >= 0:
        return ""
    left = exact.difference(stick.target, stick.actual)
    verb = "增加" if left > 0 else "减少"
    verb = done(way) if adds_up(way, stick) else verb
    return f"到{last}年还需{verb}{told.gap(left, indicator)}"


def _rest_of_year(way: Course, stick: Yardstick | None) -> str:
    """Say what is left to do within the only year of a plan."""
    if stick is None or stick.actual is None or stick.target is None or not adds_up(way, stick):
        return ""
    left = exact.difference(stick.target, stick.actual)
    if left <= 0 or stick.period.ends_year:
        return ""
    return f"年内还需{done(way)}{told.published(left, way.indicator)}"


def _by_growth(judged: Judged, way: Course, scale: Scale) -> str:
    """Say where the printed growth would have asked for another number with another word."""
    stick, indicator = judged.overall, judged.finding.indicator
    if stick is None or stick.rule is not Rule.RATIO or not stick.period.ends_year:
        return ""
    led = led_to(judged.plan, indicator, stick.period.year)
    if led is None or stick.actual is None or stick.origin is None:
        return ""
    asked = told.at(led, indicator)
    gone, due = (exact.difference(each, stick.origin) for each in (stick.actual, asked))
    grade, _ = along(scale, gone, due, way.unit)
    if grade is stick.grade:
        return ""
    growth = worded(indicator.growth or Figure(led), "%")
    number = told.published(asked, indicator)
    return f"如按印出的年均增长{growth}应达{number}，则为{word(scale, grade)}，以目标为准"

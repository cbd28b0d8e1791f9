"""A place on the way to a target in words: what is gone, what is due, r and its thresholds."""

from collections.abc import Iterable
from decimal import Decimal

from core.domain import exact, outcome, told
from core.domain.explaining.asked_words import adds_up, basis, done, due, target_of
from core.domain.explaining.spans import edges, ratio_span, times
from core.domain.figure import WHOLE, half_up
from core.domain.indicator import Direction, Measure
from core.domain.judging.course import Course
from core.domain.judging.judgement import Grade, Rule, Side, Yardstick
from core.domain.judging.verdict import word
from core.domain.scale import Scale

_ZERO = Decimal(0)
_LAST_UNIT = "只差末位一个单位的至少为"
_PLACES = range(1, 7)  # decimals of percentages, as few as keep their ratio on its side


def on_the_way(way: Course, stick: Yardstick, scale: Scale) -> str:
    """Say how much of a way is gone and how much is due, so that r can be redone.

    规划增量228.06亿元已完成109.26亿元（47.9%），按年均增长目标序时应达648.77亿元（55.6%），为序时的0.86倍.
    """
    actual, asked = stick.actual or _ZERO, stick.asked or _ZERO
    gone, owed, whole = (_from(way, stick, each) for each in (actual, asked, stick.target))
    if not owed:
        return _not_due_yet(way, stick, scale, gone, whole)
    has, has_due = shares(gone, owed, whole, edges(scale)) if way.in_shares else ("", "")
    said = f"{_whole(way, stick, whole)}{_moved(way, stick, gone, whole)}{_noted(has)}"
    if asked != stick.target or stick.side is Side.PLAN:
        noted = _noted(has_due, basis(way, stick))
        said += f"，{due(way, stick)}{told.published(asked, way.indicator)}{noted}"
    return f"{said}，{verdict(way, stick, scale, owed - gone)}"


def shares(
    gone: Decimal, owed: Decimal, whole: Decimal, thresholds: Iterable[Decimal]
) -> tuple[str, str]:
    """Give both shares of a way in per cent, rounded so that their ratio keeps its side.

    Empty where there is no way to have shares of; what lies exactly on a threshold and has no end
    is told as usual, since the numbers stand beside it.
    """
    if whole <= 0:
        return "", ""
    listed = tuple(thresholds)
    sides = _sides(gone, owed, listed)
    tried = [[_percent(each, whole, places) for each in (gone, owed)] for places in _PLACES]
    first, second = next(
        (each for each in tried if _sides(each[0], each[1], listed) == sides), tried[0]
    )
    return f"{told.signed(first)}%", f"{told.signed(second)}%"


def _sides(gone: Decimal, owed: Decimal, thresholds: Iterable[Decimal]) -> list[bool]:
    """Tell of each threshold whether that share of what is due is gone."""
    return [gone >= exact.product(each, owed) for each in thresholds]


def verdict(way: Course, stick: Yardstick, scale: Scale, short: Decimal) -> str:
    """Say r and the thresholds around it, or what spared the figure from them."""
    grade = stick.grade or Grade.FAR
    if stick.ratio is None:
        return _without_ratio(way, scale, grade, short)
    said = times(scale, stick.ratio, _whose(way, stick))
    match stick.rule:
        case Rule.ROUNDED:
            return f"{said}，已达到取整后的序时（达到的至少为{word(scale, Grade.ON)}）"
        case Rule.ONE_UNIT:
            return f"{said}，{one_unit(way, scale, short)}"
        case _:
            return f"{said}（{ratio_span(scale, grade)}）"


def _whose(way: Course, stick: Yardstick) -> str:
    """Name what r is a multiple of: what is due, or the whole of a year that is over."""
    if stick.side is Side.PLAN or stick.asked != stick.target:
        return "序时的"
    return "目标的" if adds_up(way, stick) else f"年度{_size(way)}的"


def one_unit(way: Course, scale: Scale, short: Decimal) -> str:
    """Say that only one unit of the published decimals is wanting."""
    wanting = told.gap(short, way.indicator)
    return f"与取整后的序时只差{wanting}（{_LAST_UNIT}{word(scale, Grade.BEHIND)}）"


def _not_due_yet(way: Course, stick: Yardstick, scale: Scale, gone: Decimal, whole: Decimal) -> str:
    """Say what is gone already while nothing is due: 序时尚无要求，已完成1个（20%，为快于预期）."""
    grade = stick.grade or Grade.FAR
    has = shares(gone, _ZERO, whole, ())[0] if way.in_shares and gone > 0 else ""
    rule = _LAST_UNIT if stick.rule is Rule.ONE_UNIT else "为"
    head = _whole(way, stick, whole) if whole else target_of(way, stick)
    moved = _moved(way, stick, gone, whole).removeprefix("，") if gone else _still(way, stick)
    return f"{head}，序时尚无要求，{moved}{_noted(has, f'{rule}{word(scale, grade)}')}"


def _still(way: Course, stick: Yardstick) -> str:
    """Say that nothing is gone yet."""
    if adds_up(way, stick):
        return f"暂未{done(way)}"
    return "与基期持平" if stick.side is Side.PLAN else "持平"


def _without_ratio(way: Course, scale: Scale, grade: Grade, short: Decimal) -> str:
    """Say how a figure stands where the way leads back for now."""
    match grade:
        case Grade.AHEAD:
            return f"序时尚无要求，已有进展（为{word(scale, grade)}）"
        case Grade.ON:
            return f"序时尚无要求，不差于序时（为{word(scale, grade)}）"
        case Grade.BEHIND:
            return f"序时尚无要求，{one_unit(way, scale, short)}"
        case _:
            wanting = told.gap(short, way.indicator)
            return f"序时尚无要求，却差{wanting}（为{word(scale, grade)}）"


def _whole(way: Course, stick: Yardstick, whole: Decimal) -> str:
    """Say the whole way."""
    if adds_up(way, stick):
        return target_of(way, stick)
    named = "可回落" if whole < 0 else _size(way)
    return f"{_named(way, stick)}{named}{told.gap(whole, way.indicator)}"


def _moved(way: Course, stick: Yardstick, gone: Decimal, whole: Decimal) -> str:
    """Say what of the way is gone."""
    if adds_up(way, stick):
        return f"已{done(way)}{told.published(gone, way.indicator)}"
    size = told.gap(gone, way.indicator)
    if whole < 0:
        return f"，{'已回落' if gone < 0 else '已推进'}{size}"
    return f"{'已完成' if gone >= 0 else _back(way)}{size}"


def _back(way: Course) -> str:
    """Give the word for a step back."""
    if way.indicator.measure is Measure.REDUCTION:
        return "反而回升"
    return "反而增加" if way.indicator.direction is Direction.LOWER else "反而减少"


def _size(way: Course) -> str:
    """Name the length of a way."""
    falls = way.indicator.measure is Measure.REDUCTION
    return "降幅" if falls or way.indicator.direction is Direction.LOWER else "增量"


def _named(way: Course, stick: Yardstick) -> str:
    """Name a way; the plan's own target is only said where it was changed."""
    if stick.side is Side.PLAN and not way.indicator.revisions:
        return "规划"
    return f"{target_of(way, stick)}，{stick.side.label}"


def _from(way: Course, stick: Yardstick, number: Decimal | None) -> Decimal:
    """Give how far a number is from where the way begins, towards the better side."""
    return outcome.better_by(way.indicator, number or _ZERO, stick.origin or _ZERO)


def _noted(*notes: str) -> str:
    """Put what there is into parentheses."""
    said = "，".join(note for note in notes if note)
    return f"（{said}）" if said else ""


def _percent(part: Decimal, whole: Decimal, places: int) -> Decimal:
    """Give a part of a way in per cent."""
    return half_up(exact.fraction(exact.product(part, WHOLE), whole), places)

"""A yardstick laid on a figure: what of the way is gone, what is due, and the grade it gives."""

from decimal import Decimal
from typing import NamedTuple

from core.domain import exact, grading, outcome
from core.domain.course import Course, Kind
from core.domain.grading import Mark
from core.domain.indicator import Measure
from core.domain.judgement import Grade, Grey, Rule, Side, Yardstick
from core.domain.period import Quarter
from core.domain.reaching import Reached
from core.domain.scale import Scale
from core.domain.target import TargetState

_REACHABLE = (Measure.LEVEL, Measure.CUMULATIVE, Measure.REDUCTION)


class Task(NamedTuple):
    """What is asked for by a period on one yardstick; the numbers are those of `Yardstick`.

    `about` tells that a line is 左右, `parted` that what is due was rounded on the way to it,
    `whole` that the plan's own target is what is asked for in the end.
    """

    side: Side
    period: Quarter
    target: Decimal | None
    asked: Decimal | None
    origin: Decimal | None
    derived: bool = False
    even: bool = False
    about: bool = False
    parted: bool = False
    whole: bool = False


class _Found(NamedTuple):
    """What a yardstick says of a figure."""

    mark: Mark | None
    gone: Decimal | None = None
    due: Decimal | None = None
    way: Decimal | None = None
    points: Decimal | None = None
    grey: Grey | None = None


def laid(course: Course, task: Task, reached: Reached, scale: Scale) -> Yardstick:
    """Lay a yardstick on what was reached."""
    actual = reached.number
    if actual is None:
        mark, gone, due, way, points, grey = _Found(None, grey=reached.grey)
    else:
        mark, gone, due, way, points, grey = _found(course, task, actual, scale)
    grade, rule = mark or (None, None)
    onward = way is not None and way > 0
    return Yardstick(
        task.side,
        task.period,
        actual,
        task.target,
        task.asked,
        task.origin,
        exact.fraction(gone, way) if onward and gone is not None and way else None,
        exact.fraction(due, way) if onward and due is not None and way else None,
        exact.fraction(gone, due) if gone is not None and due is not None and due > 0 else None,
        points,
        task.derived,
        task.even,
        rule,
        grade,
        grey,
    )


def lacking(course: Course) -> Grey:
    """Say why nothing can be asked for: 待下达, no base to count from, or nothing to aim at."""
    target = course.indicator.aim
    if course.waits:
        return Grey.PENDING if target.state is TargetState.PENDING else Grey.UNDECIDED
    from_base = course.indicator.measure is Measure.KEEP and target.state is TargetState.WORDS
    if from_base or (course.kind is Kind.WAY and course.start is None):
        return Grey.NO_BASE
    return Grey.UNDECIDED


def _found(course: Course, task: Task, actual: Decimal | None, scale: Scale) -> _Found:
    """Compare by the kind of the indicator."""
    if actual is None:
        return _Found(None, grey=Grey.MISSING)
    if _reached(course, task, actual):
        return _along(course, task, actual, scale)._replace(
            mark=(Grade.REACHED, Rule.REACHED), grey=None
        )
    if task.asked is None:
        return _Found(None, grey=lacking(course))
    match course.kind:
        case Kind.POINTS:
            return _by_points(course, task.asked, actual, scale)
        case Kind.LINE:
            return _against(course, task, actual, scale)
        case Kind.WAY:
            return _along(course, task, actual, scale)


def _reached(course: Course, task: Task, actual: Decimal) -> bool:
    """Tell whether the plan's target is reached, before its end (domain.md, Status)."""
    if not task.whole or task.target is None or course.kind is not Kind.WAY:
        return False
    indicator = course.indicator
    met = outcome.better_by(indicator, actual, task.target) >= 0
    return met and indicator.measure in _REACHABLE


def _by_points(course: Course, asked: Decimal, actual: Decimal, scale: Scale) -> _Found:
    """Compare a growth with what it should be."""
    better = outcome.better_by(course.indicator, actual, asked)
    points = exact.difference(actual, asked)
    return _Found(grading.by_points(scale, better, course.unit), points=points)


def _against(course: Course, task: Task, actual: Decimal, scale: Scale) -> _Found:
    """Compare a figure with a line; a sum within its year shows its way too."""
    asked = task.asked or Decimal(0)
    short = -outcome.better_by(course.indicator, actual, asked)
    mark = grading.against(scale, short, asked, about=task.about)
    if task.parted:
        mark = grading.guarded(mark, short, course.unit)
    gone, due, way = (_from(course, task, number) for number in (actual, asked, task.target))
    return _Found(mark, gone, due, way)


def _along(course: Course, task: Task, actual: Decimal, scale: Scale) -> _Found:
    """Compare places on a way; without its beginning only whether it is over is known."""
    if task.origin is None or task.asked is None:
        return _Found(None, grey=lacking(course))
    gone, due, way = (_from(course, task, each) for each in (actual, task.asked, task.target))
    gone, due = gone or Decimal(0), due or Decimal(0)
    return _Found(grading.along(scale, gone, due, course.unit), gone, due, way)


def _from(course: Course, task: Task, number: Decimal | None) -> Decimal | None:
    """Give how far a number is from where the way begins, towards the better side."""
    if number is None or task.origin is None:
        return None
    return outcome.better_by(course.indicator, number, task.origin)

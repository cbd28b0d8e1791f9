"""A yardstick held against what was reached, and the ladder of grades on it."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from core.domain import outcome
from core.domain.indicator import Measure
from core.domain.judging import grading
from core.domain.judging.course import Before, Course, Kept
from core.domain.judging.grading import Step, Task, first_reached
from core.domain.judging.judgement import Demand, Grade, Grey, Rule, Yardstick
from core.domain.judging.moment import Moment
from core.domain.judging.reaching import Past
from core.domain.judging.traits import Kind
from core.domain.scale import Scale
from core.domain.target import TargetState

Make = Callable[[Course, Moment, Past], Kept]
_REACHABLE = (Measure.LEVEL, Measure.CUMULATIVE, Measure.REDUCTION)


def kept(tasks: dict[int, Kept], make: Make, course: Course, moment: Moment, past: Past) -> Task:
    """Give what a moment asks for, made once and anew when last year's entries change."""
    found = tasks.get(moment.key)
    if found is None or (found[1] and found[1] != before(moment, past)):
        found = tasks[moment.key] = make(course, moment, past)
    return found[0]


def before(moment: Moment, past: Past) -> Before:
    """Give what was reported of the same quarter of the year before, and of that whole year."""
    quarter, whole = moment.year_before
    return past.get(quarter), past.get(whole)


def held(task: Task, actual: Decimal | None, grey: Grey | None) -> Yardstick:
    """Hold a yardstick against what was reached, or say what stands in its place."""
    demand, steps, lack = task
    if actual is None:
        return Yardstick(demand, None, grey=grey)
    mark = first_reached(steps, actual, lower=demand.lower)
    if mark is None:
        return Yardstick(demand, actual, grey=lack)
    grade, rule = mark
    return Yardstick(demand, actual, rule, grade)


def top(course: Course, demand: Demand) -> Iterator[Step]:
    """Give the step of 提前实现: the plan's target is reached before its end (domain.md, Status).

    So can be levels, sums and falls; 增速, 控制线, 保持 and 逐年 have to hold until the end.
    """
    reachable = course.kind is Kind.WAY and course.indicator.measure in _REACHABLE
    if reachable and demand.target is not None:
        yield demand.target, Grade.REACHED, Rule.REACHED, False


def ladder(
    course: Course, demand: Demand, scale: Scale, *, about: bool, parted: bool = False
) -> Iterator[Step]:
    """Give the steps of what is asked for by the period, the best grade first.

    `about` tells that a line is 左右, `parted` that what is due was rounded on the way to it.
    """
    lower, unit, asked = demand.lower, course.unit, demand.asked
    if asked is None:
        return
    match course.kind:
        case Kind.POINTS:
            yield from grading.points(scale, asked, unit, lower=lower)
        case Kind.LINE:
            spared, rounded = scale.about if about else None, unit if parted else None
            yield from grading.line(asked, spared, rounded, lower=lower)
        case _:
            if demand.origin is not None:
                yield from grading.way(scale, demand.origin, asked, unit, lower=lower)


def lacking(course: Course) -> Grey:
    """Say why nothing can be asked for: 待下达, no base to count from, or nothing to aim at."""
    target, measure = course.indicator.aim, course.indicator.measure
    if course.waits:
        return Grey.PENDING if target.state is TargetState.PENDING else Grey.UNDECIDED
    kept = measure is Measure.KEEP and target.state is TargetState.WORDS
    onward = course.goal is not None or outcome.increment(course.indicator) is not None
    if course.start is None and (kept or (course.kind is Kind.WAY and onward)):
        return Grey.NO_BASE
    return Grey.UNDECIDED

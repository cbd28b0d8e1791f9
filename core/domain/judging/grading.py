"""From numbers to a grade before the plan's end: along a way, by 百分点, or against a line.

Each of the three is a ladder of figures, the best grade first; a figure has the first grade whose
step it reaches.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from core.domain import exact
from core.domain.judging.judgement import Demand, Grade, Grey, Rule
from core.domain.scale import Scale

Mark = tuple[Grade, Rule]
_ZERO = Decimal(0)


# a grade with the worst figure that still has it, any figure where that is None, and the rule;
# True asks for a better figure than that
Step = tuple[Decimal | None, Grade, Rule, bool]
# what a yardstick asks for, the ladder for figures, and why one below it has no grade
Task = tuple[Demand, Iterable[Step], Grey]


def first_reached(steps: Iterable[Step], actual: Decimal, *, lower: bool) -> Mark | None:
    """Give the grade of a figure and the rule that gave it; None below the last step."""
    for limit, grade, rule, beyond in steps:
        if limit is None:
            return grade, rule
        if (actual <= limit if lower else actual >= limit) and not (beyond and actual == limit):
            return grade, rule
    return None


def along(scale: Scale, gone: Decimal, due: Decimal, unit: Decimal) -> Mark:
    """Grade how much of a way is gone beside how much is due."""
    mark = first_reached(way(scale, _ZERO, due, unit, lower=False), gone, lower=False)
    return mark or (Grade.FAR, Rule.RATIO)


def way(
    scale: Scale, origin: Decimal, asked: Decimal, unit: Decimal, *, lower: bool
) -> Iterator[Step]:
    """Grade a place on a way that begins at `origin` and should have come to `asked`.

    r = gone / due ≥ 1.1 快于预期, ≥ 0.95 基本符合预期, ≥ 0.75 略有滞后, else 明显滞后 (domain.md,
    Status): GDP (附表2) went 109.26 of the 126.82 that were due by 2023, r = 0.86, 略有滞后. At or
    beyond what is due at its published decimals it is at least 基本符合预期; one unit of them
    short of it, at worst 略有滞后: 2 of 3 houses (domain.md, Pace).
    """
    due = exact.difference(asked, origin)
    if due <= 0 if not lower else due >= 0:
        yield from _nothing_due(origin, asked, unit, lower=lower)
        return
    yield _gone(origin, scale.from_ahead, due), Grade.AHEAD, Rule.RATIO, False
    yield _gone(origin, scale.from_on, due), Grade.ON, Rule.RATIO, False
    yield asked, Grade.ON, Rule.ROUNDED, False
    yield _gone(origin, scale.from_behind, due), Grade.BEHIND, Rule.RATIO, False
    yield _easier(asked, unit, lower=lower), Grade.BEHIND, Rule.ONE_UNIT, False
    yield None, Grade.FAR, Rule.RATIO, False


def points(scale: Scale, asked: Decimal, unit: Decimal, *, lower: bool) -> Iterator[Step]:
    """Grade by how many 百分点 a growth is above its target: 7.1 for 年均7.5 is −0.4, 略有滞后.

    ≥ +0.5 快于预期, ≥ −0.2 基本符合预期, ≥ −1 略有滞后, else 明显滞后 (domain.md, Status).
    """
    yield _easier(asked, -scale.points_ahead, lower=lower), Grade.AHEAD, Rule.POINTS, False
    yield _easier(asked, -scale.points_on, lower=lower), Grade.ON, Rule.POINTS, False
    yield asked, Grade.ON, Rule.ROUNDED, False
    yield _easier(asked, -scale.points_behind, lower=lower), Grade.BEHIND, Rule.POINTS, False
    yield _easier(asked, unit, lower=lower), Grade.BEHIND, Rule.ONE_UNIT, False
    yield None, Grade.FAR, Rule.POINTS, False


def line(
    asked: Decimal, about: Decimal | None, unit: Decimal | None, *, lower: bool
) -> Iterator[Step]:
    """Grade a figure as met or not; `about` is the share by which a 左右 line may be missed.

    失业率 5.6 meets 5.5左右 (附表2 B-27), since 5.5 × 1.02 = 5.61; 5.7 does not. `unit` is given
    where the line was rounded itself, being the part of a year's: one unit short is 略有滞后.
    """
    yield asked, Grade.ON, Rule.MET, False
    if about is not None:
        spared = exact.product(about, asked.copy_abs())
        yield _easier(asked, spared, lower=lower), Grade.ON, Rule.ABOUT, False
    if unit is not None:
        yield _easier(asked, unit, lower=lower), Grade.BEHIND, Rule.ONE_UNIT, False
    yield None, Grade.FAR, Rule.UNMET, False


def _nothing_due(origin: Decimal, asked: Decimal, unit: Decimal, *, lower: bool) -> Iterator[Step]:
    """Grade a figure while nothing is due: more than nothing is ahead, nothing is as expected."""
    further = min(origin, asked) if lower else max(origin, asked)
    yield further, Grade.AHEAD, Rule.ROUNDED, True
    yield asked, Grade.ON, Rule.ROUNDED, False
    yield _easier(asked, unit, lower=lower), Grade.BEHIND, Rule.ONE_UNIT, False
    yield None, Grade.FAR, Rule.UNMET, False


def _gone(origin: Decimal, share: Decimal, due: Decimal) -> Decimal:
    """Give the place at which that share of what is due is gone."""
    return exact.sum_of(origin, exact.product(share, due))


def _easier(number: Decimal, by: Decimal, *, lower: bool) -> Decimal:
    """Give a number that is easier to reach by so much."""
    return exact.sum_of(number, by) if lower else exact.difference(number, by)

"""From numbers to a grade before the plan's end: along a way, by 百分点, or against a line."""

from decimal import Decimal

from core.domain import exact
from core.domain.judgement import Grade, Rule
from core.domain.scale import Scale

Mark = tuple[Grade, Rule]
_ZERO = Decimal(0)


def along(scale: Scale, gone: Decimal, due: Decimal, unit: Decimal) -> Mark:
    """Grade how much of a way is gone beside how much is due, both towards the better side.

    r = gone / due ≥ 1.1 快于预期, ≥ 0.95 基本符合预期, ≥ 0.75 略有滞后, else 明显滞后 (domain.md,
    Status): GDP (附表2) went 109.26 of the 126.82 that were due by 2023, r = 0.86, 略有滞后. Where
    nothing is due yet, more than nothing is ahead and nothing is as expected.
    """
    if due <= 0:
        ahead = gone > max(due, _ZERO)
        return (Grade.AHEAD, Rule.ROUNDED) if ahead else guarded(_unmet(), due - gone, unit)
    return guarded((_by_ratio(scale, gone, due), Rule.RATIO), due - gone, unit)


def by_points(scale: Scale, points: Decimal, unit: Decimal) -> Mark:
    """Grade by how many 百分点 a growth is above its target: 7.1 for 年均7.5 is −0.4, 略有滞后.

    ≥ +0.5 快于预期, ≥ −0.2 基本符合预期, ≥ −1 略有滞后, else 明显滞后 (domain.md, Status).
    """
    steps = (
        (Grade.AHEAD, scale.points_ahead),
        (Grade.ON, scale.points_on),
        (Grade.BEHIND, scale.points_behind),
    )
    grade = next((grade for grade, least in steps if points >= least), Grade.FAR)
    return guarded((grade, Rule.POINTS), -points, unit)


def against(scale: Scale, short: Decimal, asked: Decimal, *, about: bool) -> Mark:
    """Grade a figure that is `short` of a line: met or not, a 左右 one within 2 %.

    失业率 5.6 meets 5.5左右 (附表2 B-27), since 5.5 × 1.02 = 5.61; 5.7 does not.
    """
    if short <= 0:
        return Grade.ON, Rule.MET
    if about and short <= exact.product(scale.about, asked.copy_abs()):
        return Grade.ON, Rule.ABOUT
    return _unmet()


def guarded(mark: Mark, short: Decimal, unit: Decimal) -> Mark:
    """Spare a figure what only the rounding of the pace did to it (domain.md, Pace).

    At or beyond what is due it is at least 基本符合预期; one unit of the published decimals short
    of it, it is at worst 略有滞后: 2 of 3 houses.
    """
    grade, _ = mark
    if short <= 0:
        return (Grade.ON, Rule.ROUNDED) if grade in (Grade.BEHIND, Grade.FAR) else mark
    return (Grade.BEHIND, Rule.ONE_UNIT) if grade is Grade.FAR and short <= unit else mark


def _by_ratio(scale: Scale, gone: Decimal, due: Decimal) -> Grade:
    """Find the first grade whose least share of what is due is gone."""
    if gone >= exact.product(scale.from_ahead, due):
        return Grade.AHEAD
    if gone >= exact.product(scale.from_on, due):
        return Grade.ON
    return Grade.BEHIND if gone >= exact.product(scale.from_behind, due) else Grade.FAR


def _unmet() -> Mark:
    """Give the grade of what is not met."""
    return Grade.FAR, Rule.UNMET

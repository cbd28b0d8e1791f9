"""补录基期: which indicators have no base to count progress from, and why."""

from collections.abc import Iterator
from dataclasses import dataclass

from core.domain.indicator import Indicator, Measure
from core.domain.plan import Plan
from core.domain.target import TargetState


@dataclass(frozen=True, slots=True)
class Gap:
    """An indicator whose base has still to be entered; `why` says what the plan prints instead."""

    indicator: Indicator
    why: str


def gaps(plan: Plan) -> tuple[Gap, ...]:
    """Give the indicators of a level without a base, in printed order.

    Sums, growth and yearly targets need none; a figure of the same source has its base there.
    """
    return tuple(Gap(each, _why(each)) for each in _without(plan))


def _without(plan: Plan) -> Iterator[Indicator]:
    """Give the levels that progress cannot be counted for."""
    for each in plan.indicators:
        if each.measure is Measure.LEVEL and each.start is None and not each.same_source:
            yield each


def _why(indicator: Indicator) -> str:
    """Say why an indicator has no base."""
    base = indicator.base
    if base is None:
        pending = indicator.target.state is TargetState.PENDING
        return "规划没有印出基期，目标待下达" if pending else "规划没有印出基期"
    return f"印出的“{base}”是上一规划的数" if base.bracketed else f"印出的“{base}”不是一个数"

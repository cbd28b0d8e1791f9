"""补录基期: which indicators have no base to count progress from, and entering it later."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from core.domain.dated import BaseRevision
from core.domain.figure import Figure, Words
from core.domain.indicator import Indicator, Measure
from core.domain.outcome import increment
from core.domain.plan import Plan
from core.domain.reading import read
from core.domain.target import TargetState
from core.errors import FigureError


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


def read_base(indicator: Indicator, text: str) -> tuple[Figure, str]:
    """Read the base of an indicator as somebody types it; a note says what reading changed.

    Raises FigureError in a sentence where progress cannot be counted from it.
    """
    found = read(text, indicator.unit)
    figure = found.figure
    if figure is None or figure.value is None or isinstance(figure.core, Words):
        raise FigureError(f"“{text.strip()}”不是一个数，请填基期的数，不知道就留空")
    if figure.bracketed:
        raise FigureError(f"“{figure}”带有方括号，是累计数或上一规划的数，请填基期当年的数")
    return figure, found.note


def filled(plan: Plan, bases: Mapping[str, Figure], reason: str, document: str = "") -> Plan:
    """Give the plan with bases by code; they hold from its first day on, for older reports too."""
    on = date(plan.first_year, 1, 1)
    revisions = {
        code: BaseRevision(base, reason, on, document=document) for code, base in bases.items()
    }
    return replace(
        plan,
        indicators=tuple(
            replace(each, base_revisions=(revisions[each.code], *each.base_revisions))
            if each.code in revisions
            else each
            for each in plan.indicators
        ),
    )


def _without(plan: Plan) -> Iterator[Indicator]:
    """Give the levels that progress cannot be counted for."""
    for each in plan.indicators:
        if each.measure is Measure.LEVEL and each.start is None and not each.same_source:
            yield each


def _why(indicator: Indicator) -> str:
    """Say why an indicator has no base."""
    base = indicator.base
    if base is None:
        pending = indicator.target.state is TargetState.PENDING and increment(indicator) is None
        return "规划没有印出基期，目标待下达" if pending else "规划没有印出基期"
    return f"印出的“{base}”是上一规划的数" if base.bracketed else f"印出的“{base}”不是一个数"

"""Judging every quarter of ten years, against dividing the same figures in a bare loop."""

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from itertools import chain, cycle, islice, repeat
from pathlib import Path

from core.domain.completion import assess
from core.domain.figure import Figure
from core.domain.indicator import EnteredAs, Frequency, Indicator, Nature
from core.domain.outcome import goal
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry
from tests import factory as the
from tests.bench.pair import Pair
from tests.bench.timing import Clock, timed

_ROWS, _MANY, _PASSES = 400, 800, 100
_YEARS = {"first": 2016, "last": 2025}
# every measure in the shares of 附表2 and its boxes, every nature
_SHAPES: tuple[tuple[Callable[..., Indicator], str, str, dict[str, object]], ...] = (
    (the.level, "750", "521.94", {}),
    (the.level, "65195", "44501", {"decimals": 0}),
    (the.level, "3", "1.8", {"nature": Nature.RATE}),
    (the.level, "16.44", "12.9", {"nature": Nature.POINT}),
    (the.level, "78.1", "77.3", {"nature": Nature.MEAN, "frequency": Frequency.ANNUAL}),
    (the.growth, "7.5左右", "", {}),
    (the.cumulative, "50000", "", {}),
    (the.cumulative, "300", "", {"entered_as": EnteredAs.PLAN, "nature": Nature.RUNNING}),
    (the.reduction, "[18]", "", {"nature": Nature.RATE}),
    (the.annual, "3以上", "", {}),
    (the.control, "5.5左右", "", {}),
    (the.keep, "60", "60", {"frequency": Frequency.HALF_YEARLY}),
    (the.structure, "0.8:34.2:65", "0.7:34.4:64.9", {"nature": Nature.RATE}),
)
_Known = dict[str, dict[Quarter, Entry]]


def _plan(rows: int) -> Plan:
    """Make a plan of ten years with so many indicators."""
    items = [
        shape(target, base=base, code=f"M-{number:03}", **rest)
        for number, (shape, target, base, rest) in enumerate(islice(cycle(_SHAPES), rows))
    ]
    made: Plan = the.plan(*items, **_YEARS)
    return made


def _known(plan: Plan) -> _Known:
    """Fill every quarter, hardly a figure twice."""
    return {
        each.code: {
            quarter: Entry(each.code, quarter, Figure(Decimal(100 + row * 40 + at) / 100))
            for at, quarter in enumerate(plan.quarters)
        }
        for row, each in enumerate(plan.indicators)
    }


def _judge(plan: Plan, known: _Known) -> None:
    """Judge all items as of every quarter; sentences wait until they are read."""
    for quarter in plan.quarters:
        judged = assess(plan, quarter, known, {})
        if len(judged) != len(plan.indicators):
            raise RuntimeError(judged)


def _divide(pairs: list[tuple[Decimal, Decimal]]) -> None:
    """Divide every figure, so often that it takes as long: a busy machine then slows both alike."""
    for number, target in chain.from_iterable(repeat(pairs, _PASSES)):
        _ = number / target


def _per_pass(clock: Clock) -> Clock:
    """Give the seconds of one pass."""
    return lambda: clock() / _PASSES


def _pairs(plan: Plan, known: _Known) -> list[tuple[Decimal, Decimal]]:
    """Put each figure beside the number that its indicator aims at."""
    targets = {each.code: goal(each) or Decimal(1) for each in plan.indicators}
    figures = ((code, entry.figure) for code, row in known.items() for entry in row.values())
    return [(each.value or Decimal(0), targets[code]) for code, each in figures if each]


def _against_divisions(_: Path) -> tuple[Clock, Clock]:
    """Judge 400 indicators in 40 quarters; divide their figures."""
    plan = _plan(_ROWS)
    known = _known(plan)
    divide = timed(partial(_divide, _pairs(plan, known)))
    return timed(partial(_judge, plan, known)), _per_pass(divide)


def _against_fewer(_: Path) -> tuple[Clock, Clock]:
    """Judge twice as many indicators; so many."""
    clocks = []
    for rows in (_MANY, _ROWS):
        plan = _plan(rows)
        clocks.append(timed(partial(_judge, plan, _known(plan))))
    return clocks[0], clocks[1]


PAIRS = (
    Pair("judge", "判断400个指标×40个季度，比裸循环除同样的数", 100, _against_divisions),
    Pair("judge+", "判断800个指标×40个季度，比400个指标", 2.2, _against_fewer),
)

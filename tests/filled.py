"""The shipped plans with all that they ask for reported: by a rule, so the same each time.

    facts("zhanggong-2021-2025", Quarter(2023, 4)) -> Facts    filled, formulas included, judged
    entries(plan, until) -> {code: {quarter: Entry}}           what departments reported

Items go ahead, keep pace and fall behind in turn. A few are not published yet, a few in doubt, a
few were forgotten; all that is behind is explained, but for every fourth.
"""

from dataclasses import replace
from decimal import Decimal
from functools import cache

import resources
from core.domain import outcome
from core.domain.aims.trajectory import quarterly_target
from core.domain.calculated import with_calculated
from core.domain.cell import DONE, NOT_BEGUN, UNDER_WAY
from core.domain.completion import assess
from core.domain.duties import items
from core.domain.figure import Figure, Ratio, Words, half_up
from core.domain.indicator import BUILT, Direction, GrowthKind, Indicator, Measure, Nature, Node
from core.domain.judging.node import planned_quarter, time_share
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.submission import Entry, Missing
from core.plans.folder import load
from core.reports.facts import Facts
from core.reports.selection import Selection

DISTRICT, BEFORE, CITY = "zhanggong-2021-2025", "zhanggong-2016-2020", "ganzhou-2024"
PLANS = (DISTRICT, BEFORE, CITY)

_PACES = tuple(map(Decimal, ("1.3", "1", "1.05", "0.85", "1", "0.6", "1.15")))
_REASONS = ("受市场需求不足影响", "项目用地报批较慢，正在加快办理", "主要受去年同期基数较高影响")
_UNPUBLISHED, _UNVERIFIED, _FORGOTTEN, _SILENT = 29, 31, 43, 4


@cache
def plan(code):
    """A shipped plan as its folder has it."""
    return load(resources.path("plans", code)).plan


def facts(code=DISTRICT, as_of=None, *, decisions=(), selection=None, **changes):
    """The facts of a shipped plan as of a quarter; `changes` replace fields of the plan."""
    then = replace(plan(code), **changes)
    end = as_of or then.end
    known = with_calculated(then, entries(then, end))
    then = plan_as_of(then, end)
    judged = assess(then, end, known, {each.code: each for each in decisions})
    return Facts(then, end, known, {each.code: each for each in judged}, selection or Selection())


def entries(plan, until):
    """Everything that was reported until a quarter, by code and quarter."""
    found = {}
    for number, item in enumerate(items(plan)):
        if not item.same_source:
            found[item.code] = dict(_reported(plan, item, number, until))
    return found


def _reported(plan, item, number, until):
    """The entries of one item, as far as its quarters ask for one."""
    computed = isinstance(item, Indicator) and item.formula
    measured, past = isinstance(item, Indicator), dict[Quarter, Entry]()
    for quarter in (each for each in plan.quarters if each <= until):
        if computed or (measured and not item.frequency.due(quarter.number)):
            continue
        made = (_measured if measured else _built)(plan, item, number, quarter, past)
        if number % _FORGOTTEN == _FORGOTTEN - 1 and quarter == until:
            continue
        past[quarter] = _lacking(made, number) if quarter == until else made
    return past


def _lacking(entry, number):
    """What is said instead of some figures of the last quarter."""
    if number % _UNPUBLISHED == _UNPUBLISHED - 1:
        return replace(entry, figure=None, growth=None, progress=None, missing=Missing.UNPUBLISHED,
                       explanation="待上级统计部门反馈")  # fmt: skip
    if number % _UNVERIFIED == _UNVERIFIED - 1:
        return replace(entry, figure=None, growth=None, progress=None, missing=Missing.UNVERIFIED,
                       explanation="正在与行业主管部门核对")  # fmt: skip
    return entry


def _measured(plan, item, number, quarter, past):
    """A figure by what the quarter is asked for, and what is said of it."""
    pace = _PACES[number % len(_PACES)]
    figure = _figure(plan, item, pace, quarter, past)
    real = item.growth_kind is GrowthKind.REAL and item.measure is not Measure.GROWTH
    growth = Figure(Decimal("7.5") * pace).rounded(1) if real else None
    return Entry(item.code, quarter, figure, explanation=_said(number, pace), growth=growth)


def _said(number, pace):
    """The reason that a department gives for what is behind; now and then none."""
    told = pace < 1 and number % _SILENT
    return _REASONS[number % len(_REASONS)] if told else ""


def _figure(plan, item, pace, quarter, past):
    """What was reached of what the quarter asks for."""
    asked = quarterly_target(plan, item, quarter, past)
    if asked and isinstance(asked.figure.core, Ratio):
        return Figure(asked.figure.core)
    value = asked.figure.value if asked else None
    if value is None:
        value = _unasked(plan, item, quarter)
    number = half_up(_bounded(item, _moved(item, value, pace)), item.decimals)
    return Figure(number + Decimal(0).scaleb(-item.decimals))  # 7.80, as it is published


def _unasked(plan, item, quarter):
    """A number where no path says what a quarter is asked for: some of the goal, or the base."""
    goal, base = outcome.goal(item), item.base.value if item.base else None
    if goal is None:
        return Decimal(12) if base is None else base
    over = Decimal(plan.quarters.index(quarter) + 1) / len(plan.quarters)
    return goal * (1 + over) / 2


def _moved(item, value, pace):
    """A number beside the one that is asked for: ahead of it, on it, or behind."""
    step, lower = pace - 1, item.direction is Direction.LOWER
    if item.measure is Measure.LEVEL and item.nature in (Nature.RATE, Nature.MEAN) and item.start:
        return value + (value - item.start) * step
    step = -step / 2 if lower else step
    match item.measure:
        case Measure.GROWTH:
            return value + step * 5
        case Measure.CUMULATIVE | Measure.ANNUAL:
            return value * (1 + step)
        case Measure.CONTROL | Measure.KEEP:
            return value * (1 + max(step, Decimal("-0.2")) / 5)
    return value * (1 + step / 8)


def _bounded(item, value):
    """Shares end at 100, and nothing that is counted is below nothing."""
    share = item.unit == "%" and item.nature is Nature.RATE and item.measure is not Measure.GROWTH
    return min(value, Decimal(100)) if share and value > 0 else value


def _built(plan, item, number, quarter, _):
    """How far a milestone is: 形象进度 by the time that is over, and its node."""
    pace = _PACES[number % len(_PACES)]
    over = time_share(plan, planned_quarter(plan, item), quarter) * pace * 100
    progress = min(Decimal(100), over).quantize(Decimal(1))
    figure = Figure(Words(_node(item.node, progress)))
    said = _said(number, pace)
    return Entry(item.code, quarter, figure, explanation=said, progress=Figure(progress))


def _node(node, progress):
    """What is reported of a node: that it is reached, or what comes before it."""
    if progress == 100:
        return DONE if node is Node.WORDS else node.label
    if node not in BUILT or node is Node.STARTED:
        return NOT_BEGUN if node is Node.STARTED else UNDER_WAY
    return NOT_BEGUN if progress < 10 else Node.STARTED.label

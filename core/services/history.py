"""Judging every quarter of a plan, for 晴雨表: one read, and sentences only when asked for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from core.domain.calculated import with_calculated
from core.domain.completion import Assessment, assess
from core.domain.form_rows import source_of
from core.domain.indicator import Item
from core.domain.judging.judgement import Light
from core.domain.lights import Lights, Row
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Decision, Entry
from core.ports import Store
from core.progress import Job, Progress, finish
from core.services.assessment import by_code, find_plan, within

Known = Mapping[str, Mapping[Quarter, Entry]]  # by code and quarter
Decided = Mapping[Quarter, tuple[Decision, ...]]


def history(
    store: Store, plan_code: str, until: Quarter, codes: Collection[str] | None = None
) -> Lights:
    """Judge every quarter up to one, each by the plan and the decisions of that quarter.

    `codes` are the items wanted, all where none are named. Raises NotFoundError for an unknown
    plan, UsageError for a quarter outside it.
    """
    return finish(follow(store, plan_code, until, codes))


def follow(
    store: Store, plan_code: str, until: Quarter, codes: Collection[str] | None = None
) -> Job[Lights]:
    """Do what `history` does, a quarter per step."""
    with store.reading() as work:
        whole = find_plan(work, plan_code)
        last = within(whole, until)
        quarters = [each for each in whole.quarters if each <= last]
        reported = by_code(work.entries.of(plan_code, quarters))
        decisions = work.decisions.every(plan_code)
    return (yield from judged(whole, quarters, reported, decisions, codes))


def judged(
    whole: Plan,
    quarters: Sequence[Quarter],
    reported: Known,
    decisions: Decided,
    codes: Collection[str] | None = None,
) -> Job[Lights]:
    """Judge what was read in some quarters that follow on each other, a quarter per step."""
    last, plan = quarters[-1], _only(whole, codes)
    every = [each for each in whole.quarters if each <= last]
    whole_way = list(_stages(every, with_calculated(whole, reported)))
    begin = len(every) - len(quarters)
    stages = whole_way[begin:]
    found: defaultdict[str, list[Assessment]] = defaultdict(list)
    for done, (quarter, known) in enumerate(zip(quarters, stages, strict=True)):
        yield Progress(done, len(quarters), f"正在判断{quarter.label}的完成情况")
        for each in _assessed(plan, quarter, known, decisions):
            found[each.code].append(each)
    rows = _rows(plan_as_of(plan, last), tuple(quarters), found, stages[-1])
    before = tuple(zip(every[:begin], whole_way[:begin], strict=True))
    earlier = _earlier(plan, _awoken(rows), before, decisions)
    rows = tuple(replace(each, earlier=earlier.get(each.item.code, Light.GREY)) for each in rows)
    return Lights(plan_as_of(whole, last), tuple(quarters), rows)


def _assessed(
    plan: Plan, quarter: Quarter, known: Known, decisions: Decided
) -> tuple[Assessment, ...]:
    """Judge a quarter by the plan and the decisions of that quarter."""
    decided = {each.code: each for each in decisions.get(quarter, ())}
    return assess(plan_as_of(plan, quarter), quarter, known, decided)


def _awoken(rows: Iterable[Row]) -> set[str]:
    """Give the items that begin grey and show a colour later."""
    return {each.item.code for each in rows if any(turn.first for turn in each.turns)}


def _earlier(
    plan: Plan,
    codes: Collection[str],
    before: Sequence[tuple[Quarter, Known]],
    decisions: Decided,
) -> Mapping[str, Light]:
    """Find the last colour that some items showed in the quarters before, latest first."""
    found: dict[str, Light] = {}
    for quarter, known in reversed(before):
        left = _only(plan, set(codes) - found.keys())
        judged = _assessed(left, quarter, known, decisions) if _items(left) else ()
        found |= {each.code: each.light for each in judged if each.light is not Light.GREY}
    return found


def _only(plan: Plan, codes: Collection[str] | None) -> Plan:
    """Leave the items that are wanted in a plan."""
    if codes is None:
        return plan
    return replace(
        plan,
        indicators=tuple(each for each in plan.indicators if each.code in codes),
        milestones=tuple(each for each in plan.milestones if each.code in codes),
    )


def _stages(quarters: Iterable[Quarter], entries: Known) -> Iterator[Known]:
    """Give what was known by the end of each quarter; no stage is changed by the next one."""
    new: defaultdict[Quarter, list[Entry]] = defaultdict(list)
    for each in entries.values():
        for entry in each.values():
            new[entry.quarter].append(entry)
    known: dict[str, Mapping[Quarter, Entry]] = {}
    for quarter in quarters:
        known = known | {
            each.code: {**known.get(each.code, {}), quarter: each} for each in new[quarter]
        }
        yield known


def _rows(
    plan: Plan,
    quarters: tuple[Quarter, ...],
    judged: Mapping[str, list[Assessment]],
    known: Known,
) -> tuple[Row, ...]:
    """Put the judgements of each item together, in printed order."""
    return tuple(
        Row(each, quarters, tuple(judged[each.code]), known.get(source_of(each), {}))
        for each in _items(plan)
    )


def _items(plan: Plan) -> tuple[Item, ...]:
    """Give indicators and milestones, in printed order."""
    return (*plan.indicators, *plan.milestones)

"""Judging every quarter of a plan, for 晴雨表: one read, and sentences only when asked for."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from core.domain.calculated import with_calculated
from core.domain.completion import Assessment, assess
from core.domain.form_rows import source_of
from core.domain.indicator import Item
from core.domain.lights import Lights, Row
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Decision, Entry
from core.ports import Store
from core.progress import Job, Progress, finish
from core.services.assessment import by_code, find_plan, within

Known = Mapping[str, Mapping[Quarter, Entry]]  # by code and quarter


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
    decisions: Mapping[Quarter, tuple[Decision, ...]],
    codes: Collection[str] | None = None,
) -> Job[Lights]:
    """Judge what was read in some quarters that follow on each other, a quarter per step."""
    last, plan = quarters[-1], _only(whole, codes)
    every = (each for each in whole.quarters if each <= last)
    stages = list(_stages(every, with_calculated(whole, reported)))[-len(quarters) :]
    found: defaultdict[str, list[Assessment]] = defaultdict(list)
    for done, (quarter, known) in enumerate(zip(quarters, stages, strict=True)):
        yield Progress(done, len(quarters), f"正在判断{quarter.label}的完成情况")
        decided = {each.code: each for each in decisions.get(quarter, ())}
        for each in assess(plan_as_of(plan, quarter), quarter, known, decided):
            found[each.code].append(each)
    rows = _rows(plan_as_of(plan, last), tuple(quarters), found, stages[-1])
    return Lights(plan_as_of(whole, last), tuple(quarters), rows)


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

"""What hangs on a plan: the results that came with it, and what people reported for it."""

from collections.abc import Iterator

from core.domain.plan import Plan
from core.domain.submission import Decision, Entry
from core.plans.cards import Thing
from core.ports import UnitOfWork
from core.services.planning.plan_record import THROUGH
from core.services.planning.plans import FOLDER, SHIPPED

_OWN = (SHIPPED, FOLDER, THROUGH)  # through which a plan's own figures come


def own(work: UnitOfWork, plan: Plan) -> tuple[Entry, ...]:
    """Give the figures that came with a plan, of its indicators."""
    entries = work.entries.of(plan.code, codes=[each.code for each in plan.indicators])
    return tuple(each for each in entries if _is_own(work, plan, each))


def decisions(work: UnitOfWork, plan: Plan) -> Iterator[Decision]:
    """Give all decisions of a plan."""
    for each in work.decisions.every(plan.code).values():
        yield from each


def reported(work: UnitOfWork, plan: Plan) -> Iterator[str]:
    """Count in words what people reported for a plan."""
    evidence = sum(len(work.evidences.of(plan.code, quarter)) for quarter in plan.quarters)
    given = [each for each in work.entries.of(plan.code) if not _is_own(work, plan, each)]
    yield from _counted(len(work.submissions.of(plan.code)), "份报表")
    yield from _counted(sum(not each.empty for each in given), "个填报数")
    yield from _counted(evidence, "件佐证材料")
    for words, found in _handled(work, plan.code):
        yield from _counted(len(found), words)


def of_thing(work: UnitOfWork, plan: Plan, thing: Thing, code: str) -> Iterator[str]:
    """Count in words what stands under the code of a department or an item."""
    match thing:
        case Thing.DEPARTMENT:
            forms = work.submissions.of(plan.code)
            yield from _counted(sum(each.department == code for each in forms), "份报表")
            for words, found in _handled(work, plan.code):
                yield from _counted(found.count(code), words)
        case Thing.INDICATOR | Thing.MILESTONE:
            entries = work.entries.of(plan.code, codes=[code])
            evidence = sum(len(work.evidences.of(plan.code, each, code)) for each in plan.quarters)
            judged = sum(each.code == code for each in decisions(work, plan))
            remarks = sum(each.code == code for each in work.remarks.of(plan.code))
            yield from _counted(sum(not each.empty for each in entries), "个报告期的填报数")
            yield from _counted(evidence, "件佐证材料")
            yield from _counted(judged, "个判定")
            yield from _counted(remarks, "条审核意见")


def _handled(work: UnitOfWork, plan: str) -> Iterator[tuple[str, list[str]]]:
    """Give the departments of what came in, was reviewed or printed, once for every such thing."""
    yield "个来件", [each.slip.department for each in work.receipts.of(plan)]
    yield "条审核意见", [each.department for each in work.remarks.of(plan)]
    yield "次审定", [each.department for each in work.approvals.of(plan)]
    yield "份存档报告", [each.department for each in work.printed.of(plan)]
    yield "处改过的报告文字", [each.department for each in work.printed.wordings(plan)]


def _counted(number: int, words: str) -> Iterator[str]:
    """Word a number of things, unless there are none."""
    if number:
        yield f"{number}{words}"


def _is_own(work: UnitOfWork, plan: Plan, entry: Entry) -> bool:
    """Tell whether a figure came with the plan, not from somebody who reported it."""
    changes = work.changes.of(plan.code, entry.code, entry.quarter)
    return bool(changes) and changes[-1].origin.through in _OWN

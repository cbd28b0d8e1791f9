"""完成情况: what there is to be seen of a plan as of a quarter, and 改判 by a person.

look(store, plan, quarter) -> Completion               every item beside its judgement
override(store, plan, decision, origin) -> None        a status that a person gives, with grounds
take_back(store, plan, code, quarter, origin) -> None  the program's own judgement again
record(store, plan, code, quarter) -> tuple[Event]     what was decided, oldest first
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from core.domain import livelihood, risk
from core.domain.indicator import Indicator, Item
from core.domain.judging import verdict
from core.domain.past import plan_as_of
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Decision, Event, Origin
from core.domain.target import TargetState
from core.domain.tracked import Tracked, advice, tracked
from core.errors import NotFoundError, UserError
from core.ports import Store, UnitOfWork
from core.reports.facts import Facts
from core.services import assessment, files
from core.services.assessment import find_plan, within
from core.services.clock import now

SUBJECT = "改判"
_DOCUMENT = re.compile(r"〔\d{4}〕|《[^》]+》|\d+号")
_KEPT = "，没有改判"
_LONGEST = (500, 50, 20)  # characters of the grounds, of the name and of the day


@dataclass(frozen=True, slots=True)
class Completion:
    """The facts of a plan as of a quarter and, in printed order, every item with its judgement."""

    facts: Facts
    rows: tuple[Tracked, ...]

    @property
    def advice(self) -> str:
        """What has to be done now."""
        facts = self.facts
        counted = livelihood.tallies(facts.plan, facts.assessments.values())
        return advice(self.rows, livelihood.summary(counted), final=facts.final)

    @property
    def words(self) -> tuple[str, ...]:
        """The words that a status can be, best first."""
        return words(self.facts.plan, self.facts.as_of)


def look(store: Store, plan: str, quarter: Quarter) -> Completion:
    """Judge everything in a plan as of a quarter.

    Raises NotFoundError for an unknown plan, UsageError for a quarter outside it.
    """
    facts = assessment.collect(store, plan, quarter)
    doubted = risk.risks(facts.plan, facts.as_of, facts.entries, facts.assessments)
    rows = tracked(facts.plan, facts.as_of, facts.assessments, facts.entries, doubted)
    return Completion(facts, rows)


def words(plan: Plan, quarter: Quarter) -> tuple[str, ...]:
    """Give the words of the phase in which a quarter lies, best first."""
    return verdict.vocabulary(plan, quarter).words


def override(store: Store, plan: str, decision: Decision, origin: Origin) -> None:
    """Store a status that a person gives in place of the program's, and record it.

    Raises UserError where grounds, name or day are missing, too long or not to be printed, where
    the word is none of the phase's, and where a target that waits for a document (待下达) is judged
    without naming one; NotFoundError, StorageError. Nothing changes then.
    """
    made = _tidy(decision)
    with store.writing() as work:
        then = plan_as_of(found := find_plan(work, plan), within(found, made.quarter))
        _check(then, _item(then, made.code), made)
        before = _standing(work, plan, made.code, made.quarter)
        if made != before:
            work.decisions.save(plan, [made])
            _note(work, plan, before, made, origin)


def take_back(store: Store, plan: str, code: str, quarter: Quarter, origin: Origin) -> None:
    """Let the program's own judgement stand again, and record it.

    Raises UserError where nothing was decided, StorageError.
    """
    with store.writing() as work:
        before = _standing(work, plan, code, quarter)
        if before is None:
            raise UserError(f"{code}在{quarter.label}没有改判过，不用撤销")
        work.decisions.remove(plan, code, quarter)
        _note(work, plan, before, None, origin)


def record(store: Store, plan: str, code: str, quarter: Quarter) -> tuple[Event, ...]:
    """Give what was decided about an item in a quarter, oldest first."""
    with store.reading() as work:
        events = work.changes.events(plan, SUBJECT)
    return tuple(each for each in events if (each.code, each.quarter) == (code, str(quarter)))


def export(path: Path, title: str, table: tuple[tuple[str, ...], ...]) -> Path:
    """Write a table of texts, its heads first, as an Excel workbook; give its path.

    Raises OutputError.
    """
    from core.reports.xlsx import listing

    files.put(path, listing.write(title, table))
    return path


def _tidy(decision: Decision) -> Decision:
    """Put what a person wrote on one line each, without blanks around it."""
    grounds, by, on = (
        " ".join(text.split()) for text in (decision.grounds, decision.by, decision.on)
    )
    return replace(decision, grounds=grounds, by=by, on=on)


def _check(plan: Plan, item: Item, decision: Decision) -> None:
    """Refuse a decision that nobody could follow later."""
    offered = words(plan, decision.quarter)
    if decision.status not in offered:
        raise UserError(f"没有“{decision.status}”这种完成情况{_KEPT}；可用：{'、'.join(offered)}")
    asked = (("依据", decision.grounds), ("姓名", decision.by), ("日期", decision.on))
    if absent := [name for name, text in asked if not text]:
        raise UserError(f"没有写{'、'.join(absent)}{_KEPT}；请补写后再定")
    for (name, text), longest in zip(asked, _LONGEST, strict=True):
        if len(text) > longest or not text.isprintable():
            raise UserError(f"{name}应为1至{longest}个可以打印的字{_KEPT}，请重新填写")
    if _waits(item) and not _DOCUMENT.search(decision.grounds):
        raise UserError(
            f"“{item.name}”的目标待下达，只能按下达的文件定{_KEPT}；请在依据里写明文件名称或发文字号"
        )


def _waits(item: Item) -> bool:
    """Tell whether the target waits for a document."""
    return isinstance(item, Indicator) and item.aim.state is TargetState.PENDING


def _item(plan: Plan, code: str) -> Item:
    """Give the item with a code.

    Raises NotFoundError.
    """
    items: tuple[Item, ...] = (*plan.indicators, *plan.milestones)
    for each in items:
        if each.code == code:
            return each
    raise NotFoundError(f"“{plan.name}”里没有编码“{code}”{_KEPT}；请核对编码")


def _standing(work: UnitOfWork, plan: str, code: str, quarter: Quarter) -> Decision | None:
    """Give the decision that stands now."""
    return next((each for each in work.decisions.of(plan, quarter) if each.code == code), None)


def _note(
    work: UnitOfWork, plan: str, before: Decision | None, after: Decision | None, origin: Origin
) -> None:
    """Record a step in the chain."""
    place = after or before
    assert place  # noqa: S101 - one of them is there
    event = Event(
        SUBJECT, place.code, str(place.quarter), _told(before), _told(after), origin, now()
    )
    work.changes.note(plan, event)


def _told(decision: Decision | None) -> str:
    """Word a decision; none is empty."""
    if decision is None:
        return ""
    signed = "，".join(each for each in (decision.by, decision.on) if each)
    return f"{decision.status}：{decision.grounds}（{signed}）"

"""Keeping what was edited of plans: saved whole or refused, and every edit on record."""

from getpass import getuser
from pathlib import Path

from core.domain.figure import Figure
from core.domain.plan import Plan
from core.domain.submission import Event, Origin
from core.errors import EditError, Flaw, OutputError
from core.plans import edits, folder
from core.plans.cards import Card, Thing
from core.plans.differences import differences
from core.plans.texts import Texts
from core.ports import LoadedPlan, Store, UnitOfWork
from core.services import new_plans, plan_results, profiles
from core.services.assessment import find_plan
from core.services.clock import now

SUBJECT = "规划"  # under which edits stand in the chain of changes


def load(store: Store, code: str) -> Plan:
    """Give a plan whole.

    Raises NotFoundError.
    """
    with store.reading() as work:
        return find_plan(work, code)


def same(one: Plan, other: Plan) -> bool:
    """Tell whether two editions say the same, figures as they are printed."""
    return Texts.of(one) == Texts.of(other)


def save(store: Store, before: Plan, after: Plan) -> None:
    """Store an edited plan in place of the edition that was edited, and record what changed.

    Raises EditError when somebody else changed the plan meanwhile, or uses a word that is gone;
    StorageError when something that is gone has figures or forms.
    """
    with store.writing() as work:
        stored = find_plan(work, after.code)
        if not same(stored, before):
            raise _refusal(
                f"{after.name}在别处被修改过，这里的修改没有保存，仍留在页面上；"
                "请记下修改的地方，重新载入规划后再改"
            )
        _refuse_lost_words(work, after)
        work.plans.replace(after)
        origin, at = _origin(work), now()
        for each in differences(stored, after):
            event = Event(SUBJECT, each.code, "", each.before, each.after, origin, at)
            work.changes.note(after.code, event)


def create(store: Store, plan: Plan) -> None:
    """Store a new plan.

    Raises StorageError where its code is taken.
    """
    with store.writing() as work:
        work.plans.add(plan)
        _note(work, plan, "", f"新建规划：{plan.title}")


def remove(store: Store, code: str) -> LoadedPlan:
    """Delete a plan for which nobody reported anything; give what `restore` needs.

    Raises EditError saying what was reported.
    """
    with store.writing() as work:
        plan = find_plan(work, code)
        if reported := "、".join(plan_results.reported(work, plan)):
            raise _refusal(f"{plan.name}已有{reported}，不能删除")
        loaded = LoadedPlan(
            plan, work.entries.of(code), tuple(plan_results.decisions(work, plan)), ""
        )
        work.plans.remove(code, _origin(work), now())
    return loaded


def restore(store: Store, loaded: LoadedPlan) -> None:
    """Store a deleted plan again with the results that it prints."""
    with store.writing() as work:
        work.plans.add(loaded.plan)
        work.entries.save(loaded.plan.code, loaded.entries, _origin(work), now())
        work.decisions.save(loaded.plan.code, loaded.decisions)
        _note(work, loaded.plan, "", f"恢复规划：{loaded.plan.title}")


def export(store: Store, code: str, parent: Path) -> Path:
    """Write a plan and the results that it prints into a new folder; give its path.

    Raises OutputError.
    """
    with store.reading() as work:
        plan = find_plan(work, code)
        if not plan.indicators:
            raise OutputError(f"{plan.name}还没有指标，没有导出；请先加上指标")
        own = plan_results.own(work, plan)
        loaded = LoadedPlan(plan, own, tuple(plan_results.decisions(work, plan)), "")
    folder.write(loaded, parent / code)
    return (parent / code).resolve()


def uses(store: Store, plan: str, thing: Thing, code: str) -> str:
    """Say what was reported under a code, so that it can neither be removed nor renamed."""
    with store.reading() as work:
        found = work.plans.get(plan)
        told = list(plan_results.of_thing(work, found, thing, code)) if found else []
    return f"{thing.label}“{code}”已有{'、'.join(told)}" if told else ""


def history(store: Store, plan: str) -> tuple[Event, ...]:
    """Give the recorded edits of a plan, the latest first."""
    with store.reading() as work:
        return work.changes.events(plan, SUBJECT)[::-1]


def last_figures(store: Store, plan: Plan) -> dict[str, Figure]:
    """Give the figures of a plan's last full year by code."""
    with store.reading() as work:
        entries = work.entries.of(plan.code, [plan.end])
    return {each.code: each.figure for each in entries if each.figure}


def drafted(pattern: Plan, card: Card) -> Plan:
    """Make a new plan of a pattern and of what a person wrote about it.

    Raises EditError.
    """
    first = card.cells["首年"].strip()
    wanted = int(first) if first.isdecimal() and len(first) == len("2021") else pattern.first_year
    return edits.put(new_plans.moved(pattern, wanted - pattern.first_year), Thing.PLAN, 0, card)


def _refusal(sentence: str) -> EditError:
    """Make the error of a whole edit."""
    return EditError((Flaw(sentence),))


def _origin(work: UnitOfWork) -> Origin:
    """Say who edits."""
    return Origin(plan_results.THROUGH, profiles.read(work).name or getuser())


def _note(work: UnitOfWork, plan: Plan, before: str, after: str) -> None:
    """Record what happened to a plan as a whole."""
    work.changes.note(plan.code, Event(SUBJECT, plan.code, "", before, after, _origin(work), now()))


def _refuse_lost_words(work: UnitOfWork, plan: Plan) -> None:
    """Refuse to take away a word by which something was judged."""
    used = {each.status for each in plan_results.decisions(work, plan)} - set(plan.dictionary.words)
    if used:
        words = "、".join(f"“{word}”" for word in sorted(used))
        raise _refusal(f"已有指标判定为{words}，评估用词里不能没有它；修改没有保存")

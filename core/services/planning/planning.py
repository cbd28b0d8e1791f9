"""Keeping what was edited of plans: saved whole or refused, and every edit on record."""

from pathlib import Path

from core.domain.plan import Plan
from core.domain.submission import Event
from core.errors import EditError, Flaw, OutputError
from core.plans import edits, folder
from core.plans.cards import Card, Thing
from core.plans.differences import differences
from core.plans.texts import CODE, Texts
from core.ports import LoadedPlan, Store, UnitOfWork
from core.services import figures
from core.services.assessment import find_plan
from core.services.clock import now
from core.services.planning import plan_record, plan_results


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
        origin, at = plan_record.origin(work), now()
        for each in differences(stored, after):
            event = Event(plan_record.SUBJECT, each.code, "", each.before, each.after, origin, at)
            work.changes.note(after.code, event)


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
        work.plans.remove(code, plan_record.origin(work), now())
    return loaded


def restore(store: Store, loaded: LoadedPlan) -> None:
    """Store a deleted plan again with the results that it prints."""
    with store.writing() as work:
        work.plans.add(loaded.plan)
        figures.save(work, loaded.plan, loaded.entries, plan_record.origin(work))
        work.decisions.save(loaded.plan.code, loaded.decisions)
        plan_record.note(work, loaded.plan, "", f"恢复规划：{loaded.plan.title}")


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


def put(store: Store, plan: Plan, thing: Thing, place: int, card: Card) -> Plan:
    """Give a thing of a plan other texts; nothing is stored yet.

    Raises EditError, also for another code where something was reported under the old one.
    """
    edited = edits.put(plan, thing, place, card)
    code = _code(plan, thing, place)
    renamed = code and card.cells[CODE].strip() != code
    if renamed and (told := _uses(store, plan.code, thing, code)):
        raise EditError((Flaw(f"{told}，编码不能再改", CODE),))
    return edited


def take_out(store: Store, plan: Plan, thing: Thing, place: int) -> Plan:
    """Take a thing out of a plan; nothing is stored yet.

    Raises EditError saying what in the plan refers to it, or what was reported for it.
    """
    edited = edits.remove(plan, thing, place)
    code = _code(plan, thing, place)
    if code and (told := _uses(store, plan.code, thing, code)):
        raise _refusal(f"{told}，不能删除")
    return edited


def _code(plan: Plan, thing: Thing, place: int) -> str:
    """Give the code of a thing, empty for one without."""
    if thing in (Thing.PLAN, Thing.REORGANISATION):
        return ""
    code: str = getattr(plan, thing)[place].code
    return code


def _uses(store: Store, plan: str, thing: Thing, code: str) -> str:
    """Say what was reported under a code, so that it can neither be removed nor renamed."""
    with store.reading() as work:
        found = work.plans.get(plan)
        told = list(plan_results.of_thing(work, found, thing, code)) if found else []
    return f"{thing.label}“{code}”已有{'、'.join(told)}" if told else ""


def _refusal(sentence: str) -> EditError:
    """Make the error of a whole edit."""
    return EditError((Flaw(sentence),))


def _refuse_lost_words(work: UnitOfWork, plan: Plan) -> None:
    """Refuse to take away a word by which something was judged."""
    used = {each.status for each in plan_results.decisions(work, plan)} - set(plan.words)
    if used:
        words = "、".join(f"“{word}”" for word in sorted(used))
        raise _refusal(f"已有指标判定为{words}，评估用词里不能没有它；修改没有保存")

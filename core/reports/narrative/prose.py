"""The narrative of each kind of report; `items` are those that its tables list."""

from collections.abc import Sequence

from core.domain.indicator import Item
from core.domain.plan import SectionKind
from core.reports.facts import Facts
from core.reports.heading import department as department_of
from core.reports.heading import scope
from core.reports.narrative import ahead, behind, counting, forms, milestones, turned
from core.reports.narrative.account import Account
from core.reports.narrative.sections import Section
from core.reports.narrative.sections import prose as told
from core.reports.prose import Prose


def progress(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how a plan stands: in all, by category, what is behind, and what is left to bring."""
    account, boxes = Account(facts, tuple(items)), _boxes(facts)
    return told(
        ("总体情况", [counting.whole(account, f"{facts.plan.name}{scope(facts)}指标")]),
        ("分类别情况", counting.categories(account)),
        *_rest(account),
        (
            "专栏工程",
            [counting.whole(boxes, "专栏工程"), *milestones.nodes(boxes)] if boxes.items else [],
        ),
        ("民生实事", milestones.livelihood(_everything(facts))),
    )


def quarterly(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how a quarter went."""
    account = Account(facts, tuple(items))
    return told(
        ("总体情况", [counting.whole(account, f"{facts.plan.name}{scope(facts)}指标")]),
        ("分类别情况", counting.categories(account)),
        *_rest(account),
    )


def department(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how a department's items stand."""
    lead = department_of(facts)
    account = Account(facts, tuple(items), "目标任务", "项")
    whose = f"{lead.short_name if lead else ''}牵头的{facts.plan.name}目标任务"
    overall = [counting.whole(account, whose), *milestones.nodes(account)]
    return told(("总体情况", overall), *_rest(account))


def projects(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how the works of a plan's boxes stand."""
    account = Account(facts, tuple(items), "工程", "项")
    overall = [counting.whole(account, f"{facts.plan.name}专栏工程"), *milestones.nodes(account)]
    return told(("总体情况", overall), *_rest(account))


def annual(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how the targets of a work report stand: main ones, tasks and 民生实事."""
    kinds = {each.code: facts.plan.path(each.section)[0].kind for each in items}
    main = Account(facts, tuple(e for e in items if kinds[e.code] is SectionKind.TABLE))
    tasks = Account(
        facts, tuple(e for e in items if kinds[e.code] is SectionKind.TASK), "任务", "项"
    )
    every = Account(facts, tuple(items), "目标任务", "项")
    return told(
        (
            "主要目标",
            [counting.whole(main, "主要目标"), *behind.behind(main)] if main.items else [],
        ),
        (
            "任务目标",
            [counting.whole(tasks, "任务目标"), *milestones.nodes(tasks), *behind.behind(tasks)]
            if tasks.items
            else [],
        ),
        ("民生实事", milestones.livelihood(every)),
        ("尚不能判断的目标任务", behind.lacking(every)),
        ("与上一季度相比", turned.turned(every)),
    )


def heatmap(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how the lights shine, and which changed."""
    account = Account(facts, tuple(items), "目标任务", "项")
    return told(
        ("总体情况", [turned.shining(account), *behind.behind(account)]),
        ("亮灯变化", turned.turned(account)),
    )


def submissions(facts: Facts) -> Prose:
    """Tell which forms came in time."""
    return told(("本期报送情况", forms.quarter(facts)), ("以前各期报送情况", forms.before(facts)))


def _rest(account: Account) -> tuple[Section, ...]:
    """Tell what is behind, what is 约束性, what could not be judged and what changed."""
    return (
        (f"{account.alarming}的{account.name}", [*behind.behind(account), *ahead.asked(account)]),
        ("约束性指标", ahead.binding(account)),
        (f"尚不能判断的{account.name}", behind.lacking(account)),
        ("与上一季度相比", turned.turned(account)),
    )


def _boxes(facts: Facts) -> Account:
    """Give the works of boxes that the report could be about."""
    found = (e for e in facts.items() if facts.plan.path(e.section)[0].kind is SectionKind.BOX)
    return Account(facts, tuple(found), "工程", "项")


def _everything(facts: Facts) -> Account:
    """Give all items that the report could be about."""
    return Account(facts, tuple(facts.items()), "目标任务", "项")

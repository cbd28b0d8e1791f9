"""The narrative of each kind of report; `items` are those that its tables list."""

from collections.abc import Sequence

from core.domain.indicator import Indicator, Item
from core.domain.plan import Section, SectionKind
from core.reports.facts import Facts
from core.reports.heading import department as department_of
from core.reports.heading import scope
from core.reports.narrative import ahead, behind, counting, forms, lacking, milestones, turned
from core.reports.narrative.account import Account
from core.reports.narrative.sections import Section as Told
from core.reports.narrative.sections import prose as told
from core.reports.prose import Paragraph, Prose

_OVERALL, _CHANGED = "总体情况", "与上一季度相比"


def progress(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how a plan stands: in all, by category, what is behind, and what is left to bring."""
    account, boxes = Account(facts, tuple(items)), _boxes(facts)
    works = [counting.whole(boxes, "专栏工程"), *milestones.nodes(boxes)] if boxes.items else []
    return told(
        (_OVERALL, [counting.whole(account, f"{facts.plan.name}{scope(facts)}指标")]),
        ("分类别情况", counting.categories(account)),
        *_rest(account),
        ("专栏工程", works),
        ("民生实事", milestones.livelihood(_every(facts, tuple(facts.items())))),
    )


def quarterly(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how a quarter went."""
    account, lead = Account(facts, tuple(items)), department_of(facts)
    narrow = facts.selection.department or facts.selection.section
    kind = scope(facts, "" if narrow else "主要")
    whose = f"{lead.short_name}牵头的" if lead else ""
    return told(
        (_OVERALL, [counting.whole(account, f"{whose}{facts.plan.name}{kind}指标")]),
        ("分类别情况", counting.categories(account)),
        *_rest(account),
    )


def department(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how a department's items stand."""
    account, lead = _every(facts, items), department_of(facts)
    whose = f"{lead.short_name}牵头的" if lead else ""
    overall = counting.whole(account, f"{whose}{facts.plan.name}{account.name}")
    return told((_OVERALL, [overall, *milestones.nodes(account)]), *_rest(account))


def projects(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how the works of a plan's boxes stand."""
    account = Account(facts, tuple(items), "工程", "项")
    overall = counting.whole(account, f"{facts.plan.name}专栏工程")
    return told((_OVERALL, [overall, *milestones.nodes(account)]), *_rest(account))


def annual(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how the targets of a year stand: main ones, tasks and 民生实事, as its tables do."""
    every, parts = _every(facts, items), dict[Section, list[Item]]()
    for item in every.items:
        parts.setdefault(facts.plan.path(item.section)[0], []).append(item)
    return told(
        *((root.name, _part(facts, root, tuple(of))) for root, of in parts.items()),
        (f"{every.waits}的{every.name}", lacking.lacking(every)),
        (_CHANGED, turned.turned(every)),
    )


def yearly(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how the targets of a year stand that a plan of several years gives.

    The facts are judged by these targets alone.
    """
    if not items:
        return Prose(())
    account, lead = Account(facts, tuple(items), yearly=True), department_of(facts)
    whose = f"{lead.short_name}牵头的" if lead else ""
    kind = f"{scope(facts, '')}指标" if scope(facts, "") else ""
    targets = f"{whose}{facts.plan.name}{kind}{facts.as_of.year}年度目标"
    return told(
        (_OVERALL, [counting.whole(account, targets), *lacking.derived(account)]),
        ("分类别情况", counting.categories(account)),
        (behind.title(account), behind.behind(account)),
        (f"{account.waits}的{account.name}", lacking.lacking(account)),
    )


def heatmap(facts: Facts, items: Sequence[Item]) -> Prose:
    """Tell how the lights shine, and which changed."""
    account = _every(facts, items)
    return told(
        (_OVERALL, [turned.shining(account), *behind.behind(account)]),
        (_CHANGED, turned.turned(account)),
    )


def submissions(facts: Facts) -> Prose:
    """Tell which forms of the quarter came in time, and which of the quarters before did not.

    Of a quarter that was never collected there is no more to tell.
    """
    if forms.is_uncollected(facts):
        return Prose(tuple(forms.opening(facts, more=False)))
    body = told(*forms.groups(facts), ("以前各期报送情况", forms.before(facts))).paragraphs
    return Prose((*forms.opening(facts, more=bool(body)), *body, *forms.closing(facts)))


def _part(facts: Facts, root: Section, items: tuple[Item, ...]) -> list[Paragraph]:
    """Tell how a part of a work report stands."""
    if root.kind is SectionKind.LIVELIHOOD:
        return list(milestones.livelihood(_every(facts, items)))
    main = root.kind is SectionKind.TABLE
    account = Account(facts, items) if main else Account(facts, items, "任务", "项")
    return [counting.whole(account, root.name), *milestones.nodes(account), *behind.behind(account)]


def _rest(account: Account) -> tuple[Told, ...]:
    """Tell what is behind, what is 约束性, what could not be judged and what changed."""
    return (
        (behind.title(account), [*behind.behind(account), *ahead.behind(account)]),
        ("约束性指标", ahead.binding(account)),
        (f"{account.waits}的{account.name}", lacking.lacking(account)),
        (_CHANGED, turned.turned(account)),
    )


def _boxes(facts: Facts) -> Account:
    """Give the works of boxes that the report could be about."""
    found = (e for e in facts.items() if facts.plan.path(e.section)[0].kind is SectionKind.BOX)
    return Account(facts, tuple(found), "工程", "项")


def _every(facts: Facts, items: Sequence[Item]) -> Account:
    """Give items of every sort, called 指标 where they all are."""
    plain = all(isinstance(each, Indicator) and facts.plan.is_main(each) for each in items)
    return Account(facts, tuple(items)) if plain else Account(facts, tuple(items), "目标任务", "项")

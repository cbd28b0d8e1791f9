"""`Tracked`: an item with what was reported of it and how it is judged, as 完成情况 lists it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from core.domain.completion import Assessment
from core.domain.form_rows import source_of
from core.domain.indicator import Binding, Indicator, Item
from core.domain.judging.judgement import Grey
from core.domain.period import Quarter
from core.domain.plan import Plan, SectionKind
from core.domain.submission import Entry
from core.domain.target import TargetState

Past = Mapping[Quarter, Entry]
NOTHING = "这个规划还没有指标和节点，请先在“规划与指标”里补上。"
LOOK = "选一项，右边是判断的依据和测算；不同意的按“改判”。"


@dataclass(frozen=True, slots=True)
class Tracked:
    """`category` and `lead` are names; `entry` is what was reported for the data's own period.

    `main` tells what stands in the main table. `explanation` is what the department says now.
    `risk` says why a 约束性 indicator will probably be missed, and is empty for all others.
    """

    item: Item
    assessment: Assessment
    category: str
    lead: str
    entry: Entry | None
    explanation: str
    main: bool
    risk: str = ""

    @property
    def code(self) -> str:
        """The item's code."""
        return self.item.code

    @property
    def binding(self) -> Binding | None:
        """属性; nodes have none."""
        return self.item.binding if isinstance(self.item, Indicator) else None

    @property
    def pending(self) -> bool:
        """Whether the target waits for a document (待下达), so that only a person can judge."""
        return isinstance(self.item, Indicator) and self.item.aim.state is TargetState.PENDING


def tracked(
    plan: Plan,
    as_of: Quarter,
    assessments: Mapping[str, Assessment],
    entries: Mapping[str, Past],
    risks: Mapping[str, str],
) -> tuple[Tracked, ...]:
    """Put every item of a plan beside its judgement, indicators first, in printed order."""
    names = {each.code: each.short_name for each in plan.departments}
    categories = dict(_categories(plan))
    tables = {each.code for each in plan.sections if _stands_in_table(plan, each.code)}
    items: tuple[Item, ...] = (*plan.indicators, *plan.milestones)
    rows = ((each, entries.get(source_of(each), {})) for each in items)
    return tuple(
        Tracked(
            item=each,
            assessment=assessments[each.code],
            category=categories[each.section],
            lead=names.get(each.duty.lead, each.duty.lead),
            entry=past.get(assessments[each.code].data_period or as_of),
            explanation=past[as_of].explanation if as_of in past else "",
            main=each.section in tables,
            risk=risks.get(each.code, ""),
        )
        for each, past in rows
    )


def advice(rows: Sequence[Tracked], counted: str, *, final: bool) -> str:
    """Say what has to be done with the judgements of a quarter, most pressing first.

    `counted` says how many 民生实事 are done, where the plan has any.
    """
    if not rows:
        return NOTHING
    risky = sum(bool(each.risk) for each in rows)
    open_ = [each.assessment for each in rows if final and not each.assessment.status]
    absent = sum(each.grey is Grey.MISSING for each in open_)
    said = (
        f"{risky}项约束性指标可能完不成，表里已标红" if risky else "",
        f"{absent}项缺数，请先补报" if absent else "",
        f"{len(open_) - absent}项待定，要由人来定" if len(open_) > absent else "",
        counted,
        LOOK,
    )
    return "；".join(filter(None, said))


def _stands_in_table(plan: Plan, section: str) -> bool:
    """Tell whether a section belongs to the main table."""
    return plan.path(section)[0].kind is SectionKind.TABLE


def _categories(plan: Plan) -> Iterator[tuple[str, str]]:
    """Name for each section what its rows are filed under: 类别 or 任务, of boxes the box."""
    for each in plan.sections:
        path = plan.path(each.code)
        inner = len(path) > 1 and path[0].kind is not SectionKind.BOX
        yield each.code, path[1 if inner else 0].name

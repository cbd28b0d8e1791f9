"""What a department has to report in a quarter: the lines of its form, due or greyed with why."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import merge
from itertools import chain
from operator import attrgetter

from core.domain.cell import DONE
from core.domain.indicator import BUILT, Frequency, Indicator, Item, Milestone, Node
from core.domain.period import Quarter
from core.domain.plan import Plan, SectionKind
from core.domain.submission import Entry

_WORDED = (DONE, f"已{DONE}")  # how a person says that a node without a name is reached
_WHOLE = 100  # per cent of 形象进度
_RHYTHM = {
    Frequency.HALF_YEARLY: "半年指标，上半年和全年时填报",
    Frequency.ANNUAL: "年度指标，全年时填报",
}
_NEVER: Mapping[str, Quarter] = {}


@dataclass(frozen=True, slots=True)
class Line:
    """An item in a department's form.

    `gives` tells whether the department enters the figure; else it only explains. `due` tells
    whether the quarter asks for a figure; `reason` words why none can be entered here now.
    """

    item: Item
    gives: bool
    due: bool
    reason: str = ""

    @property
    def required(self) -> bool:
        """Whether the form is incomplete without a figure, or a reason why there is none."""
        return self.gives and self.due


def items(plan: Plan) -> tuple[Item, ...]:
    """Give a plan's indicators and milestones section by section, as printed.

    A subgroup stands within its category, wherever the plan lists it.
    """
    return _in_order(plan, plan.indicators, plan.milestones)


def _in_order(
    plan: Plan, indicators: Iterable[Item], milestones: Iterable[Item]
) -> tuple[Item, ...]:
    """Give some of a plan's indicators and milestones section by section.

    Milestones stand between the indicators of their section by their codes.
    """
    ranks: dict[str, int] = {}
    for rank, section in enumerate(plan.sections):
        inside = section.kind is SectionKind.SUBGROUP and section.parent in ranks
        ranks[section.code] = ranks[section.parent] if inside else rank
    found = defaultdict[int, tuple[list[Item], list[Item]]](lambda: ([], []))
    for sort, listed in enumerate((indicators, milestones)):
        for item in listed:
            found[ranks[item.section]][sort].append(item)
    parts = (merge(*found[rank], key=attrgetter("code")) for rank in sorted(found))
    return tuple(chain.from_iterable(parts))


def lines(
    plan: Plan, department: str, quarter: Quarter, reached: Mapping[str, Quarter] = _NEVER
) -> tuple[Line, ...]:
    """Give the form of a department, in the plan's order.

    `plan` is as of the quarter; `reached` gives the first quarter in which a milestone was
    reported reached. Supporting departments report nothing.
    """
    indicators, milestones = (
        [each for each in listed if department in (each.duty.giver, each.duty.lead)]
        for listed in (plan.indicators, plan.milestones)
    )
    mine = _in_order(plan, indicators, milestones)
    return tuple(_line(plan, each, department, quarter, reached) for each in mine)


def departments_due(
    plan: Plan, quarter: Quarter, reached: Mapping[str, Quarter] = _NEVER
) -> dict[str, tuple[str, ...]]:
    """Give by department the codes that its form of a quarter requires, of all in one pass.

    A department from which nothing is required is left out.
    """
    found: defaultdict[str, list[str]] = defaultdict(list)
    for item in chain[Item](plan.indicators, plan.milestones):
        if not item.same_source and _is_due(item, quarter, reached):
            found[item.duty.giver].append(item.code)
    return {department: tuple(codes) for department, codes in found.items()}


def first_reached(plan: Plan, entries: Iterable[Entry]) -> dict[str, Quarter]:
    """Give the first quarter in which each milestone was reported reached, of those that were."""
    milestones = {each.code: each for each in plan.milestones}
    first: dict[str, Quarter] = {}
    for entry in entries:
        milestone = milestones.get(entry.code)
        if milestone and is_reached(milestone, entry):
            first[entry.code] = min(entry.quarter, first.get(entry.code, entry.quarter))
    return first


def is_reached(milestone: Milestone, entry: Entry) -> bool:
    """Tell whether what was reported is the node asked for, or one that comes after it.

    Where the plan words the node, a person says 完成 or gives a 形象进度 of 100 %.
    """
    if milestone.node is Node.WORDS:
        whole = entry.progress is not None and entry.progress.value == _WHOLE
        return whole or entry.text in _WORDED
    return entry.text in {node.label for node in _enough(milestone.node)}


def _enough(node: Node) -> tuple[Node, ...]:
    """Give a node and what is built later than it."""
    return BUILT[BUILT.index(node) :] if node in BUILT else (node,)


def _is_due(item: Item, quarter: Quarter, reached: Mapping[str, Quarter]) -> bool:
    """Tell whether a quarter asks for an item: by frequency, of a milestone until reached."""
    if isinstance(item, Indicator):
        return item.frequency.due(quarter.number)
    return quarter <= reached.get(item.code, quarter)


def _line(
    plan: Plan, item: Item, department: str, quarter: Quarter, reached: Mapping[str, Quarter]
) -> Line:
    """Say what a quarter asks of a department for one item."""
    gives = item.duty.giver == department
    if item.same_source:
        return Line(item, gives, due=False, reason=f"与{item.same_source}同源，在那里填报")
    if not _is_due(item, quarter, reached):
        return Line(item, gives, due=False, reason=_rest(item, reached))
    return Line(item, gives, due=True, reason="" if gives else _giving(plan, item))


def _rest(item: Item, reached: Mapping[str, Quarter]) -> str:
    """Say why a quarter does not ask for an item."""
    if isinstance(item, Indicator):
        return _RHYTHM[item.frequency]
    return f"{reached[item.code].label}已报告完成，不再填报"


def _giving(plan: Plan, item: Item) -> str:
    """Say who gives the figure that a department only explains."""
    giver = plan.department(item.duty.giver)
    return f"由{giver.short_name if giver else item.duty.giver}填数，这里只作说明"

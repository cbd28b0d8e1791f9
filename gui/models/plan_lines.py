"""Lines of the page's tables, made of a plan: what its items, departments and reforms show."""

from collections.abc import Iterator

from core.domain.indicator import Indicator, Item
from core.domain.past import plan_as_of
from core.domain.plan import Plan
from core.domain.target import Target
from core.plans import cards
from core.plans.cards import Thing
from gui.models.plan_texts import Line

ITEMS = (
    "编码",
    "指标",
    "单位",
    "属性",
    "衡量方式",
    "频次",
    "基期",
    "目标",
    "责任单位",
    "数据提供单位",
)
DEPARTMENTS = ("编码", "简称", "全称", "类型", "现名", "备注")
RULES = ("编码", "级别", "公式", "容差", "提示")
REFORMS = ("日期", "变动", "部门", "变动后", "划转事项", "发文字号")


def items(plan: Plan, section: str) -> list[Line]:
    """Give the indicators and milestones of a section and of those below it, all without one."""
    return [
        Line((thing, place), _texts(plan, item))
        for thing, place, item in _items(plan)
        if not section or any(each.code == section for each in plan.path(item.section))
    ]


def departments(plan: Plan) -> list[Line]:
    """Give the departments, with what they are called by now."""
    now = {each.code: each.short_name for each in plan_as_of(plan, plan.end).departments}
    return [
        Line(
            (Thing.DEPARTMENT, place),
            (each.code, each.short_name, each.full_name, each.kind, now[each.code], each.remark),
        )
        for place, each in enumerate(plan.departments)
    ]


def reforms(plan: Plan) -> list[Line]:
    """Give the reorganisations, oldest first."""
    return [
        Line(
            (Thing.REORGANISATION, place),
            (
                each.on.isoformat(),
                each.kind.label,
                named(plan, each.code),
                each.short_name or named(plan, each.into),
                "、".join(each.items),
                each.document,
            ),
        )
        for place, each in enumerate(plan.reorganisations)
    ]


def rules(plan: Plan) -> list[Line]:
    """Give the checks that the plan words."""
    return [
        Line((Thing.RULE, place), tuple(cells.values()))
        for place, cells in enumerate(cards.rows(plan, Thing.RULE))
    ]


def named(plan: Plan, code: str) -> str:
    """Give the short name of a department, its code where the plan does not name it."""
    found = plan.department(code)
    return found.short_name if found else code


def _items(plan: Plan) -> Iterator[tuple[Thing, int, Item]]:
    """Give the items with their places, section by section as printed."""
    placed: list[tuple[Thing, int, Item]] = [
        *((Thing.INDICATOR, place, each) for place, each in enumerate(plan.indicators)),
        *((Thing.MILESTONE, place, each) for place, each in enumerate(plan.milestones)),
    ]
    ranks = {section.code: rank for rank, section in enumerate(plan.sections)}
    yield from sorted(placed, key=lambda each: ranks[each[2].section])


def _texts(plan: Plan, item: Item) -> tuple[str, ...]:
    """Give what a line shows of an item."""
    lead, provider = named(plan, item.duty.lead), named(plan, item.duty.provider)
    if isinstance(item, Indicator):
        aim = item.aim
        return (
            item.code,
            item.name,
            item.unit,
            item.binding.label if item.binding else "",
            item.measure.label,
            item.frequency.label,
            str(item.base or ""),
            _aimed(aim),
            lead,
            provider,
        )
    target = str(item.target or "") or item.node.label
    return (
        item.code,
        item.name,
        "",
        "",
        Thing.MILESTONE.label,
        "",
        "",
        f"{item.planned} {target}",
        lead,
        provider,
    )


def _aimed(target: Target) -> str:
    """Write a target as printed, else the bounds by which it is judged, else why it has none."""
    low, high = target.low, target.high
    if target.printed is not None:
        return str(target.printed)
    if low is not None and high is not None:
        return f"{low:f}" if low == high else f"{low:f}-{high:f}"
    if low is not None:
        return f"{low:f}以上"
    return f"{high:f}以内" if high is not None else target.state.label

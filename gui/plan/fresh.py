"""What a new thing of a plan says before anybody typed: as much as its neighbour lets guess."""

from core.domain.plan import Plan
from core.plans import cards
from core.plans.cards import Card, Thing
from gui.plan.order import next_code

_ALIKE = ("属性", "频次", "性质", "方向", "单位", "小数位", "牵头单位", "数据提供单位")
_INDICATOR = {
    "指标": "新指标",
    "小数位": "2",
    "衡量方式": "水平",
    "性质": "时点数",
    "频次": "年度",
    "方向": "越高越好",
    "目标状态": "无",
}


def card(plan: Plan, thing: Thing, place: int, section: str) -> Card:
    """Give the texts of a new thing at a place, in a section."""
    match thing:
        case Thing.SECTION:
            kind = plan.section(section).kind.label
            own = {
                "编码": _code(plan, f"{section}-0"),
                "所属": section,
                "类型": kind,
                "名称": "新类别",
            }
        case Thing.MILESTONE:
            own = {
                "编码": _item_code(plan, thing, place, section),
                "所属": section,
                "名称": "新节点",
                "节点": "完工",
                "计划完成": str(plan.end),
            }
        case Thing.RULE:
            codes = [each.code for each in plan.rules]
            code = next_code(codes, codes[-1] if codes else "R-00")
            main = next(iter((*plan.main(), *plan.indicators)), None)
            formula = f"[{main.code}] ≥ 0" if main else ""
            own = {"编码": code, "级别": "提示", "公式": formula, "提示": "请核对"}
        case Thing.DEPARTMENT:
            codes = [each.code for each in plan.departments]
            code = next_code(codes, codes[-1] if codes else "D00")
            own = {"编码": code, "简称": "新部门", "全称": "新部门"}
        case _:
            own = {**_INDICATOR, **_neighbour(plan, place, section)}
            own |= {"编码": _item_code(plan, thing, place, section), "所属": section}
    return cards.completed(thing, Card(own))


def _neighbour(plan: Plan, place: int, section: str) -> dict[str, str]:
    """Give what an indicator probably has in common with the one before it in its section."""
    before = plan.indicators[place - 1] if 0 < place <= len(plan.indicators) else None
    if before is None or before.section != section:
        return {}
    cells = cards.card(plan, Thing.INDICATOR, place - 1).cells
    return {name: cells[name] for name in _ALIKE}


def _item_code(plan: Plan, thing: Thing, place: int, section: str) -> str:
    """Count on from the code of the thing before, in the same section."""
    things = getattr(plan, thing)
    before = things[place - 1] if 0 < place <= len(things) else None
    if before is None or before.section != section:
        return _code(plan, f"{section}-00")
    return _code(plan, before.code)


def _code(plan: Plan, beside: str) -> str:
    """Give a code that nothing in the plan has."""
    items = [*(each.code for each in plan.indicators), *(each.code for each in plan.milestones)]
    return next_code([*items, *(each.code for each in plan.sections)], beside)

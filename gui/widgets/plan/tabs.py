"""How the texts of each kind of things are put on tabs, in the order in which they are filled."""

from collections.abc import Mapping
from dataclasses import dataclass

from core.plans.cards import Thing
from gui.widgets.plan.ladders import LADDERS


@dataclass(frozen=True, slots=True)
class Tab:
    """A tab: its fields, those that take a whole line above and below, and the rows further down.

    Groups stand below each other, or `beside`. A `ladder` is the field of the plan whose words
    the tab shows in a table of their own.
    """

    title: str
    fields: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    beside: bool = False
    columns: int = 3
    top: tuple[str, ...] = ()
    ladder: str = ""


PROPOSING = ("annual_targets", "quarterly_targets")
TIPS = {
    "annual_targets": "没有文件给出的年份由程序推算；写上数就成为给定，删一行又回到推算",
    "quarterly_targets": "年初至期末累计；看别的年份，请在窗口上方换报告期",
}
_DUTY = Tab("责任", ("牵头单位", "数据提供单位"), ("配合单位",), columns=2)
_REMARKS = ("口径", "备注", "依据")
TABS: Mapping[Thing, tuple[Tab, ...]] = {
    Thing.PLAN: (
        Tab(
            "基本",
            ("规划编码", "简称", "地区", "层级", "首年", "末年", "基期年"),
            ("规划对上一期的称呼", "规划注里对方括号[ ]的说法", "来源文件", "备注"),
            top=("全称",),
        ),
        *(Tab(each.group.phase.label, ladder=field) for field, each in LADDERS.items()),
        Tab("附注", (), ("规划自己的注", "专项规划名单"), ("appendices",)),
    ),
    Thing.SECTION: (Tab("基本", ("编码", "所属", "类型"), ("备注",), top=("名称",)),),
    Thing.INDICATOR: (
        Tab(
            "基本",
            (
                "编码",
                "所属",
                "属性",
                "单位",
                "小数位",
                "频次",
                "衡量方式",
                "性质",
                "方向",
                "填报方式",
                "同源指标",
                "晚报天数",
            ),
            top=("指标",),
        ),
        Tab("目标", ("目标", "目标状态", "基期", "下限", "上限", "增长", "同比类型")),
        Tab("年度目标", groups=PROPOSING, beside=True),
        _DUTY,
        Tab("口径", (), ("公式", *_REMARKS), ("definitions",)),
        Tab("调整", (), (), ("revisions", "base_revisions")),
    ),
    Thing.MILESTONE: (
        Tab("基本", ("编码", "所属", "节点", "计划完成", "目标", "同源指标"), top=("名称",)),
        _DUTY,
        Tab("口径", (), _REMARKS),
    ),
    Thing.RULE: (Tab("基本", ("编码", "级别", "容差"), ("公式", "提示"), columns=2),),
    Thing.DEPARTMENT: (Tab("基本", ("编码", "简称", "类型"), ("备注",), columns=2, top=("全称",)),),
}
HINTS = {
    "annual_targets": "斜体是推算的，可改",
    "quarterly_targets": "{year}年，年初至期末",
    "revisions": "从日期起用新目标，以前的报告仍用旧目标",
    "definitions": "从日期起用新口径，以前的报告仍用旧口径",
    "base_revisions": "从日期起用新基期，以前的报告仍用旧基期",
    "appendices": "报表种类填completion（完成情况）或targets（主要指标）",
}

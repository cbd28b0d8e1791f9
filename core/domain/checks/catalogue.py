"""Every check by its code, for the screen, the workbook, the intake and the manual alike."""

from dataclasses import dataclass

from core.domain.cell import LONGEST_EXPLANATION, Column
from core.domain.indicator import Item
from core.domain.issue import Issue, Severity

_MUST, _SAY, _HINT = Severity.BLOCKING, Severity.EXPLAIN, Severity.HINT


@dataclass(frozen=True, slots=True)
class Check:
    """A check that is generated for every item; `explanation` words for the manual when it says so.

    `column` is the column of the form that its findings are about.
    """

    code: str
    title: str
    grade: Severity
    explanation: str
    column: Column = Column.FIGURE

    def issue(self, item: Item, found: object, message: str) -> Issue:
        """Make a finding; `message` follows the item's name and says what to do."""
        return Issue(
            item.same_source or item.code,
            self.grade,
            str(found),
            f"“{item.name}”{message}",
            self.column,
            self.code,
        )


UNREADABLE = Check(
    "unreadable", "看不懂", _MUST, "填的不是数，也不是规划用的写法；原来的数不变，请重填。"
)
REWORDED = Check(
    "reworded", "换算", _HINT, "填的带单位、千分位或全角字符，已换成本指标单位的数，请确认。"
)
CONTRADICTED = Check(
    "contradicted", "同源不一致", _MUST, "同源指标只填一次；填了两个不同的数，只存先填的。"
)
KIND = Check("kind", "填报类型", _MUST, "该填数的填了文字，或比例没有按0.7:34.4:64.9的样子分项填。")
UNDUE = Check("undue", "未到填报期", _HINT, "半年、年度指标在其他季度可以不填。")
DECIMALS = Check("decimals", "小数位过多", _HINT, "小数位比该指标公布的多，可能多填了位数。")
INEXACT = Check("inexact", "不是确数", _HINT, "带“约、左右、以上”或填了范围；有确数的应填确数。")
BELOW = Check("below", "比重小于0", _MUST, "占比、覆盖率一类的数不会小于0。增速、降幅不在此列。")
ABOVE = Check(
    "above",
    "比重大于100%",
    _SAY,
    "占比、覆盖率一类的数一般不超过100%（千分比不超过1000‰）。毛入学率、完成率、增速不在此列。",
)
NEGATIVE = Check("negative", "负数", _SAY, "数量、金额一般不为负。增速、利润、净额不在此列。")
WHOLE = Check(
    "whole", "合计不为100", _SAY, "结构比例各项之和应为100，只允许各项末位四舍五入带来的出入。"
)
SHRUNK = Check(
    "shrunk",
    "累计数变小",
    _SAY,
    "当年累计数小于本年上期，或规划累计数小于上期；累计数一般只增不减。",
)
COPIED = Check(
    "copied", "照抄上期", _SAY, "当年累计数与上期一个数字不差（至少三位有效数字），像是照抄。"
)
UNCHANGED = Check(
    "unchanged",
    "与上期相同",
    _HINT,
    "比率、平均数等与上期一个数字不差（至少三位有效数字）。保持类、个数、规划累计数和已达目标的不在此列。",
)
SCALE = Check(
    "scale",
    "单位错",
    _SAY,
    "与上年同期、上期或基期约差十倍、百倍、千倍以上，像是单位或小数点错了。",
)
OUTLIER = Check(
    "outlier",
    "偏离历史",
    _SAY,
    "本指标已有六期以上的数，本期超出中位数加减五倍绝对中位差，且偏离5%以上；当年累计数按季均比较。",
)
CALCULATED = Check(
    "calculated",
    "与公式不符",
    _SAY,
    "指标由公式计算，填的数与公式算得的数不同；清空就用算得的数，要用填的数请写明原因。",
)
GROWTH_KIND = Check("growth_kind", "同比类型", _MUST, "同比应填一个百分数。", column=Column.GROWTH)
GROWTH_DIFFERS = Check(
    "growth_differs",
    "同比不符",
    _HINT,
    "填的同比与按本期、上年同期两个数算出的相差1个百分点以上，可能填错，也可能上年数已修订。",
    column=Column.GROWTH,
)
BOTH = Check(
    "both", "有数又缺数", _MUST, "填了数，又选了缺数原因；两者只能留一个。", column=Column.MISSING
)
OVERLONG = Check(
    "overlong",
    "说明过长",
    _MUST,
    f"说明印在报告里，最多{LONGEST_EXPLANATION}个字。",
    column=Column.EXPLANATION,
)
NODE = Check("node", "节点不明", _MUST, "节点要从列出的词里选；由人判断的节点可以用自己的话。")
NODE_BACK = Check("node_back", "节点倒退", _SAY, "报的节点比以前报的还早，例如先报完工、后报开工。")
PROGRESS_KIND = Check(
    "progress_kind", "形象进度类型", _MUST, "形象进度应填一个百分数。", column=Column.PROGRESS
)
PROGRESS_RANGE = Check(
    "progress_range", "形象进度出界", _MUST, "形象进度在0到100之间。", column=Column.PROGRESS
)
PROGRESS_BACK = Check(
    "progress_back", "形象进度倒退", _SAY, "形象进度比以前报的小。", column=Column.PROGRESS
)
PROGRESS_SHORT = Check(
    "progress_short",
    "进度与节点不合",
    _HINT,
    "报了完工以后的节点，形象进度却不到100%。",
    column=Column.PROGRESS,
)
ABSENT = Check("absent", "未填", _MUST, "报送时本期要有数，或者选了缺数原因。")
GROWTH_ABSENT = Check(
    "growth_absent",
    "增速未填",
    _HINT,
    "不变价增速由统计部门发布，不能由两期数算出，报送时应填上。",
    column=Column.GROWTH,
)
UNVERIFIED = Check(
    "unverified", "待核实", _HINT, "缺数原因是待核实，核实后要补填。", column=Column.MISSING
)

CATALOGUE = (
    UNREADABLE,
    REWORDED,
    CONTRADICTED,
    KIND,
    UNDUE,
    DECIMALS,
    INEXACT,
    BELOW,
    ABOVE,
    NEGATIVE,
    WHOLE,
    SHRUNK,
    COPIED,
    UNCHANGED,
    SCALE,
    OUTLIER,
    CALCULATED,
    GROWTH_KIND,
    GROWTH_DIFFERS,
    BOTH,
    OVERLONG,
    NODE,
    NODE_BACK,
    PROGRESS_KIND,
    PROGRESS_RANGE,
    PROGRESS_BACK,
    PROGRESS_SHORT,
    ABSENT,
    GROWTH_ABSENT,
    UNVERIFIED,
)

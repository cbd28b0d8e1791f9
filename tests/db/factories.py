"""Plans and figures made by hand, as small as a test can use."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.domain.department import Department
from core.domain.figure import Figure
from core.domain.indicator import (
    Binding,
    Direction,
    Duty,
    EnteredAs,
    Frequency,
    GrowthKind,
    Indicator,
    Measure,
    Milestone,
    Nature,
    Node,
)
from core.domain.period import Quarter
from core.domain.plan import Appendix, Dictionary, Plan, Section, SectionKind
from core.domain.submission import Decision, Entry, Origin
from core.domain.target import Target, TargetRevision, TargetState

AT = "2026-11-23T09:00:00+08:00"
FORM = Origin("填报", "张三")
END = Quarter(2025, 4)
STATISTICS = Department("D02", "区统计局", "区统计局", "政府部门", "统计数据提供")
REFORM = Department("D01", "区发改委", "区发展和改革委员会", "政府部门")


def quarter(text="2025Q4"):
    return Quarter.parse(text)


def entry(code="B-01", at="2025Q4", text="12.50", **rest):
    return Entry(code, quarter(at), Figure.parse(text) if text else None, **rest)


def decision(code="B-01", at="2025Q4", status="全面完成", grounds="附表印出", by="规划"):
    return Decision(code, quarter(at), status, grounds, by)


def indicator(code="B-01", section="T1", **rest):
    return Indicator(
        code,
        section,
        **{
            "name": f"指标{code}",
            "unit": "亿元",
            "decimals": 2,
            "measure": Measure.LEVEL,
            "nature": Nature.FLOW,
            "frequency": Frequency.QUARTERLY,
            "direction": Direction.HIGHER,
            "target": Target(Figure.parse("750")),
            "duty": Duty("D01"),
            **rest,
        },
    )


def milestone(code="P01-01", section="X1", **rest):
    given = {"name": "大桥", "node": Node.OPENED, "planned": "2025Q4", "duty": Duty("D01"), **rest}
    return Milestone(code, section, **given)


def plan(code="p-2021-2025", first=2021, last=2025, **rest):
    """A plan of two indicators in the main table, one beside it, and a milestone."""
    given = {
        "title": "国民经济和社会发展规划纲要",
        "name": "“十四五”规划",
        "region": "章贡区",
        "level": "区",
        "base_year": first - 1,
        "sections": (
            Section("T", "", SectionKind.TABLE, "主要指标"),
            Section("T1", "T", SectionKind.CATEGORY, "综合质效"),
            Section("X1", "", SectionKind.BOX, "专栏1"),
        ),
        "indicators": (indicator("B-01"), indicator("B-02"), indicator("P01-02", "X1")),
        "milestones": (milestone(),),
        "departments": (REFORM, STATISTICS),
        **rest,
    }
    return Plan(code, first_year=first, last_year=last, **given)


def full_plan():
    """A plan in which every field of every value holds something."""
    revised = TargetRevision(
        Target(Figure.parse("0.6483"), low=Decimal("0.6483")),
        "因机构改革调整",
        date(2018, 6, 30),
        "区人大常委会",
        "章人发〔2018〕3号",
    )
    worded = TargetRevision(Target(None, TargetState.PENDING), "待下达")
    first = indicator(
        "B-01",
        target=Target(Figure.parse("5.5左右"), low=Decimal("5.390"), high=Decimal("5.61")),
        duty=Duty("D02", ("D01", "D02"), "D02"),
        binding=Binding.BINDING,
        base=Figure.parse("[8.6]"),
        growth=Figure.parse("年均7.5"),
        growth_kind=GrowthKind.REAL,
        entered_as=EnteredAs.YEAR,
        revisions=(revised, worded),
        same_source="P01-02",
        definition="按常住人口计算",
        remark="原文未说明",
        basis="proposed",
    )
    return replace(
        plan(indicators=(first, indicator("A-09", duty=Duty("")), indicator("P01-02", "X1"))),
        sections=(
            Section("T", "", SectionKind.TABLE, "主要指标", "共33个"),
            Section("T1", "T", SectionKind.CATEGORY, "综合质效"),
            Section("X1", "", SectionKind.BOX, "专栏1"),
        ),
        milestones=(
            milestone(target=Figure.parse("保持稳定"), same_source="B-01", definition="建成"),
            milestone("P01-00", planned="", duty=Duty("D01", ("D02",), "D02"), remark="跨年"),
        ),
        dictionary=Dictionary("提前", "超额完成", "完成", "接近", "没有完成", None),
        appendices=(
            Appendix("completion", "附表1", "完成情况"),
            Appendix("targets", "附表2", ""),
        ),
        bracket="“十三五”平均增速",
        previous="“十三五”规划",
        notes=("注1", "注2：“×”", "注1"),
        special_plans=("综合交通", "生态环境"),
        source="规划纲要",
        remark="底稿",
    )

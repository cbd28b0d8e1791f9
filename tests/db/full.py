"""A plan in which every field of every value holds something."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from core.domain.dated import BaseRevision, Definition
from core.domain.department import Reform, Reorganisation
from core.domain.figure import Figure
from core.domain.indicator import Binding, Duty, EnteredAs, GrowthKind
from core.domain.issue import Rule, Severity
from core.domain.plan import Appendix, Dictionary, Section, SectionKind
from core.domain.scale import Scale
from core.domain.target import AnnualTarget, QuarterlyTarget, Target, TargetRevision, TargetState
from core.domain.vintage import Vintage
from tests.db.factories import indicator, milestone, plan, quarter


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
        delay=10,
        annual_targets=(
            AnnualTarget(2021, Figure.parse("5.10"), "章府发〔2021〕1号"),
            AnnualTarget(2022, Figure.parse("5.1")),
        ),
        quarterly_targets=(
            QuarterlyTarget(quarter("2022Q2"), Figure.parse("2.5左右")),
            QuarterlyTarget(quarter("2022Q1"), Figure.parse("1")),
        ),
        definitions=(
            Definition("按户籍人口计算"),
            Definition("按常住人口计算", date(2021, 5, 11), "区统计局", "人口普查公报"),
        ),
        base_revisions=(
            BaseRevision(
                Figure.parse("8.60"), "人口普查", date(2021, 5, 11), Vintage.CENSUS, "公报"
            ),
            BaseRevision(Figure.parse("8.6"), "复核"),
        ),
    )
    second = indicator("A-09", duty=Duty(""), formula="[B-01] / [P01-02]")
    return replace(
        plan(indicators=(first, second, indicator("P01-02", "X1"))),
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
        monitoring=Scale(
            "优", "良", "中", "低", "差", from_ahead=Decimal("1.20"), points_behind=Decimal("-1.0")
        ),
        midterm=Scale(from_on=Decimal("0.9"), about=Decimal(0)),
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
        rules=(
            Rule("R2", Severity.EXPLAIN, "[B-01] = [A-09]", "请核对两数"),
            Rule("R1", Severity.HINT, "[B-01] ≈ [A-09]", "请核对", Decimal("0.030")),
        ),
        reorganisations=(
            Reorganisation(Reform.SPLIT, date(2024, 1, 1), "D01", "D02", ("B-01", "A-09")),
            Reorganisation(
                Reform.RENAMED,
                date(2023, 7, 1),
                "D02",
                short_name="区数据局",
                full_name="区数据管理局",
                document="章编发〔2023〕9号",
            ),
        ),
    )

"""When a figure counts, what stands where none can be judged, and plans of one year.

A case: the indicator, what was reported by quarter, as of when, the status, and what decided: the
yardstick, what was asked by then, progress, pace and r.
"""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.completion import assess, judge
from core.domain.indicator import Frequency, Nature
from core.domain.judging.judgement import Grey, Light, Rule, Side
from core.domain.scale import Phase, Scale
from core.domain.submission import Missing
from core.domain.target import Target, TargetState
from tests import factory as the
from tests.core.domain.worked import check, judged, reported

REACHED, AHEAD, ON, BEHIND, FAR = "提前实现", "快于预期", "基本符合预期", "略有滞后", "明显滞后"
EARLY, MISSING, UNPUBLISHED = "未到时点", "缺数", "未到发布期"
PENDING, UNDECIDED = "待下达", "待定"
POINT, RATE = Nature.POINT, Nature.RATE

YEARLY = the.level("3", "1.8", nature=RATE, frequency=Frequency.ANNUAL)
HALVES = replace(YEARLY, frequency=Frequency.HALF_YEARLY)


def missing(at, kind):
    """A figure that was not reported, and why."""
    return the.entry("", at, missing=kind)


OWN_TIME = [
    # a yearly figure in the first year of the plan: not before its end
    (YEARLY, {}, "2021Q1", EARLY, ""),
    (YEARLY, {"2020Q4": "1.8"}, "2021Q3", EARLY, ""),
    (YEARLY, {"2021Q4": "2.04"}, "2021Q4", ON, "规划 2.04 0.2 0.2 1"),
    # a statistic of 2023 is judged at the end of 2023 whenever it is read
    (YEARLY, {"2023Q4": "2.52"}, "2024Q2", ON, "规划 2.52 0.6 0.6 1"),
    (YEARLY, {"2023Q4": "2.52", "2024Q2": "9"}, "2024Q3", ON, "规划 2.52 0.6 0.6 1"),
    (YEARLY, {"2022Q4": "2.28"}, "2024Q1", MISSING, ""),
    # 2024Q3 is judged by the half year: 2.76 is asked for in 2024, after 2.52
    (HALVES, {"2024Q2": "2.76", "2024Q3": "1"}, "2024Q3", ON, "年度 2.76 1 1 1"),
    (HALVES, {}, "2021Q1", EARLY, ""),
    (HALVES, {"2023Q4": "2.52"}, "2024Q1", ON, "规划 2.52 0.6 0.6 1"),
]  # fmt: skip

GREYS = [
    (YEARLY, {}, "2022Q4", MISSING, ""),
    (YEARLY, {"2022Q4": missing("2022Q4", Missing.UNPUBLISHED)}, "2022Q4", UNPUBLISHED, ""),
    (YEARLY, {"2022Q4": missing("2022Q4", Missing.UNCOUNTED)}, "2023Q1", MISSING, ""),
    (YEARLY, {"2022Q4": missing("2022Q4", Missing.WITHHELD)}, "2022Q4", MISSING, ""),
    (YEARLY, {"2022Q4": missing("2022Q4", None)}, "2022Q4", MISSING, ""),
    (YEARLY, {"2022Q4": "稳定"}, "2022Q4", UNDECIDED, ""),
    (replace(YEARLY, frequency=Frequency.QUARTERLY), {"2022Q2": "稳定"}, "2022Q2", UNDECIDED, ""),
    # within a year neither helps the other
    (the.level("750", "521.94"), {"2022Q4": "600"}, "2023Q2", MISSING, ""),
    # 待下达 is so from the first quarter, with and without a figure
    (replace(YEARLY, target=the.pending("省下达控制指标")), {}, "2021Q1", PENDING, ""),
    (replace(YEARLY, target=the.pending()), {}, "2022Q4", PENDING, ""),
    (replace(YEARLY, target=the.pending()), {"2022Q4": "2"}, "2022Q4", PENDING, ""),
    (the.level(the.pending(), "1"), {"2022Q2": "2"}, "2022Q2", PENDING, ""),
    (the.level(the.pending(), "1"), {}, "2022Q2", PENDING, ""),
    (the.level(Target(None, TargetState.NONE), "1"), {"2022Q4": "2"}, "2022Q4", UNDECIDED, ""),
    (the.level(Target(None, TargetState.NONE), "1"), {"2022Q2": "2"}, "2022Q2", UNDECIDED, ""),
    (the.level(""), {"2022Q4": "2"}, "2022Q4", UNDECIDED, ""),
    (the.level(the.words("促稳提质"), "3"), {"2022Q4": "2"}, "2022Q4", UNDECIDED, ""),
    (the.level(""), {}, "2022Q4", MISSING, ""),
]  # fmt: skip


@pytest.mark.parametrize("case", [*OWN_TIME, *GREYS])
def test_a_figure_is_judged_at_its_own_time_or_said_to_be_lacking(case):
    check(case)


# 2024年市报告: a plan of one year has the yardstick 年度 alone
PROJECTS = the.cumulative("448")  # W24-T007
REVENUE = the.level("突破3000", "2700")  # W24-T002
BEDS = the.level("140", "100", nature=POINT, decimals=0)

ONE_YEAR = [
    (PROJECTS, {"2024Q2": "224"}, "2024Q2", ON, "年度 224 0.5 0.5 1"),
    (PROJECTS, {"2024Q2": "168"}, "2024Q2", BEHIND, "年度 224 0.375 0.5 0.75"),
    (PROJECTS, {"2024Q3": "448"}, "2024Q3", REACHED, "年度 336 1 0.75 448/336"),
    (the.cumulative("3"), {"2024Q1": "0"}, "2024Q1", ON, "年度 0 0 0 —"),
    # a flow has not reached the year's target before its end
    (REVENUE, {"2024Q2": "1500"}, "2024Q2", ON, "年度 1500 0.5 0.5 1"),
    (REVENUE, {"2024Q3": "3000"}, "2024Q3", AHEAD, "年度 2250 1 0.75 3000/2250"),
    (the.level("突破3000"), {"2024Q2": "1500"}, "2024Q2", ON, "年度 1500 0.5 0.5 1"),
    # a state moves by fourths from its base
    (BEDS, {"2024Q2": "120"}, "2024Q2", ON, "年度 120 0.5 0.5 1"),
    (BEDS, {"2024Q2": "140"}, "2024Q2", REACHED, "年度 120 1 0.5 2"),
    (replace(BEDS, base=None), {"2024Q2": "120"}, "2024Q2", "基期待补", ""),
    (the.growth("6左右"), {"2024Q1": "5.8"}, "2024Q1", ON, "年度 6 -0.2"),
    (the.growth("7.5以上"), {"2024Q3": "7"}, "2024Q3", BEHIND, "年度 7.5 -0.5"),
    (the.control("控制在3左右"), {"2024Q3": "3.06"}, "2024Q3", ON, "年度 3 — — —"),
    (YEARLY, {}, "2024Q3", EARLY, ""),
    (PROJECTS, {}, "2024Q2", MISSING, ""),
    (the.growth(the.words("促稳提质")), {"2024Q2": "3"}, "2024Q2", UNDECIDED, ""),
]  # fmt: skip


@pytest.mark.parametrize("case", ONE_YEAR)
def test_a_plan_of_one_year_is_judged_by_the_year_alone(case):
    check(case, first=2024, last=2024)
    item, figures, at, *_ = case
    assert judged(item, figures, at, first=2024, last=2024).overall is None


def test_in_a_plan_of_one_year_the_share_is_that_of_the_year():
    found = judged(PROJECTS, {"2024Q2": "224"}, "2024Q2", first=2024, last=2024)
    assert (found.completion, found.progress) == (Decimal("0.5"), None)


def test_its_end_is_judged_in_the_words_of_the_end():
    found = judged(PROJECTS, {"2024Q4": "450"}, "2024Q4", first=2024, last=2024)
    assert (found.status, found.phase, found.light) == ("提前完成", Phase.FINAL, Light.BLUE)


def test_at_the_end_both_yardsticks_are_told_and_the_final_rule_decides():
    figures = {f"{year}Q4": "20" for year in range(2021, 2026)}
    found = judged(the.cumulative("100"), figures, "2025Q4")
    assert (found.status, found.side.label) == ("全面完成", "规划")
    assert (found.overall.progress, found.overall.pace, found.progress) == (1, 1, 1)
    assert (found.annual.actual, found.annual.asked, found.annual.grade) == (20, 20, "on")


@pytest.mark.parametrize(
    ("item", "figures", "grey"),
    [
        (the.level("750"), {}, Grey.MISSING),
        (
            the.level("750"),
            {"2025Q4": the.entry("", missing=Missing.UNPUBLISHED)},
            Grey.UNPUBLISHED,
        ),
        (the.level("750"), {"2025Q4": "稳定"}, Grey.UNDECIDED),
        (the.cumulative("100"), {"2025Q4": "9"}, Grey.MISSING),
        (the.level(the.pending()), {"2025Q4": "9"}, Grey.PENDING),
        (the.level(""), {"2025Q4": "9"}, Grey.UNDECIDED),
    ],
)
def test_what_is_undecided_at_the_end_has_no_word_and_says_why(item, figures, grey):
    found = judged(item, figures, "2025Q4")
    assert (found.status, found.suggested, found.light) == ("", "", Light.GREY)
    assert (found.grey, found.grade, found.data_period) == (
        grey,
        None,
        None
        if grey in (Grey.MISSING, Grey.UNPUBLISHED) or "稳定" in figures.values()
        else the.quarter(),
    )


def test_without_a_figure_there_is_no_period():
    early, lacking = judged(YEARLY, {}, "2021Q2"), judged(YEARLY, {}, "2022Q4")
    assert (early.data_period, lacking.data_period) == (None, None)
    assert (early.annual, early.overall, early.judged.finding.period) == (None, None, None)
    assert lacking.judged.finding.lack == "2022年无数据"
    assert judged(the.level("9", "1"), {}, "2022Q2").judged.finding.lack == "2022年上半年无数据"


@pytest.mark.parametrize(
    ("item", "figures", "at", "lack"),
    [
        (the.cumulative("100"), {"2021Q4": "9", "2024Q4": "9"}, "2024Q4",
         "缺2022、2023年数据，不能合计"),
        (the.cumulative("100"), {"2021Q4": "稳定", "2022Q4": "9"}, "2022Q4",
         "有的年份没有可比的数值，不能合计"),
        (the.cumulative("100"), {"2021Q4": "稳定"}, "2021Q4", "“稳定”没有可比的数值"),
    ],
)  # fmt: skip
def test_what_cannot_be_put_together_says_why(item, figures, at, lack):
    assert judged(item, figures, at).judged.finding.lack == lack


def test_a_figure_that_cannot_be_judged_still_has_its_period():
    found = judged(the.level("750"), {"2023Q4": "600"}, "2023Q4")
    assert (found.grey, str(found.data_period)) == (Grey.NO_BASE, "2023Q4")


STRICT = Scale(on="正常", from_on=Decimal("1.05"), points_on=Decimal("0.1"))


def test_whoever_is_exactly_on_the_way_is_never_behind_however_strict_the_scale():
    item = the.level("3", "1.8", nature=RATE)
    found = judged(item, {"2022Q4": "2.28"}, "2022Q4", monitoring=STRICT)
    assert (found.status, found.annual.rule, found.overall.rule) == (
        "正常", Rule.ROUNDED, Rule.ROUNDED,
    )  # fmt: skip
    grown = judged(the.growth("7"), {"2022Q2": "7"}, "2022Q2", monitoring=STRICT)
    assert (grown.status, grown.annual.rule) == ("正常", Rule.ROUNDED)


def test_the_middle_of_the_plan_has_words_and_thresholds_of_its_own():
    item = the.level("3", "1.8", nature=RATE, frequency=Frequency.ANNUAL)
    figures = {"2022Q4": "2.28", "2023Q4": "2.52"}
    seen = {
        at: judged(item, figures, at, midterm=Scale(on="达到中期要求"))
        for at in ("2022Q4", "2023Q4", "2024Q1")
    }
    assert [each.status for each in seen.values()] == [ON, "达到中期要求", ON]
    assert [each.phase for each in seen.values()] == [Phase.ANNUAL, Phase.MIDTERM, Phase.ANNUAL]


def test_thresholds_that_a_plan_changes_hold_for_what_was_judged_before():
    item, figures = the.level("3", "1.8", nature=RATE), {"2022Q4": "2.28"}
    before = judged(item, figures, "2022Q4").status
    after = judged(item, figures, "2022Q4", monitoring=Scale(from_ahead=Decimal(1))).status
    assert (before, after) == (ON, AHEAD)


def test_a_decision_stands_before_the_end_in_the_words_of_the_year():
    item, at = the.level("750", "521.94"), the.quarter("2023Q4")
    figures = reported({"2023Q4": "631.20"})
    found = judge(the.plan(item), item, at, figures, the.decision(ON, "区政府常务会议"))
    assert (found.status, found.suggested, found.light) == (ON, BEHIND, Light.GREEN)
    assert found.overridden
    foreign = judge(the.plan(item), item, at, figures, the.decision("全面完成"))
    assert foreign.light is Light.GREY


def test_a_plan_is_judged_whole_first_its_indicators_and_then_its_milestones():
    item, bridge = the.level("750", "521.94"), the.milestone()
    plan = the.plan(item, milestones=(bridge,))
    entries = {"B-01": reported({"2023Q4": "631.20"})}
    first, second = assess(plan, the.quarter("2023Q4"), entries, {})
    assert (first.code, first.status, first.side) == ("B-01", BEHIND, Side.PLAN)
    assert (second.code, second.status, second.grey) == ("P01-01", MISSING, Grey.MISSING)
    assert (second.side, second.annual, second.overall) == (None, None, None)
    assert (second.data_period, second.pace) == (None, None)
    assert judge(plan, bridge, the.quarter("2023Q4"), {}).status == MISSING

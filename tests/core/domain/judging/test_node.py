"""A milestone is judged by the quarter in which its node is reached, and says so."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.duties import is_reached
from core.domain.explaining import explanation
from core.domain.indicator import Duty, Milestone, Node
from core.domain.judging.judgement import Grade, Grey, Rule
from core.domain.judging.node import judge_node, planned_quarter
from core.domain.plan import Dictionary
from core.domain.scale import Scale
from core.domain.submission import Decision, Entry, Missing
from tests import factory as the


def bridge(node=Node.OPENED, planned="2024Q2"):
    return Milestone("P01-01", "X1", "大桥", node, planned, Duty("D02"))


def told(at, text="", progress="", **rest):
    """What a department reported of the milestone."""
    return Entry("P01-01", the.quarter(at), the.figure(text), progress=the.figure(progress), **rest)


def judged(at, *entries, item=None, **rest):
    milestone = item or bridge()
    plan = replace(the.plan(**rest), milestones=(milestone,))
    return judge_node(plan, milestone, the.quarter(at), {each.quarter: each for each in entries})


def sentence(found, decision=None):
    return explanation.sentence(found, decision)


ON_ITS_WAY = [
    ("2023Q2", [told("2023Q2", "投用")], Grade.REACHED, "提前实现",
     "2023年上半年报告已投用，计划2024年6月底前投用；早于计划时间达到为提前实现。"),
    ("2024Q2", [told("2024Q2", "达产")], Grade.ON, "基本符合预期",
     "2024年上半年报告已投用，计划2024年6月底前投用；按期达到为基本符合预期。"),
    ("2025Q1", [told("2024Q4", "投用")], Grade.BEHIND, "略有滞后",
     "2024年全年报告已投用，计划2024年6月底前投用；晚于计划时间达到为略有滞后。"),
    ("2024Q2", [told("2024Q2", "完工", "99")], Grade.FAR, "明显滞后",
     "2024年上半年报告完工，形象进度99%，计划2024年6月底前投用；到期未达到为明显滞后。"),
    # 11 of 14 quarters are over (78.6 %)
    ("2023Q3", [told("2023Q3", "封顶", "60")], Grade.BEHIND, "略有滞后",
     ("2023年前三季度报告封顶，形象进度60%，计划2024年6月底前投用，到期共14个季度，"
     "已过11个（78.6%），形象进度为其0.76倍；0.75—0.95为略有滞后。")),
    ("2023Q3", [told("2023Q3", "封顶", "100")], Grade.AHEAD, "快于预期",
     ("2023年前三季度报告封顶，形象进度100%，计划2024年6月底前投用，到期共14个季度，"
     "已过11个（78.6%），形象进度为其1.27倍；1.1及以上为快于预期。")),
    ("2023Q3", [told("2023Q3", "封顶", "75")], Grade.ON, "基本符合预期",
     ("2023年前三季度报告封顶，形象进度75%，计划2024年6月底前投用，到期共14个季度，"
     "已过11个（78.6%），形象进度为其0.95倍；0.95—1.1为基本符合预期。")),
    ("2023Q3", [told("2023Q3", "", "10")], Grade.FAR, "明显滞后",
     ("2023年前三季度报告形象进度10%，计划2024年6月底前投用，到期共14个季度，"
     "已过11个（78.6%），形象进度为其0.13倍；不足0.75为明显滞后。")),
]  # fmt: skip


@pytest.mark.parametrize(("at", "entries", "grade", "status", "words"), ON_ITS_WAY)
def test_a_milestone_under_way_explains_itself(at, entries, grade, status, words):
    found = judged(at, *entries)
    assert found.grade is grade
    assert found.grey is None
    assert found.suggested == status
    assert sentence(found) == words


WITHOUT = [
    ("2023Q1", [told("2023Q1", "开工")], Grey.EARLY,
     "2023年一季度报告开工，计划2024年6月底前投用；未到计划时点，又没有形象进度，未到时点。"),
    ("2023Q1", [], Grey.MISSING,
     "截至2023年一季度没有报告，计划2024年6月底前投用；缺数，不作判断。"),
    ("2024Q3", [], Grey.MISSING,
     "截至2024年前三季度没有报告，计划2024年6月底前投用；缺数，不作判断。"),
]  # fmt: skip


@pytest.mark.parametrize(("at", "entries", "grey", "words"), WITHOUT)
def test_a_milestone_of_which_nothing_can_be_said_is_grey(at, entries, grey, words):
    found = judged(at, *entries)
    assert (found.grade, found.grey, found.suggested) == (None, grey, grey.label)
    assert sentence(found) == words


def test_a_missing_report_is_told_in_the_words_that_were_recorded():
    missing = told("2023Q1", missing=Missing.UNVERIFIED, explanation="等设计单位确认")
    found = judged("2023Q1", missing)
    assert found.grey is Grey.MISSING
    assert sentence(found).startswith("2023年一季度没有报告（待核实，等设计单位确认），")
    bare = judged("2024Q2", told("2024Q2", missing=Missing.UNVERIFIED))
    assert sentence(bare).startswith("2024年上半年没有报告（待核实），")


AT_THE_END = [
    ([told("2024Q3", "投用")], Grade.EARLY, "提前完成",
     "2024年前三季度报告已投用，计划2024年6月底前投用；末年之前已达到，建议为提前完成。"),
    ([told("2025Q4", "投用")], Grade.FULL, "全面完成",
     "2025年全年报告已投用，计划2024年6月底前投用；规划期末达到，建议为全面完成。"),
    ([told("2025Q4", "完工", "90")], Grade.NEARLY, "基本完成或接近完成",
     ("2025年全年报告完工，形象进度90%，计划2024年6月底前投用；未达到，形象进度90%及以上为"
     "基本完成或接近完成，以下或没有形象进度为未完成，建议为基本完成或接近完成。")),
    ([told("2025Q4", "完工", "89.99")], Grade.MISSED, "未完成",
     ("2025年全年报告完工，形象进度89.99%，计划2024年6月底前投用；未达到，形象进度90%及以上为"
     "基本完成或接近完成，以下或没有形象进度为未完成，建议为未完成。")),
    ([told("2025Q4", "完工")], Grade.MISSED, "未完成",
     ("2025年全年报告完工，计划2024年6月底前投用；未达到，形象进度90%及以上为"
     "基本完成或接近完成，以下或没有形象进度为未完成，建议为未完成。")),
    ([], None, "", "截至2025年全年没有报告，计划2024年6月底前投用；完成情况待定。"),
]  # fmt: skip


@pytest.mark.parametrize(("entries", "grade", "status", "words"), AT_THE_END)
def test_a_milestone_at_the_plans_end_explains_itself(entries, grade, status, words):
    found = judged("2025Q4", *entries)
    assert (found.grade, found.suggested) == (grade, status)
    assert sentence(found) == words


def test_a_plan_without_a_floor_calls_every_unreached_node_nearly_done():
    found = judged("2025Q4", told("2025Q4", "开工"), dictionary=Dictionary(floor=None))
    assert found.grade is Grade.NEARLY
    assert "；未达到，本规划对基本完成或接近完成不设下限，建议为" in sentence(found)


def test_a_node_that_a_person_judges_is_marked():
    found = judged("2024Q2", told("2024Q2", "完成"), item=bridge(Node.WORDS))
    assert found.unsure
    assert sentence(found) == (
        "2024年上半年报告已完成（须人确认），计划2024年6月底前完成；按期达到为基本符合预期。"
    )
    assert not judged("2024Q2", told("2024Q2", "投用")).unsure
    assert not judged("2024Q1", told("2024Q1", "推进中"), item=bridge(Node.WORDS)).unsure


def test_the_whole_progress_of_a_worded_node_is_its_end():
    found = judged("2024Q1", told("2024Q1", "推进中", "100"), item=bridge(Node.WORDS))
    assert found.grade is Grade.REACHED


def test_a_node_that_was_taken_back_is_not_reached():
    entries = [told("2023Q1", "投用"), told("2023Q4", "完工"), told("2024Q2", "投用")]
    assert judged("2023Q3", *entries).grade is Grade.REACHED
    assert judged("2023Q4", *entries).grade is None
    again = judged("2024Q2", *entries)
    assert (again.reached, again.grade) == (the.quarter("2024Q2"), Grade.ON)


def test_what_is_silent_takes_nothing_back():
    entries = [
        told("2023Q1", "投用"),
        told("2023Q2", missing=Missing.UNCOUNTED),
        told("2023Q3", explanation="已报告完成"),
    ]
    found = judged("2023Q3", *entries)
    assert found.reached == the.quarter("2023Q1")
    assert found.completion == 1
    assert found.data_period == the.quarter("2023Q2")
    assert judged("2023Q3").data_period is None


def test_an_older_report_is_held_against_its_own_time():
    # 10 of 14 quarters (71.4 %) were over when 70 % were reported
    found = judged("2023Q4", told("2023Q2", "封顶", "70"))
    assert found.grade is Grade.ON
    assert "2023年上半年报告封顶，形象进度70%，" in sentence(found)
    assert "已过10个（71.4%），形象进度为其0.98倍；" in sentence(found)


def test_progress_that_falls_just_short_does_not_read_like_the_threshold():
    # 13 of 14 quarters are over (92.857 %), and 88.21 / 92.857 = 0.94995
    found = judged("2024Q1", told("2024Q1", "完工", "88.21"))
    assert found.grade is Grade.BEHIND
    assert "，形象进度不足其0.95倍；" in sentence(found)


def test_a_plan_may_name_only_a_year_or_nothing():
    plan = the.plan()
    assert planned_quarter(plan, bridge(planned="2024")) == the.quarter("2024Q4")
    assert planned_quarter(plan, bridge(planned="")) == plan.end


@pytest.mark.parametrize("progress", ["", "0"])
def test_nothing_done_is_told_apart_from_nothing_said(progress):
    found = judged("2023Q1", told("2023Q1", "未开工", progress))
    assert found.grade is (Grade.FAR if progress else None)
    assert found.rule is (Rule.RATIO if progress else None)


def test_a_progress_without_a_number_counts_as_none():
    assert judged("2023Q1", told("2023Q1", "开工", "过半")).progress is None


def test_a_decision_stands_beside_the_rule_with_its_grounds_and_date():
    given = Decision(
        "P01-01", the.quarter("2024Q2"), "基本符合预期", "竣工验收已过", "张三", "2024-07-20"
    )
    found = judged("2024Q2", told("2024Q2", "完工"))
    assert sentence(found, given).endswith(
        "；到期未达到为明显滞后；张三为基本符合预期（依据：竣工验收已过，2024-07-20）。"
    )
    same = replace(given, status="明显滞后")
    assert "张三" not in sentence(found, same)


def test_reached_means_what_the_form_means():
    assert is_reached(bridge(), told("2024Q2", "达产"))


def test_a_planners_own_threshold_is_not_crossed_downwards():
    # 87.5 / 13 × 14 = 94.231 % of the time, beside a threshold of 0.942
    found = judged(
        "2024Q1", told("2024Q1", "完工", "87.5"), monitoring=Scale(from_on=Decimal("0.942"))
    )
    assert found.grade is Grade.ON
    assert "形象进度为其0.942倍；0.942—1.1为基本符合预期。" in sentence(found)


def test_a_report_from_before_the_plan_has_no_pace():
    found = judged("2021Q1", told("2020Q4", "开工", "10"))
    assert (found.grade, found.grey) == (None, Grey.EARLY)

"""What the panel beside a form says of the row where the cursor stands."""

from dataclasses import replace

import pytest

from core.domain.briefing import briefing, planned
from core.domain.indicator import Duty, EnteredAs, Measure
from core.domain.target import AnnualTarget, QuarterlyTarget, TargetState
from tests import factory as the
from tests.forms import BRIDGE, INDUSTRY, PROJECT, RESEARCH, SAME, entry, form, plan

AT_YEAR_END = the.quarter("2024Q4")


def told(item, *entries, **rest):
    """What is said of the only row of a form, by label."""
    alone = plan(item) if not hasattr(item, "node") else plan(milestones=(item,))
    found = form(*entries, a_plan=replace(alone, **rest.pop("plan", {})), **rest)
    number = found.row(item.code)
    return dict(briefing(found, found.rows[number]))


def with_target(text="600", **rest):
    return replace(INDUSTRY, annual_targets=(AnnualTarget(2024, the.figure(text)),), **rest)


def test_an_indicator_says_what_it_measures_and_what_it_aims_at():
    assert told(replace(INDUSTRY, definition="区属高新企业产值", remark="含园区")) == {
        "口径": "区属高新企业产值",
        "衡量方式": "水平，时期数",
        "规划目标": "750亿元",
        "年度目标": "629.19亿元（按规划目标推算）",
        "本季目标": "314.6亿元（按四分之几均分）",
        "备注": "含园区",
        "牵头单位": "区科技局",
    }


def test_a_target_without_a_number_says_why():
    waiting = told(replace(INDUSTRY, target=the.pending()))

    assert waiting["规划目标"] == TargetState.PENDING.label
    assert {"年度目标", "本季目标", "完成进度"}.isdisjoint(waiting)


def test_a_target_that_is_a_step_from_the_base_says_so():
    found = told(replace(INDUSTRY, target=the.pending(), growth=the.figure("[0.7]"), unit="年"))

    assert found["规划目标"] == "在基期上提高0.7年（即312.34年）"


def test_a_sum_says_as_what_it_is_entered():
    summed = replace(INDUSTRY, measure=Measure.CUMULATIVE, entered_as=EnteredAs.YEAR)

    assert told(summed)["衡量方式"] == "累计，时期数，填当年数"


def test_a_target_of_a_document_is_not_called_derived():
    found = told(
        with_target(quarterly_targets=(QuarterlyTarget(the.quarter("2024Q2"), the.figure("280")),))
    )

    assert (found["年度目标"], found["本季目标"]) == ("600亿元", "280亿元（分季度目标）")


def test_at_the_end_of_a_year_there_is_no_target_of_the_quarter():
    assert "本季目标" not in told(with_target(), at=AT_YEAR_END)


@pytest.mark.parametrize(
    ("at", "over"), [("2024Q1", "25%"), ("2024Q2", "50%"), ("2024Q3", "75%"), ("2024Q4", "100%")]
)
def test_pace_compares_the_share_reached_with_the_share_of_the_year(at, over):
    found = told(with_target(), entry("B-01", "200", at), at=the.quarter(at))

    assert found["完成进度"] == f"为年度目标的33.3%，时间已过{over}"


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (with_target(), ""),
        (with_target("0"), "20"),
        (with_target("-5"), "20"),
        (with_target("持续提高"), "20"),
        (with_target(), "保持稳定"),
        (the.lower(with_target()), "20"),
        (with_target(measure=Measure.CONTROL), "20"),
    ],
)
def test_no_pace_is_said_where_a_share_would_mean_nothing(item, text):
    assert "完成进度" not in told(item, entry("B-01", text))


def test_growth_is_the_published_one_or_the_computed_one():
    before = entry("B-01", "250", "2023Q2")
    plain = replace(INDUSTRY, growth_kind=None)

    assert told(INDUSTRY, entry("B-01", "300", growth=the.figure("6.1")))["同比"] == (
        "同比增长6.1%（不变价）"
    )
    assert told(plain, entry("B-01", "300"), past=[before])["同比"] == "同比增加50亿元"


def test_those_who_answer_are_named_and_an_unknown_one_by_its_code():
    item = replace(INDUSTRY, duty=Duty("D05", provider="D99"))
    found = told(item)

    assert (found["牵头单位"], found["数据提供单位"]) == ("区科技局", "D99")


def test_a_row_of_the_same_source_says_where_it_is_filled_in():
    found = form()
    assert ("同源指标", "B-01") in briefing(found, found.rows[found.row(SAME.code)])


def test_a_milestone_says_its_node_and_its_people():
    assert told(replace(BRIDGE, definition="建成通车", remark="省重点")) == {
        "口径": "建成通车",
        "目标节点": "2025年投用",
        "备注": "省重点",
        "牵头单位": "区科技局",
    }


@pytest.mark.parametrize(
    ("when", "words"),
    [
        ("2025Q4", "2025年投用"),
        ("2025", "2025年投用"),
        ("2024Q1", "2024年3月底前投用"),
        ("2024Q2", "2024年6月底前投用"),
        ("", "投用"),
    ],
)
def test_a_node_is_worded_with_its_time(when, words):
    assert planned(replace(BRIDGE, planned=when)) == words


def test_a_node_that_a_person_judges_is_to_be_completed():
    assert planned(PROJECT) == "完成"
    assert planned(replace(PROJECT, planned="2025Q4")) == "2025年完成"


def test_a_computed_figure_says_how_and_counts_for_pace_and_growth():
    half = replace(RESEARCH, code="B-06", formula="[B-02] * 2", target=the.target("100"))
    a_plan = plan(RESEARCH, half, rules=(), milestones=())
    past = [entry("B-02", "10", "2023Q2")]
    found = form(entry("B-02", "15"), past=past, a_plan=a_plan)
    lines = dict(briefing(found, found.rows[found.row("B-06")]))
    assert lines["计算公式"] == "“研发经费” × 2 = 15 × 2 = 30.00亿元"
    assert lines["同比"] == "同比增加10亿元"

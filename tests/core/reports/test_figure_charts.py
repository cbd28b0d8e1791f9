"""Charts show what the assessments and figures say, and are left out where that is nothing."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.completion import assess
from core.domain.indicator import Measure, Nature
from core.domain.submission import Entry, Missing
from core.reports.chart import ChartKind, Tone
from core.reports.facts import Facts
from core.reports.figure_charts import charts, progress_chart, status_chart, trend_chart, trends
from tests import factory, filled
from tests.core.reports.narrative import told


def district():
    found = filled.facts(filled.DISTRICT, told.NOW)
    return found, tuple(found.main())


def reported(*indicators, missing=None, at="2023Q4", first=2021, **figures):
    """Facts of indicators that all have the same figures by quarter: Q2021Q4="101"."""
    now = factory.quarter(at)
    entries = {
        each.code: {
            (when := factory.quarter(name[1:])): Entry(
                each.code, when, factory.figure(text), missing
            )
            for name, text in figures.items()
        }
        for each in indicators
    }
    plan = factory.plan(*indicators, first=first, last=max(first, 2025))
    judged = assess(plan, now, entries, {})
    return Facts(plan, now, entries, {each.code: each for each in judged})


def numbers(*texts):
    return tuple(None if text is None else Decimal(text) for text in texts)


def way(**rest):
    return factory.level("120", "100", **rest)


YEARS = {"Q2021Q4": "101", "Q2022Q4": "102", "Q2023Q4": "103"}


def test_the_lights_of_each_category_make_up_its_count():
    found, items = district()
    chart = status_chart(found, items)
    assert chart.labels == ("综合质效", "创新驱动", "协调发展", "改革开放", "绿色生态", "民生福祉")
    assert [sum(each) for each in zip(*(s.values for s in chart.series), strict=True)] == [
        7, 4, 3, 2, 8, 9,
    ]  # fmt: skip
    assert {each.name: each.tone for each in chart.series} == {
        "快于预期、基本符合预期": Tone.GREEN,
        "略有滞后": Tone.YELLOW,
        "明显滞后": Tone.RED,
        "尚不能判断": Tone.GREY,
    }


def test_at_the_plans_end_its_own_words_name_the_lights():
    words = ["提前完成", "全面完成", "基本完成或接近完成", "未完成"]
    found = told.facts([*words, ""], at=factory.quarter("2025Q4"))
    names = [each.name for each in status_chart(found, found.plan.indicators).series]
    assert names == [*words, "待定"]


def test_a_word_outside_the_dictionary_has_the_light_of_what_is_not_judged():
    found = told.facts(["另行说明"])
    (series,) = status_chart(found, found.plan.indicators).series
    assert (series.name, series.tone) == ("另行说明", Tone.GREY)


def test_each_way_to_a_target_is_a_bar_beside_what_was_due():
    found = reported(way(name="甲"), factory.growth("8", code="B-02"), **YEARS)
    chart = progress_chart(found, found.plan.indicators)
    reached, due = chart.series
    assert (chart.labels, reached.values, reached.tones) == (("甲",), numbers("15.0"), (Tone.RED,))
    assert due.values == (Decimal("57.8"),)
    assert chart.note == "红色为明显滞后。"


def test_what_is_withheld_has_no_bar_and_is_counted():
    found = reported(way(), missing=Missing.WITHHELD, **YEARS)
    chart = progress_chart(found, found.plan.indicators)
    assert (chart.labels, chart.note) == ((), "不公开的1个没有列入。")


def test_of_many_only_those_behind_have_bars():
    many = [way(code=f"B-{at:02}", name=f"第{at}个") for at in range(31)]
    found = reported(*many, **YEARS)
    assert len(progress_chart(found, found.plan.indicators).labels) == 31
    good = replace(many[0], target=factory.target("104"))
    found = reported(good, *many[1:], **YEARS)
    chart = progress_chart(found, found.plan.indicators)
    assert len(chart.labels) == 30
    assert "只列滞后的" in chart.note


def test_a_trend_has_figures_target_path_and_what_is_needed():
    found = reported(way(name="甲"), **YEARS)
    chart = trend_chart(found, found.plan.indicators[0])
    assert chart.kind is ChartKind.TREND
    assert chart.labels == ("2020年", "2021年", "2022年", "2023年", "2024年", "2025年")
    actual, target, needed = chart.series
    assert actual.values == numbers("100", "101", "102", "103", None, None)
    assert (target.values[0], target.values[-1]) == numbers("100", "120")
    assert needed.values == numbers(None, None, None, "103", "111.18", "120")


def test_once_the_target_is_reached_nothing_more_is_needed():
    found = reported(way(), Q2021Q4="121")
    chart = trend_chart(found, found.plan.indicators[0])
    assert [each.name for each in chart.series] == ["实际值", "规划目标"]


@pytest.mark.parametrize(
    ("nature", "labels"),
    [
        (Nature.FLOW, ("一季度", "上半年", "前三季度", "全年")),
        (Nature.POINT, ("2024年", "一季度", "上半年", "前三季度", "全年")),
    ],
)
def test_a_plan_of_one_year_goes_by_quarters_and_sums_do_not_begin_with_a_whole_year(
    nature, labels
):
    item = way(nature=nature)
    found = reported(item, at="2025Q2", first=2025, Q2025Q1="25", Q2025Q2="50")
    assert trend_chart(found, item).labels == labels


def test_a_trend_of_a_withheld_figure_is_withheld_and_a_proportion_says_what_is_drawn():
    found = reported(way(), missing=Missing.WITHHELD, **YEARS)
    assert trend_chart(found, found.plan.indicators[0]).withheld
    found, items = district()
    parts = next(each for each in items if each.measure is Measure.STRUCTURE)
    chart = trend_chart(found, parts)
    assert (chart.note, chart.withheld) == ("按比例的最后一项绘制。", False)


def test_trends_are_of_what_is_behind_the_worst_first_then_of_binding_ones():
    slow = way(code="B-01", name="略慢")
    bound = factory.binding(replace(slow, code="B-02", name="约束", target=factory.target("103")))
    far = replace(slow, code="B-03", name="很慢", target=factory.target("150"))
    fine = replace(bound, code="B-04", name="正常", binding=None)
    figures = {"Q2021Q4": "104", "Q2022Q4": "107", "Q2023Q4": "109.5"}
    found = reported(slow, bound, far, fine, **figures)
    assert [each.title for each in trends(found, found.plan.indicators)] == [
        "很慢",
        "略慢",
        "约束",
    ]


def test_six_trends_are_enough_and_what_makes_no_line_is_none():
    many = [way(code=f"B-{at:02}", name=f"第{at}个") for at in range(8)]
    found = reported(*many, **YEARS)
    assert [each.title for each in trends(found, found.plan.indicators)] == [
        f"第{at}个" for at in range(6)
    ]
    assert trends(reported(factory.binding(way())), (factory.binding(way()),)) == ()


def test_charts_are_numbered_and_those_that_show_nothing_left_out():
    found, items = district()
    made = charts(found, items)
    assert [each.title[:3] for each in made] == [f"图{at}　" for at in range(1, len(made) + 1)]
    assert [each.kind for each in made[:3]] == [
        ChartKind.STACKED, ChartKind.PROGRESS, ChartKind.TREND,
    ]  # fmt: skip
    none = told.facts([""])
    assert [each.title for each in charts(none, none.plan.indicators)] == ["图1　各类别完成情况"]

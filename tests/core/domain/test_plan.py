"""A plan knows its sections, its main table and its quarters; indicators know their aims."""

from decimal import Decimal

import pytest

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.plan import Appendix, Dictionary
from core.domain.scale import Scale
from core.domain.target import Target, TargetState
from tests import factory as the


def test_the_main_table_holds_what_hangs_under_it_and_no_box():
    inside, boxed = the.level("750"), the.indicator("3", code="P01-01", section="X1")
    plan = the.plan(inside, boxed)
    assert list(plan.main()) == [inside]
    assert not plan.is_main(the.milestone())


def test_a_path_leads_from_the_root_down():
    assert [section.name for section in the.plan().path("T1")] == ["主要指标", "综合质效"]
    with pytest.raises(KeyError):
        the.plan().section("nowhere")


def test_an_indicator_is_found_by_its_code():
    indicator = the.level("750")
    assert the.plan(indicator).find("B-01") is indicator
    assert the.plan(indicator).find("B-99") is None


def test_a_plan_runs_over_all_quarters_of_its_years():
    plan = the.plan(first=2024, last=2025)
    assert plan.end == Quarter(2025, 4)
    assert [str(quarter) for quarter in plan.quarters][::7] == ["2024Q1", "2025Q4"]


def test_a_table_is_headed_as_the_plan_heads_it():
    appendix = Appendix("targets", "附表2", "主要指标")
    plan = the.plan(appendices=(appendix,))
    assert plan.appendix("targets") is appendix
    assert plan.appendix("completion") is None


def test_a_dictionary_without_a_word_for_exceeding_has_four():
    assert Dictionary().words == ("提前完成", "全面完成", "基本完成或接近完成", "未完成")
    assert the.WITH_EXCEEDED.words[1] == "超额完成"


@pytest.mark.parametrize(
    ("target", "bounds"),
    [
        (Target(Figure.parse("突破450")), (Decimal(450), None)),
        (Target(Figure.parse("亿元以上"), low=Decimal(1)), (Decimal(1), None)),
        (Target(None, low=Decimal("7.5"), high=Decimal("7.5")), (Decimal("7.5"), Decimal("7.5"))),
        (Target(Figure.parse("12"), TargetState.NONE), (None, None)),
    ],
)
def test_bounds_come_from_the_text_unless_the_plan_gives_them(target, bounds):
    assert (target.low, target.high) == bounds


def test_the_aim_is_the_last_revision():
    indicator = the.revised(the.revised(the.level("10"), "9"), "8")
    assert indicator.aim.low == 8
    assert indicator.target.low == 10


@pytest.mark.parametrize(
    ("indicator", "start"),
    [
        (the.level("750", "521.94"), "521.94"),
        (the.level("750", "[521.94]"), None),
        (the.keep("60", "60.54"), "60.54"),
        (the.level("750"), None),
        (the.keep("稳定", "稳定"), None),
        (the.cumulative("100", base="7"), None),
    ],
)
def test_progress_counts_from_an_unbracketed_base_only(indicator, start):
    assert indicator.start == (start and Decimal(start))


def test_a_plan_knows_the_words_of_all_phases_each_once():
    plan = the.plan(dictionary=Dictionary(early="提前实现"), midterm=Scale(ahead="较快"))
    assert plan.words == (
        *("提前实现", "全面完成", "基本完成或接近完成", "未完成"),
        *("快于预期", "基本符合预期", "略有滞后", "明显滞后", "较快"),
    )

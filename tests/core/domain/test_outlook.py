"""What-if: an assumption for the next year leads to the plan's end, by hand and by rule."""

from decimal import Decimal

import pytest

from core.domain.indicator import EnteredAs, Nature
from core.domain.judging.judgement import Grade
from core.domain.outlook import projected
from tests import factory as the

RATE, RUNNING = Nature.RATE, Nature.RUNNING
PLAN = EnteredAs.PLAN


def what_if(item, assumed, figures, at="2023Q4"):
    past = the.reported(figures)
    return projected(the.plan(item), item, the.quarter(at), past, the.figure(assumed))


CASES = [
    # 631.20 → 680 is 7.73 % more, and again: 732.57
    (the.level("750", "521.94"), "680", {2023: "631.20"}, "732.57", Grade.NEARLY),
    # 2.3 → 2.6 is 0.3 more, and again: 2.9
    (the.level("3", "1.8", unit="%", nature=RATE), "2.6", {2023: "2.3"}, "2.9", Grade.NEARLY),
    # from a loss by even steps: −20 → −5 → 10
    (the.level("10", "-50"), "-5", {2023: "-20"}, "10", Grade.FULL),
    # 20 + 20 + 20, then 25 and 25 again
    (the.cumulative("100"), "25", {2021: "20", 2022: "20", 2023: "20"}, "110", Grade.FULL),
    # 60 → 75 → 90
    (the.cumulative("100", PLAN, nature=RUNNING), "75", {2023: "60"}, "90", Grade.NEARLY),
    # 0.96³ × 0.95² leaves 79.85 %, and 2024 alone would not have met the target
    (the.reduction("18"), "5", {2021: "4", 2022: "4", 2023: "4"}, "20.15", Grade.FULL),
    # 90 % → 81 % left → 72.9 %
    (the.reduction("30", PLAN, nature=RUNNING), "19", {2023: "10"}, "27.1", Grade.NEARLY),
    # (1.07 × 1.08 × 1.09 × 1.075²)^(1/5) − 1 = 7.80 %
    (the.growth("7.5"), "7.5", {2021: "7", 2022: "8", 2023: "9"}, "7.8", Grade.EARLY),
    (the.control("5.5左右"), "5.6", {2023: "5"}, "5.6", Grade.FULL),
    (the.structure("1:34:65", "1.4:36.5:62.1"), "1:34.5:64.5", {2023: "1:35:64"}, "64.5",
     Grade.NEARLY),
]  # fmt: skip


@pytest.mark.parametrize(("item", "assumed", "figures", "number", "grade"), CASES)
def test_an_assumption_leads_to_the_end(item, assumed, figures, number, grade):
    found = what_if(item, assumed, figures)
    assert found.year == 2024
    assert found.number == Decimal(number)
    assert found.grade is grade


def test_the_sentence_says_where_it_leads_and_what_the_rest_needs():
    found = what_if(the.level("750", "521.94"), "680", {2023: "631.20"})
    assert found.sentence == (
        "如2024年为680亿元，此后照此发展，2025年732.57亿元，规划目标750亿元，差于目标17.43亿元；"
        "届时建议为基本完成或接近完成；要正好达到目标，2025年需增长10.3%。"
    )
    assert found.word == "基本完成或接近完成"
    assert found.required.words == "2025年需增长10.3%"


def test_in_the_last_year_the_assumption_is_the_end():
    found = what_if(the.level("750", "521.94"), "760", {2024: "700"}, "2025Q2")
    assert found.required is None
    assert found.sentence == (
        "如2025年为760亿元，规划目标750亿元，优于目标10.00亿元；届时建议为全面完成。"
    )


def test_what_is_summed_up_is_told_as_a_sum():
    figures = {2021: "20", 2022: "20", 2023: "20", 2024: "20"}
    found = what_if(the.cumulative("100"), "19", figures, "2025Q2")
    assert found.sentence.startswith("如2025年为19名，2025年累计99名，规划目标100名，差于目标1名；")
    grown = what_if(the.growth("7"), "8", {2021: "7", 2022: "7", 2023: "7"})
    assert grown.sentence.startswith("如2024年为8%，此后照此发展，2025年年均7.4%，")


def test_a_target_that_would_be_met_needs_no_more():
    found = what_if(the.level("750", "521.94"), "751", {2023: "631.20"})
    assert "要正好达到目标" not in found.sentence


def test_without_a_figure_the_plan_begins_with_the_assumption():
    found = what_if(the.level("161.051", "100", decimals=3), "110", {}, "2021Q2")
    assert (found.year, found.number) == (2021, Decimal("161.051"))
    assert what_if(the.cumulative("100", PLAN, nature=RUNNING), "20", {}).number == 100
    assert what_if(the.level("110"), "110", {}).number == 110


def test_without_a_target_the_number_alone_is_told():
    found = what_if(the.level(the.pending(), "100"), "110", {2023: "100"})
    assert found.grade is None
    assert found.sentence == "如2024年为110亿元，此后照此发展，2025年121.00亿元；届时待定。"


@pytest.mark.parametrize(
    ("item", "assumed", "figures", "at"),
    [
        (the.level("750", "521.94"), "760", {2025: "700"}, "2025Q4"),
        (the.level("750", "521.94"), "保持稳定", {2023: "631.20"}, "2023Q4"),
        (the.cumulative("100"), "25", {2023: "20"}, "2023Q4"),
    ],
)
def test_where_nothing_follows_there_is_no_projection(item, assumed, figures, at):
    assert what_if(item, assumed, figures, at) is None

"""Two numbers are compared: what the years came to, and what was asked for."""

from decimal import Decimal

import pytest

from core.domain.completion import judge
from core.domain.indicator import Direction, EnteredAs
from core.domain.target import Target, TargetState
from tests import factory as the

YEARS = range(2021, 2026)


def every_year(*texts):
    return dict(zip(YEARS, texts, strict=True))


@pytest.mark.parametrize(
    ("indicator", "figures", "actual"),
    [
        (the.level("750"), "631.204", "631.20"),
        (the.level("750"), "631.205", "631.21"),
        (the.level("-2", decimals=1), "-2.25", "-2.3"),
        (the.level("1:1"), "2.5:1", "2.5"),
        (the.level("3"), "3-5", "3"),
        (the.structure("1:34:65"), "0.7:34.4:64.95", "65.0"),
        # 当年数 are summed, 规划累计数 are not
        (the.cumulative("100"), every_year("20", "30", "10", "5", "0"), "65"),
        (the.cumulative("100", EnteredAs.PLAN), every_year("20", "50", "60", "65", "65"), "65"),
        (the.cumulative("100", None), every_year("20", "50", "60", "65", "65"), "65"),
        (the.cumulative("100"), {2024: "20", 2025: "[65]"}, "65"),
        # 1 − 0.9 × 0.8 × 1 × 1 × 1.1 = 20.8 %, an increase counting against the falls
        (the.reduction("20"), every_year("10", "20", "0", "0", "-10"), "20.80"),
        (the.reduction("20", EnteredAs.PLAN), every_year("4", "8", "11", "15", "18"), "18"),
        (the.reduction("[8]"), {2024: "3", 2025: "[11.76]"}, "11.76"),
        # (1.5 × 0.5 × 1 × 1 × 1)^(1/5) = 0.9441, where the plain mean would be 0
        (the.growth("7.5"), every_year("50", "-50", "0", "0", "0"), "-5.6"),
        (the.growth("7.5"), every_year("-100", "5", "5", "5", "5"), "-100.0"),
        (the.growth("7.5"), {2025: "年均8.6"}, "8.6"),
        (the.growth("7.5"), {2024: "3", 2025: "[8.6]"}, "8.6"),
        # years that are judged one by one come to no sum: the last one stands for itself
        (the.annual("3"), every_year("5", "3", "4", "9", "4"), "4"),
    ],
)
def test_the_years_come_to_one_number(indicator, figures, actual):
    assert the.found(indicator, figures).actual == Decimal(actual)


def test_years_are_rounded_once_and_only_together():
    assert the.found(the.cumulative("2"), every_year(*["0.4"] * 5)).actual == 2


@pytest.mark.parametrize(
    ("indicator", "figures", "lack"),
    [
        (the.level("750"), {}, "2025年无数据"),
        (the.level("750"), {2024: "700"}, "2025年无数据"),
        (the.level("750"), "稳定", "“稳定”没有可比的数值"),
        (the.level("750"), "1:34:65", "“1:34:65”没有可比的数值"),
        (the.annual("3"), {2025: "3"}, "缺2021、2022、2023、2024年数据，不能逐年比较"),
        (the.reduction("8"), every_year("1", "1", "全部停产", "1", "1"),
         "有的年份没有可比的数值，不能合计"),
        (the.growth("8"), every_year("8", "8", "-100.1", "8", "8"),
         "有的年份没有可比的数值，不能合计"),
    ],
)  # fmt: skip
def test_what_cannot_be_put_together_says_why(indicator, figures, lack):
    found = the.found(indicator, figures)
    assert (found.actual, found.period, found.lack) == (None, None, lack)


def test_in_a_plan_of_one_year_nothing_is_put_together():
    found = the.found(the.growth("6左右"), "稳定", first=2025)
    assert found.lack == "“稳定”没有可比的数值"


@pytest.mark.parametrize(
    ("indicator", "asked"),
    [
        (the.level("突破450"), "450"),
        (the.level("3-5"), "3"),
        (the.lower(the.level("3-5")), "5"),
        (the.control("35以内"), "35"),
        (the.control("不低于30"), "30"),
        (the.level("35以内"), "35"),
        (the.structure("1:34:65"), "65"),
        (the.level("全覆盖"), "100"),
        (the.level(Target(None, low=Decimal("7.5"))), "7.5"),
        (the.keep("60", "60.54"), "60"),
        (the.keep(the.words("稳定"), "4"), "4"),
        (the.revised(the.level("50"), "40"), "40"),
    ],
)
def test_a_target_asks_for_one_number(indicator, asked):
    assert the.found(indicator, "1").asked == Decimal(asked)


@pytest.mark.parametrize(
    "indicator",
    [
        the.level(""),
        the.level(the.words("稳定"), "4"),
        the.keep(the.words("稳定")),
        the.keep(the.words("稳定"), "[4]"),
        the.keep(the.pending("省下达控制指标"), "4"),
        the.keep(Target(None, TargetState.NONE), "4"),
        the.revised(the.level("50"), the.pending()),
    ],
)
def test_without_a_number_a_target_asks_for_nothing(indicator):
    found = the.found(indicator, "1")
    assert (found.asked, found.margin, found.share) == (None, None, None)


@pytest.mark.parametrize(
    ("indicator", "actual", "margin", "share"),
    [
        (the.level("80"), "100", "20", "1.25"),
        (the.level("80"), "60", "-20", "0.75"),
        (the.lower(the.level("80")), "100", "-20", "0.8"),
        (the.lower(the.level("80")), "64", "16", "1.25"),
        (the.level("80"), "0", "-80", "0"),
        (the.level("80"), "-4", "-84", None),
        (the.level("-2"), "-1", "1", None),
        (the.level("0"), "5", "5", None),
        (the.lower(the.level("0")), "0", "0", None),
        (the.lower(the.level("0")), "5", "-5", None),
        (the.lower(the.level("-2")), "3", "-5", None),
    ],
)
def test_margin_and_share_are_reckoned_in_the_direction_of_the_indicator(
    indicator, actual, margin, share
):
    found = the.found(indicator, actual)
    assert found.margin == Decimal(margin)
    assert found.share == (share and Decimal(share))


@pytest.mark.parametrize(
    ("indicator", "actual", "progress"),
    [
        (the.level("200", "100"), "150", "0.5"),
        (the.level("200", "100"), "250", "1.5"),
        (the.level("200", "100"), "90", "-0.1"),
        (the.lower(the.level("2", "4")), "3", "0.5"),
        (the.level("200"), "150", None),
        (the.level("200", "[100]"), "150", None),
        (the.level("200", "200"), "250", None),
        (the.level("85", "91.8"), "92.65", None),
        (the.lower(the.level("4.5", "4")), "3.04", None),
        (the.control("3", "4"), "3.5", None),
        (the.keep("65", "60"), "62", None),
        (the.growth("8", base="6"), "年均7", None),
    ],
)
def test_progress_is_counted_towards_a_level_beyond_its_base(indicator, actual, progress):
    assert the.judged(indicator, actual).progress == (progress and Decimal(progress))


def test_a_side_that_nobody_calls_better_counts_as_more():
    assert the.found(the.level("65", direction=Direction.NEITHER), "66").margin == 1


def test_only_full_years_count():
    assert the.found(the.level("750"), {2024: "700"}).actual is None
    summer = {the.quarter("2025Q2"): the.entry("760", "2025Q2")}
    assert judge(the.plan(the.level("750")), the.level("750"), the.quarter(), summer).status == ""

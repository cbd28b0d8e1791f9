"""倒算: what the years that are left must bring, each computed with a pocket calculator."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain import outcome
from core.domain.aims.requirement import Need, required, stand
from core.domain.figure import Figure
from core.domain.indicator import EnteredAs, Nature
from tests import factory as the
from tests.core.domain.laws import law

RATE, RUNNING = Nature.RATE, Nature.RUNNING
PLAN = EnteredAs.PLAN


def years(*texts, first=2021):
    return {first + place: text for place, text in enumerate(texts)}


def asked_of(item, figures, at="2023Q4", **rest):
    return required(the.plan(item, **rest), item, the.quarter(at), the.reported(figures))


NEEDS = [
    # (750 / 631.20)^(1/2) − 1 = 9.005 %
    (the.level("750", "521.94"), {2023: "631.20"}, Need.GROWTH, "9.005", "后两年需年均增长9.0%"),
    # 750 / 697.56 − 1 = 7.518 %
    (the.level("750", "521.94"), years("560", "600", "640"), Need.GROWTH, "8.253",
     "后两年需年均增长8.3%"),
    # (3 − 2.31) / 2 = 0.345, told so that it suffices
    (the.level("3", "1.8", unit="%", nature=RATE), {2023: "2.31"}, Need.AMOUNT, "0.345",
     "后两年需年均提高0.35个百分点"),
    (the.lower(the.level("2.22", "2.39", unit="倍", nature=RATE)), {2023: "2.30"}, Need.AMOUNT,
     "-0.04", "后两年需年均减少0.04倍"),
    (the.lower(the.level("35", "39", unit="%", nature=RATE)), {2023: "37"}, Need.AMOUNT, "-1",
     "后两年需年均降低1.00个百分点"),
    # a debt that may grow more slowly: (90 / 100)^(1/2) − 1
    (the.lower(the.level("90", "120")), {2023: "100"}, Need.GROWTH, "-5.132",
     "后两年需年均下降5.1%"),
    # from a loss no growth leads to a profit
    (the.level("10", "-20"), {2023: "-5"}, Need.AMOUNT, "7.5", "后两年需年均增加7.50亿元"),
    # (100 − 47) / 2 = 26.5 people, so 27
    (the.cumulative("100"), years("10", "17", "20"), Need.YEARLY, "26.5", "后两年需年均完成27名"),
    (the.cumulative("100", PLAN, nature=RUNNING), {2023: "[60]"}, Need.YEARLY, "20",
     "后两年需年均完成20名"),
    # 1 − (0.82 / 0.96³)^(1/2) = 3.728 %
    (the.reduction("18"), years("4", "4", "4"), Need.FALL, "3.728", "后两年需年均下降3.73%"),
    # 1 − (0.82 / 0.9)^(1/2) = 4.548 %
    (the.reduction("18", PLAN), {2023: "10"}, Need.FALL, "4.548", "后两年需年均下降4.55%"),
    (the.reduction("18"), {2023: "[10]"}, Need.FALL, "4.548", "后两年需年均下降4.55%"),
    # (1.075⁵ / (1.07 × 1.08 × 1.06))^(1/2) − 1 = 8.259 %
    (the.growth("7.5"), years("7", "8", "6"), Need.AVERAGE, "8.259", "后两年需年均增长8.3%"),
    # (1.075⁵ / 1.07³)^(1/2) − 1 = 8.254 %
    (the.growth("7.5"), {2023: "年均7"}, Need.AVERAGE, "8.254", "后两年需年均增长8.3%"),
    # 1.01⁵ / 1.1³ leaves (0.7897)^(1/2) − 1
    (the.growth("1"), years("10", "10", "10"), Need.AVERAGE, "-11.138", "后两年需年均下降11.1%"),
    (the.growth("7.5"), years("7", "-100", "6"), Need.AVERAGE, "7.5", "后两年需年均增长7.5%"),
    # (65 − 64.96) / 2 of the last part
    (the.structure("1:34:65", "1.4:36.5:62.1"), {2023: "1:34.1:64.9"}, Need.AMOUNT, "0.05",
     "后两年需年均提高0.1个百分点"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "figures", "kind", "number", "words"), NEEDS)
def test_the_years_that_are_left_must_bring(item, figures, kind, number, words):
    found = asked_of(item, figures)
    assert found.kind is kind
    assert abs(found.number - Decimal(number)) < Decimal("0.0005")
    assert found.years == (2024, 2025)
    assert found.words == words


def test_one_year_that_is_left_is_named():
    found = asked_of(the.cumulative("100"), years("20", "20", "20", "20"), "2025Q2")
    assert found.words == "2025年需完成20名"
    assert found.years == (2025,)


def test_before_the_first_full_year_the_whole_way_is_asked_for():
    assert asked_of(the.level("161.051", "100"), {}, "2021Q2").words == "后五年需年均增长10.0%"
    assert asked_of(the.cumulative("100"), {}, "2021Q2").words == "后五年需年均完成20名"
    assert asked_of(the.growth("7.5"), {}, "2021Q2").words == "后五年需年均增长7.5%"
    assert asked_of(the.reduction("18"), {}, "2021Q2").words == "后五年需年均下降3.90%"
    ratio = the.structure("1:34:65", "1.4:36.5:62.1")
    assert asked_of(ratio, {}, "2021Q2").words == "后五年需年均提高0.6个百分点"


def test_an_annual_figure_that_is_late_leaves_its_year_in_the_count():
    found = asked_of(the.level("750", "521.94"), {2022: "590"}, "2023Q4")
    assert found.years == (2023, 2024, 2025)


def test_a_target_that_is_met_asks_for_nothing_more():
    found = asked_of(the.level("750", "521.94"), {2023: "750"})
    assert (found.kind, found.number, found.words) == (Need.MET, None, "已达到规划目标")
    assert asked_of(the.lower(the.level("2", "3")), {2023: "1.9"}).kind is Need.MET
    assert asked_of(the.cumulative("100"), years("50", "30", "20")).kind is Need.MET


@pytest.mark.parametrize(
    ("item", "figures", "at"),
    [
        (the.level("750", "521.94"), {2025: "700"}, "2025Q4"),
        (the.level("750"), {}, "2023Q4"),
        (the.level(the.pending(), "521.94"), {2023: "600"}, "2023Q4"),
        (the.structure("1:34:65"), {}, "2023Q4"),
        (the.structure("1:34:65", "保持稳定"), {}, "2023Q4"),
        (the.cumulative("100"), {2023: "20"}, "2023Q4"),
        (the.control("5.5左右"), {2023: "5"}, "2023Q4"),
        (the.keep("60"), {2023: "60"}, "2023Q4"),
        (the.annual("3"), {2023: "3"}, "2023Q4"),
    ],
)
def test_without_a_year_a_number_or_a_way_nothing_is_computed(item, figures, at):
    assert asked_of(item, figures, at) is None


def test_after_the_plans_end_nothing_is_left():
    assert asked_of(the.level("750", "521.94"), {2025: "700"}, "2026Q4") is None


positive = st.decimals("1", "10000", places=2)


@law
@given(positive, positive)
def test_growing_as_required_reaches_the_target(actual, asked):
    item = the.level(f"{asked:f}", "1")
    found = asked_of(item, {2023: f"{actual:f}"})
    if found.number is None:
        assert outcome.better_by(item, actual, asked) >= 0
    else:
        end = actual * (1 + found.number / 100) ** 2
        assert abs(end - asked) < Decimal("0.000001")


@law
@given(st.integers(0, 500), st.integers(1, 500))
def test_what_is_said_of_a_count_suffices(done, asked):
    item = the.cumulative(str(asked), PLAN)
    found = asked_of(item, {2023: str(done)})
    if found.number is not None:
        said = Decimal(found.words.removeprefix("后两年需年均完成").removesuffix("名"))
        assert done + 2 * said >= asked > done + 2 * (said - 1)


def test_a_stand_knows_its_place_on_the_way():
    item = the.level("750", "521.94")
    found = stand(the.plan(item), item, the.quarter("2023Q4"), the.reported({2023: "631.20"}))
    assert found
    assert found.anchor == (2023, Decimal("631.20"))
    assert found.figures == {2023: Figure(Decimal("631.20"))}

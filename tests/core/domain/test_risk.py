"""Which 约束性 indicators will probably be missed: red or yellow now, or more needed than ever."""

import pytest

from core.domain.completion import judge
from core.domain.indicator import EnteredAs, Nature
from core.domain.risk import risk, risks
from tests import factory as the

STOCK = {"nature": Nature.POINT}


def said(item, figures, at="2023Q4"):
    plan, quarter, past = the.plan(item), the.quarter(at), the.reported(figures)
    return risk(plan, item, quarter, past, judge(plan, item, quarter, past))


def test_a_binding_indicator_that_lags_is_in_danger():
    plan = the.plan(item := the.binding(the.level("3", "2.5", nature=Nature.RATE)))
    past, quarter = the.reported({2023: "2.55"}), the.quarter("2023Q4")
    judged = {"B-01": judge(plan, item, quarter, past)}
    assert risks(plan, quarter, {"B-01": past}, judged) == {
        "B-01": "约束性指标，2023年全年为“明显滞后”"
    }


def test_an_expected_indicator_and_one_on_its_way_are_in_no_danger():
    expected, bound = the.level("3", "2.5"), the.binding(the.level("3", "2.5"))
    quarter, past = the.quarter("2023Q4"), the.reported({2023: "2.51"})
    judged = {"B-01": judge(the.plan(expected), expected, quarter, past)}
    assert risks(the.plan(expected), quarter, {"B-01": past}, judged) == {}
    assert said(bound, {2021: "2.6", 2022: "2.7", 2023: "2.8"}) == ""


@pytest.mark.parametrize(
    ("item", "figures", "words"),
    [
        # 2.5 → 3: 0.11 was reached in the last year, 0.105 is needed; then 0.10 and 0.105
        (the.level("3.00", "2.50", nature=Nature.RATE), ("2.59", "2.68", "2.79"), ""),
        (the.level("3.00", "2.50", nature=Nature.RATE), ("2.60", "2.70", "2.79"), "需年均"),
        # lower is better: 0.2 a year were reached, 0.22 are needed
        (
            the.lower(the.level("2.00", "3.00", nature=Nature.RATE)),
            ("2.80", "2.60", "2.43"),
            "需年均",
        ),
        # sums: 20 a year, 40 left for two years; then 41
        (the.cumulative("100"), ("20", "20", "20"), ""),
        (the.cumulative("100"), ("20", "20", "19"), "需年均完成"),
        (the.cumulative("100", EnteredAs.PLAN), ("20", "40", "59"), "需年均完成"),
        # growth of a stock: 100 → 161.05 needs 10 % a year
        (the.level("161.05", "100", **STOCK), ("110", "121", "132.9"), "需年均增长"),
        (the.level("161.05", "100", **STOCK), ("110", "121", "133.11"), ""),
        # averages of growth: 8, 8, 7.8 leave 8.1 to be reached where 8 was the most
        (the.growth("8"), ("8", "8", "7.8"), "需年均增长"),
    ],
)
def test_more_than_any_year_has_brought_is_a_danger(item, figures, words):
    found = said(the.binding(item), dict(zip((2021, 2022, 2023), figures, strict=True)))
    assert (words in found) if words else found == ""
    assert found.endswith("，以往没有一年达到过") or not found


def test_years_that_are_missing_between_two_say_nothing():
    item = the.binding(the.level("3.00", "2.50", nature=Nature.RATE))
    assert said(item, {2022: "2.69"}, "2022Q4") == ""


def test_what_is_reached_or_has_no_base_is_in_no_danger():
    assert said(the.binding(the.level("3", "2.5")), {2021: "3.1"}, "2021Q4") == ""
    assert said(the.binding(the.level("3")), {2021: "2.6"}, "2021Q4") == ""

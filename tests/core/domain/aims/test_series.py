"""A chart draws what was reached, what is asked of each year, and what is still needed."""

from decimal import Decimal

import pytest

from core.domain.aims.series import series
from core.domain.indicator import EnteredAs, Nature
from tests import factory as the
from tests.core.domain.aims.test_trajectory import given_for

RATE, RUNNING, POINT = Nature.RATE, Nature.RUNNING, Nature.POINT


def drawn(item, at, *entries, **rest):
    """The three lines as texts by quarter, numbers with two decimals at most."""
    past = {each.quarter: each for each in entries}
    found = series(the.plan(item, **rest), item, the.quarter(at), past)
    return [
        {str(quarter): f"{round(number, 2).normalize():f}" for quarter, number in line}
        for line in (found.actuals, found.target, found.required)
    ]


def test_a_level_goes_from_its_base_through_the_yearly_targets():
    entries = [the.entry("110", "2021Q4"), the.entry("60", "2022Q2"), the.entry("115", "2022Q4")]
    actuals, target, required = drawn(the.level("161.051", "100"), "2022Q4", *entries)
    assert actuals == {"2020Q4": "100", "2021Q4": "110", "2022Q2": "60", "2022Q4": "115"}
    assert target == {
        "2020Q4": "100",
        "2021Q4": "110",
        "2022Q4": "121",
        "2023Q4": "133.1",
        "2024Q4": "146.41",
        "2025Q4": "161.05",
    }
    # 115 × (161.051 / 115)^(1/3) = 128.66, and so on
    assert required == {
        "2022Q4": "115",
        "2023Q4": "128.66",
        "2024Q4": "143.95",
        "2025Q4": "161.05",
    }


def test_later_figures_than_the_quarter_looked_at_are_not_drawn():
    entries = [the.entry("110", "2021Q4"), the.entry("115", "2022Q4"), the.entry("90", "2019Q4")]
    actuals, _, required = drawn(the.level("161.051", "100"), "2021Q4", *entries)
    assert actuals == {"2020Q4": "100", "2021Q4": "110"}
    assert required["2022Q4"] == "121"


def test_a_rate_goes_by_even_steps():
    item = the.level("3", "1.8", unit="%", nature=RATE)
    _, _, required = drawn(item, "2023Q4", the.entry("2.4", "2023Q4"))
    assert required == {"2023Q4": "2.4", "2024Q4": "2.7", "2025Q4": "3"}


def test_what_is_entered_year_by_year_is_drawn_so():
    item = the.cumulative("100")
    figures = [the.entry("10", "2021Q4"), the.entry("30", "2022Q4")]
    actuals, target, required = drawn(item, "2022Q4", *figures)
    assert actuals == {"2021Q4": "10", "2022Q4": "30"}
    assert set(target.values()) == {"20"}
    assert required == {"2023Q4": "20", "2024Q4": "20", "2025Q4": "20"}


def test_a_running_sum_goes_on_from_what_is_done():
    item = the.cumulative("100", EnteredAs.PLAN, nature=RUNNING)
    _, target, required = drawn(item, "2023Q4", the.entry("70", "2023Q4"))
    assert target["2023Q4"] == "60"
    assert required == {"2023Q4": "70", "2024Q4": "85", "2025Q4": "100"}


def test_falls_compound():
    running = the.reduction("19", EnteredAs.PLAN, nature=RUNNING)
    _, _, required = drawn(running, "2023Q4", the.entry("0", "2023Q4"))
    assert required == {"2023Q4": "0", "2024Q4": "10", "2025Q4": "19"}
    yearly = the.reduction("19", nature=RATE)
    _, _, required = drawn(yearly, "2023Q4", the.entry("[0]", "2023Q4"))
    assert required == {"2024Q4": "10", "2025Q4": "10"}


def test_a_growth_needs_its_average_every_year():
    item = the.growth("7.5")
    figures = [the.entry("7.5", f"{year}Q4") for year in (2021, 2022, 2023)]
    _, target, required = drawn(item, "2023Q4", *figures)
    assert set(target.values()) == {"7.5"}
    assert required == {"2024Q4": "7.5", "2025Q4": "7.5"}


def test_a_structure_is_drawn_by_its_last_part():
    item = the.structure("0.8:34.2:65", "0.7:34.4:64.9")
    actuals, target, required = drawn(item, "2024Q4", the.entry("0.8:34.3:64.9", "2024Q4"))
    assert actuals == {"2020Q4": "64.9", "2024Q4": "64.9"}
    assert target["2025Q4"] == "65"
    assert required == {"2024Q4": "64.9", "2025Q4": "65"}
    assert drawn(the.structure("0.8:34.2:65"), "2024Q4") == [{}, {"2025Q4": "65"}, {}]


def test_a_line_to_be_kept_is_level():
    actuals, target, required = drawn(the.control("5.5左右", "4"), "2021Q4")
    assert actuals == {"2020Q4": "4"}
    assert set(target.values()) == {"4", "5.5"}
    assert required == {}


def test_once_the_target_is_met_nothing_more_is_needed():
    _, _, required = drawn(the.level("161.051", "100"), "2023Q4", the.entry("170", "2023Q4"))
    assert required == {}


def test_documents_bend_the_way():
    item = given_for(the.level("200", "100"), _2023="180")
    _, target, _ = drawn(item, "2023Q4")
    assert target["2023Q4"] == "180"


def test_in_a_one_year_plan_every_quarter_is_asked_for():
    item = the.level("120", "100")
    _, target, _ = drawn(item, "2025Q2", first=2025)
    assert target == {
        "2024Q4": "100",
        "2025Q1": "30",
        "2025Q2": "60",
        "2025Q3": "90",
        "2025Q4": "120",
    }


@pytest.mark.parametrize("text", ["", "保持稳定"])
def test_what_is_no_number_is_not_drawn(text):
    actuals, target, required = drawn(the.level(the.pending()), "2023Q4", the.entry(text, "2023Q4"))
    assert (actuals, target, required) == ({}, {}, {})


def test_what_a_year_needs_is_not_rounded():
    item = the.cumulative("100")
    past = the.reported({2021: "10", 2022: "19"})
    (_, needed), *_ = series(the.plan(item), item, the.quarter("2022Q4"), past).required
    assert abs(3 * needed - 71) < Decimal("1e-20")

"""A figure is held against the same indicator's earlier ones."""

import pytest

from core.domain.indicator import EnteredAs
from core.domain.issue import Severity
from tests import factory as the
from tests.core.domain.checks.rows import (
    FLOW,
    POINT,
    RATE,
    RUNNING,
    found,
    issues,
    said,
    share,
    yearly,
)

RISING = {"2024Q3": "390", "2024Q4": "521.94", "2025Q1": "140", "2025Q2": "290"}


def running(target="100", **rest):
    return the.cumulative(target, EnteredAs.PLAN, nature=RUNNING, **rest)


@pytest.mark.parametrize(
    ("item", "past", "text", "check"),
    [
        (the.level("750"), {"2025Q2": "290"}, "289.99", "shrunk"),
        (the.level("750"), {"2025Q1": "140", "2025Q2": "290"}, "150", "shrunk"),
        (the.level("750"), {"2024Q4": "521.94"}, "400", None),
        (the.level("750"), {"2025Q4": "900"}, "400", None),
        (running(), {"2024Q4": "40"}, "39", "shrunk"),
        (running(), {"2024Q4": "40"}, "40", None),
        (the.reduction("[40]", EnteredAs.PLAN, nature=RUNNING), {"2024Q4": "40"}, "39", None),
        (the.level("9", nature=POINT), {"2025Q2": "8"}, "7.5", None),
        (the.level("750"), {"2025Q2": "稳定"}, "289", None),
        (the.keep("稳定", nature=FLOW), {"2025Q2": "290"}, "稳定", None),
    ],
)
def test_what_is_summed_up_never_becomes_smaller(item, past, text, check):
    assert found(item, text, past, at="2025Q3") == ([check] if check else [])


def test_a_sum_that_became_smaller_says_what_to_look_for():
    (issue,) = issues(the.level("750"), "150", {"2025Q2": "290"}, at="2025Q3")
    assert issue.severity is Severity.EXPLAIN
    assert issue.message == (
        "“地区生产总值”应填本年累计数，现为“150”，比2025年上半年的“290”小，"
        "请核对是否只填了本季的数；确实减少的请写说明"
    )
    assert "应填规划累计数" in said(running(), "39", {"2024Q4": "40"})


@pytest.mark.parametrize(
    ("item", "text", "check"),
    [
        (the.level("750"), "631.20", "copied"),
        (the.level("750"), "630", None),
        (the.level("65195", unit="元", decimals=0), "44501", "copied"),
        (share("99"), "82.83", "unchanged"),
        (share("80"), "82.83", None),
        (share(the.pending()), "82.83", "unchanged"),
        (the.keep("60"), "60.54", None),
        (the.level("300", nature=POINT, unit="家", decimals=0), "312", None),
        (the.level("400", nature=POINT), "312.5", "unchanged"),
        (running("1000"), "312", None),
        (the.cumulative("2000", nature=FLOW), "1258", "unchanged"),
        (the.cumulative("1258", nature=FLOW), "1258", None),
        (the.cumulative("2000", nature=FLOW), "0", None),
        (the.structure("1:34:65"), "0.7:34.4:64.9", "unchanged"),
        (the.keep("稳定"), "稳定", None),
        (the.level("9"), "六", None),
    ],
)
def test_a_figure_that_equals_the_last_one_is_asked_about(item, text, check):
    assert found(item, text, {"2024Q4": text}) == ([check] if check else [])


def test_copying_is_to_be_explained_where_it_cannot_be_and_hinted_at_elsewhere():
    (copied,) = issues(the.level("750"), "631.20", {"2025Q2": "631.20"}, at="2025Q3")
    assert copied.severity is Severity.EXPLAIN
    assert "与2025年上半年完全相同，请核对是否照抄上期；确实相同的请写说明" in copied.message
    (unchanged,) = issues(share("99"), "82.83", {"2024Q4": "82.83"})
    assert unchanged.severity is Severity.HINT


STEADY = yearly("100", "101", "99", "102", "100", "98")


@pytest.mark.parametrize(
    ("past", "text", "odd"),
    [
        (STEADY, "130", True),
        (STEADY, "70", True),
        (STEADY, "103", False),
        (STEADY, "106", True),
        (STEADY, "105", False),
        (yearly("100", "101", "99", "102", "98"), "130", False),
        (yearly("100", "100", "100", "100", "100", "100"), "130", False),
        (yearly("100", "101", "99", "102", "100", "129"), "130", False),
        (yearly("10", "100", "40", "160", "20", "80"), "130", False),
        (yearly("100", "101", "稳定", "102", "100", "98"), "130", False),
    ],
)
def test_a_figure_outside_of_its_usual_range_is_to_be_explained(past, text, odd):
    item = the.level("750", nature=RATE, unit="元")
    assert found(item, text, past) == (["outlier"] if odd else [])


def test_an_unusual_figure_says_what_is_usual():
    item = the.level("750", nature=RATE, unit="元")
    (issue,) = issues(item, "130", STEADY)
    assert issue.severity is Severity.EXPLAIN
    assert "现为“130”，按前6期一般在95至105之间" in issue.message


def test_sums_since_the_start_of_the_year_are_compared_per_quarter():
    past = {
        "2023Q3": "300", "2023Q4": "404", "2024Q1": "99", "2024Q2": "204", "2024Q3": "303",
        "2024Q4": "396",
    }  # fmt: skip
    assert found(the.level("750"), "104", past, at="2025Q1") == []
    assert found(the.level("750"), "200", past, at="2025Q1") == ["outlier"]
    assert "一般在95.5至105.5之间" in said(the.level("750"), "200", past, at="2025Q1")


def test_what_comes_once_a_year_is_held_against_the_year_before():
    season = {
        "2023Q4": "99", "2024Q1": "1", "2024Q2": "2", "2024Q3": "80", "2024Q4": "100",
        "2025Q1": "1", "2025Q2": "2",
    }  # fmt: skip
    item = the.level("750", nature=POINT)
    assert found(item, "82", season, at="2025Q3") == []
    assert found(item, "300", season, at="2025Q3") == ["outlier"]


def test_only_the_last_eight_figures_count():
    old = {f"{year}Q4": "1000" for year in range(2005, 2015)}
    recent = {
        f"{2015 + place}Q4": text for place, text in enumerate(["100", "101", "99", "102"] * 2)
    }
    item = the.level("750", nature=RATE, unit="元")
    assert found(item, "150", old | recent) == ["outlier"]

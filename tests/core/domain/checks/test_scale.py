"""A jump by a power of ten is a wrong unit or a misplaced point."""

import pytest

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


@pytest.mark.parametrize(
    ("text", "odd"),
    [
        ("5219400", True), ("6312", True), ("63.12", True), ("631.2", False), ("2000", False),
        ("120", False), ("104.3", True), ("0.2", True), ("0", False),
    ],
)  # fmt: skip
def test_without_history_the_base_tells_the_size(text, odd):
    assert found(the.level("750", "521.94"), text) == (["scale"] if odd else [])


def test_the_base_is_parted_by_quarters_for_sums_of_the_year():
    item = the.level("750", "521.94")
    assert found(item, "13", at="2025Q1") == ["scale"]
    assert found(item, "131", at="2025Q1") == []
    assert "是基期（折算到一季度）的约10分之一，请核对单位（亿元）" in said(item, "13", at="2025Q1")
    assert found(the.level("9", "521.94", nature=POINT), "131", at="2025Q1") == []


@pytest.mark.parametrize(
    ("past", "text", "named"),
    [
        ({"2024Q4": "600"}, "6100", "上年同期的约10倍"),
        ({"2024Q4": "600"}, "61", "上年同期的约10分之一"),
        ({"2024Q4": "600"}, "6123000", "上年同期的约10000倍"),
        ({"2024Q3": "450"}, "6100", "上期（折算到全年）的约10倍"),
        ({"2024Q4": "稳定", "2025Q3": "480"}, "6500", "上期（折算到全年）的约10倍"),
        ({"2023Q4": "600"}, "6500", "上期的约10倍"),
        ({"2023Q1": "稳定"}, "5200", "基期的约10倍"),
        ({"2023Q1": "0"}, "5200", "基期的约10倍"),
    ],
)
def test_the_nearest_known_figure_is_named(past, text, named):
    (issue,) = issues(the.level("750", "521.94"), text, past)
    assert (issue.check, issue.severity) == ("scale", Severity.EXPLAIN)
    assert f"现为“{text}”，是{named}，请核对单位（亿元）和小数点" in issue.message


@pytest.mark.parametrize(
    ("item", "past", "text"),
    [
        (the.level("750"), {}, "6100"),
        (the.growth("7.5"), {"2024Q4": "8.2"}, "0.8"),
        (the.level("9", unit="家", decimals=0, nature=POINT), {"2024Q4": "3"}, "30"),
        (the.cumulative("100"), {"2024Q4": "12"}, "120"),
        (the.cumulative("100", nature=RUNNING), {"2024Q4": "12"}, "120"),
        (share("3", name="居民消费价格涨幅"), {"2024Q4": "2.0"}, "0.2"),
        (the.reduction("[18]"), {"2024Q4": "3.20"}, "0.32"),
        (the.level("7", name="利润总额"), {"2024Q4": "-600"}, "-610"),
    ],
)
def test_what_can_well_grow_tenfold_is_left_alone(item, past, text):
    assert found(item, text, past) == []


@pytest.mark.parametrize(
    ("item", "past", "text"),
    [
        (the.cumulative("100"), {"2024Q4": "12"}, "12000"),
        (share("80"), {"2024Q4": "79.5"}, "0.8"),
        (share("80"), {"2024Q4": "79.5"}, "8"),
        (the.level("9", unit="家", decimals=0, nature=POINT), {"2024Q4": "3"}, "30000"),
        (the.level("7", name="利润总额"), {"2024Q4": "-600"}, "-61000"),
    ],
)
def test_a_hundredfold_change_is_odd_everywhere(item, past, text):
    assert found(item, text, past) == ["scale"]


def test_without_a_unit_none_is_named():
    item = the.level("1:1", "2.5", unit="", nature=RATE)
    assert "请核对单位和小数点" in said(item, "25")


def test_a_figure_about_as_great_as_the_last_one_is_left_alone():
    past = yearly("5", "500", "505")
    assert found(the.level("750", nature=RATE), "510", past) == []


def test_a_sum_is_stretched_to_the_quarters_that_it_covers():
    item = the.level("750", nature=FLOW)
    assert found(item, "100", {"2024Q4": "420"}, at="2025Q1") == []
    assert said(item, "1000", {"2024Q4": "420"}, at="2025Q1").count("约10倍") == 1

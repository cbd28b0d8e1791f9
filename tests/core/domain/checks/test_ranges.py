"""What a workbook is told of the checks is what the checks themselves find."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.checks import Range, check, limits
from core.domain.figure import Figure
from core.domain.indicator import Measure, Nature
from core.domain.issue import Severity
from core.domain.submission import Entry
from tests import factory as the
from tests.core.domain.checks.rows import FLOW, RUNNING, before, share
from tests.core.domain.laws import decimals, law

TOLD = {"below", "above", "negative", "shrunk", "copied", "scale", "outlier"}
NOW = the.quarter()
QUARTERS = [f"{year}Q{number}" for year in range(2022, 2026) for number in range(1, 5)][:-1]
TEXTS = st.one_of(
    st.sampled_from(("", "稳定", "1:1.2", "0")),
    st.integers(1, 3).flatmap(lambda _: decimals(high=2000)).map(lambda each: f"{each:f}"),
    st.integers(980, 1020).map(str),
)
PASTS = st.dictionaries(st.sampled_from(QUARTERS), TEXTS, max_size=12).map(before)
TIMES = st.sampled_from(
    ("0.001", "0.03", "0.06", "0.1", "0.3", "0.94", "0.98", "1", "1.02", "3", "6", "10", "21", "40")
).map(Decimal)
ITEMS = st.builds(
    lambda unit, base, name, nature, measure, places: the.indicator(
        "750", base, unit=unit, name=name, nature=nature, measure=measure, decimals=places
    ),
    st.sampled_from(("%", "‰", "亿元", "个", "")),
    st.sampled_from(("", "521.94", "[8.6]", "稳定")),
    st.sampled_from(("产值", "毛入学率", "利润")),
    st.sampled_from(Nature),
    st.sampled_from(Measure),
    st.integers(0, 2),
)


def found(item, number, past, quarter=NOW):
    """What the checks find of what a workbook can be told."""
    issues = check(item, Entry(item.code, quarter, Figure(number)), past)
    return {each.check for each in issues if each.severity is not Severity.HINT} & TOLD


def told(item, number, past, quarter=NOW):
    """What the workbook would find."""
    return {each.check.code for each in limits(item, quarter, past) if each.finds(number)}


@law
@given(ITEMS, PASTS, st.sampled_from((NOW, the.quarter("2024Q2"))), TIMES, st.data())
def test_the_limits_find_what_the_checks_find(item, past, quarter, times, data):
    known = [each.figure.value for each in past.values() if each.figure and each.figure.value]
    number = data.draw(st.sampled_from(known or [Decimal(7)])) * times
    assert told(item, number, past, quarter) == found(item, number, past, quarter)


@pytest.mark.parametrize(
    ("item", "past", "number", "codes"),
    [
        (share(), {}, "-0.1", {"below"}),
        (share(), {}, "100.1", {"above"}),
        (share(), {}, "100", set()),
        (the.level("9"), {}, "-1", {"negative"}),
        (the.level("9", nature=FLOW), {"2025Q3": "480"}, "479.99", {"shrunk"}),
        (the.level("9", nature=FLOW), {"2025Q3": "481"}, "481", {"copied"}),
        (the.level("9", nature=RUNNING), {"2024Q3": "480"}, "0", {"shrunk"}),
        (the.level("9"), {f"{year}Q1": "8.1" for year in range(2016, 2022)}, "9", set()),
        (the.level("9", "521.94"), {}, "5219.4", {"scale"}),
        (the.level("9", "521.94"), {}, "5.2", {"scale"}),
    ],
)
def test_a_number_is_found_for_what_is_wrong_with_it(item, past, number, codes):
    assert told(item, Decimal(number), before(past)) == codes


def test_a_range_has_its_ends_where_it_is_closed():
    low, high = Decimal(1), Decimal(2)
    assert low in Range(low, high, closed=True)
    assert low not in Range(low, high)
    assert Decimal(-9) in Range(high=low)
    assert high not in Range(high=high)
    assert high in Range(low=low)

"""同比 is computed or taken as published, by the kind of the indicator."""

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from core.domain.growth import growth
from core.domain.indicator import GrowthKind
from tests import factory as the
from tests.core.domain import laws

REAL, NOMINAL, PLAIN = GrowthKind.REAL, GrowthKind.NOMINAL, GrowthKind.PLAIN
POINTS, DIFFERENCE = GrowthKind.POINTS, GrowthKind.DIFFERENCE
GDP = the.level("750")


def grown(item, now, then="", published=""):
    """The 同比 of 2025 beside 2024."""
    past = {the.quarter("2024Q4"): the.entry(then, "2024Q4")} if then else {}
    return growth(item, the.entry(now, growth=the.figure(published)), past)


def text(item, now, then="", published=""):
    found = grown(item, now, then, published)
    return found.text if found else None


@pytest.mark.parametrize(
    ("kind", "now", "then", "words"),
    [
        (NOMINAL, "541.5", "500", "同比名义增长8.3%"),
        (NOMINAL, "489.5", "500", "同比名义下降2.1%"),
        (NOMINAL, "550", "500", "同比名义增长10.0%"),
        (NOMINAL, "500.24", "500", "同比名义持平"),
        (NOMINAL, "500.25", "500", "同比名义增长0.1%"),
        (NOMINAL, "499.75", "500", "同比名义下降0.1%"),
        (PLAIN, "541.5", "500", "同比增长8.3%"),
        (PLAIN, "0", "500", "同比下降100.0%"),
        (PLAIN, "-10", "500", "同比下降102.0%"),
        (REAL, "541.5", "500", None),
        (POINTS, "62.5", "62", "同比提高0.5个百分点"),
        (POINTS, "62", "62.48", "同比下降0.48个百分点"),
        (POINTS, "62", "62", "同比持平"),
        (DIFFERENCE, "12", "9", "同比增加3亿元"),
        (DIFFERENCE, "9", "12", "同比减少3亿元"),
        (DIFFERENCE, "12", "12", "同比持平"),
        (PLAIN, "5", "0", None),
        (PLAIN, "5", "-2", None),
        (PLAIN, "5", "稳定", None),
        (PLAIN, "稳定", "5", None),
        (PLAIN, "", "5", None),
        (PLAIN, "5", "", None),
    ],
)
def test_a_figure_is_compared_with_the_same_period_last_year(kind, now, then, words):
    assert text(the.level("750", growth_kind=kind), now, then) == words


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (REAL, "同比增长7.8%（不变价）"),
        (NOMINAL, "同比名义增长7.8%"),
        (PLAIN, "同比增长7.8%"),
        (POINTS, "同比增长7.8%"),
    ],
)
def test_what_was_published_stands_before_what_is_computed(kind, words):
    found = grown(the.level("750", growth_kind=kind), "541.5", "500", "7.8")
    assert found is not None
    assert (found.text, found.entered) == (words, True)


def test_what_is_no_number_was_not_published():
    assert text(the.level("750", growth_kind=NOMINAL), "550", "500", "稳定") == "同比名义增长10.0%"


@pytest.mark.parametrize(
    ("kind", "now", "words"),
    [
        (REAL, "7.5", "同比增长7.5%（不变价）"),
        (NOMINAL, "-3.2", "同比名义下降3.2%"),
        (POINTS, "2.0", "同比增长2.0%"),
        (None, "5.3左右", "同比增长5.3%"),
        (None, "稳定", None),
        (None, "", None),
    ],
)
def test_a_growth_rate_is_its_own(kind, now, words):
    assert text(the.growth("7.5", growth_kind=kind), now, "9.9") == words


@pytest.mark.parametrize(
    ("unit", "words"),
    [("%", "同比提高0.5个百分点"), ("‰", "同比提高0.5个千分点"), ("岁", "同比增加0.5岁")],
)
def test_without_a_kind_the_unit_tells(unit, words):
    assert text(the.level("80", unit=unit), "77.5", "77.0") == words


def test_a_structure_is_compared_part_by_part():
    item = the.structure("1:34:65", growth_kind=POINTS, decimals=1)
    assert text(item, "0.6:34.4:65.0", "0.7:34.4:64.9") == (
        "同比分别下降0.1个百分点、持平、提高0.1个百分点"
    )
    assert text(item, "0.6:34.4:65.0", "0.6:34.4:65.0") == "同比持平"
    assert text(item, "35:65", "0.7:34.4:64.9") is None
    assert text(the.structure("1:34:65", growth_kind=NOMINAL), "1:34:65", "1:34:65") is None


def test_a_ratio_of_two_parts_is_a_structure_of_two():
    assert text(the.level("3:2", unit="倍"), "3:2", "2:2") == "同比分别增加1倍、持平"


def test_the_first_year_that_a_quarter_can_have_has_none_before():
    entry = the.entry("5", "1949Q1")
    assert growth(the.level("750", growth_kind=PLAIN), entry, {}) is None


def test_large_numbers_lose_no_digit():
    item = the.level("750", growth_kind=DIFFERENCE)
    now, then = "1" + "0" * 40 + ".01", "1" + "0" * 40
    assert text(item, now, then) == "同比增加0.01亿元"


@laws.law
@given(laws.decimals(low=1), laws.decimals(low=1))
def test_a_difference_turned_round_has_the_other_sign(now, then):
    item = the.level("750", growth_kind=DIFFERENCE, decimals=4)
    there, back = grown(item, f"{now:f}", f"{then:f}"), grown(item, f"{then:f}", f"{now:f}")
    assert there
    assert back
    assert there.numbers[0] == -back.numbers[0] == now - then


@laws.law
@given(laws.decimals(low=1), st.integers(-99, 300))
def test_a_growth_gives_back_what_it_was_made_of(then, percent):
    now = then * (100 + percent) / 100
    assume(now > 0)
    found = grown(the.level("750", growth_kind=PLAIN), f"{now:f}", f"{then:f}")
    assert found
    assert found.numbers == (Decimal(percent),)

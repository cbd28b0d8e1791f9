"""The small values: numerals, units, quarters, departments, entries."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain import numeral, unit
from core.domain.figure import Figure
from core.domain.indicator import Frequency
from core.domain.period import Quarter
from core.domain.submission import Entry
from core.errors import UsageError
from tests.core.domain.laws import law


@law
@given(st.integers(0, 99))
def test_a_numeral_is_read_as_the_number_that_it_spells(number):
    assert numeral.read(numeral.spell(number)) == number


@pytest.mark.parametrize(
    ("number", "spelled"),
    [(0, "零"), (6, "六"), (10, "十"), (12, "十二"), (20, "二十"), (99, "九十九")],
)
def test_numerals_are_spelled_as_documents_do(number, spelled):
    assert numeral.spell(number) == spelled


@pytest.mark.parametrize("number", [-1, 100])
def test_only_numbers_below_a_hundred_are_spelled(number):
    with pytest.raises(ValueError, match=str(number)):
        numeral.spell(number)


def test_what_spells_no_number_is_none():
    assert numeral.read("十十") is None


@pytest.mark.parametrize(
    ("source", "target", "factor"),
    [
        ("万元", "亿元", "0.0001"),
        ("万", "亿元", "0.0001"),
        ("亿元", "亿元", "1"),
        ("万千瓦", "千瓦", "10000"),
        ("千米", "千米", "1"),
        ("人", "万人", "0.0001"),
    ],
)
def test_a_unit_is_converted_to_another_magnitude(source, target, factor):
    assert unit.factor(source, target) == Decimal(factor)


@pytest.mark.parametrize(
    ("source", "target"), [("万美元", "亿元"), ("亩", "万人"), ("百分点", "点")]
)
def test_different_units_are_not_converted(source, target):
    assert unit.factor(source, target) is None


@pytest.mark.parametrize(
    ("text", "worded"),
    [
        ("突破450", "突破450亿元"),
        ("7.8左右", "7.8亿元左右"),
        ("[0.6483]", "累计0.6483亿元"),
        ("8.5%左右", "8.5%左右"),
        ("稳定", "稳定"),
        ("1:1", "1:1"),
        ("五大", "五大"),
        ("六", "六亿元"),
    ],
)
def test_the_unit_stands_between_the_number_and_the_word_after_it(text, worded):
    assert unit.worded(Figure.parse(text), "亿元") == worded


quarters = st.builds(Quarter, st.integers(1949, 2100), st.integers(1, 4))


@law
@given(quarters, quarters)
def test_quarters_are_ordered_as_their_texts(one, other):
    assert Quarter.parse(str(one)) == one
    assert (one < other) == (str(one) < str(other))


@pytest.mark.parametrize(
    "text", ["2024Q5", "2024Q0", "1800Q1", "2024", "", "2024年一季度", "二〇二四Q1"]
)
def test_an_impossible_quarter_is_refused_with_an_example(text):
    with pytest.raises(UsageError, match="2024Q1"):
        Quarter.parse(text)


def test_figures_of_a_quarter_are_called_by_what_they_cover():
    labels = [Quarter(2023, number).label for number in range(1, 5)]
    assert labels == ["2023年一季度", "2023年上半年", "2023年前三季度", "2023年全年"]
    assert [Quarter(2023, number).ends_year for number in range(1, 5)] == [False] * 3 + [True]


@pytest.mark.parametrize(
    ("frequency", "due"),
    [(Frequency.QUARTERLY, [1, 2, 3, 4]), (Frequency.HALF_YEARLY, [2, 4]), (Frequency.ANNUAL, [4])],
)
def test_an_indicator_is_due_as_often_as_its_frequency_says(frequency, due):
    assert [number for number in range(1, 5) if frequency.due(number)] == due


def test_an_entry_shows_its_figure_or_nothing():
    assert Entry("B-01", Quarter(2023, 4), Figure.parse("23.20")).text == "23.20"
    assert Entry("B-01", Quarter(2023, 4), None).text == ""

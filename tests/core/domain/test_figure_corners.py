"""Figures at their edges: what a slip of the pen must not become, and numbers of any length."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import example, given

from core.domain.figure import Bound, Figure, Numeral, Ratio, Span, Words, half_up
from core.errors import FigureError
from tests.core.domain.laws import figures, law, places, plan_texts, signed


@pytest.mark.parametrize(
    ("cell", "change", "written"),
    [
        ("23.20", {"core": Decimal("23.2")}, "23.2"),
        ("[0]", {"bracketed": False}, "0"),
        ("年均8.6", {"leads": ()}, "8.6"),
        ("控制在3左右", {"trail": "以内"}, "控制在3以内"),
        ("8.5%左右", {"percent": False}, "8.5左右"),
        ("五大", {"core": Numeral(12)}, "十二"),
        ("3-5", {"core": Span(Decimal(3), Decimal("6.0"))}, "3-6.0"),
        ("0.7:34.4:64.9", {"core": Ratio((Decimal(1), Decimal(2)))}, "1:2"),
        ("保持稳定", {"core": Words("全覆盖")}, "全覆盖"),
        ("5", {"core": Decimal("1E+3")}, "1000"),
    ],
)
def test_changing_a_part_changes_the_text(cell, change, written):
    assert str(replace(Figure.parse(cell), **change)) == written


@pytest.mark.parametrize(
    "text",
    ["3-3", "2024-05", "2024-5", "2024-05-01", "2024/5/1", "1:", ":1", "1:-1", "--3", "3--5",
     "5\n", "5 ", "NaN", "Infinity", "½", "٣", "−3", "2000万", "[]", "[稳定]", "稳定5", "（）", "%",
     "左右5", "5左", "01", "1 001"],
)  # fmt: skip
def test_dates_slips_and_foreign_digits_are_no_figures(text):
    with pytest.raises(FigureError) as refused:
        Figure.parse(text)
    assert str(refused.value) == f"“{text}”不是可以识别的数"


@pytest.mark.parametrize(
    ("cell", "bound", "low", "high"),
    [
        ("不超过5左右", Bound.ABOUT, "5", "5"),
        ("控制在3以内", Bound.AT_MOST, None, "3"),
        ("控制在3左右", Bound.ABOUT, "3", "3"),
        ("年均增长不低于8", Bound.AT_LEAST, "8", None),
        ("约100", Bound.ABOUT, "100", "100"),
        ("2500余", Bound.AT_LEAST, "2500", None),
        ("低于4.5", Bound.AT_MOST, None, "4.5"),
        ("提高至98", Bound.AT_LEAST, "98", None),
    ],
)
def test_of_several_words_the_one_after_the_number_decides(cell, bound, low, high):
    found = Figure.parse(cell)
    assert found.bound is bound
    assert found.bounds == (low and Decimal(low), high and Decimal(high))


@pytest.mark.parametrize("digits", [28, 29, 31, 40, 5000])
def test_a_huge_number_is_rounded_without_losing_a_digit(digits):
    assert str(half_up(Decimal("9" * digits + ".345"), 2)) == "9" * digits + ".35"
    assert str(half_up(Decimal("9" * digits + ".5"), 0)) == "1" + "0" * digits
    assert str(half_up(Decimal("7" * digits), 2)) == "7" * digits


def test_a_number_is_not_padded_with_zeros():
    assert str(half_up(Decimal("23.2"), 2)) == "23.2"


@pytest.mark.parametrize("cell", ["3-5", "0.75:34.4:64.9", "六", "稳定"])
def test_what_is_no_plain_number_is_not_rounded(cell):
    assert str(Figure.parse(cell).rounded(0)) == cell


def kept(text):
    """How a text is written after it was read, or the sentence that refuses it."""
    try:
        return str(Figure.parse(text))
    except FigureError as refused:
        return str(refused)


@law
@given(plan_texts)
@example("-0")
@example("0.00")
@example("[控制在年均3-5%左右]")
@example("二十五大余")
@example("1:0:0")
def test_a_text_is_kept_to_the_character_or_named(text):
    assert kept(text) in (text, f"“{text}”不是可以识别的数")


@law
@given(figures)
def test_bounds_enclose_the_value(figure):
    low, high = figure.bounds
    assert low is None or high is None or low <= high
    assert figure.value is None or figure.value in (low, high)


@law
@given(signed, places)
def test_rounding_twice_is_rounding_once(number, decimals):
    once = half_up(number, decimals)
    assert str(half_up(once, decimals)) == str(once)


@law
@given(signed, places)
def test_rounding_treats_both_signs_alike(number, decimals):
    assert half_up(-number, decimals) == -half_up(number, decimals)

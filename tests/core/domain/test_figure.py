"""A cell of a plan is read and written back to the character."""

from contextlib import suppress
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given

from core.domain.figure import Bound, Figure, Numeral, Ratio, Span, Words, half_up
from core.errors import FigureError
from tests.core.domain.laws import figures, law, plan_texts, signed

CELLS = (Path(__file__).parents[2] / "data" / "figures.txt").read_text("utf-8").splitlines()


def test_the_source_documents_print_four_hundred_different_cells():
    assert len(CELLS) == len(set(CELLS)) == 405


@pytest.mark.parametrize("text", CELLS)
def test_every_cell_of_the_source_documents_comes_back_to_the_character(text):
    assert str(Figure.parse(text)) == text


@law
@given(figures)
def test_what_is_written_is_read_back_the_same(figure):
    assert Figure.parse(str(figure)) == figure


@law
@given(plan_texts)
def test_whatever_is_accepted_is_written_as_it_was_read(text):
    with suppress(FigureError):
        assert str(Figure.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "core"),
    [
        ("23.20", Decimal("23.20")),
        ("[-0.17]", Decimal("-0.17")),
        ("六", Numeral(6)),
        ("五大", Numeral(5, "大")),
        ("0.7:34.4:64.9", Ratio((Decimal("0.7"), Decimal("34.4"), Decimal("64.9")))),
        ("3-5", Span(Decimal(3), Decimal(5))),
        ("保持稳定", Words("保持稳定")),
        ("十十", Words("十十")),
        ("控制在3左右", Decimal(3)),
    ],
)
def test_a_text_is_kept_as_its_parts(text, core):
    assert Figure.parse(text).core == core


def test_the_text_is_made_of_the_parts_and_not_remembered():
    figure = Figure.parse("控制在3左右")
    assert str(replace(figure, core=Decimal("4.50"), trail="")) == "控制在4.50"
    assert str(replace(figure, bracketed=True)) == "[控制在3左右]"


@pytest.mark.parametrize(
    "text",
    ["无", "-", "—", "/", "", " 5", "①", "12abc", "1\x002", "😀", "１２", "1.2.3", "[8", "8]",
     "007", "1,001", ".5", "5.", "+5", "=1+1", "1e3", "5-3", "，。"],
)  # fmt: skip
def test_what_is_no_figure_is_refused_by_name(text):
    with pytest.raises(FigureError, match="不是可以识别的数") as refusal:
        Figure.parse(text)
    assert f"“{text}”" in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5.3左右", "5.3"),
        ("六", "6"),
        ("3-5", "3"),
        ("1:1", "1"),
        ("全覆盖", "100"),
        ("所有", "100"),
    ],
)
def test_words_and_ranges_have_a_number_that_counts(text, value):
    assert Figure.parse(text).value == Decimal(value)


@pytest.mark.parametrize("text", ["0.7:34.4:64.9", "保持稳定", "1:0"])
def test_what_cannot_be_counted_has_no_number(text):
    assert Figure.parse(text).value is None


@pytest.mark.parametrize(
    ("text", "bound", "low", "high"),
    [
        ("突破450", Bound.AT_LEAST, "450", None),
        ("达53.08以上", Bound.AT_LEAST, "53.08", None),
        ("降至12以内", Bound.AT_MOST, None, "12"),
        ("7.5左右", Bound.ABOUT, "7.5", "7.5"),
        ("年均20", Bound.EXACT, "20", "20"),
        ("3-5", Bound.EXACT, "3", "5"),
        ("全覆盖", Bound.EXACT, "100", "100"),
        ("稳定", Bound.EXACT, None, None),
    ],
)
def test_a_target_says_by_its_words_which_side_is_open(text, bound, low, high):
    figure = Figure.parse(text)
    assert figure.bound is bound
    assert figure.bounds == tuple(each and Decimal(each) for each in (low, high))


def test_only_an_annual_average_is_one():
    assert Figure.parse("年均8.6").average
    assert not Figure.parse("8.6").average


def test_figures_are_rounded_half_up_when_shown():
    assert str(Figure.parse("1186.607").rounded(0)) == "1187"
    assert str(Figure.parse("稳定").rounded(2)) == "稳定"


@pytest.mark.parametrize(
    ("number", "decimals", "rounded"),
    [("2.345", 2, "2.35"), ("-0.5", 0, "-1"), ("-0.04", 1, "0.0"), ("7", 2, "7"),
     ("1" + "0" * 40 + ".005", 2, "1" + "0" * 40 + ".01")],
)  # fmt: skip
def test_halves_go_away_from_zero(number, decimals, rounded):
    assert format(half_up(Decimal(number), decimals), "f") == rounded


@law
@given(signed)
def test_rounding_moves_a_number_by_at_most_half_a_step(number):
    assert abs(half_up(number, 1) - number) <= Decimal("0.05")

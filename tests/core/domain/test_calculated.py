"""A figure that a formula gives counts where nobody gave one of his own, rounded once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.calculated import (
    calculated,
    calculation,
    filled,
    formula_of,
    operands,
    takes,
    with_calculated,
)
from core.domain.indicator import Frequency
from core.domain.submission import Missing
from tests import factory as the

RATIO = the.level(
    "2.22", code="B-13", name="城乡收入比", unit="", decimals=2, formula="[B-25] / [B-26]"
)
TOWN = the.level("65195", code="B-25", name="城镇收入", unit="元", decimals=0)
COUNTRY = the.level("29370", code="B-26", name="农村收入", unit="元", decimals=0)
PLAN = the.plan(RATIO, TOWN, COUNTRY)
Q4 = the.quarter("2025Q4")


def entries(at="2025Q4", **texts):
    """Entries of a quarter by code: B_25="46155"."""
    made = {code.replace("_", "-"): text for code, text in texts.items()}
    return {code: replace(the.entry(text, at), code=code) for code, text in made.items()}


def by_quarter(*quarters):
    """Entries by code and quarter."""
    codes = dict.fromkeys(code for each in quarters for code in each)
    return {
        code: {each[code].quarter: each[code] for each in quarters if code in each}
        for code in codes
    }


INCOMES = entries(B_25="46155", B_26="20088")


def text(plan, given, code="B-13"):
    found = filled(plan, Q4, given).get(code)
    return found.text if found else None


def test_a_figure_is_computed_once_all_operands_are_there():
    assert text(PLAN, INCOMES) == "2.30"  # 2.2976…
    assert text(PLAN, entries(B_25="46155")) is None
    assert text(PLAN, INCOMES | entries(B_26="0")) is None


def test_what_somebody_typed_or_said_is_missing_stays():
    assert text(PLAN, INCOMES | entries(B_13="2.31")) == "2.31"
    withheld = {"B-13": replace(the.entry(""), code="B-13", missing=Missing.WITHHELD)}
    assert filled(PLAN, Q4, INCOMES | withheld)["B-13"].missing is Missing.WITHHELD
    explained = {"B-13": replace(the.entry(""), code="B-13", explanation="口径有变")}
    assert filled(PLAN, Q4, INCOMES | explained)["B-13"].explanation == "口径有变"
    assert text(PLAN, INCOMES | explained) == "2.30"
    assert [takes(INCOMES.get(code)) for code in ("B-13", "B-25")] == [True, False]


def test_halves_are_rounded_up_once_and_zeros_are_written():
    plan = the.plan(replace(RATIO, decimals=1), TOWN, COUNTRY)
    assert text(plan, entries(B_25="225", B_26="100")) == "2.3"
    assert text(plan, entries(B_25="224.9999", B_26="100")) == "2.2"
    assert text(PLAN, entries(B_25="200", B_26="100")) == "2.00"


def test_a_chain_is_computed_from_what_is_printed_whatever_its_order():
    double = the.level("5", code="A-01", name="两倍", formula="[B-13] * 2")
    plan = the.plan(double, RATIO, TOWN, COUNTRY)
    assert text(plan, INCOMES, "A-01") == "4.60"
    assert text(plan, INCOMES | entries(B_13="2.4"), "A-01") == "4.80"
    assert operands(plan, ["A-01"]) == {"B-13", "B-25", "B-26"}
    withheld = {"B-13": replace(the.entry(""), code="B-13", missing=Missing.WITHHELD)}
    assert text(plan, INCOMES | withheld, "A-01") is None


def test_formulas_in_a_circle_give_nothing_and_end():
    one = the.level("1", code="A-01", formula="[A-02] + 1")
    two = the.level("1", code="A-02", formula="[A-01] + [A-02]")
    plan = the.plan(one, two)
    assert filled(plan, Q4, {}) == {}
    assert operands(plan, ["A-01"]) == {"A-01", "A-02"}


def test_operands_of_a_same_source_are_those_of_the_source():
    relay = the.level("1", code="P-01", name="城镇收入", same_source="B-25", formula="[B-26]")
    ratio = replace(RATIO, formula="[P-01] / [B-26]")
    plan = the.plan(ratio, TOWN, COUNTRY, relay)
    assert text(plan, INCOMES) == "2.30"
    assert operands(plan, ["B-13"]) == {"B-25", "B-26"}
    assert text(plan, INCOMES, "P-01") is None


def test_a_quarter_that_asks_for_nothing_is_given_nothing():
    yearly = the.plan(replace(RATIO, frequency=Frequency.ANNUAL), TOWN, COUNTRY)
    given = by_quarter(entries("2025Q3", B_25="3", B_26="2"), INCOMES)
    assert list(with_calculated(yearly, given)["B-13"]) == [Q4]
    assert calculation(yearly, yearly.indicators[0], the.quarter("2025Q3"), INCOMES) is None


def test_all_quarters_are_filled_in_their_order():
    given = by_quarter(INCOMES, entries("2024Q4", B_13="2.41", B_25="4", B_26="2"))
    before = by_quarter(entries("2023Q4", B_25="4", B_26="2"))
    found = with_calculated(PLAN, {**given, "B-25": before["B-25"] | given["B-25"]})
    assert {str(at): each.text for at, each in found["B-13"].items()} == {
        "2024Q4": "2.41",
        "2025Q4": "2.30",
    }
    assert list(found["B-13"]) == sorted(found["B-13"])


def test_without_a_formula_nothing_is_touched():
    plan = the.plan(TOWN, COUNTRY)
    given = by_quarter(INCOMES)
    assert with_calculated(plan, given) is given
    assert filled(plan, Q4, INCOMES) is INCOMES


def test_the_formula_is_told_whatever_somebody_typed():
    given = by_quarter(INCOMES | entries(B_13="2.4"))
    assert str(calculated(PLAN, RATIO, Q4, given)) == "2.30"
    assert calculated(PLAN, TOWN, Q4, given) is None


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        (INCOMES, "“城镇收入” ÷ “农村收入” = 46155 ÷ 20088 = 2.30"),
        (entries(B_26="20088"), "“城镇收入” ÷ “农村收入”，缺“城镇收入”，还没有算"),
        (
            INCOMES | entries(B_26="0"),
            "“城镇收入” ÷ “农村收入”，除数为0，或得数过大，还没有算",
        ),
    ],
)
def test_a_sentence_lets_the_figure_be_computed_again(given, sentence):
    found = calculation(PLAN, RATIO, Q4, given)
    assert found
    assert found.sentence == sentence
    assert (found.figure is None) == ("还没有算" in sentence)
    assert calculation(PLAN, TOWN, Q4, given) is None


def test_parts_of_a_ratio_and_constants_are_told_as_numbers():
    parts = the.structure("1:34:65", code="B-12", name="三产比例")
    share = the.level("1", code="A-01", unit="%", decimals=1, formula="[B-12].3 * 2 + [B-99]")
    plan = the.plan(parts, share)
    given = entries(B_12="0.7:34.4:64.9", B_99="1")
    told = calculation(plan, share, Q4, given)
    assert told
    assert told.sentence == "“三产比例”第3项 × 2 + “B-99” = 64.9 × 2 + 1 = 130.8%"
    assert text(plan, given, "A-01") == "130.8"


@pytest.mark.parametrize("formula", ["", "1 + 1", "[B-25] /"])
def test_what_looks_at_no_figure_computes_none(formula):
    assert formula_of(replace(RATIO, formula=formula)) is None
    plan = the.plan(replace(RATIO, formula=formula), TOWN, COUNTRY)
    assert text(plan, INCOMES) is None
    assert operands(plan, ["B-13", "X-01"]) == frozenset()


def test_a_number_of_any_size_keeps_its_digits():
    plan = the.plan(replace(RATIO, formula="[B-25] * 1"), TOWN, COUNTRY)
    figure = filled(plan, Q4, entries(B_25="9" * 40))["B-13"].figure
    assert figure
    assert figure.value == Decimal("9" * 40)

"""Habits of clerks at the keyboard: forgiven, and told where they changed something."""

from decimal import Decimal

import pytest
from hypothesis import given

from core.domain.figure import Figure
from core.domain.reading import Reading, read
from core.domain.submission import Missing
from core.errors import FigureError
from tests import factory as the
from tests.core.domain.laws import decimals, law, plan_texts, signed
from tests.core.domain.test_figure import CELLS


@pytest.mark.parametrize("cell", [cell for cell in CELLS if "%" not in cell])
def test_every_cell_of_the_source_can_be_typed_as_it_is_printed(cell):
    assert read(cell, "亿元") == Reading(the.figure(cell))


@pytest.mark.parametrize("cell", [cell for cell in CELLS if "%" in cell])
def test_a_printed_percent_sign_is_the_unit(cell):
    assert read(cell, "%").figure == the.figure(cell.replace("%", ""))


def test_words_keep_their_full_width_comma():
    assert read("稳定，不下降", "万亩") == Reading(the.figure("稳定，不下降"))


@pytest.mark.parametrize(
    ("text", "read_as"),
    [
        ("12,345,678", "12345678"),
        ("1，001.5", "1001.5"),
        ("1\u00a0001", "1001"),
        ("1\u3000001", "1001"),
        ("－3", "-3"),
        ("﹣3", "-3"),
        ("＋5", "5"),
        ("+.5", "0.5"),
        ("-.5", "-0.5"),
        ("-007.50", "-7.50"),
        ("00", "0"),
        ("00.5", "0.5"),
        ("' 12", "12"),
        (" 12 ", "12"),
        ("12\r\n", "12"),
        ("1\u200b2", "12"),
        ("\ufeff12", "12"),
        ("年均０８．６", "年均8.6"),
        ("３－５", "3-5"),
    ],
)
def test_harmless_habits_are_forgiven_and_told(text, read_as):
    shown = "".join(each if each.isprintable() else "�" for each in text)
    assert read(text, "人") == Reading(the.figure(read_as), note=f"“{shown}”读作{read_as}人")


@pytest.mark.parametrize(
    ("text", "unit", "read_as", "told"),
    [
        ("2,000万元", "亿元", "0.2", "0.2亿元"),
        ("-2000万", "亿元", "-0.2", "-0.2亿元"),
        ("2000万以下", "亿元", "0.2以下", "0.2亿元以下"),
        ("2000万元余", "亿元", "0.2余", "0.2亿元余"),
        ("0.5亿元", "万元", "5000", "5000万元"),
        ("63000元/人", "万元/人", "6.3", "6.3万元/人"),
        ("0万", "亿元", "0", "0亿元"),
        ("2万千瓦", "千瓦", "20000", "20000千瓦"),
    ],
)
def test_a_typed_unit_is_converted_and_shown_for_confirmation(text, unit, read_as, told):
    assert read(text, unit) == Reading(the.figure(read_as), note=f"“{text}”读作{told}")


@pytest.mark.parametrize("text", ["23.20亿元", "突破450.0亿元", "5.30亿元左右"])
def test_behind_its_own_unit_a_number_keeps_its_last_zero(text):
    assert read(text, "亿元") == Reading(the.figure(text.replace("亿元", "")))


@pytest.mark.parametrize("text", ["－", "−", "--", "'-"])
def test_any_dash_alone_proposes_a_missing_kind(text):
    found = read(text, "亿元")
    assert (found.figure, found.missing) == (None, Missing.UNCOUNTED)


@law
@given(plan_texts)
def test_a_zero_is_read_from_a_zero_only(text):
    try:
        found = read(text, "亿元").figure
    except FigureError:
        return
    assert found is None or found.value != 0 or set(text) & set("0０零")


@law
@given(signed)
def test_thousands_separators_change_nothing(number):
    assert read(f"{number:,f}", "亿元").figure == Figure(number)


@law
@given(signed)
def test_full_width_digits_change_nothing(number):
    wide = str.maketrans("0123456789.-", "０１２３４５６７８９．－")
    assert read(f"{number:f}".translate(wide), "亿元").figure == Figure(number)


@law
@given(decimals())
def test_an_amount_in_wan_is_the_same_amount_in_yi(number):
    found = read(f"{number:f}万元", "亿元").figure
    assert found is not None
    assert found.value == number * Decimal("0.0001")

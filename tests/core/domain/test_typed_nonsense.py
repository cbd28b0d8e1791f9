"""Nonsense and malice at the keyboard: refused by name, at once, in a short sentence."""

from time import perf_counter

import pytest

from core.domain.reading import read
from core.errors import FigureError

HUGE = 10_000_000
LONG = 999


def refusal(text, unit="亿元"):
    with pytest.raises(FigureError) as refused:
        read(text, unit)
    return str(refused.value)


@pytest.mark.parametrize(
    "text",
    ["  ", "'", "½", "²", "12①", "5²", "2024/5/1", "2024-05", "2024-5", "2024年5月1日", "5月1日",
     "=A1+B1", "1+1", "=5", "#DIV/0!", "#REF!", "5😀", "1E5", "NaN", "inf", "1..2", "1.", "1,01",
     "1001,5", "1,001,5", "1 1", "8]", "++5", "--5", "5-", "5亿5千万", "3-5万", "±5", "5公斤",
     "5万人", "$5", "¥5", "l00", "、", "（）"],
)  # fmt: skip
def test_what_cannot_be_read_is_named(text):
    assert refusal(text) == f"“{text}”不是可以识别的数"


def test_a_decimal_comma_is_not_taken_for_thousands():
    assert refusal("0,001") == "“0,001”不是可以识别的数"


@pytest.mark.parametrize("text", ["٣", "٣万", "𝟏𝟐", "𝟏𝟐万", "①万"])
def test_foreign_digits_are_not_guessed_even_before_a_unit(text):
    assert refusal(text) == f"“{text}”不是可以识别的数"


@pytest.mark.parametrize("text", ["1-+5", "5-3", "3-3"])
def test_a_slip_between_two_numbers_makes_no_range(text):
    assert refusal(text) == f"“{text}”不是可以识别的数"


@pytest.mark.parametrize("text", ["12.5％", "增长5%以上", "8.5%左右"])
def test_a_percentage_is_not_taken_for_an_amount(text):
    assert refusal(text) == f"“{text}”带有百分号，而单位是“亿元”，请核对"


@pytest.mark.parametrize(
    ("text", "shown"),
    [("\x00", "�"), ("1\n2", "1�2"), ("1\t2", "1�2"), ("\x1b[0m5", "�[0m5")],
)
def test_control_characters_are_refused_and_made_visible(text, shown):
    assert refusal(text) == f"“{shown}”含有不可见的控制字符，请重新填写"


def test_a_direction_mark_cannot_turn_a_number_round():
    assert refusal("1\u202e23") == "“1�23”不是可以识别的数"


def test_twenty_digits_are_read_and_no_more():
    assert str(read("9" * 20, "元").figure) == "9" * 20
    assert refusal("9" * 21) == f"“{'9' * 21}”的位数过多，请核对"


@pytest.mark.parametrize(
    ("text", "shown"), [("x" * 40, "x" * 40), ("x" * 41, "x" * 40 + "…")], ids=["forty", "more"]
)
def test_a_long_text_is_quoted_by_its_first_forty_characters(text, shown):
    assert refusal(text) == f"“{shown}”不是可以识别的数"


@pytest.mark.parametrize(
    "part",
    ["0", "x", "长", "超过", "-", " ", "\n", "\x00", "1,", "1 111", "1.1:", "十", "[", "\u200b",
     "😀", "１"],
)  # fmt: skip
def test_ten_megabytes_are_refused_at_once_and_briefly(part):
    text = part * (HUGE // len(part))
    begun = perf_counter()
    message = refusal(text)
    assert perf_counter() - begun < 1
    assert message.endswith("”过长，请核对")
    assert len(message) < 60


@pytest.mark.parametrize(
    "part",
    ["1", "x", "超", "超过", "-", "1,", "1 111", "111 ", "1:", "11.1:", "十", "a1", "+", ".1"],
)
def test_no_text_of_bearable_length_makes_reading_slow(part):
    begun = perf_counter()
    refusal((part * LONG)[:LONG] + "①")
    assert perf_counter() - begun < 0.5

"""What people type is read forgivingly, never silently, and never as 0 or nothing."""

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.figure import Figure
from core.domain.reading import read
from core.domain.submission import Missing
from core.errors import FigureError
from tests.core.domain.laws import law, plan_texts

UNITS = ("亿元", "%", "个", "万人", "")


@pytest.mark.parametrize(
    ("typed", "unit", "read_as", "note"),
    [
        ("521.94", "亿元", "521.94", ""),
        ("521.94亿元", "亿元", "521.94", ""),
        ("2000万", "亿元", "0.2", "“2000万”读作0.2亿元"),
        ("2000万左右", "亿元", "0.2左右", "“2000万左右”读作0.2亿元左右"),
        ("突破5219400万元", "亿元", "突破521.94", "“突破5219400万元”读作突破521.94亿元"),
        ("3人", "万人", "0.0003", "“3人”读作0.0003万人"),
        ("１２．５", "%", "12.5", "“１２．５”读作12.5%"),
        ("1,001.5", "元", "1001.5", "“1,001.5”读作1001.5元"),
        ("12，345，678", "元", "12345678", "“12，345，678”读作12345678元"),
        ("1 001", "个", "1001", "“1 001”读作1001个"),
        ("−3", "%", "-3", "“−3”读作-3%"),
        ("12.5%", "%", "12.5", ""),
        ("８．５％左右", "%", "8.5左右", "“８．５％左右”读作8.5%左右"),
        ("007", "个", "7", "“007”读作7个"),
        (".5", "%", "0.5", "“.5”读作0.5%"),
        ("+5", "个", "5", "“+5”读作5个"),
        ("'45", "个", "45", "“'45”读作45个"),
        ("\u200b45\u3000", "个", "45", "“�45�”读作45个"),
        ("0.7：34.4：64.9", "%", "0.7:34.4:64.9", "“0.7：34.4：64.9”读作0.7:34.4:64.9"),
        ("五", "个", "五", ""),
    ],
)
def test_typing_is_read_and_every_change_is_told(typed, unit, read_as, note):
    reading = read(typed, unit)
    assert (str(reading.figure), reading.note) == (read_as, note)
    assert reading.missing is None


@pytest.mark.parametrize("typed", ["-", "—", "——", "–", "无", "/", "／", " - "])
def test_a_sign_for_nothing_proposes_a_missing_kind(typed):
    reading = read(typed, "亿元")
    assert reading.figure is None
    assert reading.missing is Missing.UNCOUNTED
    assert "请选择缺数原因" in reading.note


@pytest.mark.parametrize(
    "typed",
    ["", "①", "12abc", "=1+1", "2024-01-05", "1e3", "1,00", "1,0001", "1.2.3", "😀", "7美元",
     "1-2-3", "12.5‰", "[8"],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_by_name(typed):
    with pytest.raises(FigureError, match="不是可以识别的数") as refusal:
        read(typed, "亿元")
    assert f"“{typed}”" in str(refusal.value)


def test_a_percentage_of_another_unit_is_refused():
    with pytest.raises(FigureError, match="带有百分号，而单位是“亿元”"):
        read("12.5%", "亿元")


@pytest.mark.parametrize(
    ("typed", "said"), [("1\x002", "控制字符"), ("9" * 30, "位数过多"), ("9" * 10_000_000, "过长")]
)
def test_hostile_text_is_refused_at_once_and_shortly(typed, said):
    began = perf_counter()
    with pytest.raises(FigureError, match=said) as refusal:
        read(typed, "个")
    assert perf_counter() - began < 1
    assert len(str(refusal.value)) < 100


@law
@given(st.one_of(plan_texts, st.text(max_size=20)), st.sampled_from(UNITS))
def test_nothing_typed_becomes_silently_zero_or_blank(typed, unit):
    try:
        reading = read(typed, unit)
    except FigureError:
        return
    if reading.figure is None:
        assert reading.missing is not None
    else:
        assert Figure.parse(str(reading.figure)) == reading.figure

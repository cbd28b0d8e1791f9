"""Days as people write them."""

from datetime import date, timedelta

import pytest

from core.domain.days import dated, parse
from core.errors import UsageError


def days(first, last=""):
    start, end = date.fromisoformat(first), date.fromisoformat(last or first)
    return frozenset(start + timedelta(n) for n in range((end - start).days + 1))


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-05",
        " 2027/2/5 ",
        "2027.2.5",
        "2027年2月5日",
        "２０２７年２月５日",
        "2027 年 2 月 5 日",
    ],
)
def test_a_day_is_read_in_every_usual_way(text):
    assert parse(text) == days("2027-02-05")


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-15至2027-02-23",
        "2027年2月15日至23日",
        "2027/2/15—2/23",
        "2027.2.15 ~ 23",
        "2027-2-15到23",
    ],
)
def test_days_are_read_from_one_to_another(text):
    assert parse(text) == days("2027-02-15", "2027-02-23")


def test_several_days_are_read_and_later_ones_leave_out_what_stays():
    text = "2027年9月25日至27日，10月1日至2日、4日；\n2028-01-01"
    assert parse(text) == (
        days("2027-09-25", "2027-09-27")
        | days("2027-10-01", "2027-10-02")
        | days("2027-10-04")
        | days("2028-01-01")
    )


def test_a_span_may_cross_the_end_of_a_year():
    assert parse("2027-12-30至2028-01-02") == days("2027-12-30", "2028-01-02")


@pytest.mark.parametrize("text", ["", " ", "，、"])
def test_nothing_is_no_day(text):
    assert parse(text) == frozenset()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("春节", "日期“春节”看不懂"),
        ("2月3日", "日期“2月3日”看不懂"),
        ("3", "日期“3”看不懂"),
        ("0000-02-03", "看不懂"),
        ("20270215", "看不懂"),
        ("2027-02-30", "日历上没有"),
        ("2027-13-01", "日历上没有"),
        ("2027-02-00", "日历上没有"),
        ("2027-02-23至15", "起止日期不对"),
        ("2027-02-15至2028-02-15", "起止日期不对"),
        ("2027-01-01，昨天", "日期“昨天”看不懂"),
    ],
)
def test_what_is_no_day_is_named(text, told):
    with pytest.raises(UsageError, match=f"{told}.*没有添加"):
        parse(text)


def test_a_day_is_printed_without_leading_zeros():
    assert dated(date(2026, 1, 5)) == "2026年1月5日"
    assert parse(dated(date(2026, 1, 5))) == days("2026-01-05")

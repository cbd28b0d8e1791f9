"""Lines break as Chinese typesetters break them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reports.pdf.lines import NO_END, NO_START, atoms, even, longest, wrap

TEXTS = st.text("规划指标（）“”，。；：、%12345.ab—/ \n左右以上", max_size=40)
WIDTHS = st.integers(1, 12)


@given(TEXTS, WIDTHS)
def test_nothing_is_lost_between_the_lines(text, width):
    assert "".join("".join(wrap(text, width, len)).split()) == "".join(text.split())


@given(TEXTS, WIDTHS)
def test_no_line_is_wider_than_its_room(text, width):
    assert all(len(line) <= width for line in wrap(text, width, len))


@given(TEXTS)
def test_no_line_begins_or_ends_against_the_rules_where_pieces_fit(text):
    width = max(1, int(longest(text, len)))
    for part in text.split("\n"):
        broken = wrap(part.strip(), width, len)
        assert all(line[0] not in NO_START for line in broken[1:])
        assert all(line[-1] not in NO_END for line in broken[:-1])


@given(TEXTS)
def test_pieces_put_together_are_the_text(text):
    assert "".join(atoms(text)) == text


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("地区生产总值（亿元）", 8, ("地区生产总值", "（亿元）")),
        ("综合能耗（吨标准煤）", 8, ("综合能耗", "（吨标准煤）")),
        (
            "年度目标36%（按规划目标推算），已完成",
            12,
            ("年度目标36%（按规划目", "标推算），已完成"),
        ),
        ("控制在3左右", 5, ("控制在", "3左右")),
        ("增加值增长7.5%左右", 6, ("增加值增长", "7.5%左右")),
        ("2021—2025年", 4, ("2021", "—202", "5年")),
        ("综合质效\n（7个）", 9, ("综合质效", "（7个）")),
        ("提高，增强。", 2, ("提", "高，", "增", "强。")),
        ("abcdefgh", 3, ("abc", "def", "gh")),
        ("", 5, ("",)),
    ],
)
def test_units_and_numbers_stay_whole_where_they_can(text, width, lines):
    assert wrap(text, width, len) == lines


def test_no_character_stands_alone_on_the_last_line_where_that_costs_nothing():
    assert wrap("省下达控制指标", 6, len) == ("省下达控制指", "标")
    assert even("省下达控制指标", 6, len) == ("省下达控制", "指标")
    assert even("一二三四五六七", 3, len) == ("一二三", "四五六", "七")
    assert even("规划", 6, len) == ("规划",)


@pytest.mark.parametrize("width", range(2, 14))
def test_no_hyphen_ends_a_line_as_readers_would_take_it_for_a_parted_word(width):
    broken = wrap("迎宾高架湖边-水西-水东段", width, len)
    assert not any(line.endswith("-") for line in broken[:-1])

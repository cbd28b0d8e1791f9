"""Prose on paper: 22 lines of 28 characters, indents, typefaces, no torn number."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import OutputError
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role
from core.reports.prose import Level, Paragraph, Prose, Signing
from tests.core.reports import sample
from tests.core.reports.paper import laid, laid_out, pdf, report
from tests.core.reports.placed import ACROSS, DOWN, HEIGHT, LEFT, TOP, body, fonts, said, sheets

# what no rule lets a line end in: a Western word or a sign, with what clings to it
WHOLE = re.compile(r"[（“]*(?:[!-\u00ff]+[—\u3000-\u303f]?|.)[，。；：、）”%]*")
NUMBERS = st.sampled_from(("3", "47.9%", "2024—2025年", "0.75—0.95", "GDP", "228.06亿元", "R&D"))
WORDS = st.text("规划指标完成情况城镇居民人均可支配收入", min_size=1, max_size=12)
ASIDES = st.just("") | WORDS.map("（{}）".format) | WORDS.map("“{}”".format)
CLAUSES = st.tuples(WORDS, NUMBERS, ASIDES, WORDS).map("".join)
FULL = "规划指标完成情况" * 200
LINE = DOWN / 22


def written(*paragraphs, **rest):
    """A report that begins with prose."""
    return sample.final(sample.report(Prose(paragraphs), **rest))


def lines(made):
    return laid(made).lines


def measured(text):
    """How wide a line is before it is spread to the right edge."""
    apart = len(re.sub("[!-\u00ff]+", "西", text))  # the signs of a Western word stand close
    return typeface(Role.FANGSONG).width(text, 16) + (ACROSS / 28 - 16) * apart


def test_a_page_holds_22_lines_of_28_characters():
    second = body(sheets(pdf(written(Paragraph(FULL))))[1])
    assert [len(line) for line in second.values()] == [28] * 22
    for row, line in second.items():
        middle = TOP + (row + 0.5) * LINE
        assert all(abs(HEIGHT - (each[2] + each[4]) / 2 - middle) < 5 for each in line)


def test_full_lines_begin_and_end_at_the_edges_of_the_area():
    first, *others = (body(sheets(pdf(written(Paragraph(FULL))))[0])[row] for row in (5, 6, 7))
    for line in others:
        assert line[0][1] == pytest.approx(LEFT, abs=1.5)
        assert line[-1][3] == pytest.approx(LEFT + ACROSS, abs=1.5)
    assert len(first) == 26
    assert first[0][1] == pytest.approx(LEFT + ACROSS / 28 * 2, abs=1.5)


def test_prose_begins_below_an_empty_line_under_the_title():
    rows = body(sheets(pdf(written(Paragraph("正文。"))))[0])
    assert [said(rows[row]) for row in (0, 2, 3)] == [
        "附件1", "章贡区国民经济和社会发展第十四个", "五年规划实施进展情况报告",
    ]  # fmt: skip
    assert list(rows) == [0, 2, 3, 5]
    assert said(rows[5]) == "正文。"


def test_whom_it_is_for_stands_at_the_edge_and_the_period_in_the_middle():
    made = written(Paragraph("（2023年全年）", Level.CENTRE), Paragraph("各部门：", Level.ADDRESS))
    centre, address = lines(made)
    assert address.x == 0
    rows = body(sheets(pdf(made))[0])
    assert rows[5][0][1] - LEFT == pytest.approx(LEFT + ACROSS - rows[5][-1][3], abs=2)
    assert centre.x > 100


@pytest.mark.parametrize(
    ("level", "font"),
    [(Level.FIRST, "NotoSansSC-Medium"), (Level.SECOND, "GBZenKai-Medium"),
     (Level.BODY, "NotoSerifSC-Light"), (Level.THIRD, "NotoSerifSC-Light")],
)  # fmt: skip
def test_each_level_has_its_typeface(level, font):
    plain = fonts(pdf(written(title="", label="")))
    found = fonts(pdf(written(Paragraph("总体进展", level), title="", label="")))
    assert found - plain == {font}


def test_opening_words_are_in_kai_and_the_rest_of_the_line_is_not():
    made = written(Paragraph("指标7个。" * 9, lead="（一）综合质效。"), title="", label="")
    first, *others = lines(made)
    assert first.text[: first.lead] == "（一）综合质效。"
    assert {line.lead for line in others} == {0}
    assert {"GBZenKai-Medium", "NotoSerifSC-Light"} <= fonts(pdf(made))


def test_opening_words_longer_than_a_line_go_on_on_the_next():
    first, second, *_ = lines(written(Paragraph("其余。", lead="很长的一句" * 8)))
    assert first.lead == len(first.text) == 26
    assert second.lead == 40 - 26


@pytest.mark.parametrize("number", ["228.06亿元", "-0.95%", "（47.9%）", "R&D"])
def test_numbers_and_western_words_are_never_torn(number):
    for before in range(20, 32):
        made = written(Paragraph("进" * before + number + "展" * 30))
        assert any(number.strip("亿元（）") in line.text for line in lines(made))


def test_a_range_is_parted_behind_its_dash_only_where_the_line_would_be_short():
    for before in range(16, 27):
        made = lines(written(Paragraph("进" * before + "2024—2025年" + "展" * 30)))
        ends = made[0].text.removeprefix("进" * before)
        assert ends.rstrip("展") in ("2024—2025年", "2024—2025", "2024—", "")
        assert ends or before > 22  # where 2024— has no room


@given(st.lists(CLAUSES, min_size=8, max_size=24))
def test_lines_are_full_unless_what_may_not_be_parted_has_no_room(clauses):
    made = lines(written(Paragraph("，".join(clauses) + "。")))
    for line, after in pairwise(made):
        lacks = ACROSS - line.x - measured(line.text)
        whole = WHOLE.match(after.text)
        assert lacks < 2 * ACROSS / 28 or (whole and lacks < measured(whole[0]) + 0.1)


def test_no_line_begins_with_a_sign_that_ends_a_clause():
    texts = [line.text for line in lines(written(*sample.prose(12).paragraphs))]
    assert not {text[0] for text in texts} & set("，。；：、）”%")
    assert not {text[-1] for text in texts} & set("（“")


def test_all_lines_but_a_paragraph_s_last_end_at_the_right_edge():
    made = written(*sample.prose(2).paragraphs)
    rows = body(sheets(pdf(made))[0])
    broken = [line for line in lines(made) if line.level is not Level.CENTRE]
    inner = {line.text for line, after in pairwise(broken) if line.paragraph == after.paragraph}
    ends = [row[-1][3] for row in rows.values() if said(row) in {"".join(t.split()) for t in inner}]
    assert len(ends) > 8
    assert ends == pytest.approx([LEFT + ACROSS] * len(ends), abs=2.5)


def test_no_heading_is_the_last_line_of_a_page():
    for before in range(30, 60):
        filler = [Paragraph("一行。")] * before
        heads = Paragraph("一、总体", Level.FIRST), Paragraph("（一）指标", Level.SECOND)
        made = written(*filler, *heads, Paragraph("正文。"))
        ends = [lines(made)[page.stop - 1] for page in laid(made).pages]
        assert all(line.level is Level.BODY for line in ends)


def test_what_signs_a_letter_stands_below_two_of_its_lines():
    for count in range(10, 30):
        signing = Signing(office="章贡区发展和改革委员会", dated="2024年2月9日")
        layout = laid_out(sample.report(Prose((Paragraph("一行。"),) * count), signing))
        last = [placed.what for placed in layout.sheets[-1].placed]
        assert [piece.part for piece in last[-2:]] == [0, 1]
        assert len(layout.parts[0].pages[-1]) >= 2


def test_the_office_and_the_date_end_four_characters_from_the_right():
    signing = Signing(office="章贡区发展和改革委员会", dated="2024年2月9日")
    (page,) = sheets(pdf(sample.final(sample.report(Prose((Paragraph("完。"),)), signing))))
    rows = body(page)
    office, dated = (row for row in rows.values() if said(row)[-1] in "会日")
    for row in (office, dated):
        assert row[-1][3] == pytest.approx(LEFT + ACROSS - 4 * 16, abs=2)


def test_a_fresh_text_begins_a_page_and_another_goes_on():
    more = Prose((Paragraph("其他。"),))
    assert len(laid_out(sample.report(more, more)).sheets) == 1
    fresh = Prose((Paragraph("其他。"),), fresh=True)
    assert len(laid_out(sample.report(more, fresh)).sheets) == 2


@pytest.mark.parametrize("wrong", [Paragraph("\U0001f600"), Paragraph("一", lead="\U0001f600")])
def test_a_character_without_a_font_is_named(wrong):
    with pytest.raises(OutputError, match=r"U\+1F600"):
        laid_out(written(wrong))


def test_a_report_of_a_table_is_as_it_was():
    assert laid_out(report()).code == ""

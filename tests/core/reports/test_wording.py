"""A narrative is edited as plain text: numbers say what a line is, and nothing gets lost."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.reports import wording
from core.reports.prose import Level, Paragraph, Prose
from core.reports.wording import prose_of, text_of
from tests.core.reports import sample


def report(*parts):
    """A report of some parts."""
    return replace(sample.report(), parts=parts)


PROSE = Prose(
    (
        Paragraph("各有关单位：", Level.ADDRESS),
        Paragraph("（2024年上半年）", Level.CENTRE),
        Paragraph("一、总体情况", Level.FIRST),
        Paragraph("（一）指标", Level.SECOND),
        Paragraph("1.进展", Level.THIRD),
        Paragraph("共7个指标。", lead="（一）综合质效。"),
        Paragraph("其余平稳。"),
    ),
    fresh=True,
)
TEXT = """\
〔主送〕各有关单位：
〔居中〕（2024年上半年）
一、总体情况
（一）指标
1.进展
（一）综合质效。共7个指标。
其余平稳。"""


def test_each_paragraph_is_a_line_and_only_what_has_no_number_is_marked():
    assert wording.text(report(PROSE)) == TEXT
    assert wording.reworded(report(PROSE), TEXT) == report(PROSE)


def test_an_edited_line_becomes_an_edited_paragraph_and_the_rest_stays():
    table = sample.report().tables[0]
    made = wording.reworded(
        report(PROSE, table), TEXT.replace("平稳", "向好") + "\n\n  特此报告。 "
    )
    prose, kept = made.parts
    assert isinstance(prose, Prose)
    assert [each.text for each in prose.paragraphs[-2:]] == ["其余向好。", "特此报告。"]
    assert (prose.fresh, kept) == (True, table)


def test_several_parts_are_parted_by_a_line():
    two = report(Prose((Paragraph("甲"),)), sample.report().tables[0], Prose((Paragraph("乙"),)))
    assert wording.text(two) == "甲\n〔下一部分〕\n乙"
    assert wording.reworded(two, wording.text(two)) == two


@pytest.mark.parametrize(
    ("edited", "texts"),
    [
        ("丙", [["丙"]]),
        ("〔下一部分〕\n丁", [["丁"]]),
        ("丙\n〔下一部分〕\n丁\n〔下一部分〕\n戊", [["丙"], ["丁", "戊"]]),
        ("", []),
    ],
)
def test_parts_that_were_taken_out_go_and_added_ones_belong_to_the_last(edited, texts):
    two = report(Prose((Paragraph("甲"),)), Prose((Paragraph("乙"),)))
    made = wording.reworded(two, edited)
    parts = [part for part in made.parts if isinstance(part, Prose)]
    assert len(parts) == len(made.parts)
    assert [[each.text for each in part.paragraphs] for part in parts] == texts


def test_a_report_without_paragraphs_has_no_text_and_takes_none():
    plain = report(sample.report().tables[0])
    assert wording.text(plain) == ""
    assert wording.reworded(plain, "甲") == plain


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("三、下一步", Paragraph("三、下一步", Level.FIRST)),
        ("（四）改革开放。", Paragraph("（四）改革开放。", Level.SECOND)),
        ("（四）改革开放。共2个。", Paragraph("共2个。", lead="（四）改革开放。")),
        ("2.粮食。", Paragraph("2.粮食。", Level.THIRD)),
        ("2.5亿元由市里安排。", Paragraph("2.5亿元由市里安排。")),
        ("一、二季度持平。", Paragraph("一、二季度持平。")),
        ("〔正文〕一、二季度", Paragraph("一、二季度")),
        ("（2023年全年）", Paragraph("（2023年全年）")),
    ],
)
def test_the_number_says_what_a_line_is(line, read):
    assert prose_of(f"\n  {line}\n\n", Prose(())).paragraphs == (read,)


def test_what_nobody_touched_stays_withheld_from_the_public():
    hidden = Prose((Paragraph("后两年需年均增长9.0%。", withheld=True), Paragraph("其余平稳。")))
    assert prose_of(text_of(hidden), hidden) == hidden
    changed = prose_of(text_of(hidden).replace("9.0%", "较快"), hidden)
    assert [each.withheld for each in changed.paragraphs] == [False, False]


def test_two_paragraphs_of_the_same_words_keep_what_each_is():
    twice = Prose((Paragraph("相同。", withheld=True), Paragraph("相同。")))
    assert prose_of(text_of(twice), twice) == twice


_PIECES = st.sampled_from(
    ("一、", "十二、", "（一）", "1.", "1.5", "12．", "。", "，", "甲", "指标", " a", "\n",
     *wording.MARKS.values(), wording.LEAD, wording.BODY, wording.NEXT)
)  # fmt: skip
_TEXTS = st.lists(_PIECES, min_size=1, max_size=6).map(lambda each: "".join(each).strip())
_LEADS = _TEXTS.filter(lambda lead: wording.BODY not in lead)
_PARAGRAPHS = st.builds(
    Paragraph,
    _TEXTS.filter(bool),
    st.sampled_from(Level),
    st.just("") | _LEADS,
    st.booleans(),
)


@given(st.lists(_PARAGRAPHS, min_size=1))
def test_whatever_was_generated_is_read_back(paragraphs):
    made = report(Prose(tuple(paragraphs)))
    assert wording.reworded(made, wording.text(made)) == made


@given(_TEXTS)
def test_whatever_was_typed_is_written_and_read_again_as_the_same(typed):
    read = prose_of(typed, Prose(()))
    assert prose_of(text_of(read), Prose(())) == read

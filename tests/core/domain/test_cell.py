"""What typing into one cell of a form makes of an entry, and what it refuses."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.cell import (
    LONGEST_EXPLANATION,
    NOT_BEGUN,
    TYPED,
    Column,
    Typed,
    choices,
    shown,
    typed,
)
from core.domain.indicator import Node
from core.domain.submission import Entry, Missing
from core.errors import FigureError
from tests import factory as the
from tests.core.domain.laws import law, plan_texts

GDP = the.level("750", "311.64")
BRIDGE = the.milestone()
PROJECT = replace(BRIDGE, node=Node.WORDS)
HUGE = 10_000_000
BLANK = the.entry("")
FULL = the.entry("12.50", growth=the.figure("6.1"), progress=the.figure("30"), explanation="工期")
ABSENT = the.entry("", missing=Missing.UNVERIFIED, explanation="待核")


def put(text, column=Column.FIGURE, entry=BLANK, item=GDP):
    return typed(item, entry, column, text)


def refusal(text, column=Column.FIGURE, entry=BLANK, item=GDP):
    with pytest.raises(FigureError) as refused:
        put(text, column, entry, item)
    return str(refused.value)


def test_a_plain_figure_is_taken_as_it_stands():
    assert put("12.50") == Typed(the.entry("12.50"))


@pytest.mark.parametrize(
    ("text", "becomes", "note"),
    [
        ("2000万", "0.2", "“2000万”读作0.2亿元"),
        ("１２．５", "12.5", "“１２．５”读作12.5亿元"),
        ("1,001.5", "1001.5", "“1,001.5”读作1001.5亿元"),
        ("1 001", "1001", "“1 001”读作1001亿元"),
        ("−3", "-3", "“−3”读作-3亿元"),
    ],
)
def test_what_reading_changes_is_told(text, becomes, note):
    assert put(text) == Typed(the.entry(becomes), note)


@pytest.mark.parametrize(
    "text",
    ["12.5①", "①", "2024/5/1", "2024年5月1日", "=A1+B1", "😀", "12\x00", "\x00",
     "１２.５.６", "5亿5千万", "\ud83d"],
)  # fmt: skip
def test_what_is_no_figure_is_refused_by_name_and_changes_nothing(text):
    visible = text.replace("\x00", "�").replace("\ud83d", "�")
    assert f"“{visible}”" in refusal(text)


def test_words_are_taken_for_the_checks_to_object_to():
    assert put("大约五百").entry.figure.value is None


def test_a_per_cent_sign_is_taken_where_the_unit_is_one():
    assert refusal("12.5%") == "“12.5%”带有百分号，而单位是“亿元”，请核对"
    assert put("12.5%", item=the.keep("60")) == Typed(the.entry("12.5"))


@pytest.mark.parametrize("column", TYPED)
def test_ten_megabytes_are_refused_in_a_short_sentence(column):
    assert len(refusal("1" * HUGE, column)) < 200


@pytest.mark.parametrize("text", ["", "  ", "\u3000"])
def test_an_empty_text_clears_a_cell_and_nothing_beside_it(text):
    cleared = [put(text, column, FULL).entry for column in TYPED if shown(FULL, column)]

    assert cleared == [
        replace(FULL, figure=None),
        replace(FULL, growth=None),
        replace(FULL, progress=None),
        replace(FULL, explanation=""),
    ]
    assert put(text, Column.MISSING, ABSENT).entry == replace(ABSENT, missing=None)


@pytest.mark.parametrize("text", ["-", "—", "无", "/"])
def test_a_sign_for_nothing_proposes_a_missing_kind(text):
    found = put(text, entry=the.entry("3"))

    assert found.entry == the.entry("", missing=Missing.UNCOUNTED)
    assert found.note == f"“{text}”表示没有数，请选择缺数原因"


def test_a_figure_ends_the_reason_why_there_was_none_and_says_so():
    assert put("8", entry=ABSENT) == Typed(
        the.entry("8", explanation="待核"), "已去掉缺数原因“待核实”"
    )
    assert put("８", entry=ABSENT).note == "“８”读作8亿元；已去掉缺数原因“待核实”"


@pytest.mark.parametrize("column", [Column.GROWTH, Column.PROGRESS])
def test_growth_and_progress_are_per_cent(column):
    field = str(column)

    assert put("6.1", column) == Typed(replace(BLANK, **{field: the.figure("6.1")}))
    assert put("6.1%", column) == Typed(replace(BLANK, **{field: the.figure("6.1")}))
    assert put("６.1", column).note == "“６.1”读作6.1%"


@pytest.mark.parametrize("text", ["-", "持平", "0.7:34.4:64.9"])
@pytest.mark.parametrize("column", [Column.GROWTH, Column.PROGRESS])
def test_what_is_no_percentage_is_refused(column, text):
    assert refusal(text, column) == f"“{text}”不是百分数，请填数字，没有就留空"


def test_a_text_that_is_no_number_is_refused_in_growth_by_name():
    assert refusal("六点一x", Column.GROWTH) == "“六点一x”不是可以识别的数"


@pytest.mark.parametrize(("number", "kind"), [*enumerate(Missing, 1)])
def test_a_missing_kind_is_chosen_by_its_word_or_by_its_number(number, kind):
    chosen = the.entry("", missing=kind)

    assert put(kind.label, Column.MISSING) == put(f" {number} ", Column.MISSING) == Typed(chosen)


@pytest.mark.parametrize("text", ["6", "0", "没统计", "uncounted"])
def test_another_word_is_refused_and_the_words_are_listed(text):
    listed = "未统计、未到发布期、不适用、不公开、待核实"

    assert refusal(text, Column.MISSING) == f"“{text}”不在可选的缺数原因里：{listed}"


def test_a_figure_that_stands_is_not_thrown_away_for_a_missing_kind():
    assert refusal("未统计", Column.MISSING, FULL) == (
        "本期已填“12.50”，不能再选缺数原因；请先清除本期"
    )


@pytest.mark.parametrize(
    ("text", "kept", "note"),
    [
        ("受疫情影响", "受疫情影响", ""),
        ("一\r\n二\n\n三", "一 二 三", "说明里的换行已改为空格"),
        ("一\r二", "一 二", "说明里的换行已改为空格"),
        ("一\u2028二\x0b三", "一 二 三", "说明里的换行已改为空格"),
        ("末尾换行\r\n", "末尾换行", ""),
        ("见 附件\t2 😀 ①", "见 附件\t2 😀 ①", ""),
        ("1" * LONGEST_EXPLANATION, "1" * LONGEST_EXPLANATION, ""),
    ],
)
def test_an_explanation_is_kept_as_it_stands_in_one_line(text, kept, note):
    assert put(text, Column.EXPLANATION) == Typed(replace(BLANK, explanation=kept), note)


def test_an_explanation_that_is_too_long_is_refused_not_cut():
    text = "字" * (LONGEST_EXPLANATION + 1)

    assert refusal(text, Column.EXPLANATION) == "说明有2001个字，最多2000个；没有保存，请缩短后再填"


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\x7f", "\x9b", "\ud83d"])
def test_an_explanation_with_what_cannot_be_seen_or_stored_is_refused(sign):
    assert refusal(f"原因{sign}", Column.EXPLANATION) == (
        "说明里有不可见的控制字符，没有保存，请重新填写"
    )


def test_a_milestone_takes_a_node_of_the_list():
    assert choices(BRIDGE, Column.FIGURE)[:2] == (NOT_BEGUN, "开工")
    assert put("封顶", item=BRIDGE).entry.text == "封顶"
    assert put("1", item=BRIDGE).entry.text == NOT_BEGUN
    assert "“通车”不在可选的节点里：未开工、开工、" in refusal("通车", item=BRIDGE)
    assert put("", item=BRIDGE, entry=the.entry("封顶")).entry == BLANK


@pytest.mark.parametrize(
    ("asked", "offered"),
    [
        (Node.OPENED, ("未开工", "开工", "封顶", "完工", "投用", "达产")),
        (Node.APPROVED, ("未开工", "推进中", "获批")),
        (Node.WORDS, ("未开工", "推进中", "完成")),
    ],
)
def test_a_milestone_offers_the_nodes_on_its_own_way(asked, offered):
    assert choices(replace(BRIDGE, node=asked), Column.FIGURE) == offered


def test_a_milestone_that_a_person_judges_takes_any_words():
    assert put("完成可研批复", item=PROJECT).entry.text == "完成可研批复"
    for text in ("😀", "9", "完成50%"):
        assert refusal(text, item=PROJECT) == f"“{text}”不在可选的节点里：未开工、推进中、完成"
    assert "不在可选的缺数原因里" in refusal("完成可研批复", Column.MISSING, item=PROJECT)


def test_words_of_a_milestone_that_are_too_long_are_quoted_from_their_beginning():
    assert refusal("完" * 41, item=BRIDGE).startswith(f"“{'完' * 40}…”不在可选的节点里")


def test_what_can_be_typed_freely_offers_no_list():
    assert choices(GDP, Column.FIGURE) == choices(BRIDGE, Column.EXPLANATION) == ()


@pytest.mark.parametrize("entry", [FULL, ABSENT, BLANK])
@pytest.mark.parametrize("column", TYPED)
def test_the_text_that_stands_in_a_cell_changes_nothing(entry, column):
    assert put(shown(entry, column), column, entry) == Typed(entry)


texts = st.one_of(plan_texts, st.sampled_from([each.label for each in Missing]))


@law
@given(st.sampled_from([GDP, the.keep("60"), BRIDGE, PROJECT]), st.sampled_from(TYPED), texts)
def test_what_was_accepted_is_shown_and_accepted_again_without_a_word(item, column, text):
    try:
        once = put(text, column, item=item).entry
    except FigureError:
        return
    again = put(shown(once, column), column, item=item)

    assert again.note == ""
    assert shown(again.entry, column) == shown(once, column)
    assert put(shown(once, column), column, once, item) == Typed(once)


@law
@given(st.sampled_from(TYPED), texts)
def test_a_text_is_never_silently_taken_for_nothing(column, text):
    try:
        found = put(text, column)
    except FigureError:
        return
    assert not text.strip() or found.entry != BLANK or found.note


def test_an_entry_shows_each_part_in_its_own_column():
    parts = {column: shown(FULL, column) for column in TYPED}

    assert parts == {
        Column.FIGURE: "12.50",
        Column.GROWTH: "6.1",
        Column.PROGRESS: "30",
        Column.MISSING: "",
        Column.EXPLANATION: "工期",
    }
    assert shown(ABSENT, Column.MISSING) == "待核实"
    assert isinstance(FULL, Entry)

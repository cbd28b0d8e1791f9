"""A block from Excel laid over a form: taken, read another way, refused or left out, never lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.cell import TYPED, Column, shown, typed
from core.domain.form import CLOSED
from core.domain.pasting import CLEARED, Pasting, Remark, paste
from core.domain.submission import Missing, State
from core.errors import FigureError
from tests import factory as the
from tests.core.domain.laws import law, plan_texts
from tests.forms import entry, form, handed_in

FORM = form(
    entry("B-01", "300", growth=the.figure("6.1"), explanation="新厂“投产”"),
    entry("B-02", missing=Missing.UNCOUNTED, explanation="在核"),
    entry("P01-01", "开工", progress=the.figure("30")),
    past=[entry("B-01", "190", "2024Q1")],
)
PLACES = [(row, column) for row in range(len(FORM.rows)) for column in FORM.columns]


def at(column):
    return FORM.columns.index(column)


def laid(block, code="B-01", column=Column.FIGURE, over=FORM):
    return paste(over, over.row(code), at(column), block)


def texts(found, column=Column.FIGURE):
    return {number: shown(each, column) for number, each in found.entries.items()}


def words(found):
    return [each.words for each in found.remarks]


def test_figures_go_down_a_column_without_a_word():
    found = laid([["301"], ["12.50"], ["3"]])

    assert texts(found) == {0: "301", 1: "12.50", 2: "3"}
    assert words(found) == ["已去掉缺数原因“未统计”"]


def test_a_block_that_is_taken_as_it_stands_needs_no_question():
    assert not laid([["301", "6.2"]]).doubtful
    assert laid([["301", "6.2"]]).entries == {
        0: entry("B-01", "301", growth=the.figure("6.2"), explanation="新厂“投产”")
    }


def test_what_is_read_another_way_is_remarked_with_what_it_becomes():
    found = laid([["2000万"]])

    assert found.remarks == (
        Remark(0, Column.FIGURE, "2000万", "0.2", "“2000万”读作0.2亿元", taken=True),
    )
    assert texts(found) == {0: "0.2"}


def test_what_cannot_be_read_leaves_its_cell_and_takes_the_rest():
    found = laid([["三百吧x"], ["12"]])

    assert texts(found) == {1: "12"}
    assert found.remarks[0] == Remark(
        0, Column.FIGURE, "三百吧x", "300", "“三百吧x”不是可以识别的数", taken=False
    )


def test_locked_cells_are_remarked_only_where_the_block_says_something_else():
    same = laid([["311.64", "750"]], column=Column.BASE)
    other = laid([["311.65", ""]], column=Column.BASE)

    assert same == Pasting()
    assert other.remarks == (
        Remark(0, Column.BASE, "311.65", "311.64", "基期由系统填好，不能改", taken=False),
    )


def test_rows_that_are_not_due_say_why_they_take_nothing():
    assert words(laid([["55"], ["301"]], "B-04")) == [
        "年度指标，全年时填报",
        "与B-01同源，在那里填报",
    ]


def test_nothing_goes_into_a_form_that_was_handed_in():
    found = laid([["1"], ["2"]], over=handed_in(form()))

    assert (found.entries, words(found)) == ({}, [CLOSED[State.SUBMITTED]] * 2)


def test_a_row_may_change_from_a_figure_to_a_reason_in_one_block():
    block = [["", "", "", "未统计", "统计口径在改"]]
    found = laid(block)

    assert found.entries[0].figure is None
    assert found.entries[0].missing is Missing.UNCOUNTED
    assert found.entries[0].explanation == "统计口径在改"


def test_a_reason_beside_a_figure_is_refused_and_the_figure_stays():
    found = laid([["301", "", "", "未统计"]])

    assert words(found)[-1] == "本期已填“301”，不能再选缺数原因；请先清除本期"
    assert texts(found) == {0: "301"}


def test_a_blank_that_would_empty_a_cell_is_never_silent():
    found = laid([["  "], [""]])

    assert found.remarks == (Remark(0, Column.FIGURE, "  ", "", CLEARED, taken=True),)
    assert texts(found) == {0: ""}


def test_a_dash_proposes_a_missing_kind():
    found = laid([["-"]])

    assert found.entries[0].missing is Missing.UNCOUNTED
    assert words(found) == ["“-”表示没有数，请选择缺数原因"]


def test_trailing_zeros_are_a_change_to_be_kept():
    assert texts(laid([["300.00"]])) == {0: "300.00"}


def test_cells_beyond_the_form_are_counted_and_blank_ones_are_not():
    wide = laid([["三", "四", " "]], column=Column.EXPLANATION)
    long = laid([["封顶"], ["已批复"], ["1"], [""], ["2", "3"]], "P01-01")

    assert (wide.beyond, long.beyond) == (1, 3)
    assert texts(long) == {5: "封顶", 6: "已批复"}
    assert wide.doubtful


def test_ten_thousand_rows_fill_the_form_and_say_how_many_did_not_fit():
    found = laid([["300", "6.1", "", "", "x" * 50]] * 10_000)

    assert found.beyond == 3 * (10_000 - len(FORM.rows))
    assert set(found.entries) <= set(range(len(FORM.rows)))


@pytest.mark.parametrize("text", ["1" * 10_000_000, "说" * 2001, "12\x00", "😀"])
def test_what_is_too_much_or_cannot_be_seen_is_remarked(text):
    (remark,) = laid([[text]]).remarks
    assert not remark.taken
    assert len(remark.words) < 200


@law
@given(st.sampled_from(PLACES), st.integers(1, 9), st.integers(1, 12))
def test_pasting_what_was_copied_changes_nothing(place, height, width):
    number, column = place
    columns = FORM.columns[FORM.columns.index(column) :][:width]
    copied = [[row.text(each) for each in columns] for row in FORM.rows[number:][:height]]

    assert paste(FORM, number, at(column), copied) == Pasting()


@law
@given(st.sampled_from(PLACES), plan_texts)
def test_pasting_one_cell_is_typing_it(place, text):
    number, column = place
    row, found = FORM.rows[number], paste(FORM, number, at(column), [[text]])
    expected = alone(row, column, text)
    if FORM.lock(row, column) or isinstance(expected, str):
        assert not found.entries
        assert words(found) in ([], [FORM.lock(row, column) or expected])
    else:
        assert found.entries.get(number, row.entry) == expected.entry
        assert [each.taken for each in found.remarks] == [True] * len(found.remarks)


def alone(row, column, text):
    """What typing makes of a cell, or why it is refused; of a locked column nothing."""
    try:
        return typed(row.item, row.entry, column, text) if column in TYPED else None
    except FigureError as error:
        return str(error)


def test_only_columns_that_take_something_are_ever_changed():
    assert all(FORM.lock(FORM.rows[row], column) for row, column in PLACES if column not in TYPED)

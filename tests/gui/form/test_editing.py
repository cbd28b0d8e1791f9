"""What happens between two cells: taken, asked back about, refused, taken back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.cell import Column
from core.domain.form_rows import with_entries
from core.domain.submission import Missing
from core.errors import FigureError
from core.services.forms import ChangedError
from gui.form.editing import CONFIRM, as_before, zero
from tests import factory as the
from tests.core.domain.laws import law
from tests.forms import entry, form
from tests.gui.form.sheet import BUSY, Sheet


@pytest.fixture
def sheet(qapp):
    return Sheet(form(entry("B-01", "300"), past=[entry("B-01", "190", "2024Q1")]))


def take(sheet, code, text, column=Column.FIGURE, *, confirmed=False):
    return sheet.editing.take(sheet.at(code, column), text, confirmed)


def test_a_plain_figure_is_stored_and_the_cell_can_be_left(qtbot, sheet):
    with qtbot.waitSignal(sheet.editing.saved) as saved:
        assert take(sheet, "B-03", "12").taken
    assert sheet.texts() == {"B-01": "300", "B-03": "12", "B-05": "300"}
    assert saved.args == [[2]]


def test_what_reading_changes_is_asked_back_and_taken_the_second_time(sheet):
    asked = take(sheet, "B-02", "2000万")

    assert (asked.taken, asked.asks) == (False, True)
    assert asked.words == f"“2000万”读作0.2亿元。{CONFIRM}"
    assert sheet.saves == []
    assert take(sheet, "B-02", "2000万", confirmed=True).taken
    assert sheet.text("B-02") == "0.2"


def test_what_cannot_be_read_is_refused_and_stores_nothing(sheet):
    refused = take(sheet, "B-02", "十二点x", confirmed=True)

    assert (refused.taken, refused.asks) == (False, False)
    assert refused.words == "“十二点x”不是可以识别的数。"
    assert (sheet.saves, sheet.drafts) == ([], [])


def test_the_same_text_again_stores_nothing_and_can_be_left(sheet):
    assert take(sheet, "B-01", "300").taken
    assert (sheet.saves, sheet.editing.steps.last) == ([], None)
    assert sheet.draft == ("B-01", "figure", None)


def test_trailing_zeros_are_stored(sheet):
    take(sheet, "B-01", "300.00")

    assert sheet.text("B-01") == "300.00"
    sheet.editing.undo()
    assert sheet.text("B-01") == "300"


@pytest.mark.parametrize("error", [BUSY, ChangedError("“高新产业产值”刚被别处改为“301”")])
def test_where_storing_fails_the_cell_cannot_be_left_and_hears_why(qtbot, sheet, error):
    sheet.refusal = error
    with qtbot.waitSignal(sheet.editing.refused) as refused:
        verdict = take(sheet, "B-02", "12")
    assert verdict == (False, str(error), False)
    assert refused.args == [error]
    assert (sheet.texts(), sheet.editing.steps.last) == ({"B-01": "300", "B-05": "300"}, None)


def test_a_step_is_taken_back_and_done_again(sheet):
    take(sheet, "B-02", "12")
    take(sheet, "B-02", "13")

    assert sheet.editing.undo().words == "填写本期"
    assert sheet.text("B-02") == "12"
    assert sheet.editing.undo()
    assert sheet.text("B-02") == ""
    assert sheet.editing.undo() is None
    assert sheet.editing.redo()
    assert sheet.text("B-02") == "12"
    assert sheet.editing.redo()
    assert sheet.editing.redo() is None
    assert sheet.text("B-02") == "13"


def test_several_rows_are_one_step(sheet):
    rows = {1: entry("B-02", "12"), 2: entry("B-03", "5")}
    sheet.editing.put(rows, "粘贴2行", sheet.at("B-02"))

    assert len(sheet.saves) == 1
    sheet.editing.undo()
    assert sheet.texts() == {"B-01": "300", "B-05": "300"}


def test_rows_that_stay_as_they_are_are_no_part_of_a_step(sheet):
    sheet.editing.put({0: entry("B-01", "300"), 1: entry("B-02", "12")}, "粘贴", sheet.at("B-01"))

    assert set(sheet.editing.steps.last.after) == {1}


def test_taking_back_that_fails_keeps_the_step(sheet):
    take(sheet, "B-02", "12")
    sheet.refusal = BUSY

    assert sheet.editing.undo() is None
    assert sheet.text("B-02") == "12"
    sheet.refusal = None
    assert sheet.editing.undo()


def test_doing_again_that_fails_keeps_the_step(sheet):
    take(sheet, "B-02", "12")
    sheet.editing.undo()
    sheet.refusal = BUSY

    assert sheet.editing.redo() is None
    sheet.refusal = None
    assert sheet.editing.redo()
    assert sheet.text("B-02") == "12"


def test_a_step_back_takes_the_findings_with_it(sheet):
    take(sheet, "B-02", "-5")
    assert [each.check for each in sheet.model.row(1).issues] == ["negative"]

    sheet.editing.undo()
    assert sheet.model.row(1).issues == ()


def test_the_place_and_the_half_typed_text_are_remembered(sheet):
    sheet.editing.note(sheet.at("B-02"), "12.")
    assert sheet.draft == ("B-02", "figure", "12.")

    take(sheet, "B-02", "12.5")
    assert sheet.draft == ("B-02", "figure", None)


def test_nowhere_is_not_remembered(sheet):
    sheet.editing.note(sheet.at("B-99"), "12")

    assert sheet.drafts == []


def test_zero_is_a_figure_and_ends_a_missing_kind(sheet):
    found = form(entry("B-02", missing=Missing.UNCOUNTED))

    assert zero(found, 1, Column.FIGURE) == entry("B-02", "0")
    with pytest.raises(FigureError):
        zero(found, found.row("P01-01"), Column.FIGURE)


def test_as_before_is_what_the_quarter_before_has_in_that_column():
    past = [entry("B-01", "190", "2024Q1", growth=the.figure("5.5"))]
    found = form(past=past)

    assert as_before(found, 0, Column.FIGURE) == entry("B-01", "190")
    assert as_before(found, 0, Column.GROWTH) == entry("B-01", growth=the.figure("5.5"))


def test_as_before_says_so_where_the_quarter_before_has_nothing():
    with pytest.raises(FigureError, match="“研发经费”上期没有数，请直接填写"):
        as_before(form(), 1, Column.FIGURE)
    with pytest.raises(FigureError, match="“高新产业产值”上期没有说明，请直接填写"):
        as_before(form(past=[entry("B-01", "190", "2024Q1")]), 0, Column.EXPLANATION)


numbers = st.sampled_from(["", "5", "5.0", "-5", "180", "2000万", "nonsense"])
kinds = st.sampled_from(["", "未统计", "未达到", "5"])
columns = {Column.FIGURE: numbers, Column.GROWTH: numbers, Column.MISSING: kinds}
acts = st.lists(
    st.one_of(
        *(
            st.tuples(st.sampled_from(["B-01", "B-02", "B-03"]), st.just(column), texts)
            for column, texts in columns.items()
        ),
        st.just("undo"),
        st.just("redo"),
    ),
    max_size=12,
)


@law
@given(acts)
def test_taking_everything_back_restores_every_entry_and_every_finding(deeds):
    begun = form(entry("B-01", "300"), past=[entry("B-01", "190", "2024Q1")])
    sheet = Sheet(begun)
    for deed in deeds:
        if isinstance(deed, str):
            getattr(sheet.editing, deed)()
        else:
            code, column, text = deed
            take(sheet, code, text, column, confirmed=True)
    while sheet.editing.undo():
        pass

    rows = tuple(map(sheet.model.row, range(sheet.model.rowCount())))
    assert rows == with_entries(begun, {}).rows

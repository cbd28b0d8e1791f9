"""The keys of Excel under the fingers of a clerk, on a sheet of which some cells are locked."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from core.domain.cell import Column
from core.domain.submission import Missing
from core.services.forms import ChangedError
from gui.form.deeds import NOTHING
from gui.form.editing import CONFIRM
from tests import factory as the
from tests.forms import entry, form, handed_in
from tests.gui.form.sheet import BUSY

FIGURE, GROWTH, MISSING, EXPLANATION = (
    Column.FIGURE,
    Column.GROWTH,
    Column.MISSING,
    Column.EXPLANATION,
)
HUGE = 3_500_000  # characters of three bytes
PAST = [entry("B-01", "190", "2024Q1"), entry("B-02", "11.5", "2024Q1")]


@pytest.fixture
def sheet(table):
    """An empty form, the cursor on its first figure."""
    return table(form(past=PAST)).go("B-01")


@pytest.fixture
def filled(table):
    made = form(entry("B-01", "300", growth=the.figure("6.1")), entry("B-02", "12"), past=PAST)
    return table(made).go("B-01")


def test_figures_are_typed_one_below_the_other(sheet):
    for text in ("300", "12.50", "3"):
        sheet.type(text)
        sheet.press("Return")

    assert sheet.texts() == {"B-01": "300", "B-02": "12.50", "B-03": "3", "B-05": "300"}
    assert sheet.here == ("P01-01", "figure")


def test_enter_and_shift_enter_pass_over_rows_that_are_locked(sheet):
    sheet.go("B-03").press("Return")
    assert sheet.here == ("P01-01", "figure")
    sheet.press("Shift+Return")
    assert sheet.here == ("B-03", "figure")
    sheet.press("Shift+Enter", "Shift+Enter", "Shift+Enter")
    assert sheet.here == ("B-01", "figure")


def test_at_the_last_row_enter_takes_the_figure_and_stays(sheet):
    sheet.go("P01-02", EXPLANATION).type("ok")
    sheet.press("Return")

    assert sheet.here == ("P01-02", "explanation")
    assert sheet.text("P01-02", EXPLANATION) == "ok"


def test_tab_goes_along_the_open_cells_and_on_into_the_next_row(sheet):
    places = []
    for _ in range(5):
        sheet.press("Tab")
        places.append(sheet.here)

    assert places == [
        ("B-01", "growth"),
        ("B-01", "missing"),
        ("B-01", "explanation"),
        ("B-02", "figure"),
        ("B-02", "missing"),
    ]
    sheet.press("Shift+Tab")
    sheet.type("3")
    sheet.press("Shift+Tab")
    assert (sheet.text("B-02"), sheet.here) == ("3", ("B-01", "explanation"))


def test_after_some_tabs_enter_returns_to_the_column_where_they_began(sheet):
    sheet.type("300")
    sheet.press("Tab")
    sheet.type("6.1")
    sheet.press("Tab", "Tab", "Return")

    assert sheet.here == ("B-02", "figure")
    assert (sheet.text("B-01"), sheet.text("B-01", GROWTH)) == ("300", "6.1")
    sheet.press("Return")
    assert sheet.here == ("B-03", "figure")


@pytest.mark.parametrize("break_off", ["Down", "click"])
def test_a_run_of_tabs_ends_where_the_cursor_is_put_elsewhere(sheet, break_off):
    sheet.press("Tab", "Tab")
    if break_off == "Down":
        sheet.press("Down")
    else:
        sheet.clerk.click(sheet.grid.viewport(), sheet.middle(sheet.at("B-02", MISSING)))
    sheet.press("Return")

    assert sheet.here == ("B-03", "missing")


def test_typing_replaces_what_stands_in_the_cell(filled):
    filled.type("31")
    assert filled.editor.text() == "31"
    filled.press("Return")
    assert filled.text("B-01") == "31"


@pytest.mark.parametrize(
    ("arrow", "there"),
    [
        ("Down", ("B-02", "figure")),
        ("Right", ("B-01", "growth")),
        ("Up", ("B-01", "figure")),
        ("Left", ("B-01", "figure")),
    ],
)
def test_while_typing_the_arrows_take_the_text_and_leave(filled, arrow, there):
    filled.type("31")
    filled.press(arrow)

    assert (filled.text("B-01"), filled.here) == ("31", there)
    assert filled.editor is None


def test_shift_and_arrows_select_in_the_text_while_typing(filled):
    filled.type("31")
    filled.press("Shift+Left")

    assert filled.editor.selectedText() == "1"


def test_after_f2_the_arrows_move_in_the_text(filled):
    filled.press("F2", "Right", "Left", "Left", "Up", "Down", "Ctrl+Up", "PgDown")
    filled.type("9")

    assert filled.editor.text() == "3900"
    filled.press("Return")
    assert (filled.text("B-01"), filled.here) == ("3900", ("B-02", "figure"))


def test_a_double_click_edits_what_stands_there(filled):
    there = filled.middle(filled.at("B-02"))
    filled.clerk.click(filled.grid.viewport(), there)
    QTest.mouseDClick(filled.grid.viewport(), Qt.MouseButton.LeftButton, pos=there)

    assert filled.editor.text() == "12"
    filled.press("End")
    filled.type("5")
    filled.press("Return")
    assert filled.text("B-02") == "125"


def test_escape_gives_up_what_was_typed_and_forgets_it(filled):
    filled.type("31")
    assert filled.draft == ("B-01", "figure", "31")
    filled.press("Esc")

    assert (filled.editor, filled.text("B-01")) == (None, "300")
    assert filled.draft == ("B-01", "figure", None)
    assert filled.grid.hasFocus()


def test_an_unchanged_cell_is_left_without_a_question(filled):
    filled.press("F2", "Return")

    assert (filled.here, filled.saves) == (("B-02", "figure"), [])


def test_a_chinese_word_can_be_composed_right_into_a_cell(qtbot, sheet):
    sheet.go("B-01", EXPLANATION).clerk.compose("受疫情影响")
    qtbot.waitUntil(lambda: sheet.editor is not None)
    sheet.press("Return")

    assert sheet.text("B-01", EXPLANATION) == "受疫情影响"


def test_what_is_read_another_way_is_taken_by_a_second_enter(qtbot, sheet):
    sheet.type("2000万")
    sheet.press("Return")

    qtbot.waitUntil(lambda: sheet.said == f"“2000万”读作0.2亿元。{CONFIRM}")
    assert (sheet.text("B-01"), sheet.here) == ("", ("B-01", "figure"))
    sheet.press("Return")
    assert (sheet.text("B-01"), sheet.here) == ("0.2", ("B-02", "figure"))


def test_another_text_is_asked_back_about_again(qtbot, sheet):
    sheet.type("2000万")
    sheet.press("Return", "Backspace", "Backspace")
    assert sheet.said == ""
    sheet.type("1万")
    sheet.press("Return")

    qtbot.waitUntil(lambda: "“2001万”读作" in sheet.said or "“20001万”" in sheet.said)
    assert sheet.text("B-01") == ""


@pytest.mark.parametrize(
    "text",
    ["大约x", "2024/5/1", "=A1+B1", "12.5%", "①", "😀", "1,01"],
)
def test_what_cannot_be_read_keeps_the_editor_open_with_its_text(qtbot, sheet, text):
    sheet.type(text)
    sheet.press("Return", "Return", "Tab", "Down")

    qtbot.waitUntil(lambda: f"“{text}”" in sheet.said)
    assert (sheet.editor.text(), sheet.here) == (text, ("B-01", "figure"))
    assert (sheet.saves, sheet.editor.property("grade")) == ([], "refused")
    sheet.press("Esc")
    assert sheet.text("B-01") == ""


def test_ten_megabytes_in_an_explanation_are_refused_and_not_cut(qtbot, sheet):
    QGuiApplication.clipboard().setText("说" * HUGE)
    sheet.go("B-01", EXPLANATION).press("F2", "Ctrl+V", "Return")

    qtbot.waitUntil(lambda: f"说明有{HUGE}个字，最多2000个；没有保存" in sheet.said)
    assert (len(sheet.editor.text()), sheet.saves) == (HUGE, [])
    assert len(sheet.drafts[-1].text) == HUGE


def test_a_text_that_was_refused_can_be_mended(sheet):
    sheet.type("12,5")
    sheet.press("Return", "Backspace", "Backspace")
    sheet.type(".5")
    sheet.press("Return")

    assert sheet.text("B-01") == "12.5"


@pytest.mark.parametrize("error", [BUSY, ChangedError("刚被别处改为“301”")])
def test_where_storing_fails_the_text_stays_in_the_open_editor(qtbot, sheet, error):
    sheet.refusal = error
    sheet.type("300")
    sheet.press("Return")

    qtbot.waitUntil(lambda: sheet.said == str(error))
    assert sheet.editor.text() == "300"
    sheet.refusal = None
    sheet.press("Return")
    assert (sheet.text("B-01"), sheet.here) == ("300", ("B-02", "figure"))


def test_a_click_elsewhere_takes_the_text_first(sheet):
    sheet.type("300")
    sheet.clerk.click(sheet.grid.viewport(), sheet.middle(sheet.at("B-03")))

    assert (sheet.text("B-01"), sheet.here) == ("300", ("B-03", "figure"))


@pytest.mark.parametrize("where", ["cell", "row", "column"])
def test_a_click_elsewhere_cannot_lose_a_text_that_was_refused(sheet, where):
    sheet.type("12,5")
    if where == "cell":
        sheet.clerk.click(sheet.grid.viewport(), sheet.middle(sheet.at("B-03")))
    else:
        header = sheet.grid.verticalHeader() if where == "row" else sheet.grid.horizontalHeader()
        sheet.clerk.click(header.viewport(), QPoint(100, 100) if where == "row" else QPoint(5, 5))

    assert (sheet.editor.text(), sheet.here) == ("12,5", ("B-01", "figure"))


def test_the_head_of_a_row_chooses_the_whole_row(sheet):
    place = QPoint(120, sheet.grid.rowViewportPosition(1) + 5)
    sheet.clerk.click(sheet.grid.verticalHeader().viewport(), place)

    assert {index.row() for index in sheet.grid.chosen()} == {1}
    assert len(sheet.grid.chosen()) == len(Column)


@pytest.mark.parametrize(
    ("code", "column", "reason"),
    [
        ("B-01", Column.BASE, "基期由系统填好，不能改"),
        ("B-02", GROWTH, "同比由系统计算，不用填"),
        ("B-01", Column.PROGRESS, "只有节点填形象进度"),
        ("B-04", FIGURE, "年度指标，全年时填报"),
        ("B-05", FIGURE, "与B-01同源，在那里填报"),
    ],
)
def test_typing_into_a_locked_cell_says_why_it_is(sheet, code, column, reason):
    sheet.go(code, column).type("5")
    sheet.press("F2", "Delete")

    assert sheet.notices == [reason] * 3
    assert (sheet.editor, sheet.saves) == (None, [])


def test_a_figure_that_its_provider_settled_says_by_whom(table):
    sheet = table(form(entry("B-03", "5"), closed=["D02"])).go("B-03")
    sheet.type("6")

    assert sheet.notices == ["已由区统计局核定，不能改"]


def test_a_form_that_was_handed_in_takes_nothing(table):
    sheet = table(handed_in(form())).go("B-01")
    sheet.type("6")
    sheet.press("Return", "Tab")

    assert sheet.notices == ["本表已报送，要改请先撤回"]
    assert sheet.here == ("B-01", "figure")


def test_keys_that_change_nothing_are_heard_on_a_locked_cell_too(sheet):
    sheet.go("B-04").press("Down", "Ctrl+A", "Ctrl+End")

    assert sheet.notices == []


def test_without_a_form_keys_do_nothing(table):
    sheet = table(None)
    sheet.type("5")
    sheet.press("Return", "Tab", "F2", "Delete", "Ctrl+C", "Ctrl+V", "Ctrl+Z", "Ctrl+D")

    assert (sheet.saves, sheet.notices) == ([], [])


def test_delete_empties_a_cell_and_backspace_does_too(filled):
    filled.press("Delete")
    filled.go("B-02").press("Backspace")

    assert filled.texts() == {}
    assert len(filled.saves) == 2


def test_delete_empties_a_block_in_one_step_and_leaves_what_is_locked(filled):
    filled.select(("B-01", Column.LAST), ("B-05", GROWTH))
    filled.press("Delete")

    assert (filled.texts(), filled.text("B-01", GROWTH)) == ({}, "")
    assert filled.notices == []
    filled.press("Ctrl+Z")
    assert filled.texts() == {"B-01": "300", "B-02": "12", "B-05": "300"}
    assert filled.notices == ["已撤销：清除。"]
    filled.press("Ctrl+Y")
    assert filled.texts() == {}
    filled.press("Ctrl+Z", "Ctrl+Shift+Z")
    assert filled.notices[-1] == "已重做：清除。"


def test_delete_where_all_is_locked_says_so(filled):
    filled.select(("B-01", Column.BASE), ("B-02", Column.LAST))
    filled.press("Delete")

    assert filled.notices == [NOTHING]


def test_taking_back_where_nothing_was_done_says_nothing(sheet):
    sheet.press("Ctrl+Z", "Ctrl+Y")

    assert sheet.notices == []


def test_copying_puts_a_block_on_the_clipboard_as_excel_reads_it(filled):
    filled.select(("B-01", Column.LAST), ("B-02", GROWTH))
    filled.press("Ctrl+C")

    assert QGuiApplication.clipboard().text() == "190\t300\t6.1\r\n11.5\t12\t\r\n"


def test_cutting_copies_and_empties(filled):
    filled.press("Ctrl+X")

    assert QGuiApplication.clipboard().text() == "300\r\n"
    assert filled.text("B-01") == ""


def test_ctrl_d_fills_the_block_from_its_first_row(filled):
    filled.select(("B-01", FIGURE), ("P01-01", FIGURE))
    filled.press("Ctrl+D")

    assert filled.texts() == {"B-01": "300", "B-02": "300", "B-03": "300", "B-05": "300"}
    assert "“300”不在可选的节点里" in filled.notices[0]
    filled.press("Ctrl+Z")
    assert filled.texts() == {"B-01": "300", "B-02": "12", "B-05": "300"}


def test_ctrl_d_in_one_row_takes_what_stands_above(filled):
    filled.go("B-02").press("Ctrl+D")
    assert filled.text("B-02") == "300"

    filled.go("B-01").press("Ctrl+D")
    assert (filled.text("B-01"), filled.notices) == ("300", [])


def test_zero_and_as_before_fill_all_chosen_cells(sheet):
    sheet.select(("B-01", FIGURE), ("B-03", FIGURE))
    sheet.deeds.same()
    assert sheet.texts() == {"B-01": "190", "B-02": "11.5", "B-05": "190"}
    assert sheet.notices == ["“技术合同额”上期没有数，请直接填写"]

    sheet.deeds.zero()
    assert sheet.texts() == {"B-01": "0", "B-02": "0", "B-03": "0", "B-05": "0"}


def test_a_deed_takes_what_is_being_typed_first_and_does_nothing_where_it_cannot(sheet):
    sheet.type("12,5")
    sheet.deeds.zero()
    assert (sheet.editor.text(), sheet.saves) == ("12,5", [])

    sheet.press("Ctrl+A")
    sheet.type("7")
    sheet.deeds.zero()
    assert (sheet.text("B-01"), len(sheet.saves), sheet.editor) == ("0", 2, None)


def test_the_next_match_is_looked_for_round_the_end(sheet):
    sheet.deeds.seek("专栏", onward=True)
    assert sheet.here == ("B-05", "figure")
    sheet.deeds.seek(" b-02 ", onward=True)
    assert sheet.here == ("B-02", "figure")
    sheet.deeds.seek("没有的", onward=True)
    assert (sheet.here, sheet.notices) == (("B-02", "figure"), ["没有找到“没有的”。"])
    sheet.deeds.seek(" ", onward=True)
    assert sheet.here == ("B-02", "figure")


def test_while_words_are_typed_a_row_that_has_them_is_kept(sheet):
    sheet.deeds.seek("高新", onward=False)
    assert sheet.here == ("B-01", "figure")
    sheet.deeds.seek("高新", onward=True)
    sheet.deeds.seek("高新产业", onward=False)
    assert sheet.here == ("B-05", "figure")


def test_looking_for_something_cannot_lose_a_text_that_was_refused(sheet):
    sheet.type("12,5")
    sheet.deeds.seek("专栏", onward=True)

    assert (sheet.editor.text(), sheet.here) == ("12,5", ("B-01", "figure"))


def test_missing_kinds_are_offered_by_alt_and_down(qtbot, sheet):
    sheet.go("B-01", MISSING).press("F2", "Alt+Down")
    popup = sheet.editor.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    assert [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())] == [
        each.label for each in Missing
    ]
    sheet.press("Down", "Down", "Return")
    assert sheet.editor.text() == "未到发布期"
    sheet.press("Return")
    assert sheet.text("B-01", MISSING) == "未到发布期"


@pytest.mark.parametrize("text", ["未统计", "1"])
def test_a_missing_kind_is_typed_as_a_word_or_a_number(sheet, text):
    sheet.go("B-01", MISSING).type(text)
    sheet.press("Return")

    assert sheet.text("B-01", MISSING) == "未统计"
    assert sheet.here == ("B-02", "missing")


def test_a_node_is_chosen_by_its_number(sheet):
    sheet.go("P01-01").type("3")
    sheet.press("Return")

    assert sheet.text("P01-01") == "封顶"


def test_alt_and_down_open_nothing_where_anything_can_be_typed(sheet):
    sheet.press("F2", "Alt+Down")

    assert sheet.editor.completer() is None
    assert QApplication.activePopupWidget() is None


def test_a_half_typed_text_is_offered_again(sheet):
    sheet.grid.offer(sheet.at("B-02"), "12.")
    assert (sheet.editor.text(), sheet.here) == ("12.", ("B-02", "figure"))
    sheet.type("5")
    sheet.press("Return")

    assert sheet.text("B-02") == "12.5"


def test_a_locked_cell_is_offered_nothing(sheet):
    assert not sheet.grid.offer(sheet.at("B-04"), "12.")

    assert (sheet.editor, sheet.grid.unfinished) == (None, "")


def test_the_text_that_cannot_be_taken_is_told(sheet):
    sheet.type("12,5")
    assert sheet.grid.unfinished == "12,5"

    sheet.press("Ctrl+A")
    sheet.type("7")
    assert (sheet.grid.unfinished, sheet.text("B-01")) == ("", "7")


def test_the_first_cell_that_wants_something_is_found(table):
    empty, partly = table(form()), table(form(entry("B-01", "3")))
    full = [entry("B-01", "3"), entry("B-02", "3"), entry("P01-01", "开工"), entry("P01-02", "好")]

    assert [each.deeds.first_open().row() for each in (empty, partly)] == [0, 1]
    assert table(form(*full)).deeds.first_open().row() == 0
    assert table(handed_in(form(*full))).deeds.first_open().row() == 0


def test_a_tip_stands_where_it_is_seen_whole(qtbot, sheet):
    sheet.grid.resize(1100, 140)
    sheet.go("B-02").type("12,5")
    sheet.press("Return")

    qtbot.waitUntil(lambda: sheet.said != "")
    tip = sheet.editor._tip
    assert tip.geometry().bottom() <= sheet.grid.mapTo(sheet.editor.window(), QPoint(0, 140)).y()


def test_a_text_that_is_given_up_at_once_leaves_no_tip_behind(qtbot, sheet):
    sheet.type("12,5")
    tips = []
    for keys in (["Return", "Esc"], ["Esc"]):
        sheet.press(*keys)
        tips += sheet.grid.window().findChildren(QLabel, "cellTip")
    qtbot.waitUntil(lambda: not sheet.grid.window().findChildren(QLabel, "cellTip"))

    assert sheet.editor is None


def test_the_view_itself_takes_a_text_before_it_closes_the_cell(sheet):
    sheet.type("300")
    sheet.grid.setCurrentIndex(sheet.at("B-03"))

    assert (sheet.text("B-01"), sheet.editor) == ("300", None)


def test_a_cell_that_is_typed_into_stays_open_when_the_keyboard_goes_elsewhere(sheet):
    sheet.type("12.")
    sheet.grid.verticalScrollBar().setFocus()
    sheet.grid.clearFocus()

    assert sheet.editor.text() == "12."


def test_a_change_from_elsewhere_does_not_overwrite_what_is_being_typed(sheet):
    sheet.type("12")
    fresh = sheet.model.form.with_entry(0, entry("B-01", "301"))
    sheet.model.renew(fresh, [0])

    assert sheet.editor.text() == "12"

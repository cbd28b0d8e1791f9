"""Ctrl+V: taken at once where it stands as it is, else shown before anything is stored."""

import pytest
from PySide6.QtGui import QGuiApplication

from core.domain.cell import Column
from core.domain.submission import Missing
from gui.dialogs.paste_preview import LINES, PastePreview, summary
from gui.form import tsv
from gui.form.deeds import TOO_LARGE
from tests.forms import entry, form
from tests.gui.form.sheet import BUSY


@pytest.fixture
def sheet(table):
    return table(form(entry("B-01", "300"), past=[entry("B-01", "190", "2024Q1")])).go("B-01")


def paste(sheet, text):
    """Press Ctrl+V over a text, and give the preview, if one opens."""
    QGuiApplication.clipboard().setText(text)
    sheet.press("Ctrl+V")
    return shown(sheet)


def shown(sheet):
    return next((each for each in sheet.grid.findChildren(PastePreview) if each.isVisible()), None)


def cells(preview):
    listed = preview._table
    return [
        [listed.item(row, column).text() for column in range(listed.columnCount())]
        for row in range(listed.rowCount())
    ]


def test_a_block_of_plain_figures_is_taken_at_once_as_one_step(sheet):
    assert paste(sheet, "301\t6.1\r\n12.50\r\n3\r\n") is None
    assert sheet.texts() == {"B-01": "301", "B-02": "12.50", "B-03": "3", "B-05": "301"}
    assert sheet.notices == ["已贴入3行，按Ctrl+Z可以整体撤销。"]
    assert len(sheet.saves) == 1

    sheet.press("Ctrl+Z")
    assert sheet.texts() == {"B-01": "300", "B-05": "300"}
    assert sheet.text("B-01", Column.GROWTH) == ""


def test_what_is_read_another_way_is_shown_before_it_is_taken(sheet):
    preview = paste(sheet, "3,001.5\r\n2000万\r\n１２．５\r\n")

    assert cells(preview) == [
        ["高新产业产值", "本期", "3,001.5", "3001.5", "“3,001.5”读作3001.5亿元"],
        ["研发经费", "本期", "2000万", "0.2", "“2000万”读作0.2亿元"],
        ["技术合同额", "本期", "１２．５", "12.5", "“１２．５”读作12.5亿元"],
    ]
    assert sheet.saves == []
    preview._take.click()
    assert sheet.texts() == {"B-01": "3001.5", "B-02": "0.2", "B-03": "12.5", "B-05": "3001.5"}


def test_giving_up_pastes_nothing(sheet):
    paste(sheet, "2000万")._drop.click()

    assert (sheet.saves, sheet.notices, shown(sheet)) == ([], [], None)


def test_what_cannot_be_taken_is_said_and_the_rest_is_offered(sheet):
    preview = paste(sheet, "301\r\n=A1+B1\r\n5\r\n")

    assert cells(preview) == [
        ["研发经费", "本期", "=A1+B1", "不变（空）", "“=A1+B1”不是可以识别的数"]
    ]
    preview._take.click()
    assert sheet.texts() == {"B-01": "301", "B-03": "5", "B-05": "301"}


@pytest.mark.parametrize("text", ["x1", "2024/5/1", "①", "😀", "12\0", "1" * 10_000_000])
def test_where_nothing_can_be_taken_only_giving_up_is_offered(sheet, text):
    preview = paste(sheet, text)

    assert not preview._take.isEnabled()
    assert preview._drop.isDefault()
    assert cells(preview)[0][3] == "不变（300）"


def test_a_blank_over_a_figure_is_asked_about(sheet):
    preview = paste(sheet, "\r\n")

    assert cells(preview)[0][3:] == ["", "贴入的是空白，原有内容将清除"]
    assert "1格贴入的是空白，原有内容将清除" in preview._words.text()


def test_cells_with_line_breaks_and_tabs_come_in_quotes(sheet):
    preview = paste(sheet.go("B-01", Column.EXPLANATION), '"受疫情\r\n影响"\r\n"他说""好"""\r\n')

    assert cells(preview)[0][2:] == ["受疫情\n影响", "受疫情 影响", "说明里的换行已改为空格"]
    preview._take.click()
    assert sheet.texts(Column.EXPLANATION) == {
        "B-01": "受疫情 影响",
        "B-02": '他说"好"',
        "B-05": "受疫情 影响",
    }


def test_ten_thousand_rows_say_how_many_did_not_fit(sheet):
    preview = paste(sheet, "5\r\n" * 10_000)

    assert "9993格超出本表，不贴入" in preview._words.text()
    assert ["科创大桥", "本期", "5", "投用", "“5”是“投用”的序号"] in cells(preview)
    preview._take.click()
    figures = {"B-01": "5", "B-02": "5", "B-03": "5", "B-05": "5"}
    assert sheet.texts() == figures | {"P01-01": "投用"}


def test_more_cells_than_any_form_has_are_refused(monkeypatch, sheet):
    monkeypatch.setattr(tsv, "MOST_CELLS", 3)

    assert paste(sheet, "1\t2\r\n3\t4") is None
    assert (sheet.notices, sheet.saves) == ([TOO_LARGE], [])


def test_a_single_cell_fills_all_that_are_chosen(sheet):
    sheet.select(("B-01", Column.FIGURE), ("B-03", Column.FIGURE))
    assert paste(sheet, "7") is None
    assert sheet.texts() == {"B-01": "7", "B-02": "7", "B-03": "7", "B-05": "7"}


def test_an_empty_clipboard_or_the_same_block_changes_nothing(sheet):
    assert paste(sheet, "") is None
    sheet.select(("B-01", Column.BASE), ("P01-02", Column.EXPLANATION))
    sheet.press("Ctrl+C", "Ctrl+V")
    assert (shown(sheet), sheet.saves, sheet.notices) == (None, [], [])


def test_a_store_that_refuses_keeps_the_form_as_it_was(qtbot, sheet):
    sheet.refusal = BUSY
    with qtbot.waitSignal(sheet.editing.refused):
        paste(sheet, "301")
    assert (sheet.texts(), sheet.notices) == ({"B-01": "300", "B-05": "300"}, [])


def test_a_missing_kind_is_proposed_for_a_dash(sheet):
    paste(sheet, "-")._take.click()

    assert sheet.text("B-01", Column.MISSING) == Missing.UNCOUNTED.label


def test_what_is_said_counts_each_kind_and_the_list_has_an_end(sheet):
    text = "\r\n".join(["x\t" * 5] * 200)
    found = paste(sheet, text)

    assert "格不能填入，保持原样" in found._words.text()
    assert len(cells(found)) <= LINES


def test_long_texts_are_shown_by_their_beginning_and_nul_as_a_mark(sheet):
    listed = paste(sheet, "1\0" + "9" * 100)._table.item(0, 2)

    assert (len(listed.text()), listed.text()[:2]) == (61, "1�")
    assert len(listed.toolTip()) == 102


def test_a_long_list_is_said_to_be_cut(sheet):
    from core.domain.pasting import Pasting, Remark

    remark = Remark(0, Column.FIGURE, "x", "", "“x”不是可以识别的数", taken=False)

    assert f"下表只列前{LINES}格" in summary(Pasting({}, (remark,) * (LINES + 1)))

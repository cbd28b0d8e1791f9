"""核对校验码: which data a printed page shows, and printing it as it was."""

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QFileDialog

from core.services import verifying
from core.services.reports import printing
from gui.pages import reports
from gui.widgets.reports.code_box import ASK
from gui.widgets.reports.panel import CHECKING, CHOOSING


@pytest.fixture
def printed(desk, tmp_path):
    """The desk with a report that was written, at the tab where it is checked."""
    desk.write(tmp_path / "out")
    desk.panel.tabs.setCurrentIndex(CHECKING)
    return desk


def code(desk):
    return printing.printed(desk.store, "p")[0].code


def ask(desk, text):
    box = desk.panel.code
    box._field.setText(text)
    box._check.click()
    desk.wait(lambda: desk.page._checking._task is None)
    return box


def lines(box):
    return [box._notes.item(row).text() for row in range(box._notes.count())]


def test_the_page_says_how_to_check(printed):
    assert printed.page.advice == reports.CHECK
    assert printed.panel.code.words == ASK
    assert not printed.panel.code._check.isEnabled()


def test_a_code_of_present_data_says_so(printed):
    box = ask(printed, code(printed).upper())
    assert box.words == f"校验码“{code(printed)}”的报告就是现在的数据。"
    assert any("李明于" in each for each in lines(box))


def test_a_code_of_older_data_lists_what_differs(printed):
    printed.report("B-01", "580.25")
    box = ask(printed, code(printed))
    assert "与现在的数据不一致" in box.words
    assert any("“560”，现在是“580.25”" in each for each in lines(box))


def test_what_is_no_code_or_an_unknown_one_is_told_beside_the_field(printed):
    assert "不是校验码" in ask(printed, "abc").words
    box = ask(printed, "0" * 12)
    assert "没有找到" in box.words
    assert not any(each.isVisible() for each in box._acts)


def test_only_the_answer_to_the_last_code_is_shown(printed):
    box = printed.panel.code
    box.ask("0" * 12)
    ask(printed, code(printed))
    assert "就是现在的数据" in box.words


def test_a_bug_while_checking_is_told_as_one(printed, monkeypatch):
    def broken(*_):
        raise ValueError("a bug")

    monkeypatch.setattr(verifying, "verify_code", broken)
    box = ask(printed, code(printed))
    assert str(printed.errors.pop()) == "a bug"
    assert box.words == ASK


def test_an_older_report_is_seen_as_it_was_and_printed_so(printed):
    printed.report("B-01", "580.25")
    line = printed.panel.recent.item(0)
    printed.panel.recent.itemActivated.emit(line)
    printed.wait(lambda: bool(printed.panel.code._code))
    see, reprint, _ = printed.panel.code._acts
    see.click()
    assert printed.page.advice == reports.SEEN
    printed.settle()
    for button in (printed.panel.print, reprint):
        button.click()
        dialog = printed.dialog(QPrintDialog)
        assert code(printed) in dialog.printer().docName()
        dialog.reject()
        printed.wait(lambda: not printed.page.findChildren(QPrintDialog))
    printed.panel.tabs.setCurrentIndex(CHOOSING)
    printed.settle()
    assert printed.page.advice != reports.SEEN


def test_an_older_report_is_saved_as_it_was(printed, tmp_path):
    ask(printed, code(printed))
    printed.panel.code._acts[2].click()
    dialog = printed.dialog(QFileDialog)
    before = next((tmp_path / "out").glob("*.pdf")).read_bytes()
    printed.report("B-01", "580.25")
    dialog.fileSelected.emit(str(tmp_path / "again.pdf"))
    dialog.reject()
    printed.wait(lambda: printed.notices[-1].startswith("已存为"))
    assert (tmp_path / "again.pdf").read_bytes() == before

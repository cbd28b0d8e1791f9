"""回执: what was taken in is listed, its files are saved out again, scans kept beside them."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from core.domain.changes import Way
from core.domain.holder import Holder
from core.domain.submission import Origin
from core.errors import StorageError
from gui.journeys.intake import IntakeJourneys
from gui.pages.inbox import receipts
from gui.theme import Size
from tests import factory as the
from tests.forms import HALF, entry
from tests.gui.papers import job
from tests.returning import filled, issued


@pytest.fixture
def taken(desk, tmp_path):
    """The desk after a file was taken in, one conflict of it decided; and that file."""
    made = desk()
    back = filled(issued(made.store, tmp_path), {"B-01": 300, "B-02": 12})
    with made.store.writing() as work:
        origin = Origin("填报", "张三")
        work.entries.save("p", [entry("B-02", "15")], origin, "2024-07-02T12:00:00+08:00")
    made.drop(back)
    made.view._all[Way.KEEP].click()
    made.take()
    looked(made)
    made.part("回执")
    return made, back


def part(made):
    return made.page._parts["回执"]


def looked(made):
    """Wait until the list is read."""
    made.wait(lambda: part(made)._looking is None)


def row(made, number=0):
    model = part(made)._table.model()
    return [model.index(number, column).data() for column in range(model.columnCount())]


def choose(qtbot, made, button, path):
    """Press a button, and choose a path in its dialog."""
    button.click()
    dialog = part(made).findChildren(QFileDialog)[-1]
    with qtbot.waitSignal(dialog.finished):
        dialog.fileSelected.emit(str(path))
        dialog.reject()


def test_before_anything_was_taken_in_the_list_says_what_will_be_there(desk):
    made = desk()
    made.part("回执")
    looked(made)
    assert made.page.advice == receipts.NONE
    assert not part(made)._save.isEnabled()
    part(made)._open_form()
    part(made)._save_original(Path())
    part(made)._save_all_scans(Path())
    part(made)._keep_scan(Path())
    assert made.ways == made.notices == []


def test_what_was_taken_in_is_listed_with_what_was_decided(taken):
    made, _ = taken
    assert made.page.advice == receipts.LOOK
    assert row(made)[1:9] == [
        "李四",
        "回件.xlsx",
        "区科技局",
        "2024年上半年",
        "有问题",
        "1",
        "1",
        "",
    ]
    assert "SHA-256" in part(made)._table.model().index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    lines = [part(made)._cells_model.line(number) for number in (0, 1)]
    assert [(each.name, each.texts, each.words) for each in lines] == [
        ("研发经费", ("", "15", "12.00"), "保留"),
        ("高新产业产值", ("", "", "300.00"), "采用"),
    ]
    assert part(made)._texts._source.text().startswith("填报表!J")


def test_what_was_decided_cannot_be_changed_here(taken):
    made, _ = taken
    made.show()
    QTest.keyClick(part(made)._cells, Qt.Key.Key_G)
    QTest.keyClick(part(made)._cells, Qt.Key.Key_C)
    assert part(made)._cells_model.line(0).words == "保留"


def test_the_original_is_saved_out_byte_for_byte(qtbot, taken, tmp_path):
    made, back = taken
    folder = tmp_path / "另存"
    choose(qtbot, made, part(made)._save, folder)
    made.wait(lambda: "一个字节不差" in made.notices[-1])
    assert (folder / back.name).read_bytes() == back.read_bytes()


def test_a_receipt_leads_to_its_form(taken):
    made, _ = taken
    part(made)._form.click()
    part(made)._table.activated.emit(part(made)._table.currentIndex())
    first, second = made.ways
    assert first == second
    assert (first.page, first.quarter, first.department, first.plan) == ("填报", HALF, "D05", "p")


def test_a_scanned_form_is_kept_beside_its_workbook_and_saved_again(qtbot, taken, tmp_path):
    made, _ = taken
    scan = tmp_path / "盖章.pdf"
    scan.write_bytes(b"%PDF-1.4 stamped")
    choose(qtbot, made, part(made)._scan, scan)
    made.wait(lambda: made.notices[-1] == receipts.SCANNED.format(name="盖章.pdf"))
    looked(made)
    assert row(made)[-1] == "1"
    choose(qtbot, made, part(made)._save_scans, tmp_path / "out")
    made.wait(lambda: "一个字节不差" in made.notices[-1])
    assert (tmp_path / "out" / "盖章.pdf").read_bytes() == scan.read_bytes()


def test_what_cannot_be_kept_is_told(qtbot, taken, tmp_path):
    made, _ = taken
    choose(qtbot, made, part(made)._scan, tmp_path / "没有.pdf")
    made.wait(lambda: bool(made.failures))


def test_receipts_are_sought_and_those_of_other_quarters_shown(taken):
    made, _ = taken
    table, find = part(made)._table, part(made)._find
    find.setText("统计局")
    assert table.model().rowCount() == 0
    find.setText("科技")
    assert table.model().rowCount() == 1
    made.turn(the.quarter("2024Q1"))
    looked(made)
    assert table.model().rowCount() == 0
    assert not part(made)._save.isEnabled()
    part(made)._this.setChecked(False)
    assert table.receipt.name == "回件.xlsx"
    made.turn(None)
    assert made.page.advice == receipts.NONE


def test_a_second_window_adds_no_scan(taken):
    made, _ = taken
    held = Holder("memory", "张三")
    made.store.holder = held
    made.page.welcome(made.database.look())
    assert not part(made)._scan.isEnabled()
    assert part(made)._save.isEnabled()


def test_a_list_that_cannot_be_read_says_so(taken, monkeypatch):
    made, _ = taken
    error = StorageError("数据库打不开")
    monkeypatch.setattr(IntakeJourneys, "history", lambda *_: job(error))
    made.turn(HALF)
    looked(made)
    assert made.failures == ["数据库打不开"]
    assert made.page.advice == receipts.NOT_READ


def test_only_the_answer_to_the_last_question_is_listed(taken, monkeypatch):
    made, _ = taken
    gate, history = Event(), IntakeJourneys.history

    def slow(self, scope):
        gate.wait(10)
        yield from job(None)
        return (yield from history(self, scope))

    monkeypatch.setattr(IntakeJourneys, "history", slow)
    scope = part(made)._scope
    made.page.show_scope(scope)
    monkeypatch.setattr(IntakeJourneys, "history", lambda *_: job(receipts.EMPTY))
    made.page.show_scope(scope)
    gate.set()
    looked(made)
    assert made.page.advice == receipts.NONE


def test_the_list_is_a_sound_model_and_follows_the_size_of_text(taken, qtmodeltester, theme):
    made, _ = taken
    model, table = part(made)._model, part(made)._table
    qtmodeltester.check(model)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "入库时间"
    assert model.data(model.index(-1, 0)) is None
    width = table.columnWidth(0)
    theme.resize(Size.LARGEST)
    made.page.grab()
    assert table.columnWidth(0) > width
    theme.resize(Size.USUAL)

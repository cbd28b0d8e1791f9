"""Forms go out of the real window and come back to it, files opened in a process of their own."""

from dataclasses import replace

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

import main
from core.domain.profile import Role
from core.domain.submission import Entry, Origin
from core.services import profiles, provenance
from core.workbooks.layout import HIDDEN
from core.workbooks.manifest import LINE, manifest
from gui.dialogs.question import Question
from gui.pages.intake import Intake
from tests import factory as the
from tests.journeys.office import END, PLAN, prepare
from tests.returning import SIGNED, cell, foot

TITLE = "来件"


@pytest.fixture
def inbox(enter, database):
    """The window of the planning office, at the page 来件."""
    prepare(database)
    store = main.open_store(str(database))
    profiles.save(store, replace(profiles.load(store), role=Role.OFFICE))
    store.close()
    return Inbox(enter(database))


class Inbox:
    """The page 来件 in the real window."""

    def __init__(self, office):
        self.office, self.wait = office, office.wait
        office.turn_to(TITLE)
        self.wait(lambda: office.window.findChild(Intake) is not None)
        self.page = office.window.findChild(Intake)
        self.sending, self.receiving, self.receipts, _ = self.page._parts.values()
        self.wait(lambda: self.sending._model.rowCount() > 0)

    def send(self, folder):
        """Send the form to one department."""
        model = self.sending._model
        self.sending._none.click()
        self.sending._find.setText("区统计局")
        self.sending._all.click()
        assert len(model.chosen) == 1
        self.sending._folder.set_folder(str(folder))
        self.office.press("Ctrl+S")
        self.wait(lambda: bool(self.sending._files.paths))
        (path,) = self.sending._files.paths
        return path

    def read(self, path):
        """Drop a file onto the page."""
        self.page.read([path])
        self.wait(lambda: not self.receiving.reading.at_work)

    def take(self):
        """Take in, by the keyboard and the answer that is the default."""
        self.office.press("Ctrl+Return")
        dialog = self.office.dialog(Question)
        QTest.keyClick(dialog, Qt.Key.Key_Return)
        self.wait(lambda: not self.receiving.taking.at_work)
        self.office.come_back()
        self.wait(lambda: self.receipts._looking is None)


def returned(path, values):
    """The form as a clerk sends it back."""
    book = openpyxl.load_workbook(path)
    for code, value in values.items():
        cell(book, code).value = value
    for label, value in SIGNED.items():
        foot(book, label).value = value
    back = path.with_name("区统计局-回.xlsx")
    book.save(back)
    return back


def test_a_form_goes_out_comes_back_and_every_figure_says_where_it_came_from(
    inbox, database, tmp_path
):
    sent = inbox.send(tmp_path)
    first, second = codes(sent)
    store = main.open_store(str(database))
    with store.writing() as work:
        entry = Entry(first, END, the.figure("1"))
        work.entries.save(PLAN, [entry], Origin("填报", "张三"), "2026-01-10T09:00:00+08:00")
    back = returned(sent, {first: 20, second: 30})
    inbox.read(back)
    assert inbox.page.advice.startswith("还有1处冲突没有选定")
    inbox.office.press("F4", "C")
    inbox.take()
    assert "已从1个文件入库" in inbox.office.notice
    trace = provenance.trace(store, PLAN, first, END)
    assert trace.last is not None
    assert (trace.last.origin.file, trace.raw) == (back.name, "20")
    assert store.problems() == ()
    store.close()
    folder = tmp_path / "原件"
    inbox.receipts._save_original(folder)
    inbox.wait((folder / back.name).exists)
    inbox.wait(lambda: "一个字节不差" in inbox.office.notice)
    assert (folder / back.name).read_bytes() == back.read_bytes()


def codes(path):
    """Two figures that a form asks for."""
    rows = openpyxl.load_workbook(path)[HIDDEN].iter_rows(values_only=True)
    sent = manifest([str(each or "") for each in row[: len(LINE)]] for row in rows)
    found = [line.code for line in sent.lines if line.code.startswith("B-")]
    return found[:2]


def test_an_upright_window_leaves_nothing_running(inbox, tmp_path):
    inbox.read(tmp_path / "没有.xlsx")
    reader = inbox.page._receiving._journeys.reader
    inbox.office.close()
    assert reader._process is None

"""分发: departments are ticked, their forms are written, cancelled and counted."""

from dataclasses import replace
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from core.domain.holder import Holder
from core.domain.submission import State, Submission
from core.errors import OutputError
from gui.journeys.intake import IntakeJourneys
from gui.models.due_model import SORT, DueModel
from gui.pages.inbox import sending
from gui.pages.intake import HELD
from gui.theme import Size
from tests import forms
from tests.forms import HALF, OTHER, OWN
from tests.gui.papers import job

CHECK = Qt.ItemDataRole.CheckStateRole


def write(made, folder):
    made.sending._folder.set_folder(str(folder))
    made.sending._write._write.click()
    made.wait(lambda: made.sending._writing is None and made.sending._looking is None)


def hand_in(made, state=State.SUBMITTED):
    with made.store.writing() as work:
        work.submissions.save("p", Submission(OWN.code, HALF, state, revision=1))


def texts(made, row=0):
    model = made.sending._table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def test_everybody_who_has_something_to_report_is_ticked_at_first(desk):
    made = desk()
    assert made.page.advice == sending.CHOOSE
    assert [texts(made, row)[:2] for row in (0, 1)] == [["区科技局", "4"], ["区统计局", "1"]]
    assert made.sending._count.text() == "已选2个，共2个单位"


def test_the_forms_of_those_who_are_ticked_are_written_and_counted(desk, tmp_path):
    made = desk()
    made.sending._model.tick([1], chosen=False)
    write(made, tmp_path / "out")
    assert [each.name for each in made.sending._files.paths] == [
        "2024年上半年-区科技局-填报表.xlsx"
    ]
    assert made.page.advice == sending.WRITTEN
    assert made.notices[-1].startswith("已写出1个填报表，在“")
    assert [texts(made, row)[-1] for row in (0, 1)] == ["1次", ""]
    write(made, tmp_path / "out")
    assert texts(made)[-1] == "2次"


def test_who_has_reported_gets_no_form_and_cannot_be_ticked(desk):
    made = desk()
    hand_in(made)
    made.turn(HALF)
    index = made.sending._model.index(0, 0)
    assert index.data(CHECK) is Qt.CheckState.Unchecked
    assert "已报送" in index.data(Qt.ItemDataRole.ToolTipRole)
    made.sending._all.click()
    assert made.sending._model.chosen == (OTHER.code,)


def test_who_reports_meanwhile_is_left_out_and_told(desk, tmp_path):
    made = desk()
    hand_in(made)
    write(made, tmp_path)
    assert "区科技局的2024年上半年报表已报送，没有给它写填报表。" in made.notices[-1]


def test_the_folder_is_chosen_in_a_dialog_that_does_not_block(qtbot, desk, tmp_path):
    field = desk().sending._folder
    field._choose.click()
    dialog = field.findChild(QFileDialog)
    assert dialog is not None
    with qtbot.waitSignal(dialog.finished):
        dialog.fileSelected.emit(str(tmp_path))
        dialog.reject()
    assert field.folder == tmp_path


def test_without_a_tick_a_folder_or_a_plan_it_says_what_is_missing(desk):
    made = desk()
    made.sending._folder.set_folder("somewhere")
    assert made.page.advice == sending.NO_FOLDER
    made.sending._none.click()
    assert made.page.advice == sending.NONE_CHOSEN
    assert not made.sending._write._write.isEnabled()
    made.turn(None)
    assert made.page.advice == sending.NO_PLAN
    made.sending._send_out()
    assert made.sending._writing is None


def test_a_quarter_without_anything_to_report_says_so(desk):
    bare = desk(plan=replace(forms.plan(), indicators=(), milestones=(), rules=()))
    assert bare.page.advice == sending.NOBODY


def test_a_second_window_sends_nothing_out(desk):
    held = desk(holder=Holder("memory", "张三", "host"))
    assert held.page.advice == HELD
    assert not held.sending._write._write.isEnabled()


def test_the_list_is_sought_and_sorted_and_ticked_by_the_space_bar(desk):
    made = desk()
    made.show()
    table = made.sending._table
    made.sending._find.setText("统计")
    assert [texts(made)[0], table.model().rowCount()] == ["区统计局", 1]
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert made.sending._model.chosen == (OWN.code,)
    QTest.keyClick(table, Qt.Key.Key_Space)
    made.sending._none.click()
    assert made.sending._model.chosen == (OWN.code,)
    made.sending._find.clear()
    table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert texts(made)[0] == "区统计局"
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert table.currentIndex().isValid()


def test_writing_can_be_cancelled(desk, tmp_path, monkeypatch):
    begun, wanted = Event(), Event()

    def slow(*_):
        yield from job(None)
        begun.set()
        wanted.wait(10)
        yield from job(None)

    monkeypatch.setattr(IntakeJourneys, "send_out", slow)
    made = desk()
    made.sending._cancel()
    made.sending._folder.set_folder(str(tmp_path))
    made.sending._write._write.click()
    begun.wait(10)
    assert made.page.advice == sending.WRITING
    made.sending._write._cancel.click()
    wanted.set()
    made.wait(lambda: made.notices == [sending.CANCELLED])
    assert not made.sending._write.at_work


def test_what_fails_is_told(desk, tmp_path, monkeypatch):
    made = desk()
    monkeypatch.setattr(IntakeJourneys, "send_out", lambda *_: job(OutputError("磁盘空间不足")))
    write(made, tmp_path)
    assert made.failures == ["磁盘空间不足"]
    monkeypatch.setattr(IntakeJourneys, "due", lambda *_: job(OutputError("打不开")))
    made.turn(HALF)
    assert made.failures[-1] == "打不开"
    assert made.page.advice == sending.NOT_READ


def test_only_the_answer_to_the_last_question_is_shown(desk, monkeypatch):
    made, gate = desk(), Event()
    due = IntakeJourneys.due

    def slow(self, scope):
        gate.wait(10)
        yield from job(None)
        return (yield from due(self, scope))

    monkeypatch.setattr(IntakeJourneys, "due", slow)
    scope = made.sending._scope
    made.page.show_scope(scope)
    monkeypatch.setattr(IntakeJourneys, "due", lambda *_: job(()))
    made.page.show_scope(scope)
    gate.set()
    made.wait(lambda: made.sending._looking is None)
    assert made.page.advice == sending.NOBODY


def test_the_list_is_a_sound_model_and_follows_the_size_of_text(desk, qtmodeltester, theme):
    made = desk()
    hand_in(made)
    made.turn(HALF)
    model = made.sending._model
    qtmodeltester.check(model)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "单位"
    assert model.index(1, 1).data(SORT) == 1
    assert not model.setData(model.index(0, 1), 2)
    assert model.data(model.index(-1, 0)) is None
    assert not DueModel().flags(model.index(-1, 0))
    width = made.sending._table.columnWidth(1)
    theme.resize(Size.LARGEST)
    made.page.grab()
    assert made.sending._table.columnWidth(1) > width
    theme.resize(Size.USUAL)


@pytest.mark.parametrize("state", [Qt.CheckState.Checked, Qt.CheckState.Unchecked])
def test_a_click_turns_a_tick(desk, state):
    model = desk().sending._model
    assert model.setData(model.index(0, 0), state.value, CHECK)
    assert model.index(0, 0).data(CHECK) is state

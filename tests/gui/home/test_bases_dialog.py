"""补录基期 by the keyboard: type, paste, look for, save, give up."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from core.domain.bases import gaps
from gui.dialogs.bases import NO_REASON, NOTHING, SAVING, Bases
from gui.models.bases_model import Part
from gui.theme import LIGHT
from tests import factory as the

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def dialog(qtbot, theme):
    """The dialog for three indicators, in sight."""
    items = (
        the.level("750"),
        the.level("9", code="B-02", name="劳动生产率", unit="万元/人"),
        the.level("80", code="B-03", name="专利", unit="件"),
    )
    window = QWidget()
    qtbot.addWidget(window)
    made = Bases(gaps(the.plan(*items)), window)
    made.open()
    qtbot.waitUntil(made.isVisible)
    yield made
    window.close()


def typed(qtbot, dialog, text):
    """Type into the chosen line and leave it by Enter."""
    table = dialog._table
    qtbot.keyClick(table, text[0])
    editor = table.findChildren(QLineEdit)[-1]  # an earlier one may wait for its deletion
    qtbot.keyClicks(editor, text[1:])
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: table.state() is not table.State.EditingState)


def shown(dialog, row, part=Part.BASE):
    return dialog._model.index(row, part).data()


def test_bases_are_typed_one_below_the_other(qtbot, dialog):
    assert (dialog._status.text(), dialog._save.isEnabled()) == (NOTHING, False)
    typed(qtbot, dialog, "521.94")
    typed(qtbot, dialog, "6.3")
    assert dialog._model.texts == {"B-01": "521.94", "B-02": "6.3"}
    assert dialog._table.currentIndex().row() == 2
    assert (dialog._status.text(), dialog._save.isEnabled()) == (NO_REASON, False)
    dialog._reason.setText("2020年统计年鉴")
    assert dialog._save.isEnabled()
    assert "填了2项" in dialog._status.text()


def test_after_the_last_line_the_cursor_stays(qtbot, dialog):
    dialog._table.setCurrentIndex(dialog._table.model().index(2, Part.BASE))
    typed(qtbot, dialog, "80")
    assert dialog._table.currentIndex().row() == 2


def test_what_cannot_be_read_stays_in_red_and_blocks_saving(qtbot, dialog):
    dialog._reason.setText("年鉴")
    typed(qtbot, dialog, "abc")
    assert shown(dialog, 0) == "abc"
    assert "不是" in shown(dialog, 0, Part.NOTE)
    assert "有1项看不懂" in dialog._status.text()
    assert not dialog._save.isEnabled()
    picture = dialog._table.viewport().grab().toImage()
    at = dialog._table.visualRect(dialog._table.model().index(0, Part.UNIT)).topLeft()
    assert picture.pixelColor(at.x() + 1, at.y() + 3).name() == LIGHT.error


def test_delete_takes_a_base_away(qtbot, dialog):
    dialog._model.put(0, "abc")
    qtbot.keyClick(dialog._table, Qt.Key.Key_Delete)
    assert (dialog._model.texts, dialog._model.wrong) == ({}, 0)


def test_enter_begins_to_type_from_any_column(qtbot, dialog):
    dialog._table.setCurrentIndex(dialog._table.model().index(1, Part.NAME))
    qtbot.keyClick(dialog._table, Qt.Key.Key_Return)
    assert dialog._table.state() is dialog._table.State.EditingState
    assert dialog._table.currentIndex().column() == Part.BASE


def test_a_column_is_pasted_from_excel(qtbot, dialog):
    QGuiApplication.clipboard().setText("521.94\t亿元\r\n６.３\r\n\r\n")
    qtbot.keyClick(dialog._table, Qt.Key.Key_V, CONTROL)
    assert dialog._model.texts == {"B-01": "521.94", "B-02": "6.3"}


def test_more_lines_than_there_are_indicators_go_nowhere(qtbot, dialog):
    QGuiApplication.clipboard().setText("1\n" * 10_000)
    qtbot.keyClick(dialog._table, Qt.Key.Key_V, CONTROL)
    assert len(dialog._model.texts) == 3


def test_lines_are_looked_for_by_code_or_name(dialog):
    dialog._search.setText("专利")
    assert dialog._table.model().rowCount() == 1
    dialog._search.clear()
    assert dialog._table.model().rowCount() == 3


def test_saving_asks_for_what_was_typed_and_keeps_still_meanwhile(qtbot, dialog):
    asked = []
    dialog.wanted.connect(lambda *about: asked.append(about))
    dialog._model.put(0, "521.94")
    dialog._reason.setText(" 年鉴 ")
    dialog._document.setText("赣市统〔2021〕3号")
    qtbot.keyClick(dialog, Qt.Key.Key_S, CONTROL)
    assert asked == [({"B-01": "521.94"}, "年鉴", "赣市统〔2021〕3号")]
    assert (dialog._status.text(), dialog._table.isEnabled()) == (SAVING, False)
    dialog.reject()
    assert dialog.isVisible()
    dialog.say("数据库正被占用")
    assert (dialog._status.text(), dialog._table.isEnabled()) == ("数据库正被占用", True)


def test_what_is_not_saved_is_given_up_at_the_second_time_only(qtbot, dialog):
    dialog._model.put(0, "521.94")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "还没有保存" in dialog._status.text()
    with qtbot.waitSignal(dialog.rejected):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)


def test_with_nothing_typed_it_closes_at_once(qtbot, dialog):
    with qtbot.waitSignal(dialog.rejected):
        dialog._cancel.click()

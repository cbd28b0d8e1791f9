"""完成情况 as a person uses it: read why, filter, try an assumption, decide, write it out."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu

from core.domain.indicator import Duty
from core.domain.judging.judgement import Light
from core.domain.profile import Role
from core.errors import StorageError
from gui.dialogs.override import NO_DAY, PENDING, Override
from gui.models.completion_columns import STATUS
from gui.pages.completion import DEPARTMENT, NO_PLAN, UNREAD
from gui.scope import AIM, Scope, Way
from gui.theme import Size
from gui.widgets.completion.what_if import NO_YEAR, NOTHING, TRY
from tests import factory as the
from tests.gui.completion.conftest import ITEMS

CONTROL = Qt.KeyboardModifier.ControlModifier


def dialog(made):
    """The open dialog."""
    return made.page.findChildren(Override)[-1]


def fill(asked, status="基本符合预期", grounds="区政府常务会议纪要〔2024〕3号"):
    """Fill in what a decision needs."""
    asked._status.setCurrentText(status)
    asked._grounds.setPlainText(grounds)


def decide(made, code="B-01"):
    """Decide a status from the panel."""
    made.choose(code)
    made.evidence.override.click()
    fill(dialog(made))
    dialog(made)._save.click()
    made.wait(lambda: made.page._task is None)
    made.choose(code)


def test_the_page_says_what_to_do_and_why_an_item_stands_as_it_does(desk):
    made = desk()
    assert made.page.advice.startswith("1项约束性指标可能完不成")
    assert made.codes == ["B-01", "B-02", "B-03"]
    made.choose("B-02")
    assert made.evidence._verdict.words == "明显滞后"
    assert made.evidence.sentence == made.page.row.assessment.sentence
    assert made.evidence._yardsticks.lines[0] == ("", "年度", "规划")
    assert made.evidence._risk.isVisible()
    assert ("属性", "约束性") in made.evidence._facts.lines
    assert not made.evidence.take_back.isVisible()


def test_lights_and_filters_leave_some_lines(desk):
    made = desk()
    lights = made.page._bar.lights
    assert [each.text() for each in lights.buttons[3:]] == ["红 2", "灰 1", "预警 1"]
    lights.buttons[list(Light).index(Light.GREY)].click()
    assert made.codes == ["B-03"]
    lights.buttons[-1].click()
    assert made.codes == ["B-02"]
    lights.buttons[-1].click()
    made.page._bar._find.setText("森林")
    assert made.codes == ["B-02"]
    made.page._bar._find.clear()
    made.page._bar._scope.setCurrentIndex(1)
    made.page._bar._scope.activated.emit(1)
    assert len(made.codes) == 5
    category = made.page._bar._category
    category.setCurrentIndex(category.findText("专栏1"))
    category.activated.emit(category.currentIndex())
    assert made.codes == ["X-01", "P01-01"]


def test_the_panel_tells_how_a_target_was_adjusted_and_who_supports(desk):
    made = desk()
    item = the.revised(the.level("750", "521.94", duty=Duty("D02", ("D02", "D77"))), "700")
    with made.store.writing() as work:
        kept = {"milestones": (the.milestone(),), "departments": (the.STATISTICS,)}
        work.plans.replace(the.plan(item, *ITEMS[1:], **kept))
    made.show(made.scope)
    made.choose("B-01")
    facts = dict(made.evidence._facts.lines)
    assert facts["目标调整"] == "调整为700，经批准调整"
    assert facts["配合单位"] == "区统计局、D77"


def test_another_page_leads_to_an_item_that_was_left_out(desk):
    made = desk()
    made.page.arrive(Way("完成情况", code="P01-01"))
    assert made.page.row.code == "P01-01"
    made.choose("P01-01")
    assert not made.evidence._yardsticks.isVisible()
    made.page._panel._tabs.button(1).click()
    assert not made.page._panel.prospects.what_if.isVisible()


def test_a_decision_stands_is_recorded_and_can_be_taken_back(desk):
    made = desk()
    decide(made)
    assert made.page.row.assessment.status == "基本符合预期"
    assert made.evidence._verdict.words == "基本符合预期（李明改判，软件建议：明显滞后）"
    assert made.notices[-1].startswith("“地区生产总值”已改判为“基本符合预期”")
    assert "会议纪要〔2024〕3号" in made.evidence._record.item(0).text()
    made.evidence.take_back.click()
    made.wait(lambda: made.page._task is None)
    made.choose("B-01")
    assert made.page.row.assessment.decision is None
    made.wait(lambda: made.evidence._record.count() == 2)
    assert "撤销改判，原为基本符合预期" in made.evidence._record.item(0).text()


def test_a_decision_that_agrees_with_the_program_says_so(desk):
    made = desk()
    made.choose("B-02")
    made.evidence.override.click()
    fill(dialog(made), status="明显滞后")
    dialog(made)._save.click()
    made.wait(lambda: made.page._task is None)
    made.choose("B-02")
    assert made.evidence._verdict.words == "明显滞后（李明所定，与软件建议相同）"


def test_the_dialog_asks_for_all_that_a_decision_needs(desk):
    made = desk()
    made.choose("B-03")
    made.page._table.doubted.emit()
    asked = dialog(made)
    assert asked._grounds.placeholderText() == PENDING
    assert asked._flaw.text() == "还要填写完成情况、依据。"
    fill(asked, grounds="市里口头通知")
    asked._on.setText("去年")
    assert asked._flaw.text() == NO_DAY
    assert not asked._save.isEnabled()
    asked._on.setText(date(2024, 1, 20).isoformat())
    asked._save.click()
    assert "目标待下达" in asked._flaw.text()
    asked._cancel.click()
    assert made.page.row.assessment.decision is None


def test_a_decision_made_before_is_what_the_dialog_begins_with(desk):
    made = desk()
    decide(made)
    made.evidence.override.click()
    assert dialog(made).decision == made.page.row.assessment.decision


def test_what_cannot_be_stored_is_said_and_nothing_typed_is_lost(desk, monkeypatch):
    made = desk()
    decide(made)
    made.evidence.override.click()
    fill(dialog(made), status="快于预期")

    def refuse():
        raise StorageError("磁盘已满，没有保存")

    monkeypatch.setattr(made.store, "writing", refuse)
    dialog(made)._save.click()
    assert dialog(made)._flaw.text() == "磁盘已满，没有保存"
    dialog(made).reject()
    made.evidence.take_back.click()
    monkeypatch.setattr(made.store, "reading", refuse)
    made.page._panel.show_now()
    assert [str(error) for error in made.errors] == ["磁盘已满，没有保存"] * 2


def test_a_department_only_looks(desk):
    made = desk(role=Role.DEPARTMENT)
    made.choose("B-01")
    assert not made.evidence.override.isEnabled()
    assert made.evidence.override.toolTip() == DEPARTMENT
    made.page._table.doubted.emit()
    assert made.notices == [DEPARTMENT]


def test_an_assumption_shows_the_plans_end_at_once(desk):
    made = desk()
    made.choose("B-01")
    made.page._panel._tabs.button(1).click()
    trial = made.page._panel.prospects.what_if
    assert trial.words[0].startswith("倒算：后两年需年均增长")
    assert trial.words[1] == TRY
    trial._typed.setText("640亿元")
    assert "2025年" in trial.words[1]
    trial._typed.setText("12..5")
    assert "12..5" in trial.words[1]
    trial._typed.setText("-")
    assert "没有数" in trial.words[1]
    made.choose("B-01")
    assert trial._typed.text() == "-"
    made.choose("B-02")
    assert (trial.words[0], trial._typed.text()) == (NOTHING, "")
    made.report("B-01", "740", end := the.quarter("2025Q4"))
    made.show(Scope(made.scope.plan, end))
    made.choose("B-01")
    assert trial.words[0] == NO_YEAR


def test_the_weather_shows_the_lines_that_are_wanted(desk):
    made = desk()
    made.page._bar.tabs.setCurrentIndex(1)
    weather = made.page._weather
    made.wait(lambda: weather._lights is not None)
    assert [each.item.code for each in weather.board.table.shown.rows] == made.codes
    made.page._bar._find.setText("森林")
    assert [each.item.code for each in weather.board.table.shown.rows] == ["B-02"]
    weather.opened.emit("B-02")
    assert made.page._bar.tabs.currentIndex() == 0
    assert made.page.row.code == "B-02"
    made.page._bar.tabs.setCurrentIndex(1)
    made.show(made.scope)
    made.wait(lambda: weather._lights is not None)


def test_the_table_is_copied_and_exported_as_it_is_shown(desk, qtbot, tmp_path):
    made = desk()
    made.page._bar._find.setText("森林")
    made.page._table.setFocus()
    QTest.keyClick(made.page._table, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["指标", "森林覆盖率"]
    assert made.notices == ["已复制1行，可以粘贴到Excel或WPS。"]
    made.page._bar.export.click()
    asked = made.page.findChildren(QFileDialog)[-1]
    assert "2023年全年完成情况.xlsx" in asked.selectedFiles()[0]
    asked.fileSelected.emit(str(tmp_path / "表.xlsx"))
    asked.reject()
    made.wait(lambda: len(made.notices) == 2)
    assert Path(tmp_path / "表.xlsx").stat().st_size


def test_the_menu_offers_what_keys_do(desk, qtbot):
    made = desk()
    made.choose("B-01")
    here = QPoint(5, 5)
    table = made.page._table
    table.contextMenuEvent(QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, here, here))
    menu = table.findChildren(QMenu)[-1]
    actions = {each.text().partition("(")[0]: each for each in menu.actions()}
    actions["按本列排序"].trigger()
    assert table.horizontalHeader().sortIndicatorSection() == STATUS
    actions["恢复规划的次序"].trigger()
    assert made.codes == ["B-01", "B-02", "B-03"]
    actions["改判…"].trigger()
    dialog(made).reject()
    menu.close()


def test_a_target_that_waits_leads_to_where_it_is_set(desk):
    made = desk()
    ways: list[Way] = []
    made.page.led.connect(ways.append)
    made.choose("B-01")
    assert not made.evidence.aim.isVisible()
    made.choose("B-03")
    made.evidence.aim.click()
    assert ways == [Way("规划与指标", code="B-03", column=AIM)]


def test_names_stay_in_sight_and_sort_by_the_word_over_them(desk):
    made = desk()
    table = made.page._table
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert table.verticalHeader().isVisible()
    corner = table.findChild(QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly)
    orders = []
    for _ in range(3):
        corner.click()
        orders.append(made.codes)
    assert orders[0] == orders[1][::-1]
    assert orders[2] == ["B-01", "B-02", "B-03"]


def test_everything_on_the_bar_has_room_in_the_smallest_window(desk):
    made = desk()
    made.page.resize(784, 480)
    bar = made.page._bar
    assert bar.minimumSizeHint().width() <= bar.width()
    assert bar._find.geometry().right() < bar.width()


def test_f6_goes_around_and_enter_leads_to_the_panel(desk, qtbot):
    made = desk()
    qtbot.waitActive(made.page)
    table, panel = made.page._table, made.page._panel
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert panel.isAncestorOf(made.page.focusWidget())
    QTest.keyClick(made.page, Qt.Key.Key_F6)
    assert made.page.focusWidget() is made.page._bar._find
    QTest.keyClick(made.page, Qt.Key.Key_F6)
    assert made.page.focusWidget() is table


def test_f5_reads_anew_and_keeps_the_item(desk, qtbot):
    made = desk()
    qtbot.waitActive(made.page)
    made.choose("B-02")
    made.report("B-02", "60.1")
    QTest.keyClick(made.page, Qt.Key.Key_F5)
    made.wait(lambda: made.page._task is None and made.page.row.assessment.light is Light.GREEN)
    assert made.page.row.code == "B-02"


def test_without_a_plan_and_without_an_answer_the_page_says_what_to_do(desk, monkeypatch):
    made = desk()
    made.show(None)
    assert made.page.advice == NO_PLAN
    assert made.codes == []

    def refuse():
        raise StorageError("数据库读不出来")

    monkeypatch.setattr(made.store, "reading", refuse)
    made.show(made.scope)
    assert made.page.advice == UNREAD
    made.page._bar.tabs.setCurrentIndex(1)
    made.wait(lambda: len(made.errors) == 2)


@pytest.mark.parametrize("size", [Size.SMALL, Size.LARGEST])
def test_rows_grow_with_the_text(desk, theme, size):
    made = desk()
    before = made.page._table.rowHeight(0)
    theme.resize(size)
    assert (made.page._table.rowHeight(0) > before) is (size is Size.LARGEST)
    theme.resize(Size.USUAL)

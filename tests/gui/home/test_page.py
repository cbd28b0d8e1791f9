"""首页 as a person uses it: read what to do, press a button, open a form."""

from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QMenu

from core.domain.department import Department
from core.domain.profile import Role
from core.domain.submission import State
from core.errors import StorageError
from core.progress import Progress, finish
from gui.dialogs.bases import Bases
from gui.journeys.database import Database
from gui.journeys.home import HomeJourneys
from gui.pages.home import EMPTY, NO_PLAN, NOT_SAVED, UNREAD, Home
from gui.scope import Scope, Way
from gui.theme import Look, Size
from tests import factory as the
from tests.gui.home.office import DEPARTMENTS, Q3, Office

CONTROL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """The page over an office, and what it told the window."""

    def __init__(self, office, start, look=None, follow=None):
        self.office = office
        self.ways: list[Any] = []
        self.notices: list[Any] = []
        self.errors: list[Any] = []
        self.altered: list[Any] = []
        self.page = Home(look or office.look, follow or office.follow, office.fill_bases, start)
        self.page.led.connect(self.ways.append)
        self.page.noticed.connect(self.notices.append)
        self.page.failed.connect(self.errors.append)
        self.page.altered.connect(lambda: self.altered.append(True))

    @property
    def buttons(self):
        return [each.text() for each in self.page._steps.buttons]

    @property
    def table(self):
        return self.page._board.table

    def press(self, words):
        (button,) = [each for each in self.page._steps.buttons if each.text() == words]
        button.click()

    def names(self):
        model = self.table.model()
        rows = range(model.rowCount())
        return [model.headerData(row, Qt.Orientation.Vertical) for row in rows]


@pytest.fixture
def desk(qtbot, theme, background):
    """Open the page over an office and wait for its overview."""

    def make(office=None, **rest):
        made = Desk(office or Office(), background.start, **rest)
        qtbot.addWidget(made.page)
        made.page.resize(1000, 700)
        made.page.show()
        made.page.show_scope(made.office.scope)
        qtbot.waitUntil(lambda: made.page._task is None and made.page._judging is None)
        return made

    return make


def test_the_office_reads_what_to_do_and_who_owes(desk):
    office = Office()
    office.hand_in("D02")
    made = desk(office)

    assert made.page.advice == "2024年前三季度应报2个部门，已报送1个，10月21日截止，还剩5天。"
    assert made.buttons == ["去审核", "只看未报", "补录基期…"]
    assert made.names() == ["区统计局", "区科技局", "区财政局"]
    counts = made.page._board._counts
    assert counts.accessibleName() == "待填1个，已报送1个，无需填报1个"


def test_late_departments_are_counted_beside_their_state(desk):
    office = Office()
    office.today = office.today.replace(month=11)

    assert desk(office).page._board._counts.accessibleName() == "待填2个（逾期2个），无需填报1个"


def test_the_department_sees_its_own_quarters_and_goes_on_at_the_first_gap(desk):
    office = Office(role=Role.DEPARTMENT, own="D05")
    office.report("B-02")
    made = desk(office)

    assert made.buttons == ["继续填报"]
    assert made.names()[:2] == ["2025年全年", "2025年前三季度"]
    assert not made.page._board._counts.isVisible()
    made.press("继续填报")
    assert made.ways == [Way("填报", Q3, "D05", "B-03", "figure")]


def test_what_must_be_explained_is_led_to_at_its_explanation(desk):
    office = Office(role=Role.DEPARTMENT, own="D05")
    office.report("B-02", "9", the.quarter("2024Q2"))
    office.report("B-02", "7")
    made = desk(office)
    made.press("补写说明")

    assert made.ways == [Way("填报", Q3, "D05", "B-02", "explanation")]


@pytest.mark.parametrize(
    ("state", "button"), [(State.SUBMITTED, "去审核"), (State.REVIEWED, "去审定")]
)
def test_the_office_goes_to_what_waits_for_it(desk, state, button):
    office = Office()
    office.hand_in("D05", state=state)
    made = desk(office)
    made.press(button)

    assert made.ways == [Way("审核", Q3, "D05")]


@pytest.mark.parametrize(
    ("office", "button", "page"),
    [
        (Office(role=Role.DEPARTMENT), "选择部门", "设置与数据"),
        (Office(departments=()), "补上部门", "规划与指标"),
    ],
)
def test_what_has_to_be_settled_first_leads_to_where_it_is(desk, office, button, page):
    made = desk(office)
    made.press(button)

    assert made.ways == [Way(page)]
    assert not made.page._board.isVisible()


def test_enter_and_a_double_click_open_the_form_of_a_cell(qtbot, desk):
    made = desk()
    table = made.table
    table.setCurrentIndex(table.model().index(1, 3))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    table.doubleClicked.emit(table.model().index(0, 14))

    assert made.ways == [
        Way("填报", the.quarter("2021Q4"), "D05"),
        Way("填报", Q3, "D02"),
    ]


def test_a_department_without_items_has_no_form_to_open(qtbot, desk):
    made = desk()
    made.table.setCurrentIndex(made.table.model().index(2, 14))
    qtbot.keyClick(made.table, Qt.Key.Key_Return)

    assert (made.ways, made.notices[-1].text) == ([], EMPTY)


def test_the_cursor_stands_on_the_chosen_quarter_and_moves_by_the_arrows(qtbot, desk):
    made = desk()
    assert made.table.currentIndex().column() == 14
    qtbot.keyClick(made.table, Qt.Key.Key_Down)
    assert (made.table.currentIndex().row(), made.table.currentIndex().column()) == (1, 14)


def test_only_what_is_owed_is_shown_on_demand(desk):
    office = Office()
    office.hand_in("D02")
    made = desk(office)
    made.press("只看未报")
    assert made.names() == ["区科技局"]
    made.page._board._owed.setChecked(False)
    assert len(made.names()) == 3


def test_a_column_sorts_by_progress_and_a_third_click_restores_the_plan_s_order(desk):
    office = Office()
    office.hand_in("D02")
    made = desk(office)
    header = made.table.horizontalHeader()
    header.setSortIndicator(14, Qt.SortOrder.AscendingOrder)
    assert made.names() == ["区科技局", "区统计局", "区财政局"]
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    assert made.names() == ["区统计局", "区科技局", "区财政局"]


def test_the_menu_offers_the_same_to_the_keyboard(qtbot, desk):
    made = desk()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    made.table.contextMenuEvent(event)
    menu = made.table.findChild(QMenu)
    actions = {each.text(): each for each in menu.actions()}
    assert list(actions) == ["打开报表(&O)", "按本列排序(&S)", "恢复原来的次序(&R)", "复制整表(&C)"]
    actions["打开报表(&O)"].trigger()
    assert made.ways == [Way("填报", Q3, "D02")]
    actions["按本列排序(&S)"].trigger()
    assert made.table.horizontalHeader().sortIndicatorSection() == 14
    actions["恢复原来的次序(&R)"].trigger()
    assert made.table.horizontalHeader().sortIndicatorSection() == -1
    menu.close()


def test_the_table_is_copied_for_excel(qtbot, desk):
    made = desk()
    qtbot.keyClick(made.table, Qt.Key.Key_C, CONTROL)
    lines = QGuiApplication.clipboard().text().split("\r\n")
    assert lines[0].split("\t")[:3] == ["", "2021年一季度", "2021年上半年"]
    assert lines[2].split("\t")[0] == "区科技局"
    assert lines[2].split("\t")[15] == "待填"
    assert lines[-1] == ""
    assert made.notices[-1].text == "已复制3行，可以粘贴到Excel或WPS。"
    QGuiApplication.clipboard().clear()
    made.page._board._copy.click()
    assert QGuiApplication.clipboard().text().startswith("\t2021年一季度")


def test_nothing_is_opened_where_no_cell_is_chosen(qtbot, desk):
    made = desk()
    selection = QItemSelectionModel.SelectionFlag.NoUpdate
    made.table.selectionModel().setCurrentIndex(made.table.model().index(-1, -1), selection)
    qtbot.keyClick(made.table, Qt.Key.Key_Enter)
    assert made.ways == []


def test_another_quarter_of_the_header_is_followed(qtbot, desk):
    made = desk()
    made.page.show_scope(Scope(made.office.summary, the.quarter("2024Q2")))
    qtbot.waitUntil(lambda: "2024年上半年" in made.page.advice)
    assert made.table.currentIndex().column() == 13


def test_f5_reads_again_what_others_have_reported(qtbot, desk):
    made = desk()
    made.office.hand_in("D02")
    qtbot.keyClick(made.page, Qt.Key.Key_F5)
    qtbot.waitUntil(lambda: "已报送1个" in made.page.advice)


def test_without_a_plan_the_page_says_what_to_do_first(desk):
    made = desk()
    made.page.show_scope(None)
    assert made.page.advice == NO_PLAN
    assert not made.page._board.isVisible()
    assert not made.page._steps.isVisible()


def test_what_cannot_be_read_is_said_and_can_be_tried_again(qtbot, desk):
    office, broken = Office(), [True]

    def look(scope):
        if broken:
            yield Progress(0, 1, "")
            raise StorageError("数据库正被占用")
        return (yield from office.look(scope))

    made = desk(office, look=look)
    assert [str(error) for error in made.errors] == ["数据库正被占用"]
    assert made.page.advice == UNREAD
    broken.clear()
    made.page._again.click()
    qtbot.waitUntil(made.page._board.isVisible)
    assert not made.page._again.isVisible()


def test_only_the_answer_to_the_last_question_is_shown(qtbot, desk):
    office, gate = Office(), Event()

    def look(scope):
        if scope.quarter == the.quarter("2024Q1"):
            gate.wait(10)
        return (yield from office.look(scope))

    made = desk(office, look=look)
    made.page.show_scope(Scope(office.summary, the.quarter("2024Q1")))
    made.page.show_scope(Scope(office.summary, the.quarter("2024Q2")))
    gate.set()
    qtbot.waitUntil(lambda: made.page._task is None)
    assert "2024年上半年" in made.page.advice


def test_many_departments_with_long_names_are_all_there(desk):
    many = [Department(f"D{n:02}", "赣州市章贡区" * 5, "全称" * 9) for n in range(43)]
    made = desk(Office(departments=tuple(many)))
    assert len(made.names()) == 43
    assert made.table.verticalHeader().width() <= 176


def test_a_plan_of_one_year_has_four_columns(desk):
    made = desk(Office(first=2024, last=2024))
    assert made.table.model().columnCount() == 4


def colours(widget):
    picture = widget.grab().toImage()
    across, down = range(0, picture.width(), 3), range(0, picture.height(), 3)
    return {picture.pixelColor(x, y).name() for x in across for y in down}


def test_the_page_is_painted_in_both_themes_and_every_size(desk, theme):
    office = Office()
    office.report("B-02")
    office.hand_in("D02")
    made = desk(office)
    seen = []
    for look in (Look.DARK, Look.LIGHT):
        theme.choose(look)
        seen.append(colours(made.table))
        assert theme.colours.warn_tint in seen[-1]
        assert theme.colours.accent in seen[-1]
    assert seen[0] != seen[1]
    width = made.table.columnWidth(14)
    theme.resize(Size.LARGEST)
    made.page.grab()
    assert made.table.columnWidth(14) > width
    theme.resize(Size.USUAL)


def bases(made):
    made.press("补录基期…")
    (dialog,) = made.page.findChildren(Bases)
    return dialog


def test_bases_are_saved_and_the_page_asks_for_them_no_more(qtbot, desk):
    made = desk()
    dialog = bases(made)
    dialog._model.put(0, "12")
    dialog._reason.setText("2020年统计年鉴")
    dialog._save.click()
    qtbot.waitUntil(lambda: bool(made.altered))
    assert made.notices[-1].text == "已补录1项基期。"
    qtbot.waitUntil(lambda: made.page.findChild(Bases) is None)
    made.page.show_scope(made.office.scope)
    qtbot.waitUntil(lambda: made.page._task is None)
    assert made.buttons == ["只看未报"]


def test_bases_that_could_not_be_saved_stay_in_the_dialog(qtbot, desk, monkeypatch):
    made = desk()
    dialog = bases(made)

    def refuse(*_):
        yield Progress(0, 1, "")
        raise StorageError("数据库正被占用，没有保存")

    monkeypatch.setattr(made.page, "_fill_job", refuse)
    dialog._model.put(0, "12")
    dialog._reason.setText("年鉴")
    dialog._save.click()
    qtbot.waitUntil(lambda: "没有保存" in dialog._status.text())
    assert dialog._model.texts == {"B-03": "12"}
    assert dialog._save.isEnabled()
    dialog.done(0)


def test_a_bug_while_saving_bases_keeps_them_too(qtbot, desk, monkeypatch):
    made = desk()
    dialog = bases(made)

    def break_down(*_):
        yield Progress(0, 1, "")
        raise ValueError("bug")

    monkeypatch.setattr(made.page, "_fill_job", break_down)
    dialog._model.put(0, "12")
    dialog._reason.setText("年鉴")
    with qtbot.captureExceptions() as caught:
        dialog._save.click()
        qtbot.waitUntil(lambda: dialog._status.text() == NOT_SAVED)
    assert len(caught) == 1
    dialog.done(0)


def test_the_journeys_look_at_the_open_database_as_of_today():
    office = Office()
    database = Database(lambda _: office.store)
    finish(database.open("memory"))
    journeys = HomeJourneys(database)

    found = finish(journeys.look(office.scope))
    assert found.quarter == Q3
    assert len(finish(journeys.follow(office.scope)).rows) == 3
    assert finish(journeys.fill_bases(office.scope, {"B-03": "12"}, "年鉴", "")) == 1
    assert finish(journeys.look(office.scope)).gaps == ()


def alarmed():
    """An office whose one 约束性 indicator is missed in the quarter that is looked at."""
    office = Office()
    with office.store.writing() as work:
        item = the.binding(the.control("5", code="B-09", name="失业率"))
        work.plans.replace(the.plan(item, departments=DEPARTMENTS))
    office.report("B-09", "6")
    return office


def test_the_office_is_shown_what_is_alarming_once_the_page_is_filled(desk):
    made = desk(alarmed())
    excerpt = made.page._lights

    assert excerpt.isVisible()
    (line,) = excerpt.lines
    assert line.startswith("失业率　2024年前三季度由灰转红：")
    excerpt._list.setCurrentRow(0)
    excerpt._list.itemActivated.emit(excerpt._list.item(0))
    assert made.ways == [Way("完成情况", Q3, code="B-09")]


def test_a_department_is_shown_no_lights(desk):
    made = desk(Office(role=Role.DEPARTMENT, own="D05"))

    assert made.page._judging is None
    assert not made.page._lights.isVisible()


def test_lights_that_cannot_be_read_are_told_and_the_page_does_without(desk):
    def refuse(scope):
        yield Progress(0, 1, "")
        raise StorageError("数据库正忙")

    made = desk(alarmed(), follow=refuse)
    assert str(made.errors[0]) == "数据库正忙"
    assert made.page._board.isVisible()
    assert not made.page._lights.isVisible()

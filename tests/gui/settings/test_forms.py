"""The parts of 设置与数据, each for itself."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication

from core.domain.backup import Backup, Kind
from core.domain.calendar import Calendar
from core.domain.department import Department
from core.domain.period import Quarter
from core.domain.profile import Profile, Role
from gui.models.backups_model import BackupsModel, size
from gui.theme import Look, Size
from gui.widgets.day_list import DayList
from gui.widgets.deadline_form import DeadlineForm
from gui.widgets.looks_form import LooksForm
from gui.widgets.person_form import NO_DEPARTMENT, NO_ROLE, PersonForm

STATISTICS = Department("D02", "区统计局", "区统计局")
OFFICE = Department("D01", "区发改委", "区发展和改革委员会")
COPY = Backup(
    Path("/data/备份/guiji-20261123-自动.db"), Kind.DAILY, "2026-11-23T09:00:00+08:00", 4096
)


@pytest.fixture
def person(qtbot, theme):
    made = PersonForm()
    qtbot.addWidget(made)
    made.offer("章贡区", (OFFICE, STATISTICS))
    made.show_profile(Profile())
    return made


def test_nobody_is_chosen_at_first_and_the_form_says_what_is_lacking(person):
    assert person.profile == Profile()
    assert person.obstacle == NO_ROLE
    person._roles[Role.DEPARTMENT].click()
    assert person.obstacle == NO_DEPARTMENT
    person._department.setCurrentIndex(1)
    assert person.obstacle == ""


def test_the_office_that_collects_needs_no_department(person):
    person._roles[Role.OFFICE].click()
    assert person.obstacle == ""


def test_choosing_and_typing_is_told_once_it_is_done(qtbot, person):
    with qtbot.waitSignal(person.changed):
        person._roles[Role.DEPARTMENT].click()
    with qtbot.waitSignal(person.changed):
        person._department.setCurrentIndex(1)
        person._department.activated.emit(1)
    with qtbot.waitSignal(person.changed):
        person._name.insert(" 王小明 ")
        qtbot.keyClick(person._name, Qt.Key.Key_Return)
    assert person.profile == Profile(Role.DEPARTMENT, "王小明", "", {"章贡区": "D02"})


def test_another_region_has_departments_of_its_own_and_both_are_kept(person):
    person.show_profile(Profile(Role.DEPARTMENT, departments={"章贡区": "D02"}))
    person.offer("赣州市", (Department("D02", "市统计局", "市统计局"),))
    assert person._department.currentIndex() == -1
    person._department.setCurrentIndex(0)
    assert person.profile.departments == {"章贡区": "D02", "赣州市": "D02"}
    person.offer("章贡区", (OFFICE, STATISTICS))
    assert person._department.currentText() == "D02 区统计局"


def test_a_department_that_is_gone_must_be_chosen_anew(person):
    person.show_profile(Profile(Role.DEPARTMENT, departments={"章贡区": "D99"}))
    assert person.obstacle == NO_DEPARTMENT


@pytest.fixture
def days(qtbot, theme):
    made = DayList("放假(&H)", "添加(&A)", "移除(&X)")
    qtbot.addWidget(made)
    made.show()
    return made


def test_days_are_added_as_people_write_them(qtbot, days):
    with qtbot.waitSignal(days.changed):
        days._field.insert("2027年2月15日至17日")
        qtbot.keyClick(days._field, Qt.Key.Key_Return)
    assert days.days == {date(2027, 2, day) for day in (15, 16, 17)}
    assert days._list.item(0).text() == "2027年2月15日（星期一）"
    assert days._field.text() == ""


def test_days_that_are_there_already_change_nothing(qtbot, days):
    days.show_days([date(2027, 2, 15)])
    qtbot.keyClicks(days._field, "2027-02-15")
    with qtbot.assertNotEmitted(days.changed):
        days._add.click()
    assert len(days.days) == 1


def test_what_is_no_day_stays_to_be_corrected_and_is_explained(qtbot, days):
    days._field.insert("春节")
    with qtbot.waitSignal(days.told):
        days._add.click()
    assert days._field.text() == "春节"
    assert days._told.isVisible()
    assert "“春节”看不懂" in days._told.text()
    qtbot.keyClicks(days._field, "x")
    assert not days._told.isVisible()


def test_chosen_days_are_removed_by_button_and_key(qtbot, days):
    days.show_days([date(2027, 2, day) for day in (15, 16, 17)])
    assert not days._remove.isEnabled()
    days._list.setCurrentRow(0)
    days._remove.click()
    days._list.setFocus()
    days._list.setCurrentRow(1)
    qtbot.keyClick(days._list, Qt.Key.Key_Delete)
    assert days.days == {date(2027, 2, 16)}
    days._list.clearSelection()
    with qtbot.assertNotEmitted(days.changed):
        days._drop()


@pytest.fixture
def deadlines(qtbot, theme):
    made = DeadlineForm()
    qtbot.addWidget(made)
    made.show()
    return made


def test_a_deadline_is_shown_for_the_quarter_of_the_header(deadlines):
    deadlines.show_calendar(Calendar())
    assert not deadlines._next.isVisible()
    deadlines.show_quarter(Quarter(2025, 4))
    assert deadlines._next.text() == "2025年全年的报送截止日期：2026年1月20日（星期二）。"
    deadlines._holidays.show_days([date(2026, 1, 20)])
    deadlines._holidays.changed.emit()
    assert "1月21日（星期三）" in deadlines._next.text()


def test_what_is_set_is_a_calendar(qtbot, deadlines):
    given = Calendar(15, frozenset({date(2027, 2, 15)}), frozenset({date(2027, 2, 20)}))
    deadlines.show_calendar(given)
    assert deadlines.calendar == given
    deadlines._day.setValue(31)
    assert deadlines.calendar.day == 30
    with qtbot.waitSignal(deadlines.changed):
        qtbot.keyClick(deadlines._day, Qt.Key.Key_Return)


def test_the_wheel_changes_nothing_that_it_passes_over(qtbot, deadlines):
    place, steps = QPointF(5, 5), QPoint(0, -120)
    buttons, keys = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    looks = LooksForm()
    qtbot.addWidget(looks)
    for field in (deadlines._day, looks._look):
        event = QWheelEvent(place, place, steps, steps, buttons, keys, phase, False)  # noqa: FBT003
        QApplication.sendEvent(field, event)
        assert not event.isAccepted()
    assert deadlines.calendar.day == 1
    assert looks._look.currentIndex() == 0


def test_looks_are_chosen_and_shown(qtbot, theme):
    looks = LooksForm()
    qtbot.addWidget(looks)
    looks.show_looks(Look.DARK, Size.LARGE)
    assert (looks._look.currentText(), looks._size.currentText()) == ("深色", "大")
    looks._size.setCurrentIndex(3)
    with qtbot.waitSignal(looks.size_chosen) as chosen:
        looks._size.activated.emit(3)
    assert chosen.args == [Size.LARGEST]
    with qtbot.waitSignal(looks.look_chosen) as chosen:
        looks._look.activated.emit(2)
    assert chosen.args == [Look.DARK]


def test_copies_are_a_table(qtmodeltester, theme):
    model = BackupsModel()
    model.show_copies((COPY, COPY))
    qtmodeltester.check(model)
    cells = [model.index(0, column).data() for column in range(model.columnCount())]
    assert cells == ["2026-11-23 09:00", "自动", "4.0 KB", "guiji-20261123-自动.db"]
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == str(COPY.path)
    assert model.headerData(0, Qt.Orientation.Horizontal) == "时间"
    assert model.headerData(0, Qt.Orientation.Vertical) is None


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (0, "0字节"),
        (1023, "1023字节"),
        (1024, "1.0 KB"),
        (5_000_000, "4.8 MB"),
        (3 << 40, "3072.0 GB"),
    ],
)
def test_sizes_are_worded(count, words):
    assert size(count) == words

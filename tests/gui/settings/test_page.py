"""The page 设置与数据 on a real database."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QScrollArea

import main
from core.domain.holder import Holder
from core.domain.period import Quarter
from core.domain.profile import Profile, Role
from core.errors import StorageError
from core.progress import finish
from core.services import calendars, profiles, upkeep
from db.engine import open_store
from gui.dialogs.restore import Restore
from gui.journeys.database import Database
from gui.journeys.settings import SettingsJourneys
from gui.pages.settings import ADVICE, NOTHING, Settings
from gui.scope import Scope
from gui.theme import Look, Size, present
from gui.widgets.database_form import NO_COPY, NO_FILE, WHOLE
from tests.db.files import change, writer

HOLDER = Holder("/data/guiji.db", "张三", "OFFICE-1")


class Desk:
    """A page on an open database."""

    def __init__(self, database, background):
        self.kept = Database(main.open_store)
        self.opened = finish(self.kept.open(str(database)))
        self.page = Settings(SettingsJourneys(self.kept), background.start)
        self.notices: list[Any] = []
        self.errors: list[Exception] = []
        self.moves: list[str] = []
        self.page.noticed.connect(self.notices.append)
        self.page.failed.connect(self.errors.append)
        self.page.moved.connect(self.moves.append)

    @property
    def store(self):
        return self.kept.store


@pytest.fixture
def desk(qtbot, theme, background, database):
    made = Desk(database, background)
    qtbot.addWidget(made.page)
    made.page.resize(1100, 760)
    made.page.show()
    made.page.welcome(made.opened)
    (plan,) = [each for each in made.opened.plans if each.code == "zhanggong-2021-2025"]
    made.page.show_scope(Scope(plan, Quarter(2025, 4)))
    qtbot.waitUntil(lambda: made.page._person._department.count() > 0)
    yield made
    made.kept.close()


def test_who_uses_the_program_is_saved_at_once(qtbot, desk):
    form = desk.page._person
    assert desk.page.advice == ADVICE
    with qtbot.waitSignal(desk.page.altered):
        form._roles[Role.DEPARTMENT].click()
    with qtbot.waitSignal(desk.page.altered):
        form._department.setCurrentIndex(2)
        form._department.activated.emit(2)
    with qtbot.waitSignal(desk.page.altered):
        form._name.insert("王小明")
        qtbot.keyClick(form._name, Qt.Key.Key_Return)
    kept = profiles.load(desk.store)
    assert (kept.role, kept.name) == (Role.DEPARTMENT, "王小明")
    assert kept.department("赣州市章贡区")
    assert "已保存" in desk.page.advice


def test_what_was_chosen_and_what_is_being_typed_stays_when_all_pages_are_told(qtbot, desk):
    form, shown = desk.page._person, desk.page._scope

    def tell():
        desk.page.welcome(desk.kept.look())
        desk.page.show_scope(shown)

    with qtbot.waitSignal(desk.page.altered):
        form._department.setCurrentIndex(2)
        form._department.activated.emit(2)
    qtbot.keyClicks(form._phone, "12")
    tell()
    with qtbot.waitSignal(form._department.model().rowsInserted):
        pass
    qtbot.waitUntil(lambda: form._department.count() > 30)
    assert form._department.currentIndex() == 2
    assert form._phone.text() == "12"


def test_ctrl_s_saves_what_is_just_being_typed(qtbot, desk):
    qtbot.keyClicks(desk.page._person._phone, "0797-1234")
    with qtbot.waitSignal(desk.page.altered):
        qtbot.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert profiles.load(desk.store).phone == "0797-1234"
    qtbot.keyClick(desk.page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert desk.page.advice == NOTHING


def test_what_is_just_being_typed_is_saved_when_the_window_goes(qtbot, desk):
    desk.page._person._name.insert("王小明")
    qtbot.waitUntil(lambda: desk.page._calendar is not None)
    desk.page._deadlines._day.setValue(15)
    desk.page.leave()
    assert profiles.load(desk.store).name == "王小明"
    assert calendars.load(desk.store).day == 15


def test_a_window_that_may_only_read_goes_in_silence(desk, database):
    desk.kept._store = replace(open_store(database), held=HOLDER)
    desk.page._person._name.insert("王小明")
    desk.page.leave()
    assert profiles.load(desk.store).name == ""


def test_deadlines_are_saved_at_once(qtbot, desk):
    holidays = desk.page._deadlines._holidays
    qtbot.keyClicks(holidays._field, "2026-01-20")
    with qtbot.waitSignal(desk.page.altered):
        holidays._add.click()
    assert calendars.load(desk.store).holidays == {date(2026, 1, 20)}
    assert "2026年1月21日" in desk.page._deadlines._next.text()


def test_what_cannot_be_saved_is_told_and_shown_as_it_still_is(qtbot, desk, database, monkeypatch):
    def refuse(*_):
        raise StorageError("数据库正被占用")

    monkeypatch.setattr(profiles, "save", refuse)
    with qtbot.waitSignal(desk.page.altered):
        desk.page._person._roles[Role.OFFICE].click()
    assert [str(each) for each in desk.errors] == ["数据库正被占用"]
    desk.page.welcome(desk.kept.look())
    assert desk.page._person.profile.role is None


def test_a_database_that_another_window_has_is_only_to_be_seen(desk):
    desk.page.welcome(replace(desk.opened, holder=HOLDER))
    assert desk.page.advice == "现由 张三（OFFICE-1）使用，只能查看。"
    assert not desk.page._person.isEnabled()
    assert not desk.page._deadlines.isEnabled()
    assert not desk.page._database._from.isEnabled()
    assert desk.page._database._backup.isEnabled()


def test_without_a_plan_there_are_no_departments_to_choose(desk):
    desk.page.show_scope(None)
    assert desk.page._deadlines._quarter is None


def test_looks_change_at_once(desk):
    desk.page._looks.look_chosen.emit(Look.DARK)
    desk.page._looks.size_chosen.emit(Size.LARGE)
    assert (present().look, present().size) == (Look.DARK, Size.LARGE)
    present().resize(Size.USUAL)


def test_sections_stand_below_each_other_where_there_is_no_room(qtbot, desk):
    assert desk.page._columns.direction() is QBoxLayout.Direction.LeftToRight
    desk.page.resize(700, 600)
    assert desk.page._columns.direction() is QBoxLayout.Direction.TopToBottom
    across = desk.page.findChild(QScrollArea).horizontalScrollBar()
    qtbot.waitUntil(lambda: across.maximum() == 0)


def test_a_sentence_about_a_day_is_scrolled_to(qtbot, desk):
    desk.page.resize(700, 300)
    area = desk.page._area
    holidays = desk.page._deadlines._holidays
    holidays._field.insert("昨天")
    holidays._add.click()
    qtbot.waitUntil(lambda: not holidays._told.visibleRegion().isEmpty())
    assert area.verticalScrollBar().value() > 0


def copy_by_hand(qtbot, desk, target):
    desk.page._database._backup.click()
    (dialog,) = desk.page.findChildren(QFileDialog)
    offered = Path(dialog.selectedFiles()[0]).name
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    qtbot.waitUntil(lambda: len(desk.notices) == 1)
    return offered


def test_the_database_is_copied_by_hand_and_the_copy_is_listed(qtbot, desk, database):
    assert desk.page._database._told.text() == NO_COPY
    copies = database.parent / "备份"
    copies.mkdir()
    offered = copy_by_hand(qtbot, desk, copies / "mine.db")
    assert offered.startswith("guiji-20")
    assert "已备份到" in desk.notices[0].text
    qtbot.waitUntil(lambda: desk.page._database._copies.copy == copies / "mine.db")


def test_a_copy_that_cannot_be_written_is_told(qtbot, desk, tmp_path):
    desk.page._database.to.emit(tmp_path / "none" / "x.db")
    qtbot.waitUntil(lambda: len(desk.errors) == 1)
    assert isinstance(desk.errors[0], StorageError)


def test_the_database_is_checked(qtbot, desk, database):
    form = desk.page._database
    form._check.click()
    assert not form._check.isEnabled()
    qtbot.waitUntil(lambda: form._result.text() == WHOLE)
    change(database, "UPDATE changes SET after = '1' WHERE sequence < 9")
    form._check.click()
    qtbot.waitUntil(lambda: form._result.text().startswith("发现"))
    assert "此外还有" in form._result.text()
    assert form._result.property("role") == "wrong"


def test_a_copy_is_looked_into_and_restored(qtbot, desk, database, tmp_path):
    upkeep.backup(desk.store, tmp_path / "copy.db")
    profiles.save(desk.store, Profile(Role.OFFICE, "李四"))
    desk.page._database._from.click()
    (dialog,) = desk.page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "copy.db"))
    dialog.reject()
    qtbot.waitUntil(lambda: desk.page.findChild(Restore) is not None)
    asking = desk.page.findChild(Restore)
    shown = dict(asking._lines)
    assert "41条填报值" in shown["规划"]
    assert shown["检查结果"] == "完好"
    assert asking._cancel.isDefault()
    with qtbot.waitSignal(desk.page.moved) as moved:
        asking._restore.click()
    assert moved.args == [str(database)]
    assert "恢复前的数据另存为" in desk.notices[-1].text
    assert profiles.load(desk.store).name == ""
    with desk.store.reading() as work:
        (event,) = work.changes.events("", "恢复")
    assert event.origin.by == "李四"


def test_the_marked_copy_is_looked_into_by_enter_too(qtbot, desk, database):
    upkeep.keep_daily(desk.store)
    desk.page.show_scope(None)
    table = desk.page._database._copies
    qtbot.waitUntil(lambda: table.copy is not None)
    table.activated.emit(table.currentIndex())
    qtbot.waitUntil(lambda: desk.page.findChild(Restore) is not None)
    desk.page.findChild(Restore).reject()
    assert desk.moves == []


def test_without_a_mark_nothing_is_restored(desk):
    desk.page._database._tell()
    desk.page._database._want_back(Path("x"))
    assert desk.page.findChild(Restore) is None


def test_what_is_no_copy_is_refused_with_a_sentence(qtbot, desk, tmp_path):
    wrong = tmp_path / "letter.db"
    wrong.write_text("信" * 1000)
    desk.page._database.back.emit(wrong)
    qtbot.waitUntil(lambda: len(desk.errors) == 1)
    assert "不是规绩的数据库" in str(desk.errors[0])
    assert desk.page.findChild(Restore) is None


def test_a_database_in_use_is_not_restored(qtbot, desk, database, tmp_path, monkeypatch):
    monkeypatch.setattr("db.backup.PATIENCE", 0)
    copy = upkeep.backup(desk.store, tmp_path / "copy.db")
    with writer(database):
        desk.page._restoring._restore(copy)
        qtbot.waitUntil(lambda: len(desk.errors) == 1)
    assert "正被另一个程序占用" in str(desk.errors[0])
    assert desk.moves == []


def test_another_database_is_opened_in_the_window(qtbot, desk):
    desk.page._database._other.click()
    (dialog,) = desk.page.findChildren(QFileDialog)
    dialog.fileSelected.emit("/data/other.db")
    dialog.reject()
    assert desk.moves == ["/data/other.db"]


def test_a_database_that_is_no_file_has_no_copies(desk):
    desk.page._database.show_files(upkeep.Files("postgresql://server/guiji", None, ()))
    assert desk.page._database._told.text() == NO_FILE
    assert not desk.page._database._backup.isEnabled()

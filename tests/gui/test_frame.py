"""The frame: header, navigation, messages, looks, what is kept between two starts."""

from datetime import date

import pytest
from PySide6.QtCore import QByteArray, QEvent, QSettings, Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QMenu

from core.domain.period import Quarter
from core.errors import UserError
from gui import feedback
from gui.feedback import Notice
from gui.scope import Scope, sensible
from gui.settings import Settings
from gui.theme import Look, Size, Theme, present, scaled
from gui.widgets.header import Header
from gui.widgets.navigation import Navigation
from gui.widgets.strip import COPIED, MessageStrip
from gui.widgets.written_files import WrittenFiles
from tests.gui.papers import NEW, OLD


@pytest.fixture
def header(qtbot, theme):
    made = Header()
    qtbot.addWidget(made)
    made.fill((OLD, NEW))
    return made


def test_the_latest_plan_is_chosen_first(header):
    assert header.scope.plan is NEW
    assert header._quarter.count() == 20


def test_another_plan_brings_its_own_quarters(qtbot, header):
    with qtbot.waitSignal(header.chosen) as chosen:
        header._plan.setCurrentIndex(0)
    assert chosen.args == [Scope(OLD, Quarter(2020, 4))]
    with qtbot.waitSignal(header.chosen) as chosen:
        header._quarter.setCurrentIndex(3)
    assert chosen.args[0].quarter == Quarter(2020, 1)


def test_a_header_that_waits_says_why_and_offers_nothing(header):
    header.wait("正在打开数据库…")
    assert header.scope is None
    assert not header._plan.isEnabled()
    header.fill(())
    assert header._plan.currentText() == "没有规划"


@pytest.mark.parametrize(
    ("today", "quarter"),
    [
        (date(2026, 11, 23), "2025Q4"),
        (date(2024, 2, 1), "2023Q4"),
        (date(2024, 5, 1), "2024Q1"),
        (date(2021, 1, 5), "2021Q1"),
        (date(2019, 1, 5), "2021Q1"),
    ],
)
def test_the_last_quarter_that_is_over_is_the_sensible_one(today, quarter):
    assert str(sensible(NEW, today)) == quarter


@pytest.fixture
def navigation(qtbot, theme):
    made = Navigation([("报告", "report"), ("首页", "report")], Look.LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def test_turning_to_a_page_is_told(qtbot, navigation):
    with qtbot.waitSignal(navigation.turned):
        navigation.turn_to(1)
    assert navigation.number == 1
    navigation.allow(turning=False)
    assert not navigation._list.isEnabled()


@pytest.mark.parametrize(
    ("button", "signal"), [("_manual", "manual_wanted"), ("_about", "about_wanted")]
)
def test_help_is_asked_for_below_the_pages(qtbot, navigation, button, signal):
    with qtbot.waitSignal(getattr(navigation, signal)):
        getattr(navigation, button).click()


def test_a_look_is_chosen_from_a_menu_in_which_the_present_one_is_checked(qtbot, navigation):
    navigation._look.click()
    menu = navigation.findChild(QMenu)
    light, dark = menu.actions()[1:]
    assert light.isChecked()
    with qtbot.waitSignal(navigation.look_chosen) as chosen:
        dark.trigger()
    assert chosen.args == [Look.DARK]
    menu.close()


def test_a_look_chosen_elsewhere_is_checked_in_the_menu(navigation):
    navigation.show_look(Look.DARK)
    navigation._look.click()
    menu = navigation.findChild(QMenu)
    assert [each.isChecked() for each in menu.actions()] == [False, False, True]
    menu.close()


def test_everything_grows_at_once_with_the_size_of_text(qapp, theme, navigation):
    before = navigation.width(), navigation._about.font().pointSizeF(), scaled(100)
    theme.resize(Size.LARGEST)
    after = navigation.width(), navigation._about.font().pointSizeF(), scaled(100)
    assert before == (176, 10.5, 100)
    assert after == (234, 14, 133)
    assert "font-size: 21.33pt" in qapp.styleSheet()
    assert "border: 1px solid" in qapp.styleSheet()
    theme.resize(Size.USUAL)
    assert (navigation.width(), present().size) == (176, Size.USUAL)


def test_a_size_that_was_kept_is_used_and_an_unknown_one_is_not(qapp):
    assert Theme(qapp, "light", "small").size.points == 9
    assert Theme(qapp, "light", "huge").size is Size.USUAL


def test_both_looks_dress_the_window_and_the_system_is_followed(qapp, theme):
    seen = []
    theme.changed.connect(
        lambda: seen.append(qapp.palette().color(QPalette.ColorRole.Window).name())
    )
    theme.choose(Look.DARK)
    theme.choose(Look.LIGHT)
    assert seen == ["#16191e", "#f3f5f8"]
    theme.choose(Look.SYSTEM)
    theme._follow_system(Qt.ColorScheme.Dark)
    assert theme.colours.window == "#16191e"
    theme._follow_system(Qt.ColorScheme.Light)
    assert theme.colours.window == "#f3f5f8"
    assert theme.look is Look.SYSTEM


def test_pictures_follow_the_theme(qtbot, theme, navigation):
    files = WrittenFiles()
    strip = MessageStrip()
    for each in (files, strip):
        qtbot.addWidget(each)
    theme.choose(Look.DARK)
    for each in (files, strip, navigation):
        each.changeEvent(QEvent(QEvent.Type.StyleChange))
        each.changeEvent(QEvent(QEvent.Type.EnabledChange))
    assert not navigation._list.item(0).icon().isNull()


def test_a_message_is_shown_until_it_is_closed(qtbot, theme):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.show_notice(Notice("已写出2个文件"))
    assert strip.isVisible()
    assert not strip._copy.isVisible()
    strip._close.click()
    assert not strip.isVisible()


def test_the_details_of_an_error_can_be_copied(qtbot, theme):
    strip = MessageStrip()
    qtbot.addWidget(strip)
    strip.show_notice(feedback.notice(UserError("一\n二\n三\n四")))
    assert strip.notice.text == "一\n二\n三……"
    strip._copy.click()
    assert strip._copy.text() == COPIED
    assert "UserError" in QGuiApplication.clipboard().text()


def test_a_bug_goes_where_all_bugs_go(monkeypatch):
    seen = []
    monkeypatch.setattr("sys.excepthook", lambda *about: seen.append(about[0]))
    assert feedback.known(ValueError("bug")) is None
    assert seen == [ValueError]
    assert feedback.known(UserError("句子")) == feedback.notice(UserError("句子"))


def test_a_dialog_has_words_for_known_errors_and_for_bugs(monkeypatch):
    seen = []
    monkeypatch.setattr("sys.excepthook", lambda *about: seen.append(about[0]))
    assert feedback.words(UserError("句子"), "没有保存。") == "句子"
    assert seen == []
    assert feedback.words(ValueError("bug"), "没有保存。") == "没有保存。"
    assert seen == [ValueError]


def test_geometry_and_theme_are_kept(tmp_path):
    settings = Settings(QSettings(str(tmp_path / "s.ini"), QSettings.Format.IniFormat))
    assert settings.geometry.isEmpty()
    assert settings.theme == ""
    settings.keep_geometry(QByteArray(b"here"))
    settings.keep_looks(Look.DARK, Size.LARGE)
    assert settings.geometry == QByteArray(b"here")
    assert (settings.theme, settings.size) == ("dark", "large")

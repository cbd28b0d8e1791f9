"""The whole window on a real database, from the first frame to the written report."""

import sys
from functools import partial

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QFontMetrics, QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QFileDialog,
    QLabel,
    QWidget,
)

import main
from core.errors import StorageError
from gui import application, crash
from gui.dialogs.about import About
from gui.dialogs.crash_report import CrashReport
from gui.dialogs.manual import Manual
from gui.pages.failure import Failure
from gui.pages.reports import Reports
from gui.places import PLACES
from gui.session import UNEXPECTED


@pytest.fixture(autouse=True)
def own_hook(monkeypatch):
    """The hook for bugs is put back after each test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture
def window(qtbot, qapp):
    made = application.build(qapp)
    qtbot.addWidget(made)
    yield made
    made.close()


def opened(qtbot, window, open_store, database):
    """Show the window and wait for what follows its first frame."""
    window.painted.connect(lambda: application.furnish(window, open_store, str(database)))
    with qtbot.waitSignal(window.painted):
        window.show()
    return window


def page_of(window, kind):
    return window.findChild(kind)


def test_the_frame_is_painted_before_the_database_is_opened(qtbot, window, database):
    order = []
    window.painted.connect(lambda: order.append("painted"))

    def open_store(address):
        order.append("opened")
        return main.open_store(address)

    opened(qtbot, window, open_store, database)
    qtbot.waitUntil(lambda: "opened" in order)
    assert order == ["painted", "opened"]


def turn_to(window, title):
    """Choose a page as a person would who starts the program for it."""
    window.navigation.turn_to([place.title for place in PLACES].index(title))


def shown(qtbot, window, database):
    turn_to(window, "报告")
    opened(qtbot, window, main.open_store, database)
    page = page_of(window, Reports)
    qtbot.waitUntil(lambda: page._preview.view.count > 0, timeout=20_000)
    return page


def test_a_report_is_seen_and_written(qtbot, window, database, tmp_path):
    page = shown(qtbot, window, database)
    assert window.header.scope.plan.code == "zhanggong-2021-2025"
    window.header._plan.setCurrentIndex(0)
    qtbot.waitUntil(lambda: page._preview.view.count == 2)
    page._panel.form.set_folder(str(tmp_path / "out"))
    page._panel.write._write.click()
    qtbot.waitUntil(lambda: len(page._panel.files.paths) == 2, timeout=20_000)
    assert "已写出2个文件" in window._strip.notice.text
    assert all(path.is_file() for path in page._panel.files.paths)


def test_no_visible_text_lacks_a_glyph(qtbot, window, database):
    shown(qtbot, window, database)
    for widget in window.findChildren(QWidget):
        text = ""
        if isinstance(widget, QLabel | QAbstractButton):
            text = widget.text()
        elif isinstance(widget, QComboBox):
            text = widget.currentText()
        metrics = QFontMetrics(widget.font())
        assert all(metrics.inFontUcs4(ord(each)) for each in text if each.isprintable()), text


def test_everything_that_can_be_pressed_has_a_name_for_screen_readers(qtbot, window, database):
    shown(qtbot, window, database)
    names = [button.accessibleName() for button in window.findChildren(QAbstractButton)]
    assert all(names)


def test_a_database_that_does_not_open_is_explained_and_another_can_be_chosen(
    qtbot, window, database, tmp_path
):
    wrong = tmp_path / "wrong.db"
    wrong.write_text("not a database" * 100)
    opened(qtbot, window, main.open_store, wrong)
    qtbot.waitUntil(lambda: page_of(window, Failure) is not None)
    failure = page_of(window, Failure)
    qtbot.waitUntil(lambda: "不是规绩的数据库" in failure._reason.text())
    assert failure._again.hasFocus()
    failure._again.click()
    assert not failure._again.isEnabled()
    qtbot.waitUntil(failure._again.isEnabled)
    failure._other.click()
    dialog = failure.findChild(QFileDialog)
    dialog.fileSelected.emit(str(database))
    dialog.reject()
    qtbot.waitUntil(lambda: window.header.scope is not None, timeout=20_000)
    assert window.navigation._list.isEnabled()


def test_a_bug_while_opening_is_told_apart_from_a_known_error(qtbot, window, monkeypatch):
    def broken(_address):
        raise ValueError("bug")

    opened(qtbot, window, broken, "x")
    with qtbot.captureExceptions():
        qtbot.waitUntil(lambda: page_of(window, Failure) is not None)
        qtbot.waitUntil(lambda: page_of(window, Failure)._reason.text() == UNEXPECTED)
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, CrashReport):
            dialog.accept()


def test_an_error_of_a_page_stands_in_the_strip(qtbot, window, database):
    page = shown(qtbot, window, database)
    page.failed.emit(StorageError("数据库正被占用"))
    assert window._strip.notice.text == "数据库正被占用"


def test_f1_opens_the_manual_at_the_page_s_chapter(qtbot, window, database):
    shown(qtbot, window, database)
    window.navigation.manual_wanted.emit()
    manual = window.findChild(Manual)
    assert manual.chapter == "报告"
    manual.close()


def test_the_manual_follows_its_own_links(qtbot, theme, monkeypatch):
    seen: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", seen.append)
    manual = Manual("没有这一章")
    qtbot.addWidget(manual)
    assert manual.chapter == "快速上手"
    manual._follow(QUrl("报告"))
    assert manual.chapter == "报告"
    manual._follow(QUrl("https://example.org"))
    assert len(seen) == 1
    assert "报告种类" in manual._text.toPlainText()


def test_about_names_the_database_and_the_licences(qtbot, window, database):
    shown(qtbot, window, database)
    window.navigation.about_wanted.emit()
    about = window.findChild(About)
    texts = [label.text() for label in about.findChildren(QLabel)]
    assert str(database) in texts
    assert "Apache-2.0" in texts
    about.reject()


def test_a_bug_is_logged_and_offered_for_copying(qtbot, qapp, window, tmp_path, monkeypatch):
    log = tmp_path / "log" / "guiji.log"
    monkeypatch.setattr(crash, "log_path", lambda: log)
    crash.install(partial(application._show_crash, window))
    sys.excepthook(ValueError, ValueError("bug"), None)
    sys.excepthook(ValueError, ValueError("bug"), None)
    shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
    (dialog,) = [each for each in shown if isinstance(each, CrashReport)]
    dialog._copy.click()
    assert "ValueError: bug" in QGuiApplication.clipboard().text()
    assert log.read_text("utf-8").count("ValueError: bug") == 2
    dialog._close.click()


def test_a_full_log_begins_anew_and_an_unwritable_one_is_no_second_bug(
    tmp_path, monkeypatch, capsys
):
    log, seen = tmp_path / "guiji.log", []
    monkeypatch.setattr(crash, "log_path", lambda: log)
    monkeypatch.setattr(crash, "LARGEST", 10)
    crash.install(lambda details, _: seen.append(details))
    for _ in range(2):
        sys.excepthook(ValueError, ValueError("bug"), None)
    assert log.with_suffix(".old.log").is_file()
    monkeypatch.setattr(crash, "log_path", lambda: log / "below")
    sys.excepthook(ValueError, ValueError("bug"), None)
    assert "日志写不进" in capsys.readouterr().err
    assert len(seen) == 3


def test_the_end_by_ctrl_c_is_no_bug(monkeypatch):
    seen = []
    monkeypatch.setattr(sys, "__excepthook__", lambda *about: seen.append(about[0]))
    crash.install(lambda *_: seen.append("shown"))
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert seen == [KeyboardInterrupt]


def test_the_log_lies_among_the_user_s_own_files():
    assert crash.log_path().name == "guiji.log"


def test_without_a_screen_there_is_a_sentence_and_no_window(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert application.run(main.open_store, "") == 1
    assert "没有图形界面" in capsys.readouterr().err


def test_running_builds_shows_and_ends_with_the_application(qapp, monkeypatch, database):
    monkeypatch.setattr(application, "create", lambda: qapp)
    monkeypatch.setattr(qapp, "exec", lambda: 7)
    assert application.run(main.open_store, str(database)) == 7


def test_the_application_is_named_once(monkeypatch, qapp):
    monkeypatch.setattr(application, "QApplication", lambda _: qapp)
    named = application.create()
    assert (named.applicationName(), named.applicationDisplayName()) == ("guiji", "规绩")


def test_calls_of_void_methods_do_not_wear_out_nothing(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for number in range(300):
        label.setText(str(number))
    assert sys.getrefcount(None) > before - 50


def test_dialogs_that_qt_draws_itself_speak_chinese(qtbot, window, database):
    shown(qtbot, window, database)
    dialog = QFileDialog(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    assert dialog.labelText(QFileDialog.DialogLabel.FileName) == "文件名称(&N)："
    assert dialog.labelText(QFileDialog.DialogLabel.Reject) == "取消"

"""A database that does not open: back to a copy, or to the one that was used before."""

import shutil
import sys
from functools import partial

import pytest
from PySide6.QtWidgets import QFileDialog

import main
from core.domain.profile import Profile, Role
from core.errors import StorageError
from core.services import profiles
from gui import application
from gui.dialogs.restore import Restore
from gui.pages.failure import Failure

OPEN = partial(main.open_store, alone=True)
PATIENCE = 20_000


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


def failed(qtbot, window, path, open_unread=main.open_unread):
    """Show the window with a database that does not open."""
    window.painted.connect(lambda: application.furnish(window, OPEN, str(path), open_unread))
    with qtbot.waitSignal(window.painted):
        window.show()
    return refused(qtbot, window)


def refused(qtbot, window):
    qtbot.waitUntil(
        lambda: (page := window.findChild(Failure)) is not None and page._again.isEnabled(),
        timeout=PATIENCE,
    )
    return window.findChild(Failure)


def choose(page, button, path):
    button.click()
    dialog = page.findChildren(QFileDialog)[-1]
    dialog.fileSelected.emit(str(path))
    dialog.reject()


@pytest.fixture
def damaged(database):
    """A database that is none any more, and a copy of what it was."""
    profiles.save(main.open_store(str(database)), Profile(Role.OFFICE, "李四"))
    copy = shutil.copy(database, database.with_name("copy.db"))
    database.write_bytes(b"damaged" * 1000)
    return database, copy


def test_a_damaged_database_is_brought_back_to_a_copy(qtbot, window, damaged):
    database, copy = damaged
    page = failed(qtbot, window, database)
    assert page._again.hasFocus()
    assert not page._back.isVisible()
    choose(page, page._copy, copy)
    qtbot.waitUntil(lambda: window.findChild(Restore) is not None, timeout=PATIENCE)
    window.findChild(Restore)._restore.click()
    qtbot.waitUntil(lambda: window.header.scope is not None, timeout=PATIENCE)
    assert "恢复前的数据另存为" in window._strip.notice.text
    assert profiles.load(main.open_store(str(database))).name == "李四"
    (kept,) = (database.parent / "备份").glob("*恢复前.db")
    assert kept.read_bytes() == b"damaged" * 1000


def test_what_is_no_copy_is_told_and_the_page_stays(qtbot, window, damaged):
    database, _ = damaged
    page = failed(qtbot, window, database)
    choose(page, page._copy, database.with_name("gone.db"))
    qtbot.waitUntil(lambda: window._strip is not None, timeout=PATIENCE)
    assert "没有“" in window._strip.notice.text
    assert page.isVisible()


def test_a_place_where_no_database_can_be_is_told(qtbot, window, database, tmp_path):
    page = failed(qtbot, window, tmp_path / "none" / "guiji.db")
    choose(page, page._copy, database)
    assert "不存在" in window._strip.notice.text


def test_from_another_database_one_can_go_back(qtbot, window, database, tmp_path):
    wrong = tmp_path / "letter.db"
    wrong.write_text("信" * 1000)
    profiles.save(main.open_store(str(database)), Profile(Role.OFFICE))
    page = failed(qtbot, window, wrong)
    choose(page, page._other, database)
    qtbot.waitUntil(lambda: window.header.scope is not None, timeout=PATIENCE)
    page.other.emit(str(wrong))
    qtbot.waitUntil(page._back.isVisible, timeout=PATIENCE)
    refused(qtbot, window)
    assert window.focusWidget() is page._back
    page._back.click()
    qtbot.waitUntil(lambda: window.header.scope is not None, timeout=PATIENCE)


def test_who_restores_what_cannot_be_read_is_named_as_logged_in(damaged, monkeypatch):
    monkeypatch.setenv("LOGNAME", "wang")
    assert profiles.person(main.open_unread(str(damaged[0]))) == "wang"
    with pytest.raises(StorageError):
        profiles.load(main.open_unread(str(damaged[0])))

"""What follows once a database is open: who has it, whose it is, the copy of the day."""

import os
import subprocess
import sys
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QDir, Qt
from PySide6.QtNetwork import QLocalSocket
from PySide6.QtWidgets import QWidget

import main
from core.domain.holder import Holder
from core.domain.profile import Profile, Role
from core.errors import StorageError
from core.services import profiles, upkeep
from db import lock
from db.engine import open_store
from gui import application, arrival, single_instance
from gui.arrival import NOT_KEPT
from gui.dialogs.welcome import Welcome
from gui.single_instance import Doorbell, ring
from tests.gui.settings.test_forms import OFFICE, STATISTICS
from tests.gui.test_window import opened

OPEN = partial(main.open_store, alone=True)
OTHER = Holder("/data/guiji.db", "张三", "OFFICE-1", "2026-11-23T09:00:00+08:00", 1)
ANSWER = """
import socket, sys
with socket.socket(socket.AF_UNIX) as server:
    server.bind(sys.argv[1])
    server.listen()
    caller, _ = server.accept()
    caller.sendall(b"!")
    caller.close()
"""


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """Nobody waits for a window that does not answer; the hook for bugs is put back."""
    monkeypatch.setattr(single_instance, "PATIENCE", 0)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture
def window(qtbot, qapp):
    made = application.build(qapp)
    qtbot.addWidget(made)
    yield made
    made.close()


def welcomed(qtbot, window):
    qtbot.waitUntil(lambda: window.findChild(Welcome) is not None, timeout=20_000)
    return window.findChild(Welcome)


def test_the_first_start_asks_who_uses_the_program(qtbot, window, database):
    opened(qtbot, window, OPEN, database)
    dialog = welcomed(qtbot, window)
    form = dialog._form
    assert not dialog._begin.isEnabled()
    form._roles[Role.DEPARTMENT].click()
    assert form._department.count() > 30
    form._department.setCurrentIndex(2)
    form._department.activated.emit(2)
    form._name.insert("王小明")
    dialog._begin.click()
    store = main.open_store(str(database))
    qtbot.waitUntil(lambda: profiles.load(store).role is Role.DEPARTMENT)
    assert profiles.load(store).name == "王小明"


def test_what_is_put_off_is_asked_again_at_the_next_start_only(qtbot, window, database):
    opened(qtbot, window, OPEN, database)
    welcomed(qtbot, window).reject()
    qtbot.waitUntil(lambda: window.findChild(Welcome) is None)
    with qtbot.waitSignal(window.header.chosen):
        window.header._plan.setCurrentIndex(0)
    window.reopening.emit()
    qtbot.waitUntil(lambda: window.header.scope is not None, timeout=20_000)
    assert window.findChild(Welcome) is None
    assert profiles.load(main.open_store(str(database))).role is None


def test_who_was_asked_is_not_asked_again(qtbot, window, database):
    profiles.save(main.open_store(str(database)), Profile(Role.OFFICE))
    opened(qtbot, window, OPEN, database)
    copies = database.parent / "备份"
    qtbot.waitUntil(copies.exists, timeout=20_000)
    assert window.findChild(Welcome) is None


def test_the_welcome_is_answered_by_keys_alone(qtbot, theme):
    told: list[Profile] = []
    alt, parent = Qt.KeyboardModifier.AltModifier, QWidget()
    qtbot.addWidget(parent)
    dialog = Welcome(Profile(), "章贡区", (OFFICE, STATISTICS), parent)
    dialog.answered.connect(told.append)
    dialog.show()
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_U, alt)
    qtbot.waitUntil(lambda: dialog._form.profile.role is Role.DEPARTMENT)
    qtbot.keyClick(dialog, Qt.Key.Key_D, alt)
    qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Down)
    qtbot.keyClick(dialog, Qt.Key.Key_S, alt)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [Profile(Role.DEPARTMENT, departments={"章贡区": "D01"})]


def test_the_copy_of_the_day_is_made_at_its_first_opening(qtbot, window, database):
    opened(qtbot, window, OPEN, database)
    copies = database.parent / "备份"
    qtbot.waitUntil(lambda: copies.exists() and len(list(copies.glob("*自动.db"))) == 1)


@pytest.mark.parametrize("error", [StorageError("磁盘已满"), ValueError("bug")])
def test_a_copy_that_fails_is_a_notice_and_no_obstacle(qtbot, window, database, monkeypatch, error):
    def refuse(_):
        raise error

    monkeypatch.setattr(upkeep, "keep_daily", refuse)
    seen = []
    monkeypatch.setattr("sys.excepthook", lambda *about: seen.append(about[0]))
    opened(qtbot, window, OPEN, database)
    monkeypatch.setattr("sys.excepthook", lambda *about: seen.append(about[0]))
    if isinstance(error, StorageError):
        qtbot.waitUntil(lambda: window._strip is not None)
        assert window._strip.notice.text == f"{NOT_KEPT}磁盘已满"
        assert not window._strip.notice.grave
    else:
        qtbot.waitUntil(lambda: seen == [ValueError])


def held(database, holder):
    """Open a database as one that somebody else has."""
    return replace(open_store(str(database)), held=holder)


def test_another_person_s_database_is_read_and_says_whose_it_is(qtbot, window, database):
    opened(qtbot, window, lambda address: held(address, OTHER), database)
    qtbot.waitUntil(lambda: window._banner is not None, timeout=20_000)
    assert window._banner.words == "现由 张三（OFFICE-1）使用，只能查看"
    assert window._banner.isVisible()
    assert window.findChild(Welcome) is None
    assert not (database.parent / "备份").exists()


def test_once_it_is_free_it_can_be_opened_for_writing(qtbot, window, database):
    holders = iter((OTHER, None))
    opened(qtbot, window, lambda address: held(address, next(holders)), database)
    qtbot.waitUntil(lambda: window._banner is not None, timeout=20_000)
    window._banner._again.click()
    qtbot.waitUntil(lambda: not window._banner.isVisible(), timeout=20_000)
    assert window.isVisible()


def test_the_own_other_window_comes_forward_and_this_one_goes(qtbot, window, database, monkeypatch):
    rung = []

    def answered(*about):
        rung.append(about)
        return True

    monkeypatch.setattr(arrival, "ring", answered)
    mine = replace(OTHER, mine=True)
    opened(qtbot, window, lambda address: held(address, mine), database)
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=20_000)
    assert rung == [("/data/guiji.db", 1)]


def test_an_own_window_that_does_not_answer_leaves_reading(qtbot, window, database):
    mine = replace(OTHER, mine=True)
    opened(qtbot, window, lambda address: held(address, mine), database)
    qtbot.waitUntil(lambda: window._banner is not None, timeout=20_000)
    assert window.isVisible()


def test_a_window_is_asked_to_come_forward_by_its_database(qtbot, tmp_path, monkeypatch):
    monkeypatch.setattr(single_instance, "PATIENCE", 2000)
    database = str(tmp_path / "guiji.db")
    bell = Doorbell()
    bell.hang(str(tmp_path / "other.db"))
    bell.hang(database)
    caller = QLocalSocket()
    with qtbot.waitSignal(bell.rung):
        caller.connectToServer(single_instance._name(str(tmp_path / "." / "guiji.db")))
    caller.close()
    bell._server.close()


def test_where_nobody_listens_nobody_answers(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(single_instance, "PATIENCE", 60)
    assert not ring(str(tmp_path / "guiji.db"), os.getpid())


def test_a_hidden_window_comes_forward(qtbot, window):
    window.showMinimized()
    window.come_forward()
    assert not window.isMinimized()
    assert window.isVisible()


def test_a_second_start_shows_no_window_of_its_own(qapp, monkeypatch):
    monkeypatch.setattr(application, "create", lambda: qapp)
    monkeypatch.setattr(application, "build", None)
    monkeypatch.setattr(single_instance, "ring", lambda *_: True)
    assert application.run(OPEN, "", replace(OTHER, mine=True)) == 0
    assert not application.answers(OTHER)


def test_the_lock_ends_with_the_window(qtbot, window, database):
    opened(qtbot, window, OPEN, database)
    qtbot.waitUntil(lambda: lock.holder(database) is not None, timeout=20_000)
    window.close()
    assert lock.holder(database) is None


def test_a_window_that_answers_is_believed(qapp, tmp_path, monkeypatch):
    monkeypatch.setattr(single_instance, "PATIENCE", 10_000)
    database = str(tmp_path / "guiji.db")
    place = Path(QDir.tempPath()) / single_instance._name(database)
    with subprocess.Popen([sys.executable, "-c", ANSWER, place]) as process:
        assert ring(database, process.pid)
    place.unlink()


def test_the_window_is_told_who_has_the_database_before_it_is_made(database, monkeypatch):
    told = []

    def run(*given):
        told.append(given)
        return 0

    monkeypatch.setattr(application, "run", run)
    kept = lock.take(database)
    assert main.main(["--database", str(database)]) == 0
    ((opening, address, holder, unread),) = told
    assert address == str(database)
    assert holder.pid == os.getpid()
    assert unread(address).address == address
    assert opening(address).holder == holder
    assert isinstance(kept, lock.Lock)
    kept.release()
    assert main._holder("sqlite:///a.db") is None

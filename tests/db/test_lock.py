"""The lock beside a database: one process has it, others are told who, no crash keeps it."""

import errno
import io
import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

from core.domain.holder import Holder
from db import lock, places
from db.lock import Lock
from tests.db.files import read_only

ROOT = Path(__file__).resolve().parents[2]
HOLD = "import sys, pathlib; from db import lock; kept = lock.take(pathlib.Path(sys.argv[1]))"
WAIT = "print(type(kept).__name__, flush=True); sys.stdin.read()"


@contextmanager
def another_process(file):
    """Let a process of its own hold the lock."""
    with subprocess.Popen(
        [sys.executable, "-c", f"{HOLD}; {WAIT}", file],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "Lock\n"
        yield process
        process.kill()


@pytest.fixture
def taken(file):
    made = lock.take(file)
    assert isinstance(made, Lock)
    yield made
    made.release()


def test_what_another_process_has_cannot_be_taken_and_names_it(file):
    with another_process(file) as process:
        found = lock.take(file)
    assert isinstance(found, Holder)
    assert (found.pid, found.mine) == (process.pid, True)
    assert str(found) == f"现由 {found.user}（{found.host}）使用，只能查看"


def test_a_killed_process_frees_the_lock(file):
    with another_process(file) as process:
        process.kill()
        process.wait()
        assert lock.beside(file).is_file()
        assert lock.holder(file) is None
        made = lock.take(file)
    assert isinstance(made, Lock)
    made.release()


def test_a_released_lock_leaves_no_file_and_can_be_taken_again(file):
    for _ in range(2):
        made = lock.take(file)
        assert isinstance(made, Lock)
        assert isinstance(lock.holder(file), Holder)
        made.release()
        made.release()
        assert list(file.parent.iterdir()) == []


def test_looking_takes_and_makes_nothing(file):
    assert lock.holder(file) is None
    assert list(file.parent.iterdir()) == []


def test_the_lock_says_in_its_file_who_has_it(file, taken):
    signed = json.loads(lock.beside(file).read_text("utf-8"))
    assert lock.beside(file).name == "guiji.db.lock"
    assert signed["pid"] == os.getpid()
    assert set(signed) == {"user", "host", "since", "pid"}


def test_a_link_to_the_database_has_the_same_lock(file, taken):
    link = file.with_name("link.db")
    file.touch()
    link.symlink_to(file)
    assert isinstance(lock.take(link), Holder)


@pytest.mark.parametrize("content", ["", "[]", "{}", "{", '{"user": "a", "host": 1, "pid": "x"}'])
def test_a_holder_that_is_not_signed_is_somebody_unknown(file, taken, content):
    lock.beside(file).write_text(content)
    assert lock.holder(file) == Holder(str(file))
    assert str(lock.holder(file)) == "现由 别的窗口使用，只能查看"


def test_another_person_is_not_this_one(file, taken):
    signed = json.loads(lock.beside(file).read_text("utf-8"))
    lock.beside(file).write_text(json.dumps({**signed, "user": "张三"}), "utf-8")
    found = lock.holder(file)
    assert found
    assert not found.mine


def test_a_system_that_knows_no_user_is_no_obstacle(file, monkeypatch):
    def unknown():
        raise OSError

    monkeypatch.setattr("getpass.getuser", unknown)
    made, found = lock.take(file), lock.holder(file)
    assert isinstance(made, Lock)
    assert found
    assert found.user == ""
    made.release()


def test_a_read_only_folder_has_no_lock(file):
    with read_only(file.parent):
        assert lock.take(file) is None
        assert lock.holder(file) is None


@pytest.mark.parametrize("number", [errno.ENOLCK, errno.EOPNOTSUPP, errno.EROFS])
def test_a_disk_that_knows_no_locks_has_none(file, monkeypatch, number):
    def refuse(_):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(lock, "_seize", refuse)
    assert lock.take(file) is None
    assert lock.holder(file) is None


def test_a_lock_on_a_full_disk_is_held_unsigned(file, monkeypatch):
    class Full(io.FileIO):
        def write(self, _):
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(io, "FileIO", Full)
    made = lock.take(file)
    assert isinstance(made, Lock)
    assert lock.holder(file) == Holder(str(file))
    made.release()


def test_a_lock_whose_file_was_replaced_meanwhile_is_tried_again(file, monkeypatch):
    seize, seen = lock._seize, list[object]()

    def late(opened):
        seize(opened)
        if not seen:
            lock.beside(file).unlink()
        seen.append(opened)

    monkeypatch.setattr(lock, "_seize", late)
    made = lock.take(file)
    assert isinstance(made, Lock)
    assert len(seen) == 2
    assert lock.beside(file).is_file()
    made.release()


def test_what_somebody_else_s_crash_left_is_replaced(file, monkeypatch):
    open_file, path = os.open, lock.beside(file)
    path.write_text("{}")

    def guarded(name, *rest):
        if Path(name).exists():
            raise PermissionError
        return open_file(name, *rest)

    monkeypatch.setattr(os, "open", guarded)
    made = lock.take(file)
    assert isinstance(made, Lock)
    monkeypatch.undo()
    found = lock.holder(file)
    assert found
    assert found.pid == os.getpid()
    made.release()


def test_the_own_database_lies_in_the_user_s_data_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert places.plain("") == tmp_path / "guiji" / "guiji.db"
    monkeypatch.setenv("XDG_DATA_HOME", " ")
    assert places.own() == Path.home() / ".local" / "share" / "guiji" / "guiji.db"
    assert places.plain("a.db") == Path("a.db").absolute()
    assert places.plain("sqlite:///a.db") is None


@pytest.mark.parametrize(("given", "below"), [("C:/Local", "C:/Local"), ("", "AppData/Local")])
def test_on_windows_it_is_the_local_one(monkeypatch, given, below):
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", given)
    assert places.own().as_posix().endswith(f"{below}/guiji/guiji.db")

"""Two starts of the real program on one database, each a process of its own."""

import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import pytest

from db import lock
from tests.db.files import digest

ROOT = Path(__file__).parents[2]
PATIENCE = 30  # seconds
HIDDEN = {"QT_QPA_PLATFORM": "offscreen"}
SECOND = """
import sys
import main
from gui.main_window import MainWindow
shown = []
warn = MainWindow.warn
def warn_and_end(self, words):
    warn(self, words)
    print(words, flush=True)
    self.close()
MainWindow.warn = warn_and_end
sys.exit(main.main(["--database", sys.argv[1]]))
"""


@pytest.fixture
def folder(tmp_path):
    """A user's own folders."""
    return {"XDG_CONFIG_HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path), **HIDDEN}


def program(database, folder, code=None, **more):
    words = ["-c", code] if code else ["main.py", "--database"]
    return subprocess.Popen(
        [sys.executable, *words, database],
        cwd=ROOT,
        env={**os.environ, **folder, **more},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


@contextmanager
def running(database, folder):
    """Keep the program's window open, from when it has its database."""
    with program(database, folder) as first:
        ends = time.monotonic() + PATIENCE
        try:
            while not has(database, first):
                assert time.monotonic() < ends
                assert first.poll() is None, first.stderr.read()
            yield first
        finally:
            first.kill()


def has(database, process):
    """Tell whether a process has signed the lock, without getting in its way."""
    path = lock.beside(database)
    return path.is_file() and f'"pid": {process.pid}}}' in path.read_text("utf-8")


def test_a_second_start_of_the_same_person_ends_and_raises_the_first(database, folder):
    with running(database, folder) as first:
        second = program(database, folder)
        told, complaints = second.communicate(timeout=PATIENCE)
        assert (second.returncode, told, complaints) == (0, "", "")
        assert first.poll() is None


def test_somebody_else_reads_and_is_told_who_has_it(database, folder):
    with running(database, folder) as first:
        holder = lock.holder(database)
        assert holder
        assert holder.pid == first.pid
        second = program(database, folder, SECOND, LOGNAME="lisi", USER="lisi", USERNAME="lisi")
        told, _ = second.communicate(timeout=PATIENCE)
        assert told.splitlines()[0] == f"现由 {holder.user}（{holder.host}）使用，只能查看"


def test_after_a_kill_the_next_start_has_the_database(database, folder):
    with running(database, folder) as first:
        first.send_signal(signal.SIGKILL)
        first.wait(PATIENCE)
        with running(database, folder) as second:
            assert has(database, second)
            assert lock.holder(database)


def test_the_command_line_works_beside_a_window(database, folder):
    with running(database, folder):
        before = digest(database)
        code = [sys.executable, "main.py"]
        for words in (["plans"], ["verify"], ["backup", str(database.with_name("copy.db"))]):
            done = subprocess.run(
                [*code, *words, "--database", database],
                cwd=ROOT,
                capture_output=True,
                check=False,
            )
            assert done.returncode == 0
        copy = database.with_name("copy.db")
        restored = subprocess.run(
            [*code, "restore", copy, "--database", database],
            cwd=ROOT,
            capture_output=True,
            check=False,
        )
        assert restored.returncode == 1
        assert "使用，只能查看，没有恢复" in restored.stderr.decode("utf-8")
        assert digest(database) == before

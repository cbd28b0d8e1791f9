"""kill -9 at any moment of 入库: all files are in or none, and it can be done again."""

import os
import random
import shutil
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest

import main
from core.domain.period import Quarter
from core.domain.submission import State
from core.progress import finish
from core.services import distribution, forms
from core.services.inbox import intake, taking
from core.workbooks.search.arrival import arrive
from tests.journeys import clerks
from tests.returning import SIGNED

ROOT = Path(__file__).parents[2]
PLAN, QUARTER = "ganzhou-2024", Quarter(2024, 4)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are not copied there")


@pytest.fixture(scope="module")
def returned(shipped_database, tmp_path_factory):
    """A database from which forms went out, and the folder with what came back."""
    folder = tmp_path_factory.mktemp("returned")
    database = shutil.copy(shipped_database, folder / "guiji.db")
    store = main.open_store(str(database))
    request = distribution.Request(PLAN, QUARTER)
    sent = finish(distribution.distribute(store, request, folder / "发出", "发改委")).files
    (folder / "回件").mkdir()
    for path in sent:
        form = forms.load(store, PLAN, department(store, path), QUARTER)
        clerks.fill(form, path, folder / "回件" / path.name, signed=SIGNED)
    return database, folder / "回件"


def department(store, path):
    """Whose form a file is."""
    (file,) = finish(intake.read(store, [path], arrive)).files
    assert file.slip
    return file.slip.department


@contextmanager
def taking_in():
    """A process that takes in what it is told of."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.taker"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield process
        tell(process, "")


def tell(process, line):
    process.stdin.write(f"{line}\n")
    process.stdin.flush()


def killed(process, database, folder, steps):
    """Have files taken in, kill that after some steps; tell how many there were, and the end."""
    tell(process, f"{database}\t{folder}")
    pid, count, done = 0, 0, False
    while not (pid and (count >= steps or done)):
        word, *rest = process.stdout.readline().split()
        pid = int(rest[0]) if word == "pid" else pid
        count, done = count + (word == "step"), done or word == "done"
    os.kill(pid, signal.SIGKILL)
    tell(process, "")
    rest = list(iter(process.stdout.readline, "end\n"))
    return count + rest.count("step\n"), done or "done\n" in rest


def stands(store):
    """What there is of the batch: figures, receipts, forms handed in."""
    with store.reading() as work:
        figures = len(work.entries.of(PLAN, [QUARTER]))
        states = [each.state for each in work.submissions.of(PLAN, QUARTER)]
        return figures, len(work.receipts.of(PLAN)), states.count(State.SUBMITTED)


def rounds(returned, tmp_path, number):
    original, folder = returned
    files = len(list(folder.iterdir()))
    moments = random.Random()  # noqa: S311  # any moment will do
    with taking_in() as process:
        whole = shutil.copy(original, tmp_path / "whole.db")
        most, done = killed(process, whole, folder, sys.maxsize)
        assert done
        everything = stands(main.open_store(str(whole)))
        assert everything[1:] == (files, files)
        nothing = stands(main.open_store(str(original)))
        for at in range(number):
            database = shutil.copy(original, tmp_path / f"{at}.db")
            _, done = killed(process, database, folder, moments.randint(1, most))
            check(database, folder, everything if done else None, (nothing, everything))


def check(database, folder, needed, possible):
    """All or nothing stands and is sound, and doing it again makes it whole."""
    store = main.open_store(str(database))
    assert store.problems() == ()
    assert stands(store) in ((needed,) if needed else possible)
    batch = finish(intake.read(store, [folder], arrive))
    finish(taking.take(store, batch, {}, "王主任"))
    assert (stands(store), store.problems()) == (possible[1], ())


def test_files_are_taken_in_whole_or_not_at_all(returned, tmp_path):
    rounds(returned, tmp_path, 4)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_fifty_kills_leave_all_or_nothing(returned, tmp_path):
    rounds(returned, tmp_path, 50)

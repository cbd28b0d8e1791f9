"""kill -9 at any moment: what was accepted is there, and the next start goes on where it was."""

import os
import random
import subprocess
import sys
from contextlib import contextmanager
from itertools import islice
from pathlib import Path

import pytest

import main
from core.services import forms
from tests.journeys import typist
from tests.journeys.office import prepare

ROOT = Path(__file__).parents[2]
MOST = 80  # keys that are waited for before a kill
FIRST = 1000  # the number that is typed first; the next process begins with the next thousand
HIDDEN = {"QT_QPA_PLATFORM": "offscreen"}

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="processes are not copied there")


class Typing:
    """A process that types into the databases that it is told of."""

    def __init__(self, process):
        self._process = process

    def _tell(self, line):
        self._process.stdin.write(f"{line}\n")
        self._process.stdin.flush()

    def _heard(self):
        word, *number = self._process.stdout.readline().split()
        assert word != "failed"
        return word, int(number[0]) if number else 0

    def killed(self, first, database, keys):
        """Have a database typed into, kill that after some keys, give the number of the last."""
        self._tell(f"{first} {database}")
        heard = {"key": -1}
        while heard["key"] < keys:
            heard |= [self._heard()]
        self._tell("")
        while "end" not in heard:
            heard |= [self._heard()]
        return heard["key"]


@contextmanager
def typing():
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.typist"],
        cwd=ROOT,
        env={**os.environ, **HIDDEN},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        yield Typing(process)


def accepted(before, reached):
    """What stands in each cell once some states are reached."""
    texts, typed = before, ""
    for code, text in reached:
        texts, typed = (texts, text) if text else (texts | {code: typed}, "")
    return texts


def form_of(database):
    store = main.open_store(str(database))
    assert store.problems() == ()
    return forms.load(store, typist.PLAN, typist.DEPARTMENT, typist.QUARTER)


def figures(form):
    return {row.item.code: row.entry.text for row in form.rows if row.entry.figure}


def check_file(database, before, first, last):
    """Compare the file with what was reached; the key after the last one may be in it, too."""
    form = form_of(database)
    told = list(islice(typist.states(form, first), last + 2))
    assert figures(form) in [accepted(figures(before), told[:end]) for end in (last + 1, last + 2)]
    return told[last:]


def check_window(database, enter, places):
    """See that the next start opens at one of the places, with what stood half-typed there."""
    office = enter(database)
    office.wait(lambda: office.form is not None)
    scope = office.window.header.scope
    assert (scope.plan.code, scope.quarter) == (typist.PLAN, typist.QUARTER)
    assert office.form.department == typist.DEPARTMENT
    assert (office.here[0], office.page._grid.text) in places
    office.close()


def rounds(enter, database, number):
    moments = random.Random()  # noqa: S311  # any moment will do
    prepare(database, typist.DEPARTMENT)
    with typing() as typed:
        for first in range(FIRST, FIRST * (number + 1), FIRST):
            before = form_of(database)
            last = typed.killed(first, database, moments.randint(1, MOST))
            check_window(database, enter, check_file(database, before, first, last))


def test_nothing_accepted_is_lost_and_the_next_start_goes_on_there(enter, database):
    rounds(enter, database, 5)


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_hundred_kills_lose_nothing(enter, database):
    rounds(enter, database, 100)

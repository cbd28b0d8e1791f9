"""A process with the real window that types by itself until it is killed.

It reads lines of a number and a database, and has each typed into by a copy of itself, whose
imports are done already, from that number on; an empty line kills the copy. Printed are `key N` for
each state of `states` once it is reached, `failed` where it is not, and `end` after a kill.
"""

import os
import signal
import sys
from functools import partial
from importlib import import_module
from itertools import count
from pathlib import Path

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

import main
from core.domain.cell import Column
from core.domain.period import Quarter
from gui import application
from gui.pages.filling import TITLE, Filling
from gui.places import PLACES

PLAN, DEPARTMENT, QUARTER = "zhanggong-2021-2025", "D09", Quarter(2025, 4)
EARLY = ("core.services.forms", "db.engine", "gui.arrival", "gui.pages.home", "gui.session")


def states(form, first):
    """Give without end what stands half-typed where, a key after the other; None once accepted."""
    codes = [row.item.code for row in form.rows if not form.lock(row, Column.FIGURE)]
    for number in count():
        code, text = codes[number % len(codes)], str(first + number)
        for length in range(1, len(text) + 1):
            yield code, text[:length]
        yield code, None


def use(window, first):
    """Open the form, then press a key for each state; a turn of the event loop between any two."""
    while window.header.scope is None:
        yield
    window.header.choose(QUARTER, PLAN)
    window.navigation.turn_to([place.title for place in PLACES].index(TITLE))
    page = window.findChild(Filling)
    while page.form is None:
        yield
    for number, (code, text) in enumerate(states(page.form, first)):
        press(page, code, text)
        assert page._grid.text == text
        say("key", number)
        yield


def press(page, code, text):
    """Type the last sign of a text, at the first one into another cell; without one press Enter."""
    if text and len(text) == 1:
        page._deeds.go_to(page._model.place(code, Column.FIGURE))
    hands = QApplication.focusWidget() or page
    if text:
        QTest.keyClicks(hands, text[-1])
    else:
        QTest.keyClick(hands, Qt.Key.Key_Return)


def work(first, database):
    """Open the window on a database and type into it until the end comes from outside."""
    settings = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings.setPath(*settings, str(Path(database).parent))
    program = application.create()
    window = application.build(program)
    application.furnish(window, partial(main.open_store, alone=True), database)
    window.show()
    window.activateWindow()
    keys, clock = use(window, first), QTimer(window)
    clock.timeout.connect(partial(go_on, keys))
    clock.start(0)
    program.exec()


def go_on(keys):
    """Press the next key; where it does not do what it should, say so."""
    try:
        next(keys)
    except Exception:
        say("failed")
        raise


def listen():
    """Have a copy of this process type into each database that is named, and kill it."""
    for name in EARLY:
        import_module(name)
    pid = 0
    for line in sys.stdin:
        first, _, database = line.strip().partition(" ")
        if not database:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            say("end")
        elif not (pid := os.fork()):
            work(int(first), database)
            say("failed")
            os._exit(1)


def say(*words):
    """Tell whoever kills, in one write that no kill can part; without one all is done."""
    try:
        os.write(sys.stdout.fileno(), f"{' '.join(map(str, words))}\n".encode())
    except BrokenPipeError:
        os._exit(1)


if __name__ == "__main__":
    listen()

"""Alt and a letter does one thing in the whole window, whatever page is shown."""

from collections import defaultdict
from itertools import combinations

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QAbstractButton, QLabel, QStackedWidget, QTabBar, QWidget

import main
from gui import application
from gui.feedback import Notice
from gui.pages.completion import CompletionPage
from gui.places import PLACES


@pytest.fixture
def window(qtbot, qapp, database):
    """The window with all of its pages, and with everything that comes later."""
    made = application.build(qapp)
    qtbot.addWidget(made)
    made.painted.connect(lambda: application.furnish(made, main.open_store, str(database)))
    made.show()
    qtbot.waitUntil(lambda: made.header.scope is not None, timeout=20_000)
    for number in range(len(PLACES)):
        made.navigation.turn_to(number)
    made.show_notice(Notice("消息"))
    made.warn("提示")
    (completion,) = made.findChildren(CompletionPage)
    assert completion._panel.evidence
    assert completion._panel.prospects
    completion._weather.look(None)
    yield made
    made.close()


def keys(window):
    """The widgets by the key that leads to them, those of dialogs left out."""
    found = defaultdict(list)
    for each in window.findChildren(QWidget):
        if each.window() is window:
            for text in texts(each):
                found[QKeySequence.mnemonic(text).toString()].append(each)
    found.pop("")
    return found


def texts(widget):
    """What stands on a widget and may hold a key."""
    if isinstance(widget, QTabBar):
        return [widget.tabText(tab) for tab in range(widget.count())]
    led = isinstance(widget, QAbstractButton) or (isinstance(widget, QLabel) and widget.buddy())
    return [widget.text()] if led else []


def above(widget):
    """A widget and all that it lies in, the nearest first."""
    return [widget, *above(widget.parentWidget())] if widget else []


def together(one, other):
    """Whether both can be seen at a time: not on different leaves of one stack."""
    theirs = above(other)
    common = next(each for each in above(one) if each in theirs)
    return one is other or not isinstance(common, QStackedWidget)


def test_no_key_leads_to_two_things(window):
    doubled = [
        (key, *map(texts, pair))
        for key, widgets in keys(window).items()
        for pair in combinations(widgets, 2)
        if together(*pair)
    ]
    assert doubled == []

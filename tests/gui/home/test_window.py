"""首页 in the whole window: it is what one sees first."""

import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel

import main
from core.domain.profile import Profile, Role
from core.services import profiles
from gui import application
from gui.dialogs.manual import Manual
from gui.pages.home import Home


@pytest.fixture(autouse=True)
def own_hook(monkeypatch):
    """The hook for bugs is put back after each test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture
def window(qtbot, qapp, database):
    """The program as the office starts it, with its page filled."""
    profiles.save(main.open_store(str(database)), Profile(Role.OFFICE))
    made = application.build(qapp)
    qtbot.addWidget(made)
    made.painted.connect(lambda: application.furnish(made, main.open_store, str(database)))
    with qtbot.waitActive(made):
        made.show()
    qtbot.waitUntil(lambda: bool(page(made)) and page(made)._board.isVisible(), timeout=20_000)
    yield made
    made.close()


def page(window):
    return window.findChild(Home)


def test_the_program_begins_at_its_home_page(window):
    model = page(window)._board.table.model()
    assert (model.rowCount(), model.columnCount()) == (43, 20)
    assert page(window).advice.startswith("2025年全年应报32个部门，已报送0个")


def test_no_text_of_the_page_lacks_a_glyph(window):
    labels = page(window).findChildren(QLabel) + page(window).findChildren(QAbstractButton)
    assert len(labels) > 5
    for each in labels:
        metrics = QFontMetrics(each.font())
        assert all(metrics.inFontUcs4(ord(char)) for char in each.text() if char.isprintable())


def test_f1_opens_its_chapter(qtbot, window):
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: window.findChild(Manual) is not None)
    assert window.findChild(Manual).chapter == "首页"
    window.findChild(Manual).close()


def test_a_form_is_opened_from_its_cell(qtbot, window):
    table = page(window)._board.table
    table.setFocus()
    table.setCurrentIndex(table.model().index(4, 19))
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert window.navigation.number == 1
    assert str(window.header.scope.quarter) == "2025Q4"

"""The real window without a screen and without a user's own files."""

import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from PySide6.QtCore import QSettings

from tests.journeys.office import Office, prepare


@pytest.fixture
def own_settings(tmp_path, monkeypatch):
    """Settings lie in the test's own folder; the hook for bugs is put back."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture
def enter(qtbot, qapp, own_settings):
    """A function that opens the window on a database; closed at the end."""
    opened = []

    def open_on(database):
        opened.append(Office(qtbot, qapp, database))
        return opened[-1]

    yield open_on
    for each in opened:
        each.close()


@pytest.fixture
def office(enter, database):
    """The window on the shipped plans, of somebody who said who it is."""
    prepare(database)
    return enter(database)

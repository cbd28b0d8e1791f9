"""The window without a screen, without a user's files, and without dialogs that would block."""

import os

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QFileDialog, QMessageBox

from gui.background import Background
from gui.theme import Look, Theme

STATIC = (
    (QFileDialog, "getOpenFileName"),
    (QFileDialog, "getSaveFileName"),
    (QFileDialog, "getExistingDirectory"),
    (QMessageBox, "information"),
    (QMessageBox, "warning"),
    (QMessageBox, "critical"),
    (QMessageBox, "question"),
)


@pytest.fixture(autouse=True)
def no_blocking_dialogs(monkeypatch):
    """Static dialogs would wait for somebody who is not there."""

    def refuse(*_, **__):
        raise AssertionError("a static dialog blocks the window")

    for owner, name in STATIC:
        monkeypatch.setattr(owner, name, refuse)


@pytest.fixture(autouse=True)
def no_user_files(tmp_path, monkeypatch):
    """Settings, logs and documents lie in the test's own folder."""
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / "home"))


@pytest.fixture(autouse=True)
def no_user_passwords(monkeypatch):
    """The system's keyring is nobody's business."""
    monkeypatch.setattr(keyring, "get_keyring", NoKeyring)


@pytest.fixture
def theme(qapp):
    """The program's looks, light."""
    return Theme(qapp, Look.LIGHT)


@pytest.fixture
def background(qapp):
    """The one thread for tasks; joined at the end."""
    made = Background(qapp)
    yield made
    made.stop()

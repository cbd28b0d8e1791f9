"""A page of many widgets: those of the test before are gone before the next begins."""

import pytest
from PySide6.QtCore import QCoreApplication, QEvent

from tests.gui.plans.desk import Desk


@pytest.fixture(autouse=True)
def swept(qapp):
    """Without a running event loop Qt keeps what is to be deleted later, and styles it anew."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def desk(swept, qtbot, theme, background):
    """Make a desk."""

    def make(**rest):
        return Desk(qtbot, background.start, **rest)

    return make

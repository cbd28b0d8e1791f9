"""A desk for each test, in the program's looks."""

import pytest

from tests.gui.intake.desk import Desk


@pytest.fixture
def desk(qtbot, theme, background):
    """A function that sits somebody down at the page."""

    def make(**rest):
        return Desk(qtbot, background.start, **rest)

    yield make
    background.stop()

"""An office for each test, in the program's looks."""

import pytest

from tests.gui.review.office import Office


@pytest.fixture
def office(qtbot, theme, background):
    """A function that sits somebody down at the page."""

    def make(*prepare, **rest):
        return Office(qtbot, background.start, *prepare, **rest)

    yield make
    background.stop()

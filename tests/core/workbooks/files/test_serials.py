"""Days as spreadsheets number them, the one that never was included."""

from datetime import datetime

import pytest

from core.workbooks.files import serials


@pytest.mark.parametrize(
    ("serial", "shown"),
    [
        (1, "1900-01-01"),
        (45, "1900-02-14"),
        (59, "1900-02-28"),
        (60, "1900-02-29"),
        (61, "1900-03-01"),
        (45413, "2024-05-01"),
        (45413.5, "2024-05-01 12:00"),
        (-1, ""),
        (1e9, ""),
    ],
)
def test_a_number_is_shown_as_excel_shows_it(serial, shown):
    assert serials.shown(serial) == shown


def test_some_old_files_count_from_1904():
    assert serials.shown(0, since_1904=True) == "1904-01-01"
    assert serials.shown(60, since_1904=True) == "1904-03-01"


@pytest.mark.parametrize("number", [1, 45, 59, 61, 45413, 45413.25])
def test_a_day_gives_back_its_number(number):
    assert serials.serial(datetime.fromisoformat(serials.shown(number))) == number


def test_in_odf_there_was_no_such_day():
    assert serials.serial(datetime(1900, 2, 13), odf=True) == 45  # noqa: DTZ001

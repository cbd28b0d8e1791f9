"""A deadline is a day on which offices are open."""

from datetime import date

import pytest

from core.domain.calendar import Calendar
from core.domain.period import Quarter

HOLIDAYS = frozenset({date(2026, 1, 20), date(2026, 1, 21)})
WORKED = frozenset({date(2026, 1, 24)})


@pytest.mark.parametrize(
    ("calendar", "quarter", "delay", "day"),
    [
        (Calendar(), Quarter(2025, 4), 0, date(2026, 1, 20)),
        (Calendar(), Quarter(2026, 1), 0, date(2026, 4, 20)),
        (Calendar(), Quarter(2025, 2), 0, date(2025, 7, 21)),  # the 20th is a Sunday
        (Calendar(), Quarter(2025, 3), 40, date(2025, 12, 1)),  # 29 November is a Saturday
        (Calendar(day=15), Quarter(2025, 4), 0, date(2026, 1, 15)),
        (Calendar(holidays=HOLIDAYS), Quarter(2025, 4), 0, date(2026, 1, 22)),
        (Calendar(day=24), Quarter(2025, 4), 0, date(2026, 1, 26)),
        (Calendar(day=24, workdays=WORKED), Quarter(2025, 4), 0, date(2026, 1, 24)),
    ],
)
def test_a_deadline_moves_past_weekends_and_holidays_but_not_past_worked_weekends(
    calendar, quarter, delay, day
):
    assert calendar.deadline(quarter, delay) == day


@pytest.mark.parametrize(
    ("calendar", "working", "day"),
    [
        (Calendar(), 0, date(2026, 1, 16)),  # a Friday
        (Calendar(), 3, date(2026, 1, 21)),
        (Calendar(holidays=HOLIDAYS), 3, date(2026, 1, 23)),
        (Calendar(holidays=HOLIDAYS, workdays=WORKED), 4, date(2026, 1, 24)),
    ],
)
def test_working_days_are_counted_from_the_day_after(calendar, working, day):
    assert calendar.after(date(2026, 1, 16), working) == day

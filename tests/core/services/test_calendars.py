"""Deadlines as an office sets them, kept with the database."""

from datetime import date

from core.domain.calendar import Calendar
from core.domain.period import Quarter
from core.services import calendars
from tests.core.memory import MemoryStore

SPRING = frozenset({date(2027, 4, 20), date(2027, 4, 21)})


def test_the_usual_deadline_is_the_twentieth():
    calendar = calendars.load(MemoryStore())
    assert calendar == Calendar()
    assert calendar.deadline(Quarter(2027, 1)) == date(2027, 4, 20)


def test_what_was_set_comes_back(store):
    for each in (MemoryStore(), store):
        set_ = Calendar(15, SPRING, frozenset({date(2027, 4, 24)}))
        calendars.save(each, set_)
        assert calendars.load(each) == set_


def test_taking_everything_back_leaves_the_usual_one():
    store = MemoryStore()
    calendars.save(store, Calendar(15, SPRING))
    calendars.save(store, Calendar())
    assert calendars.load(store) == Calendar()

"""Until when quarters are to be reported: kept as settings, so that the file carries it along."""

from collections.abc import Iterable
from datetime import date

from core.domain.calendar import USUAL_DAY, Calendar
from core.ports import Store, UnitOfWork

_DAY, _HOLIDAYS, _WORKDAYS = "deadline:day", "deadline:holidays", "deadline:workdays"


def load(store: Store) -> Calendar:
    """Give the calendar; the usual one where nobody changed it."""
    with store.reading() as work:
        return read(work)


def read(work: UnitOfWork) -> Calendar:
    """Give the calendar within a transaction."""
    kept = work.settings.all()
    return Calendar(
        int(kept.get(_DAY, USUAL_DAY)),
        _dates(kept.get(_HOLIDAYS, "")),
        _dates(kept.get(_WORKDAYS, "")),
    )


def save(store: Store, calendar: Calendar) -> None:
    """Keep the calendar."""
    with store.writing() as work:
        work.settings.put(
            {
                _DAY: str(calendar.day),
                _HOLIDAYS: _text(calendar.holidays),
                _WORKDAYS: _text(calendar.workdays),
            }
        )


def _dates(text: str) -> frozenset[date]:
    """Read days as they are kept: 2027-01-01 2027-01-02."""
    return frozenset(map(date.fromisoformat, text.split()))


def _text(days: Iterable[date]) -> str:
    """Write days, the earliest first."""
    return " ".join(map(str, sorted(days)))

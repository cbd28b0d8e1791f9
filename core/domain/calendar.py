"""`Calendar`: until when a quarter is to be reported; weekends and holidays move the day on."""

from dataclasses import dataclass
from datetime import date, timedelta

from core.domain.period import Quarter

USUAL_DAY = 20  # of the month after the quarter (domain.md, States)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """`day` is that of the month after a quarter.

    `holidays` are working days that are off, `workdays` the weekends that are worked instead.
    """

    day: int = USUAL_DAY
    holidays: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()

    def deadline(self, quarter: Quarter, delay: int = 0) -> date:
        """Give the last day on which a quarter can be reported in time, `delay` days later."""
        return self._working(quarter.last_day + timedelta(days=self.day + delay))

    def after(self, day: date, working: int) -> date:
        """Give the last of so many working days after a day."""
        for _ in range(working):
            day = self._working(day + timedelta(days=1))
        return day

    def works(self, day: date) -> bool:
        """Tell whether offices are open."""
        if day in self.workdays:
            return True
        return day.weekday() < _SATURDAY and day not in self.holidays

    def _working(self, day: date) -> date:
        """Give a day, moved on until offices are open."""
        while not self.works(day):
            day += timedelta(days=1)
        return day

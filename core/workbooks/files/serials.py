"""Serial numbers: how spreadsheets store days, and what became of a number shown as one."""

from datetime import date, datetime, time, timedelta

_MIDNIGHT = time()
_BEFORE_FIRST = datetime.combine(date(1899, 12, 31), _MIDNIGHT)  # day 1 is 1900-01-01 …
_NO_DAY = 60  # … and day 60 the 29th of February 1900, which never was
_FIRST_OF_1904 = datetime.combine(date(1904, 1, 1), _MIDNIGHT)
_SHIFT = timedelta(days=1)


def shown(serial: float, *, since_1904: bool = False) -> str:
    """Write the day, or the day and time, that a program shows for a number; empty for none."""
    if int(serial) == _NO_DAY and not since_1904:
        return "1900-02-29"
    first = _FIRST_OF_1904 if since_1904 else _BEFORE_FIRST
    back = _SHIFT if serial > _NO_DAY and not since_1904 else timedelta()
    try:
        moment = first + timedelta(days=serial) - back
    except (OverflowError, ValueError):
        return ""
    return _written(moment) if serial >= 0 else ""


def _written(moment: datetime) -> str:
    """Write a moment, without its time at midnight."""
    return f"{moment:%Y-%m-%d}" if moment.time() == _MIDNIGHT else f"{moment:%Y-%m-%d %H:%M}"


def serial(moment: datetime, *, odf: bool = False) -> float:
    """Give the number that Excel stores for a day, or a program whose files are ODF."""
    days = (moment - _BEFORE_FIRST) / timedelta(days=1)
    return days + 1 if odf or days >= _NO_DAY else days

"""Days as people write them: one, several, or from one to another; and as they are printed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from core.errors import UsageError

LONGEST = 60  # days from one to another; more is a slip in the year
_DAY = r"(?:(\d{4})\s*[-/.年])?\s*(?:(\d{1,2})\s*[-/.月])?\s*(\d{1,2})\s*日?"
_SPAN = re.compile(rf"{_DAY}(?:\s*[至到—–~～]+\s*{_DAY})?")
_BREAKS = re.compile(r"[,，、;；\n]+")


def parse(text: str) -> frozenset[date]:
    """Read 2027-02-15, 2027年2月15日至23日, or several of them.

    What a day leaves out is that of the day before it. Raises UsageError naming what is no day.
    """
    found: set[date] = set()
    last: date | None = None
    for part in filter(None, map(str.strip, _BREAKS.split(text))):
        days = tuple(_read(part, last))
        found.update(days)
        last = days[-1]
    return frozenset(found)


def dated(day: date) -> str:
    """Write a day as printed: 2026年1月20日."""
    return f"{day.year}年{day.month}月{day.day}日"


def _read(part: str, last: date | None) -> Iterator[date]:
    """Read a day, or all from one to another."""
    matched = _SPAN.fullmatch(part)
    if not matched:
        raise _unreadable(part)
    first = _day(part, matched.groups()[:3], last)
    end = _day(part, matched.groups()[3:], first) if matched[6] else first
    if not 0 <= (end - first).days < LONGEST:
        raise UsageError(f"“{part}”的起止日期不对，没有添加；请核对年份，前一个日期应较早。")
    return (first + timedelta(days=n) for n in range((end - first).days + 1))


def _day(part: str, numbers: tuple[str | None, ...], last: date | None) -> date:
    """Make a day of year, month and day, of which the first ones may be left out."""
    year, month, day = (int(each or 0) for each in numbers)
    if last:
        year, month = year or last.year, month or last.month
    if not (year and month):
        raise _unreadable(part)
    try:
        return date(year, month, day)
    except ValueError as error:
        raise UsageError(f"“{part}”里有日历上没有的日期，没有添加；请核对月和日。") from error


def _unreadable(part: str) -> UsageError:
    """Say how days are written."""
    return UsageError(
        f"日期“{part}”看不懂，没有添加；请写作2027-02-15或2027年2月15日至23日，几个日期用逗号隔开。"
    )

"""Workbooks of other programs and other times as a `Book`: .xls, .et, .xlsb and .ods."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO
from math import isfinite

from python_calamine import CalamineSheet, CalamineWorkbook

from core.workbooks.files import serials
from core.workbooks.files.book import (
    LONGEST_TEXT,
    MOST_CELLS,
    At,
    Book,
    BookError,
    Kind,
    Look,
    Sheet,
    Show,
    Stored,
)
from core.workbooks.files.cells import digits

_MOST_AREA = 20 * MOST_CELLS  # cells between the first and the last, most of them empty
_DATE, _UNKNOWN = Look(Show.DATE), Look(Show.UNKNOWN)
_ERRORS = ("#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!", "#GETTING_DATA")


def read(content: bytes, *, odf: bool = False) -> Book:
    """Read a workbook; it does not tell how numbers are shown, nor names.

    Raises BookError.
    """
    try:
        with CalamineWorkbook.from_filelike(BytesIO(content)) as book:
            return Book(tuple(_sheet(book, name, odf=odf) for name in book.sheet_names))
    except BaseException as error:  # a panic of the library is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise BookError("文件已损坏，读不出工作表；请对方打开后另存为.xlsx再发送") from error


def _sheet(book: CalamineWorkbook, name: str, *, odf: bool) -> Sheet:
    """Read a sheet."""
    sheet = book.get_sheet_by_name(name)
    if sheet.total_height * sheet.total_width > _MOST_AREA:
        return Sheet(name, lost="填了内容的单元格相距太远，不像报表，没有读")
    return Sheet(name, dict(_cells(sheet, odf=odf)))


def _cells(sheet: CalamineSheet, *, odf: bool) -> Iterator[tuple[At, Stored]]:
    """Give the filled cells."""
    top, left = sheet.start or (0, 0)
    for row, values in enumerate(sheet.iter_rows(), top + 1):
        for column, value in enumerate(values, left + 1):
            if value != "":
                yield (row, column), _stored(value, odf=odf)


def _stored(value: object, *, odf: bool) -> Stored:
    """Make what a cell stores of what the library gives."""
    match value:
        case bool():
            return Stored(str(value).upper(), Kind.FLAG)
        case int() | float() if not isfinite(value):
            return Stored("", Kind.LOST)
        case int() | float():
            return Stored(digits(value), Kind.NUMBER, _UNKNOWN)
        case date() | time() | timedelta():
            serial, shown = _serial(value, odf=odf), str(value).removesuffix(" 00:00:00")
            return Stored(digits(serial), Kind.NUMBER, _DATE, shown=shown)
    text = str(value)
    return Stored(text[: LONGEST_TEXT + 1], Kind.ERROR if text in _ERRORS else Kind.TEXT)


def _serial(value: date | time | timedelta, *, odf: bool) -> float:
    """Give the number that is shown as a day, a time or a span."""
    match value:
        case datetime():
            return serials.serial(value, odf=odf)
        case date():
            return serials.serial(datetime.combine(value, time()), odf=odf)
        case time():
            return timedelta(hours=value.hour, minutes=value.minute) / timedelta(days=1)
        case _:
            return value / timedelta(days=1)

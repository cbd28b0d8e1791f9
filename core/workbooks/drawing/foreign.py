"""Writing what a cell of somebody else's workbook holds: its value, as it was shown."""

import re
from datetime import datetime
from decimal import Decimal

from openpyxl.cell import Cell, MergedCell

from core.workbooks import numbers
from core.workbooks.drawing.page import write
from core.workbooks.files import serials
from core.workbooks.files.book import Kind, Show, Stored

_LONGEST = 10_000  # characters of a cell that are kept: five times what an explanation may have
_NEVER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # in a workbook
_UNKNOWN = "�"
_PERCENT_PLACES = 2  # where the file does not tell
_DAY, _MOMENT = "yyyy-mm-dd", "yyyy-mm-dd hh:mm"


def readable(text: str) -> str:
    """Give a text without what no workbook can hold, cut where it is longer than any answer."""
    kept = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    return _NEVER.sub(_UNKNOWN, kept)


def put(cell: Cell | MergedCell, stored: Stored) -> None:
    """Write a value: numbers as numbers, all else as text; what was lost stays empty."""
    if stored.kind is Kind.NUMBER:
        cell.value = _number(stored)
    else:
        write(cell, readable(stored.text))


def number_format(stored: Stored) -> str:
    """Give the format that shows a value as it was shown."""
    if stored.kind is not Kind.NUMBER:
        return numbers.TEXT
    places = stored.look.places
    match stored.look.show:
        case Show.DATE:
            return _MOMENT if ":" in stored.shown else _DAY
        case Show.PERCENT:
            return _fixed(_PERCENT_PLACES if places is None else places) + "%"
    return numbers.GENERAL if places is None else _fixed(places)


def _number(stored: Stored) -> Decimal | float:
    """Give a number; that of a day as this workbook counts days."""
    try:
        return serials.serial(datetime.fromisoformat(stored.shown))
    except ValueError:  # no day, or one that never was
        return Decimal(stored.text)


def _fixed(places: int) -> str:
    """Give the format of a number with so many decimals."""
    return f"0.{'0' * places}" if places else "0"

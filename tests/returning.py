"""Forms go out as the program writes them, are filled in with openpyxl, and come back."""

from datetime import date

import openpyxl
from openpyxl.cell import MergedCell

from core.domain.cell import Column
from core.progress import finish
from core.services import distribution
from core.services.distribution import Request
from core.services.inbox import intake
from core.services.inbox.doubts import ANY
from core.workbooks.layout import FOOT, HIDDEN, cell_of, foot_at
from core.workbooks.manifest import LINE, manifest
from core.workbooks.search.arrival import arrive
from tests.forms import HALF

SIGNED = {
    "head": "王五",
    "reviewed_by": "李四",
    "filled_by": "张三",
    "phone": "0797-8200000",
    "on": date(2024, 7, 10),
}


def issued(store, folder, plan="p", quarter=HALF, department="D05"):
    """The file that the office sends to a department."""
    request = Request(plan, quarter, department)
    (path,) = finish(distribution.distribute(store, request, folder, "发改委")).files
    return path


def filled(path, values, signed=None, name="回件.xlsx"):
    """A copy with values in some cells, by code and column or by code alone, and in the foot."""
    book = openpyxl.load_workbook(path)
    for place, value in values.items():
        code, column = (place, Column.FIGURE) if isinstance(place, str) else place
        cell(book, code, column).value = value
    for label, value in (signed or {}).items():
        foot(book, label).value = value
    kept = path.with_name(name)
    book.save(kept)
    return kept


def cell(book, code, column=Column.FIGURE):
    """A cell that can be filled in, found by what the form itself says of it."""
    rows = book[HIDDEN].iter_rows(values_only=True)
    sent = manifest([str(each or "") for each in row[: len(LINE)]] for row in rows)
    (line,) = (line for line in sent.lines if line.code == code)
    address = cell_of(sent.sheets[line.sheet], line.row, line.field(column))
    return book[line.sheet.label][address]


def foot(book, name):
    """The cell of the foot that belongs to a label."""
    for row in book.worksheets[0].iter_rows():
        for at, each in enumerate(row):
            if isinstance(each.value, str) and foot_at(each.value) == name:
                return next(e for e in row[at + 1 :] if not isinstance(e, MergedCell))
    raise AssertionError(FOOT[name])


def read(store, *paths, expected=ANY, password=""):
    """What comes of reading files, opened in this process."""
    return finish(intake.read(store, paths, arrive, expected, password))

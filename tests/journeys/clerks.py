"""The clerks of all departments, who fill in every cell of their forms that is open."""

from decimal import Decimal

import openpyxl

from core.domain.cell import Column, choices
from core.domain.indicator import Measure, Milestone
from core.workbooks.layout import HIDDEN
from core.workbooks.manifest import LINE, manifest
from core.workbooks.offers import is_ratio
from tests.returning import cell, foot

GAP = 7  # every so many rows have no figure, where gaps are wanted
WHY = "未统计"


def fill(form, path, to, *, again=0, only=None, **rest):
    """Fill in a form, and give what its entries should be, as texts by code and column.

    `again` makes figures other than those of another time, `only` are the codes to be filled in.
    With `gaps` some figures are left out with a reason, with `signed` the foot is filled in.
    """
    book = openpyxl.load_workbook(path)
    expected = {}
    for line in _lines(book):
        if only is None or line.code in only:
            missing = rest.get("gaps", False) and line.row % GAP == 0
            row = form.rows[form.row(line.code)]
            for column, value, text in answers(row.item, line.open, again, missing=missing):
                cell(book, line.code, column).value = value
                expected[line.code, column] = text
    for name, value in rest.get("signed", {}).items():
        foot(book, name).value = value
    book.save(to)
    return expected


def answers(item, columns, again, *, missing=False):
    """What is written into the cells of a row, and what it means."""
    for column in columns:
        match column:
            case Column.FIGURE if not missing:
                yield column, *figure(item, again)
            case Column.MISSING if missing:
                yield column, WHY, WHY
            case Column.GROWTH:
                yield column, 5.3 + again, str(Decimal("5.3") + again)
            case Column.PROGRESS:
                yield column, 40 + again, str(40 + again)
            case Column.EXPLANATION:
                words = f"第{again + 1}次：“{item.name}”受汛期影响，略低于预期"
                yield column, words, words


def figure(item, again):
    """A figure as the plan publishes it: with its decimals, of the size of its base or target."""
    if isinstance(item, Milestone):
        word = choices(item, Column.FIGURE)[again % 3]
        return word, word
    if item.measure is Measure.STRUCTURE:
        text = f"0.7:{34 + again}.4:{64 - again}.9"
        return text, text
    known = item.base or item.aim.printed
    start = known.value if known and known.value is not None else Decimal(12)
    number = (start + again).quantize(Decimal(1).scaleb(-item.decimals))
    return str(number) if is_ratio(item) else float(number), str(number)


def _lines(book):
    """The rows of a form as it was sent."""
    rows = book[HIDDEN].iter_rows(values_only=True)
    return manifest([str(each or "") for each in row[: len(LINE)]] for row in rows).lines

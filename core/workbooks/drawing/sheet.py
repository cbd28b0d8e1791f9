"""A form sheet: title, headings, bands, rows and foot."""

from collections.abc import Mapping
from datetime import date

from core.domain.calculated import takes
from core.domain.cell import TYPED, Column, shown
from core.domain.days import dated
from core.domain.form import Form, Row
from core.domain.indicator import Indicator, Item, Milestone
from core.workbooks import numbers
from core.workbooks.drawing import looks, sizes
from core.workbooks.drawing.page import Page, write
from core.workbooks.layout import (
    DEPARTMENT,
    FOOT,
    HEAD_ROW,
    PERIOD,
    SLIP_ROW,
    STAMP,
    TITLE_ROW,
    UNTIL,
    Field,
    Sheet,
    heading,
    letters,
)
from core.workbooks.manifest import Sent
from core.workbooks.offers import is_ratio
from core.workbooks.wording import department_of

_LEFT = (Field.NAME, Field.EXPLANATION)
_SLIP = (looks.SLIP_LEFT, looks.SLIP_CENTRE, looks.SLIP_RIGHT)
_SLIP_SHARES, _FOOT_SHARES = (1, 1, 1), (28, 24, 12, 20, 12, 20)
_TITLE, _SLIP_LINE, _BAND, _FOOT_LINE = 36, 21, 22, 28  # points that these rows take
_TITLES = {Sheet.FORM: "填报表", Sheet.PROJECTS: "重点工程填报表"}
_PAIRS = 3  # label and cell, on a line of the foot
_DAY = 'yyyy"年"m"月"d"日"'
_NUMBERS = (Column.FIGURE, Column.GROWTH, Column.PROGRESS)


def fill(page: Page, *, foot: bool) -> int:
    """Write the sheet, with or without its foot, and give its last row."""
    for number, field in enumerate(page.fields, 1):
        dimension = page.sheet.column_dimensions[letters(number)]
        dimension.width, dimension.hidden = sizes.WIDTHS[field], field is Field.KEY
    _title(page)
    _headings(page)
    category = None
    for line in page.lines:
        if line.category != category:
            _band(page, line)
        _row(page, line)
        category = line.category
    last = page.lines[-1].row
    return _foot(page, last + 2) if foot else last


def _title(page: Page) -> None:
    """Write the title, and below it which form this is."""
    form, plan = page.form, page.form.plan
    title = f"{plan.region}{plan.name}{_TITLES[page.kind]}"
    page.wide(range(TITLE_ROW, TITLE_ROW + 1), range(1, page.seen + 1), title, looks.TITLE)
    said = (
        f"{DEPARTMENT}{department_of(form)}",
        f"{PERIOD}{form.quarter.label}",
        f"{UNTIL}{dated(page.sent.deadline)}前",
    )
    for columns, text, look in zip(_spans(page, _SLIP_SHARES), said, _SLIP, strict=True):
        page.wide(range(SLIP_ROW, SLIP_ROW + 1), columns, text, look)
    page.height(TITLE_ROW, _TITLE)
    page.height(SLIP_ROW, _SLIP_LINE)


def _headings(page: Page) -> None:
    """Write the headings, each with the period that it is about on a line of its own."""
    periods = _periods(page.form)
    texts = {
        field: "\n".join((heading(page.kind, field), *periods.get(field, ())))
        for field in page.fields
    }
    for column, text in enumerate(texts.values(), 1):
        page.text(HEAD_ROW, column, text, looks.HEAD)
    page.height(HEAD_ROW, sizes.row_height(texts))


def _periods(form: Form) -> Mapping[Field, tuple[str, ...]]:
    """Give what stands below a heading, line by line."""
    plan, quarter = form.plan, form.quarter
    before, last = quarter.moved(-4), quarter.moved(-1)
    return {
        Field.BASE: (f"{plan.base_year}年",),
        Field.TARGET: (f"{plan.last_year}年",),
        Field.ANNUAL: (f"{quarter.year}年",),
        Field.LAST_YEAR: (f"{before.year}年", before.span),
        Field.LAST: (f"{last.year}年", last.span),
        Field.FIGURE: (f"{quarter.year}年", quarter.span),
        Field.GROWTH: ("（%）",),
        Field.PROGRESS: ("（%）",),
    }


def _band(page: Page, line: Sent) -> None:
    """Write the category above its first row."""
    row = line.row - 1
    page.wide(range(row, row + 1), range(1, page.seen + 1), line.category, looks.BAND)
    page.height(row, _BAND)


def _row(page: Page, line: Sent) -> None:
    """Write a row: what is known, what stands there already, and the key."""
    texts = {field: _text(page, line, field) for field in page.fields}
    for column, (field, text) in enumerate(texts.items(), 1):
        left = field in _LEFT
        if field.column in line.open and line.field(field.column) is field:
            _open(page, line, column, field.column, text)
        else:
            page.known(line.row, column, text, looks.SHUT_LEFT if left else looks.SHUT)
    page.height(line.row, sizes.row_height(texts))


def _text(page: Page, line: Sent, field: Field) -> str:
    """Give what stands in a column of a row: as sent where it is locked, else as it is now."""
    column = field.column
    if field is Field.KEY:
        return line.code
    if column is None or column not in TYPED:
        return line.locked.get(field, "")
    if line.field(column) is not field:
        return ""
    if column in line.open:
        return _now(page.rows[line.code], line, column)
    return line.text(column)


def _now(row: Row, line: Sent, column: Column) -> str:
    """Give what stands in a cell now; what a formula gave stands there until it gives another.

    The office computes that one anew: written back it would be taken for a figure of its own.
    """
    if column is not Column.FIGURE or not line.computed or not takes(row.entry):
        return shown(row.entry, column)
    given = row.calculation.figure if row.calculation else None
    return line.computed if str(given or line.computed) == line.computed else ""


def _open(page: Page, line: Sent, column: int, kind: Column, text: str) -> None:
    """Write a cell that can be typed into: a number as a number of at least its decimals."""
    look = looks.OPEN_LEFT if kind is Column.EXPLANATION else looks.OPEN
    cell, value = page.sheet.cell(line.row, column), numbers.number(text)
    if kind in _NUMBERS and value is not None:
        cell.value = value
    else:
        write(cell, text)
    page.looks.put(cell, look, _format(page.rows[line.code].item, kind, text))


def _format(item: Item, column: Column, text: str) -> str:
    """Give the format of a cell that can be typed into."""
    worded = isinstance(item, Milestone) and column is Column.FIGURE
    if column is Column.MISSING or worded:
        return numbers.GENERAL
    if column is Column.EXPLANATION or is_ratio(item):
        return numbers.TEXT
    return numbers.typed(max(_decimals(item, column), len(text.partition(".")[2])))


def _decimals(item: Item, column: Column) -> int:
    """Give the decimals that a number is published with."""
    if column is Column.FIGURE and isinstance(item, Indicator):
        return item.decimals
    return 1 if column is Column.GROWTH else 0


def _foot(page: Page, row: int) -> int:
    """Write who answers for the form, as far as it is known, and room for the seal."""
    spans = iter(_spans(page, _FOOT_SHARES, page.seen - 2) * 2)
    for number, (name, label) in enumerate(FOOT.items()):
        at = row + number // _PAIRS
        page.wide(range(at, at + 1), next(spans), f"{label}：", looks.FOOT_LABEL)
        columns = next(spans)
        page.wide(range(at, at + 1), columns, "", looks.FOOT_OPEN)
        _sign(page, at, columns.start, name, getattr(page.signed, name, None))
        page.height(at, _FOOT_LINE)
    beside = range(page.seen - 1, page.seen + 1)
    page.wide(range(row, row + 2), beside, STAMP, looks.SLIP_CENTRE)
    return row + 1


def _sign(page: Page, row: int, column: int, name: str, value: str | date | None) -> None:
    """Write a field of the foot: days as days, all else as text."""
    cell = page.sheet.cell(row, column)
    if isinstance(value, date):
        cell.value = value
    elif value:
        write(cell, value)
    if name == "on":
        page.looks.put(cell, looks.FOOT_DAY, _DAY)
    else:
        page.looks.put(cell, looks.FOOT_OPEN, numbers.TEXT)


def _spans(page: Page, shares: tuple[int, ...], columns: int = 0) -> tuple[range, ...]:
    """Part the columns that are seen, or the first so many, by shares of their width."""
    widths = tuple(sizes.WIDTHS[field] for field in page.fields[: columns or page.seen])
    return sizes.spans(widths, shares)

"""Which rows of a form go out in a workbook, on which sheet, under which columns.

What the quarter does not ask for is left out of the sheets, so that nobody searches through rows
that stay empty; the guide lists it with the reasons.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from core.domain.cell import TYPED, Column
from core.domain.changes import Spot
from core.domain.form import Form, Row
from core.domain.indicator import Indicator
from core.domain.returned import Place, Slip
from core.workbooks.layout import FIELDS, FIRST_ROW, LOCKED, Field, Sheet, cell_of
from core.workbooks.manifest import Contact, Manifest, Sent, computed

_ALWAYS = {
    Sheet.FORM: {*FIELDS[Sheet.FORM]} - {Field.BINDING, Field.GROWTH},
    Sheet.PROJECTS: {Field.NUMBER, Field.NAME, Field.UNIT, Field.TARGET, Field.LAST}
    | {Field.MISSING, Field.EXPLANATION, Field.KEY},
}


def compose(form: Form, slip: Slip, contact: Contact) -> Manifest:
    """Say what goes out: the rows that the quarter asks for, each where it stands."""
    sheets, lines = _laid_out(form)
    return Manifest(slip, form.deadline, contact, sheets, lines)


def places(form: Form) -> Mapping[Spot, Place]:
    """Give where the cells that can be typed into stand in the workbook that goes out."""
    sheets, lines = _laid_out(form)
    return {
        (line.code, column): Place(
            line.sheet.label, cell_of(sheets[line.sheet], line.row, line.field(column))
        )
        for line in lines
        for column in line.open
    }


def _laid_out(form: Form) -> tuple[Mapping[Sheet, tuple[Field, ...]], tuple[Sent, ...]]:
    """Give the columns of the sheets, and the rows."""
    due = [row for row in form.rows if row.line.due]
    lines = tuple(line for sheet in FIELDS for line in _lines(form, sheet, due))
    sheets = {
        sheet: _fields(sheet, [line for line in lines if line.sheet is sheet])
        for sheet in FIELDS
        if any(line.sheet is sheet for line in lines)
    }
    return sheets, lines


def _lines(form: Form, sheet: Sheet, due: Sequence[Row]) -> Iterator[Sent]:
    """Give the rows of a sheet, a band before each category."""
    mine = [row for row in due if _sheet(form, row) is sheet]
    at, number = FIRST_ROW, 0
    for _, rows in groupby(mine, key=lambda row: row.category):
        for row in rows:
            at, number = at + 1, number + 1
            yield _line(form, sheet, row, at, number)
        at += 1


def _sheet(form: Form, row: Row) -> Sheet:
    """Say on which sheet a row stands: what the plan's boxes and tasks ask for is a project."""
    return Sheet.FORM if form.plan.is_main(row.item) else Sheet.PROJECTS


def _line(form: Form, sheet: Sheet, row: Row, at: int, number: int) -> Sent:
    """Write down a row as it is sent."""
    typed = {column: text for column in TYPED if (text := row.text(column))}
    if row.computed:
        typed[Column.FIGURE] = computed(typed[Column.FIGURE])
    return Sent(
        row.item.code,
        sheet,
        at,
        not isinstance(row.item, Indicator),
        frozenset(column for column in TYPED if _is_open(form, row, column)),
        row.category,
        typed,
        _locked(row, number),
    )


def _is_open(form: Form, row: Row, column: Column) -> bool:
    """Tell whether a cell can be typed into: a figure only by who gives it.

    Two windows see what the other has stored; two workbooks do not.
    """
    return (row.line.gives or column is Column.EXPLANATION) and not form.lock(row, column)


def _locked(row: Row, number: int) -> Mapping[Field, str]:
    """Give the texts of the columns that nobody types into."""
    item = row.item
    known = {each: row.text(each.column) for each in LOCKED if each.column}
    given = {Field.NUMBER: str(number), Field.NAME: item.name, **known}
    if isinstance(item, Indicator):
        given[Field.UNIT] = item.unit
        given[Field.BINDING] = item.binding.label if item.binding else ""
        given[Field.ENTERED_AS] = item.entered_as.label if item.entered_as else ""
    return {each: given[each] for each in LOCKED if given.get(each)}


def _fields(sheet: Sheet, lines: Sequence[Sent]) -> tuple[Field, ...]:
    """Give the columns of a sheet: those that are always there, and those that a row needs."""
    needed = {each for line in lines for each in _needed(line)}
    return tuple(each for each in FIELDS[sheet] if each in _ALWAYS[sheet] | needed)


def _needed(line: Sent) -> Iterator[Field]:
    """Give the columns in which a row has a text, or can have one."""
    yield from line.locked
    yield line.field(Column.FIGURE)
    yield from (line.field(column) for column in line.open | line.typed.keys())

"""Where everything lies in a workbook, for the writer and the reader alike.

A form sheet has its title in row 1, in row 2 the texts that begin with DEPARTMENT, PERIOD and
UNTIL, in row 3 the headings, and from row 4 on a band with the category wherever another one
begins, and the rows. Below stands the foot, on the first form sheet only: each label of FOOT in a
cell of its own, what is filled in in the next cell to its right that has no label. What was sent
stands on the very hidden sheet, see `manifest`; the n-th row of it, counted from 1, has a defined
name, `row_name(n)`, that leads to its first cell.
"""

from collections.abc import Sequence
from itertools import takewhile

from core.domain.cell import Column
from core.domain.indicator import Item, Milestone
from core.domain.words import Word

TITLE_ROW, SLIP_ROW, HEAD_ROW, FIRST_ROW = 1, 2, 3, 4
DEPARTMENT, PERIOD, UNTIL = "填报单位：", "报告期：", "报送时限："
HIDDEN = "_guiji"
FOOT = {
    "head": "单位负责人",
    "reviewed_by": "审核人",
    "filled_by": "填表人",
    "phone": "联系电话",
    "on": "报出日期",
}  # by the field of a Signatory
STAMP = "（单位盖章）"  # stands beside the foot
_LETTERS = 26
_ROW = "guiji_row_"


class Sheet(Word):
    """A visible sheet; the label is its name."""

    FORM = "form", "填报表"
    PROJECTS = "projects", "重点工程"
    GUIDE = "guide", "填报说明"


class Field(Word):
    """A column of a form sheet; the code is that of the form's column, where it has one.

    A milestone's 本期 stands under 节点. The key is the item's code, in a hidden column.
    """

    NUMBER = "number", "序号"
    NAME = "name", "指标"
    UNIT = "unit", "单位"
    BINDING = "binding", "属性"
    ENTERED_AS = "entered_as", "填报口径"
    BASE = "base", Column.BASE.label
    TARGET = "target", Column.TARGET.label
    ANNUAL = "annual", Column.ANNUAL.label
    LAST_YEAR = "last_year", Column.LAST_YEAR.label
    LAST = "last", Column.LAST.label
    FIGURE = "figure", Column.FIGURE.label
    GROWTH = "growth", Column.GROWTH.label
    NODE = "node", "节点"
    PROGRESS = "progress", Column.PROGRESS.label
    MISSING = "missing", Column.MISSING.label
    EXPLANATION = "explanation", Column.EXPLANATION.label
    KEY = "key", "编码"

    @property
    def column(self) -> Column | None:
        """The form's column that stands here."""
        return _COLUMNS.get(self)


_COLUMNS = {Field.of(each.value): each for each in Column} | {Field.NODE: Column.FIGURE}
FIELD_OF = {each: Field.of(each.value) for each in Column}  # but for a milestone's 本期
PRINTED = (Field.NUMBER, Field.NAME, Field.UNIT, Field.BINDING, Field.ENTERED_AS)
_KNOWN = (Field.BASE, Field.TARGET, Field.ANNUAL, Field.LAST_YEAR, Field.LAST)
LOCKED = (*PRINTED, *_KNOWN)
FIELDS = {
    Sheet.FORM: (
        *(each for each in LOCKED if each is not Field.ENTERED_AS),
        *(Field.FIGURE, Field.GROWTH, Field.MISSING, Field.EXPLANATION, Field.KEY),
    ),
    Sheet.PROJECTS: (
        *(each for each in LOCKED if each is not Field.BINDING),
        *(Field.FIGURE, Field.GROWTH, Field.NODE, Field.PROGRESS),
        *(Field.MISSING, Field.EXPLANATION, Field.KEY),
    ),
}  # those that no row needs are left out; the manifest says which there are
_OTHERWISE = {(Sheet.PROJECTS, Field.NAME): "项目"}


def field_of(item: Item, column: Column) -> Field:
    """Give where a column of an item stands."""
    node = isinstance(item, Milestone) and column is Column.FIGURE
    return Field.NODE if node else FIELD_OF[column]


def heading(sheet: Sheet, field: Field) -> str:
    """Word the heading of a column; more may follow on a second line of the cell."""
    return _OTHERWISE.get((sheet, field), field.label)


def field_at(sheet: Sheet, text: str) -> Field | None:
    """Tell which column a heading heads, by its first line, whatever spaces are in it."""
    first = "".join((text.strip().splitlines() or [""])[0].split())
    return next((each for each in FIELDS[sheet] if heading(sheet, each) == first), None)


def foot_at(text: str) -> str | None:
    """Tell which field of a Signatory a label of the foot names."""
    plain = "".join(text.split()).rstrip("：:")
    return next((name for name, label in FOOT.items() if label == plain), None)


def cell_of(fields: Sequence[Field], row: int, field: Field) -> str:
    """Give the address of a cell: J7.

    Raises ValueError where the sheet lacks the column.
    """
    return f"{letters(fields.index(field) + 1)}{row}"


def row_name(number: int) -> str:
    """Give the defined name of a row."""
    return f"{_ROW}{number}"


def row_named(name: str) -> int | None:
    """Tell the number of the row that a defined name leads to; others name none."""
    number = name.removeprefix(_ROW)
    return int(number) if number != name and number.isdecimal() else None


def letters(column: int) -> str:
    """Name a column counted from 1 as Excel does: 27 is AA."""
    before, last = divmod(column - 1, _LETTERS)
    return (letters(before) if before else "") + chr(ord("A") + last)


def position(address: str) -> tuple[int, int]:
    """Give row and column, both counted from 1, of an address such as J7."""
    name = "".join(takewhile(str.isalpha, address))
    column = 0
    for letter in name:
        column = column * _LETTERS + ord(letter) - ord("A") + 1
    return int(address[len(name) :]), column

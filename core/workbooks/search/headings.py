"""Which column of a returned sheet is which: by its heading, wherever it was moved to."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from core.workbooks.files.book import Sheet as Cells
from core.workbooks.layout import Field, Sheet, field_at

_FEWEST = 3  # headings that make a row one of headings
_LONGEST = 100  # characters of a heading, with what may follow on its second line


@dataclass(frozen=True)
class Columns:
    """The columns found, each with its number, and the row in which their headings stand.

    `lost` are those that are nowhere to be found, or there twice.
    """

    at: Mapping[Field, int]
    row: int
    lost: tuple[Field, ...] = ()


def columns(cells: Cells, sheet: Sheet, fields: Sequence[Field], key: int | None) -> Columns:
    """Find the columns of a sheet; `key` is the one in which the codes stand, if one does.

    Where every column that is found stands as it was sent, so do the others, whatever became of
    their headings.
    """
    as_sent = {each: number for number, each in enumerate(fields, 1)}
    row, headed = headings(cells, sheet)
    found = {field: _one(headed[field], as_sent[field]) for field in fields if field in headed}
    at = {field: number for field, number in found.items() if number}
    if key:
        at[Field.KEY] = key
    unmoved = all(as_sent[field] == number for field, number in at.items())
    if at and unmoved and None not in found.values():
        return Columns(as_sent, row)
    return Columns(at, row, tuple(each for each in fields if each not in at))


def headings(cells: Cells, sheet: Sheet) -> tuple[int, Mapping[Field, Sequence[int]]]:
    """Find the first row of headings, and the columns that each of them heads."""
    for row, placed in groupby(cells.cells.items(), key=lambda cell: cell[0][0]):
        found: defaultdict[Field, list[int]] = defaultdict(list)
        for (_, column), stored in placed:
            if len(stored.text) <= _LONGEST and (field := field_at(sheet, stored.text)):
                found[field].append(column)
        if len(found) >= _FEWEST:
            return row, found
    return 0, {}


def _one(numbers: Sequence[int], as_sent: int) -> int | None:
    """Choose among columns with one heading: the only one, else the one that stands as sent."""
    if len(numbers) == 1:
        return numbers[0]
    return as_sent if as_sent in numbers else None

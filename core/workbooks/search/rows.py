"""Finding the rows of a form in a returned workbook: by code, by defined name, by what is printed.

Rows may have been inserted, sorted or copied, columns moved, sheets renamed and added.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from core.workbooks.files.book import Book
from core.workbooks.files.book import Sheet as Cells
from core.workbooks.layout import LOCKED, Field, Sheet, row_named
from core.workbooks.manifest import Manifest, Sent
from core.workbooks.search.arrived import Found
from core.workbooks.search.headings import Columns, columns, headings

_REFERENCE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?[A-Z]{1,3}\$?([1-9][0-9]{0,6})")
_LONGEST = 1000  # characters of what is compared
_LOCKED = {*LOCKED, Field.KEY}
Rows = Mapping[int, str]


@dataclass(frozen=True)
class Page:
    """A sheet that looks like a form: where its columns are, and which rows were found on it.

    `rows` lead from the number of a row to the code of its item; so do `strayed`, whose name is
    another item's.
    """

    cells: Cells
    kind: Sheet
    columns: Columns
    rows: Rows
    strayed: Rows

    def found(self, row: int) -> Found:
        """Give a row with its cells."""
        columns, cells = self.columns.at, self.cells.cells
        stored = {each: cells[row, at] for each, at in columns.items() if (row, at) in cells}
        return Found(self.rows[row], self.cells.name, row, columns, stored)

    @property
    def last(self) -> int:
        """The last row found."""
        return max(self.rows, default=0)


class Search:
    """Looks for the rows that were sent, sheet by sheet."""

    def __init__(self, book: Book, manifest: Manifest) -> None:
        self._sheets = manifest.sheets
        self._lines = {line.code: line for line in manifest.lines}
        self._names = _named(book.names, manifest.lines)
        self._printed: defaultdict[str, list[Sent]] = defaultdict(list)
        for line in manifest.lines:
            self._printed[plain(line.locked.get(Field.NAME, ""))].append(line)
        self._categories = {plain(line.category) for line in manifest.lines}

    def page(self, cells: Cells) -> Page | None:
        """Find the rows of a sheet; nothing where it is none of the form's."""
        key, coded = self._coded(cells)
        kind = self._kind(cells, coded.values())
        if kind is None:
            return None
        where = columns(cells, kind, self._sheets[kind], key)
        if not any(field not in _LOCKED for field in where.at):
            return None
        printed = self._texts(cells, where.at.get(Field.NAME))
        strayed = {row: code for row, code in coded.items() if self._strays(printed, row, code)}
        rows = {row: code for row, code in coded.items() if row not in strayed}
        rows |= self._found_by_name(cells, printed, coded)
        rows |= self._found_by_print(cells, where, printed, {**coded, **rows})
        return Page(cells, kind, where, rows, strayed) if rows or strayed else None

    def _coded(self, cells: Cells) -> tuple[int | None, Rows]:
        """Find the column of the codes, and the row of each."""
        found: defaultdict[int, dict[int, str]] = defaultdict(dict)
        for (row, column), stored in cells.cells.items():
            if stored.text in self._lines:
                found[column][row] = stored.text
        key = max(found, key=lambda column: len(found[column]), default=None)
        return key, found[key] if key else {}

    def _kind(self, cells: Cells, codes: Iterable[str]) -> Sheet | None:
        """Tell which sheet it was: by what stands on it, else by its headings."""
        counted = Counter(self._lines[code].sheet for code in codes)
        if counted:
            return counted.most_common(1)[0][0]
        headed = (each for each in self._sheets if Field.NAME in headings(cells, each)[1])
        return next(headed, None)

    def _texts(self, cells: Cells, column: int | None) -> Mapping[int, str]:
        """Give the names as they are printed, by row."""
        placed = cells.cells.items()
        return {row: plain(stored.text) for (row, each), stored in placed if each == column}

    def _found_by_name(self, cells: Cells, printed: Mapping[int, str], coded: Rows) -> Rows:
        """Give the rows to which defined names lead, of the items without a code."""
        known = set(coded.values())
        return {
            row: code
            for row, code in self._names.get(cells.name, {}).items()
            if row not in coded and code not in known and not self._strays(printed, row, code)
        }

    def _found_by_print(
        self, cells: Cells, where: Columns, printed: Mapping[int, str], known: Rows
    ) -> Rows:
        """Give the rows of the other items, by their names and the category above them."""
        found, category = dict[int, str](), ""
        codes = set(known.values())
        bands = self._bands(cells) if len(codes) < len(self._lines) else {}
        for row in range(where.row + 1, max(printed, default=0) + 1):
            category = bands.get(row, category)
            lines = self._printed.get(printed.get(row, ""), ())
            fitting = lines if len(lines) == 1 else _of(lines, category)
            if row not in known and len(fitting) == 1 and fitting[0].code not in codes:
                found[row] = fitting[0].code
        return found

    def _bands(self, cells: Cells) -> Mapping[int, str]:
        """Give the categories that stand over the rows."""
        texts = ((row, plain(stored.text)) for (row, _), stored in cells.cells.items())
        return {row: text for row, text in texts if text in self._categories}

    def _strays(self, printed: Mapping[int, str], row: int, code: str) -> bool:
        """Tell whether a row has one item's code and another one's name."""
        lines = self._printed.get(printed.get(row, ""), ())
        return bool(lines) and all(line.code != code for line in lines)


def plain(text: str) -> str:
    """Leave out all spaces and line breaks; what is longer than any name is cut."""
    return "".join(text[:_LONGEST].split())


def _of(lines: Sequence[Sent], category: str) -> Sequence[Sent]:
    """Choose those of a category."""
    return [line for line in lines if plain(line.category) == category]


def _named(names: Mapping[str, str], lines: Sequence[Sent]) -> Mapping[str, Rows]:
    """Give the rows to which defined names lead, sheet by sheet."""
    found: defaultdict[str, dict[int, str]] = defaultdict(dict)
    for name, reference in names.items():
        number, place = row_named(name), _REFERENCE.fullmatch(reference)
        if number and place and number <= len(lines):
            sheet = place[1].replace("''", "'") if place[1] else place[2]
            found[sheet][int(place[3])] = lines[number - 1].code
    return found

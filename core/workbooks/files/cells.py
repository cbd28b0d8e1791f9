"""The cells of a worksheet in one pass over its XML, whatever it says of its own size."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import lru_cache
from math import isinf
from typing import TypeVar

from core.workbooks.files import serials
from core.workbooks.files.book import (
    LONGEST_TEXT,
    MOST_CELLS,
    MOST_COLUMNS,
    MOST_ROWS,
    PLAIN,
    At,
    BookError,
    DamagedError,
    Kind,
    Look,
    Show,
    Stored,
)
from core.workbooks.files.markup import Attributes, listen
from core.workbooks.files.parts import unescaped

_ADDRESS = re.compile("([A-Z]{1,3})([1-9][0-9]{0,6})")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d{1,3})?", re.ASCII)
_EMPTY, _LONGEST_EMPTY = re.compile(rb"<c [^<>]*/>"), 1024  # bytes
_LONGEST_FORM = 4 * 2**20  # bytes of a sheet's XML; 400 rows have less than one million
_DIGITS = 15  # that a spreadsheet keeps of a number, and shows
_UNKNOWN = Look(Show.UNKNOWN)
_NO_STYLE, _LONGEST_INDEX = "", 9  # digits
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Shared:
    """What the cells of all sheets refer to: texts and number formats, None where they are lost."""

    texts: Sequence[str] | None
    looks: Sequence[Look] | None
    since_1904: bool = False


def cells(pieces: Iterable[bytes], shared: Shared) -> dict[At, Stored]:
    """Read the filled cells of a worksheet.

    Raises DamagedError where its XML is not sound or its cells do not stand in order, BookError
    where there are too many.
    """
    found = _Cells(shared)
    listen(_without_empty(pieces), "worksheet", found.begin, found.end, found.text)
    return found.found


def _without_empty(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Leave out cells that only have a format where a sheet is longer than any form."""
    rest, length = b"", 0
    for piece in pieces:
        text, length = rest + piece, length + len(piece)
        begun = text.rfind(b"<", -_LONGEST_EMPTY) if length > _LONGEST_FORM else -1
        whole, rest = (text, b"") if begun < 0 else (text[:begun], text[begun:])
        yield _EMPTY.sub(b"", whole) if length > _LONGEST_FORM else whole
    yield rest


class _Cells:
    """Puts the cells together while their elements pass."""

    def __init__(self, shared: Shared) -> None:
        self.found: dict[At, Stored] = {}
        self._shared = shared
        self._row = self._column = 0
        self._kind, self._style = "n", _NO_STYLE
        self._pieces: list[str] = []
        self._inside = self._phonetic = self._formula = self._valued = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        """Enter a cell, its value or its formula."""
        match tag:
            case "c":
                self._enter(attributes)
            case "v" | "t":
                self._inside = not self._phonetic
                self._valued = self._valued or self._inside
            case "f":
                self._formula = True
            case "rPh":
                self._phonetic = True
            case "row":
                self._enter_row(attributes.get("r"))

    def text(self, piece: str) -> None:
        """Take a piece of a value."""
        if self._inside:
            self._pieces.append(piece)

    def end(self, tag: str) -> None:
        """Leave a value, or a cell: what is filled is kept."""
        self._inside = False
        if tag == "c" and (self._valued or self._formula):
            self._keep()
        elif tag == "rPh":
            self._phonetic = False

    def _enter_row(self, number: str | None) -> None:
        """Go to a row; rows come from the top down."""
        row = self._row + 1 if number is None else _whole(number)
        if not self._row < row <= MOST_ROWS:
            raise DamagedError(f"第{self._row}行之后是第{row}行，次序错乱")
        self._row, self._column = row, 0

    def _enter(self, attributes: Attributes) -> None:
        """Go to a cell; cells come from left to right."""
        self._formula = self._valued = False
        self._kind, self._style = attributes.get("t", "n"), attributes.get("s", _NO_STYLE)
        name = attributes.get("r")
        row, column = _at(name) if name else (self._row, self._column + 1)
        if row != self._row or not self._column < column <= MOST_COLUMNS:
            raise DamagedError(f"第{self._row}行里有单元格“{name}”，次序错乱")
        self._column = column

    def _keep(self) -> None:
        """Keep the cell that ends here, unless it is empty."""
        text = "".join(self._pieces)
        self._pieces.clear()
        stored = self._stored(text)
        if stored.text or stored.kind is Kind.LOST:
            self.found[self._row, self._column] = stored
        if len(self.found) > MOST_CELLS:
            raise BookError(f"有{MOST_CELLS}个以上填了内容的单元格，不像报表，没有再读")

    def _stored(self, text: str) -> Stored:
        """Make what a cell stores of its characters."""
        return self._valued_as(text) or Stored("", Kind.LOST, formula=self._formula)

    def _valued_as(self, text: str) -> Stored | None:
        """Make a value of a cell's kind; nothing where the characters are none."""
        match self._kind:
            case "s":
                return self._shared_text(text)
            case "str" | "inlineStr":
                return Stored(unescaped(text)[: LONGEST_TEXT + 1], formula=self._formula)
            case "b":
                return Stored("TRUE" if text == "1" else "FALSE", Kind.FLAG, formula=self._formula)
            case "e":
                return Stored(text, Kind.ERROR, formula=self._formula)
            case "d":
                return _dated(text)
        return self._number(text) if self._kind == "n" else None

    def _shared_text(self, text: str) -> Stored | None:
        """Find a shared text by its number."""
        found = _numbered(self._shared.texts, text)
        return None if found is None else Stored(found[: LONGEST_TEXT + 1])

    def _number(self, text: str) -> Stored | None:
        """Make a number, and the day that it is shown as."""
        if not _NUMBER.fullmatch(text.strip()):
            return None if text or self._formula else Stored("")
        value, look, shown = float(text), self._look(), ""
        if isinf(value):
            return None
        if look.show is Show.DATE:
            shown = serials.shown(value, since_1904=self._shared.since_1904)
        return Stored(digits(value), Kind.NUMBER, look, self._formula, shown)

    def _look(self) -> Look:
        """Give how the cell shows a number."""
        if not self._style:
            return PLAIN
        return _numbered(self._shared.looks, self._style) or _UNKNOWN


def _numbered(shared: Sequence[T] | None, number: str) -> T | None:
    """Give what all sheets refer to by a number; nothing where there is none."""
    if shared is None or not number.isdecimal() or len(number) > _LONGEST_INDEX:
        return None
    return shared[int(number)] if int(number) < len(shared) else None


def digits(value: float) -> str:
    """Write a number as far as spreadsheets keep it, without exponent or needless zeros."""
    return format(Decimal(f"{value:.{_DIGITS}g}"), "f")


def _dated(text: str) -> Stored | None:
    """Make the number that a day is kept as elsewhere."""
    try:
        serial = serials.serial(datetime.fromisoformat(text))
    except ValueError:
        return None
    return Stored(digits(serial), Kind.NUMBER, Look(Show.DATE), shown=serials.shown(serial))


def _whole(text: str) -> int:
    """Read the number of a row; raises DamagedError."""
    if not text.isdecimal() or len(text) > len(str(MOST_ROWS)):
        raise DamagedError(f"没有第“{text[:20]}”行")
    return int(text)


def _at(name: str) -> At:
    """Read the address of a cell; raises DamagedError."""
    if not (found := _ADDRESS.fullmatch(name)):
        raise DamagedError(f"没有单元格“{name[:20]}”")
    return int(found[2]), _column(found[1])


@lru_cache(maxsize=MOST_COLUMNS)
def _column(letters: str) -> int:
    """Give the number of a column."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number

"""Which part of a workbook's package is what: the sheets, the shared texts, the number formats."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath
from typing import TypeVar
from urllib.parse import unquote

from core.workbooks.files.book import BookError, DamagedError, Look
from core.workbooks.files.markup import Attributes, listen
from core.workbooks.files.package import Package
from core.workbooks.files.patterns import built_in, look

T = TypeVar("T")
_MOST_SHEETS, _MOST_TEXTS = 500, 1_000_000
_LONGEST_NAME, _LONGEST_REFERENCE, _LONGEST_COUNT = 100, 1000, 9  # characters
_TRUE = ("1", "true", "on")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part refers to: the last word of its kind, and the part's name."""

    kind: str
    target: str


@dataclass
class Contents:
    """What the main part says: the sheets with their references, the names, the calendar."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    since_1904: bool = False
    _name: str = ""

    def begin(self, tag: str, attributes: Attributes) -> None:
        """Take note of a sheet, of a name, or of the calendar."""
        name = attributes.get("name", "")[:_LONGEST_NAME]
        self._name = name if tag == "definedName" else ""
        if tag == "sheet":
            references = (text for key, text in attributes.items() if key.endswith(":id"))
            self.sheets.append((name, next(references, "")))
            if len(self.sheets) > _MOST_SHEETS:
                raise BookError(f"有{_MOST_SHEETS}张以上的工作表，不像报表，没有读")
        elif tag == "workbookPr":
            self.since_1904 = attributes.get("date1904") in _TRUE

    def text(self, piece: str) -> None:
        """Take what a name stands for."""
        known = self.names.get(self._name, "")
        if self._name and len(known) < _LONGEST_REFERENCE:
            self.names[self._name] = known + piece[:_LONGEST_REFERENCE]

    def end(self, _: str) -> None:
        """Leave a name."""
        self._name = ""


class _Texts:
    """The texts that cells share, in the order in which cells count them."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self.promised = ""
        self._pieces: list[str] = []
        self._inside = self._phonetic = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        """Enter a text, or how it is pronounced, which is passed over."""
        if tag == "sst":
            self.promised = attributes.get("uniqueCount", "")
        elif tag == "t":
            self._inside = not self._phonetic
        elif tag == "rPh":
            self._phonetic = True

    def text(self, piece: str) -> None:
        """Take a piece of a text."""
        if self._inside:
            self._pieces.append(piece)

    def end(self, tag: str) -> None:
        """Leave a text; several runs make one."""
        self._inside = False
        if tag == "si":
            self.found.append(unescaped("".join(self._pieces)))
            self._pieces.clear()
            if len(self.found) > _MOST_TEXTS:
                raise BookError(f"有{_MOST_TEXTS}条以上的文字，不像报表，没有读")
        elif tag == "rPh":
            self._phonetic = False


class _Styles:
    """How the numbers of each style of cells are shown."""

    def __init__(self) -> None:
        self.looks: list[Look] = []
        self.promised = ""
        self._own: dict[str, Look] = {}
        self._of_cells = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        """Take note of a format, or of a style of cells."""
        if tag == "numFmt":
            self._own[attributes.get("numFmtId", "")] = look(attributes.get("formatCode", ""))
        elif tag == "cellXfs":
            self._of_cells, self.promised = True, attributes.get("count", "")
        elif tag == "xf" and self._of_cells:
            number = attributes.get("numFmtId", "0")
            self.looks.append(self._own.get(number) or built_in(number))

    def end(self, tag: str) -> None:
        """Leave the styles of cells."""
        if tag == "cellXfs":
            self._of_cells = False


def relations(package: Package, part: str) -> Mapping[str, Relation]:
    """Give what a part refers to, by reference; what lies outside the file is left out.

    Raises DamagedError.
    """
    folder, _, name = part.replace("\\", "/").rpartition("/")
    found: dict[str, Relation] = {}
    if not (listed := package.find(f"{folder}/_rels/{name}.rels")):
        return found

    def begin(tag: str, attributes: Attributes) -> None:
        """Take note of a reference."""
        if tag == "Relationship" and attributes.get("TargetMode") != "External":
            kind = attributes.get("Type", "").rpartition("/")[2]
            target = normpath(join("/", folder, unquote(attributes.get("Target", ""))))
            found[attributes.get("Id", "")] = Relation(kind, target)

    listen(package.unpack(listed), "Relationships", begin)
    return found


def contents(package: Package, part: str) -> Contents:
    """Read the main part.

    Raises DamagedError.
    """
    found = Contents()
    listen(package.unpack(part), "workbook", found.begin, found.end, found.text)
    return found


def texts(package: Package, part: str) -> list[str]:
    """Read the texts that cells share.

    Raises DamagedError.
    """
    found = _Texts()
    listen(package.unpack(part), "sst", found.begin, found.end, found.text)
    return _all_of(found.found, found.promised)


def looks(package: Package, part: str) -> list[Look]:
    """Read how the numbers of each style are shown.

    Raises DamagedError.
    """
    found = _Styles()
    listen(package.unpack(part), "styleSheet", found.begin, found.end)
    return _all_of(found.looks, found.promised)


def _all_of(found: list[T], promised: str) -> list[T]:
    """Give what cells refer to by number; raises DamagedError where some of it is gone."""
    if promised.isdecimal() and len(promised) <= _LONGEST_COUNT and len(found) < int(promised):
        raise DamagedError(f"应有{promised}项，只有{len(found)}项")
    return found


def unescaped(text: str) -> str:
    """Put in the characters that XML cannot hold, which stand as _x000D_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text

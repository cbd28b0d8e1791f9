"""Which part of a workbook's package is what: the sheets, the shared texts, the number formats."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import join, normpath
from urllib.parse import unquote

from core.workbooks.files.book import Look
from core.workbooks.files.markup import Attributes, listen
from core.workbooks.files.package import Package
from core.workbooks.files.patterns import built_in, look

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
        self._name = attributes.get("name", "") if tag == "definedName" else ""
        if tag == "sheet":
            references = (text for name, text in attributes.items() if name.endswith(":id"))
            self.sheets.append((attributes.get("name", ""), next(references, "")))
        elif tag == "workbookPr":
            self.since_1904 = attributes.get("date1904") in _TRUE

    def text(self, piece: str) -> None:
        """Take what a name stands for."""
        if self._name:
            self.names[self._name] = self.names.get(self._name, "") + piece

    def end(self, _: str) -> None:
        """Leave a name."""
        self._name = ""


class _Texts:
    """The texts that cells share, in the order in which cells count them."""

    def __init__(self) -> None:
        self.found: list[str] = []
        self._pieces: list[str] = []
        self._inside = self._phonetic = False

    def begin(self, tag: str, _: Attributes) -> None:
        """Enter a text, or how it is pronounced, which is passed over."""
        if tag == "t":
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
        elif tag == "rPh":
            self._phonetic = False


class _Styles:
    """How the numbers of each style of cells are shown."""

    def __init__(self) -> None:
        self.looks: list[Look] = []
        self._own: dict[str, Look] = {}
        self._of_cells = False

    def begin(self, tag: str, attributes: Attributes) -> None:
        """Take note of a format, or of a style of cells."""
        if tag == "numFmt":
            self._own[attributes.get("numFmtId", "")] = look(attributes.get("formatCode", ""))
        elif tag == "cellXfs":
            self._of_cells = True
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
    folder, _, name = part.rpartition("/")
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
    return found.found


def looks(package: Package, part: str) -> list[Look]:
    """Read how the numbers of each style are shown.

    Raises DamagedError.
    """
    found = _Styles()
    listen(package.unpack(part), "styleSheet", found.begin, found.end)
    return found.looks


def unescaped(text: str) -> str:
    """Put in the characters that XML cannot hold, which stand as _x000D_."""
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text) if "_x" in text else text

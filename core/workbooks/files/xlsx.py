"""An .xlsx package as a `Book`: what is whole is read, what is not is told, nothing is guessed."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from core.workbooks.files import parts
from core.workbooks.files.book import Book, BookError, DamagedError, Sheet
from core.workbooks.files.cells import Shared, cells
from core.workbooks.files.package import Package

T = TypeVar("T")
Placed = tuple[str, str | None]  # a sheet's name and its part
Relations = Mapping[str, parts.Relation]
_MAIN = "xl/workbook.xml"
_SHEET = re.compile(r"[/\\]?xl[/\\]worksheets[/\\]\D*(\d+)\.xml", re.IGNORECASE)
_LEFT_ALONE = {
    "vbaproject": "文件带有宏，没有运行",
    "externallinks/": "文件链接到别的文件，没有打开；引用的数按存下的读",
    "embeddings/": "文件里嵌有别的文件，没有打开",
    "connections.xml": "文件带有数据连接，没有连接",
}


def read(content: bytes) -> Book:
    """Read a workbook.

    Raises BookError where nothing of it can be read.
    """
    return _Workbook(Package(content)).book()


class _Workbook:
    """Reads a package part by part, and notes what was wrong with each."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._remarks = ["文件的目录已损坏，内容逐件找回"] if package.mended else []

    def book(self) -> Book:
        """Read all parts that hold values."""
        main = self._main()
        contents = self._tried("工作簿目录", parts.contents, main) or parts.Contents()
        related = self._tried("工作表关系", parts.relations, main) or {}
        shared = Shared(
            self._shared("共用文字", parts.texts, related, "sharedStrings"),
            self._shared("数字格式", parts.looks, related, "styles"),
            contents.since_1904,
        )
        placed = self._placed(contents, related) or self._numbered()
        if not placed:
            raise BookError("文件里没有可以读的工作表，可能没有传完整；请对方重新发送")
        sheets = tuple(self._sheet(name, part, shared) for name, part in placed)
        whole = not self._remarks and not any(sheet.lost for sheet in sheets)
        return Book(sheets, contents.names, (*self._remarks, *self._left_alone()), whole)

    def _shared(
        self, what: str, read: Callable[[Package, str], T], related: Relations, kind: str
    ) -> T | None:
        """Read a part that all sheets refer to; a workbook need not have it."""
        part = self._related(related, kind, f"xl/{kind}.xml")
        asked = any(each.kind == kind for each in related.values())
        return self._tried(what, read, part) if part or asked else None

    def _main(self) -> str | None:
        """Find the main part, by what leads to it or by its usual name."""
        leading = self._tried("总关系", parts.relations, "") or {}
        return self._related(leading, "officeDocument", _MAIN)

    def _related(self, related: Relations, kind: str, usual: str) -> str | None:
        """Find a part by the kind of reference to it, else by its usual name."""
        found = (each.target for each in related.values() if each.kind == kind)
        return self._package.find(next(found, usual)) or self._package.find(usual)

    def _tried(self, what: str, read: Callable[[Package, str], T], part: str | None) -> T | None:
        """Read a part; one that is missing or damaged gives nothing, and is remarked."""
        if part is None:
            self._remarks.append(f"缺少“{what}”部件")
            return None
        try:
            return read(self._package, part)
        except DamagedError as error:
            self._remarks.append(f"“{what}”部件已损坏：{error}")
            return None

    def _placed(self, contents: parts.Contents, related: Relations) -> Sequence[Placed]:
        """Give the sheets with their parts, charts left out; nothing where no part is there."""
        leading = [(name, related.get(reference)) for name, reference in contents.sheets]
        found = [
            (name, self._package.find(relation.target) if relation else None)
            for name, relation in leading
            if relation is None or relation.kind == "worksheet"
        ]
        return found if any(part for _, part in found) else ()

    def _numbered(self) -> Sequence[Placed]:
        """Give the sheets as their parts are numbered."""
        self._remarks.append("工作表的名称和次序已丢失，按部件的编号读")
        numbered = sorted(filter(_SHEET.fullmatch, self._package.names), key=_number)
        return [(f"工作表{at}", part) for at, part in enumerate(numbered, 1)]

    def _sheet(self, name: str, part: str | None, shared: Shared) -> Sheet:
        """Read a sheet, or say why it cannot be."""
        if part is None:
            return Sheet(name, lost="文件里没有它的内容")
        try:
            return Sheet(name, cells(self._package.unpack(part), shared))
        except BookError as error:
            return Sheet(name, lost=str(error))

    def _left_alone(self) -> Iterator[str]:
        """Say what the file holds that is neither opened nor run."""
        names = "\n".join(self._package.names).lower()
        return (words for part, words in _LEFT_ALONE.items() if part in names)


def _number(part: str) -> int:
    """Give the number in the name of a sheet's part."""
    found = _SHEET.fullmatch(part)
    return int(found[1]) if found else 0

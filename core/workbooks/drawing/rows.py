"""Writing a sheet with its rows as one text: an element for each cell takes half of the time."""

from collections.abc import Iterable, Mapping
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from openpyxl.cell import Cell
from openpyxl.comments.comment_sheet import CommentRecord
from openpyxl.compat import safe_string
from openpyxl.utils.datetime import to_excel
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet

_ROOM = b"<sheetData />"
_SPACE = ' xml:space="preserve"'
_TEXT, _NUMBER, _DAY = "s", "n", "d"  # what openpyxl calls them


class _Sink(BytesIO):
    """Is only written to: a text that is written to what can be read costs half as much again."""

    def readable(self) -> bool:
        """Tell that nobody reads it meanwhile."""
        return False


class SheetWriter(WorksheetWriter):
    """Writes a sheet in memory, where openpyxl takes a file in a public folder for each.

    Its cells hold values and plain texts; there are no formulas.
    """

    def __init__(self, sheet: Worksheet) -> None:
        super().__init__(sheet, _Sink())
        self._sheet: Any = sheet  # openpyxl's own parts have no public names
        self._rows = ""
        self._styles: dict[int, str] = {}

    def write_rows(self) -> None:
        """Write the rows for themselves, and leave room for them."""
        rows: Any = self.rows()
        self._rows = "".join(self._row(number, cells) for number, cells in rows)
        self.xf.send(Element("sheetData"))

    def read(self) -> bytes:
        """Give the sheet, the rows in their room."""
        rows = f"<sheetData>{self._rows}</sheetData>".encode()
        around: bytes = super().read()
        return around.replace(_ROOM, rows, 1)

    def _row(self, number: int, cells: Iterable[Cell]) -> str:
        """Write a row."""
        given = _attributes(dict(self._sheet.row_dimensions.get(number, {})))
        return f'<row r="{number}"{given}>{"".join(map(self._cell, cells))}</row>'

    def _cell(self, cell: Cell) -> str:
        """Write a cell; note its comment and where it leads to."""
        if cell.comment:
            self._sheet._comments.append(CommentRecord.from_cell(cell))  # noqa: SLF001 - no public name
        if cell.hyperlink:
            self._sheet._hyperlinks.append(cell.hyperlink)  # noqa: SLF001 - see above
        begin = f'<c r="{cell.coordinate}"{self._style(cell)}'
        empty = cell.value is None or cell.value == ""
        return f"{begin}/>" if empty else begin + _content(cell.value, cell.data_type)

    def _style(self, cell: Cell) -> str:
        """Write which style a cell has; many share one."""
        if not cell.has_style:
            return ""
        shared = id(cell._style)  # type: ignore[attr-defined]  # noqa: SLF001 - see above
        return self._styles.get(shared) or self._styles.setdefault(shared, f' s="{cell.style_id}"')


def _content(value: object, kind: str) -> str:
    """Write what a cell holds, from within its element's beginning on."""
    if kind == _TEXT:
        text = str(value)
        space = _SPACE if text != text.strip() or "\n" in text else ""
        return f' t="inlineStr"><is><t{space}>{escape(text)}</t></is></c>'
    number = to_excel(value) if kind == _DAY else value  # type: ignore[no-untyped-call]
    shown = _NUMBER if kind == _DAY else kind
    return f' t="{shown}"><v>{escape(safe_string(number))}</v></c>'


def _attributes(given: Mapping[str, str]) -> str:
    """Write attributes."""
    return "".join(f" {name}={quoteattr(value)}" for name, value in given.items())

"""The rows above a table or prose on its sheet: label and mark, title, caption, unit line."""

from dataclasses import dataclass

from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.content import Table
from core.reports.layout import Caption, Head, Layout, Piece
from core.reports.xlsx import cells
from core.reports.xlsx.paper import LINE

_CAPTION, _UNIT = 24.0, 18.0
_CHARACTERS = 28  # of a line


@dataclass(frozen=True, slots=True)
class Line:
    """A row above: its text across all columns, font, where it stands, height, and mark."""

    text: str
    font: Font
    stands: str
    height: float
    mark: str = ""


def lines(layout: Layout, part: int, table: Table | None = None) -> list[Line]:
    """Give the rows above a part as the layout has them."""
    made = [line for what in _before(layout, part) for line in _lines(what)]
    unit = table.unit_line if table else ""
    if unit:
        made.append(Line(unit, Font(cells.SONG, 10.5), "right", _UNIT))
    elif made and isinstance(_before(layout, part)[-1], Head):
        made.append(Line("", Font(cells.SONG, 10.5), "left", LINE / 2 if table else LINE))
    return made


def write(sheet: Worksheet, above: list[Line], columns: int) -> None:
    """Write the rows from the first down."""
    for row, line in enumerate(above, 1):
        sheet.row_dimensions[row].height = line.height
        if line.mark and columns > 1:
            _put(sheet.cell(row, 1), line.text, line.font, "left")
            _put(sheet.cell(row, columns), line.mark, line.font, "right")
        elif line.text or line.mark:
            text = _joined(line) if line.mark else line.text
            cells.wide(sheet, row, columns, text, (line.font, line.stands))


def _joined(line: Line) -> str:
    """Put a mark at the end of a line of 28 characters, where there is but one column."""
    return line.text + "　" * (_CHARACTERS - len(line.text) - len(line.mark)) + line.mark


def _before(layout: Layout, part: int) -> list[Head | Caption]:
    """Give the head and caption that stand just before a part's first piece."""
    before: list[Head | Caption] = []
    for sheet in layout.sheets:
        for placed in sheet.placed:
            match placed.what:
                case Piece() as piece:
                    if piece.part == part:
                        return before
                    before = []
                case Head() | Caption() as what:
                    before.append(what)
    return before


def _lines(what: Head | Caption) -> list[Line]:
    """Give the rows of a head or a caption."""
    if isinstance(what, Caption):
        return [Line(what.text, Font(cells.HEI, 12), "center", _CAPTION)]
    hei, title = Font(cells.HEI, 16), Font(cells.XIAOBIAOSONG, 22)
    return [
        Line(what.label, hei, "left", LINE, what.mark),
        Line("", hei, "left", LINE),
        Line("\n".join(what.title), title, "center", len(what.title) * LINE),
    ]


def _put(cell: SheetCell | MergedCell, text: str, font: Font, stands: str) -> None:
    """Write a text at one end of a row, over the empty cells beside it."""
    cells.set_text(cell, text)
    cell.font = font
    cell.alignment = Alignment(horizontal=stands, vertical="center")

"""Prose on a sheet: a row for each line, so that every program prints the lines of the paper."""

from collections.abc import Iterable

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.layout import Layout, Line, ProseLayout
from core.reports.prose import Level
from core.reports.xlsx import above, cells, paper, signatures
from core.reports.xlsx.signatures import Signed

_SIZE = 16.0
_WIDTH = 456.0  # points: 28 characters, and some air for fonts of other widths
_INDENT = "　　"
_FONTS = {Level.FIRST: cells.HEI, Level.SECOND: cells.KAI, Level.CENTRE: cells.KAI}


def write(sheet: Worksheet, layout: Layout, part: int, signed: Iterable[Signed]) -> None:
    """Write prose with what signs it, and set its sheet up for print."""
    laid = layout.parts[part]
    if isinstance(laid, ProseLayout):
        cells.set_width(sheet, 1, _WIDTH)
        lines = above.lines(layout, part)
        above.write(sheet, lines, 1)
        for row, line in enumerate(laid.lines, len(lines) + 1):
            _put(sheet, row, line)
        row = len(lines) + len(laid.lines)
        row = signatures.write(sheet, row, 1, _WIDTH, signed)
        paper.set_up(sheet)
        sheet.print_area = f"A1:A{row}"
        paper.break_after(sheet, (len(lines) + page.start for page in laid.pages[1:]))


def _put(sheet: Worksheet, row: int, line: Line) -> None:
    """Write a line, its opening words in 楷体."""
    centred, cell = line.level is Level.CENTRE, sheet.cell(row, 1)
    indent = _INDENT if line.x > 0 and not centred else ""
    name, end = _FONTS.get(line.level, cells.FANGSONG), len(indent) + line.lead
    text = indent + line.text
    cells.set_text(cell, text)
    if line.lead:
        cell.value = CellRichText(_block(cells.KAI, text[:end]), _block(name, text[end:]))
    cell.font = Font(name, _SIZE)
    cell.alignment = Alignment(horizontal="center" if centred else "left", vertical="center")
    sheet.row_dimensions[row].height = paper.LINE


def _block(name: str, text: str) -> TextBlock:
    """Give a text in a font of its own."""
    return TextBlock(InlineFont(rFont=name, sz=_SIZE), text)

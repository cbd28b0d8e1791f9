"""The rows on which is signed, below a table or prose: fields, 落款, 成文日期."""

from collections.abc import Iterable

from openpyxl.styles import Alignment, Font
from openpyxl.worksheet.worksheet import Worksheet

from core.reports.layout import SigningLayout
from core.reports.prose import Signing
from core.reports.xlsx import cells
from core.reports.xlsx.paper import LINE

Signed = tuple[Signing, SigningLayout]
_SIZE, _LEADING = 12.0, 30.0
_OFFICE_SIZE = 16.0
_FROM_RIGHT = 7  # steps of indent, four characters


def height(signed: Iterable[Signed]) -> float:
    """Give the height of the rows on which is signed."""
    return sum(
        len(layout.fields) * _LEADING + (len(_said(signing)) + 1) * LINE
        for signing, layout in signed
    )


def write(sheet: Worksheet, last: int, columns: int, width: float, signed: Iterable[Signed]) -> int:
    """Write what signs below the last row, across columns of a width; give the new last row."""
    row = last
    for signing, layout in signed:
        for fields in layout.fields:
            row += 1
            characters = int(width / layout.across / _SIZE)
            text = "".join(field + "　" * (characters - len(field)) for field in fields)
            cells.wide(sheet, row, columns, text.rstrip("　"), (Font(cells.SONG, _SIZE), "left"))
            sheet.row_dimensions[row].height = _LEADING
        row = _office(sheet, row, columns, signing)
    return row


def _office(sheet: Worksheet, row: int, columns: int, signing: Signing) -> int:
    """Write 落款 and 成文日期 below an empty row."""
    said = _said(signing)
    for text in ("", *said) if said else ():
        row += 1
        cells.wide(sheet, row, columns, text, (Font(cells.FANGSONG, _OFFICE_SIZE), "right"))
        sheet.cell(row, 1).alignment = Alignment(
            horizontal="right", vertical="center", indent=_FROM_RIGHT
        )
        sheet.row_dimensions[row].height = LINE
    return row


def _said(signing: Signing) -> list[str]:
    """Give 落款 and 成文日期, as far as they are there."""
    return [line for line in (signing.office, signing.dated) if line]

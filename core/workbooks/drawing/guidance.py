"""The sheet 填报说明, on A4 upright."""

from openpyxl import Workbook

from core.domain.form import Form
from core.workbooks.drawing import looks, paper, sizes
from core.workbooks.drawing.looks import Look, Looks
from core.workbooks.drawing.page import write
from core.workbooks.guide import chapters
from core.workbooks.layout import Sheet
from core.workbooks.manifest import Manifest

_WIDTH = 86  # digits of the workbook's usual font
_BETWEEN = 6  # points between paragraphs


def add(book: Workbook, form: Form, sent: Manifest, made: Looks) -> None:
    """Write the chapters one below the other, a row for each paragraph."""
    sheet = book.create_sheet(Sheet.GUIDE.label)
    sheet.column_dimensions["A"].width = _WIDTH
    told: list[tuple[str, Look]] = [(Sheet.GUIDE.label, looks.TITLE)]
    for chapter in chapters(form, sent):
        told.append((chapter.title, looks.HEADING))
        told += [(text, looks.TEXT) for text in chapter.paragraphs]
    for row, (text, look) in enumerate(told, 1):
        cell = sheet.cell(row, 1)
        write(cell, text)
        made.put(cell, look)
        high = sizes.text_height(text, _WIDTH, look.size) + _BETWEEN
        sheet.row_dimensions[row].height = high
    paper.set_up(sheet, 1, len(told), landscape=False)
    paper.protect(sheet)

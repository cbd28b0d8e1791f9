"""The very hidden sheet: the manifest, cell by cell as text."""

from openpyxl import Workbook

from core.workbooks.drawing.page import write
from core.workbooks.layout import HIDDEN
from core.workbooks.manifest import Manifest, records


def add(book: Workbook, sent: Manifest) -> None:
    """Write down what is sent."""
    sheet = book.create_sheet(HIDDEN)
    sheet.sheet_state = "veryHidden"
    for row, record in enumerate(records(sent), 1):
        for column, text in enumerate(record, 1):
            if text:
                write(sheet.cell(row, column), text)
    sheet.protection.sheet = True

"""A table of the screen as an Excel workbook: heads, lines, a filter, and nothing else."""

import re
from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

_NO_NAME, _LONGEST_NAME = re.compile(r"[\\/*?:\[\]]"), 31  # of a sheet, for Excel
_NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,9})?")  # as Excel keeps it, digit for digit
_WIDEST, _NARROWEST, _AIR = 48, 8, 2  # characters


def write(title: str, table: Sequence[Sequence[str]]) -> bytes:
    """Write a workbook of one sheet; `table` are texts, its heads first."""
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = _NO_NAME.sub(" ", title).strip(" '")[:_LONGEST_NAME] or "表"
    for row, texts in enumerate(table, 1):
        for column, text in enumerate(texts, 1):
            _put(sheet, row, column, text)
    for column, texts in enumerate(zip(*table, strict=True), 1):
        sheet.column_dimensions[get_column_letter(column)].width = _width(texts)
    sheet.freeze_panes, sheet.auto_filter.ref = "A2", sheet.dimensions
    book.properties.title, book.properties.language = title, "zh-CN"
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def _put(sheet: Worksheet, row: int, column: int, text: str) -> None:
    """Write a number as a number that shows the same digits, and anything else as text."""
    cell = sheet.cell(row, column)
    if row > 1 and _NUMBER.fullmatch(text):
        cell.value = Decimal(text)
        decimals = len(text.partition(".")[2])
        cell.number_format = f"0.{'0' * decimals}" if decimals else "0"
    elif text:
        cell.value = text
        cell.data_type = "s"
    cell.font = Font("宋体", 11, bold=row == 1)
    cell.alignment = Alignment(vertical="center", wrap_text=len(text) > _WIDEST // 2)


def _width(texts: Sequence[str]) -> int:
    """Give a column the room of its longest text, within bounds; Chinese is two wide."""
    longest = max(sum(2 if ord(each) > 0xFF else 1 for each in text) for text in texts)  # noqa: PLR2004 - Latin-1 is narrow
    return min(max(longest + _AIR, _NARROWEST), _WIDEST)

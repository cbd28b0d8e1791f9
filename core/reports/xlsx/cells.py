"""Writing cells: numbers as numbers that show the printed digits, everything else as text."""

import re

from openpyxl.cell import Cell as SheetCell
from openpyxl.cell import MergedCell
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from core.domain.judging.judgement import Light
from core.reports.content import Cell
from core.reports.tones import SIGNS

HEI, SONG, XIAOBIAOSONG = "黑体", "宋体", "方正小标宋简体"
FANGSONG, KAI = "仿宋_GB2312", "楷体_GB2312"
POINTS = 5.25  # one unit of column width, of 7 pixels at 96 dpi
CELL_MARGIN = 5 / 7
_NO_NAME, _LONGEST_NAME = re.compile(r"[\\/*?:\[\]]"), 31  # of a sheet, for Excel
_MOST_DIGITS = 15  # that Excel keeps of a number
_NUMBER = re.compile(r"([-−]?\d+)(?:\.(\d+))?(.*)")
Places = tuple[int, int]
_EDGE = Side(style="thin", color="000000")
_GRID = Border(left=_EDGE, right=_EDGE, top=_EDGE, bottom=_EDGE)
_INK = {  # of words beside a light, dark enough to be read
    Light.BLUE: "1D4F91",
    Light.GREEN: "1F7A46",
    Light.YELLOW: "8A5A00",
    Light.RED: "B3261E",
    Light.GREY: "566173",
}


def put(target: SheetCell | MergedCell, cell: Cell, places: Places = (0, 0)) -> None:
    """Write a cell; numbers are padded as if all had some places, a light shows as its sign."""
    if cell.light:
        _put_light(target, cell.text, cell.light)
    elif cell.number is None or len(cell.number.as_tuple().digits) > _MOST_DIGITS:
        set_text(target, cell.text)
    else:
        target.value = cell.number
        target.number_format = number_format(cell.text, places)


def set_text(cell: SheetCell | MergedCell, text: str) -> None:
    """Store a text as text, whatever it begins with; no text leaves the cell empty."""
    if text:
        cell.value = text
        cell.data_type = "s"


def number_format(text: str, room: Places = (0, 0)) -> str:
    """Give the format that shows a number as its text does, with the room of more places."""
    found, (whole, decimals) = _NUMBER.fullmatch(text), places(text)
    shown = "0." + "0" * decimals if decimals else "0"
    before, lacking = room[0] - whole, room[1] - decimals
    pad = ("" if decimals or lacking <= 0 else "_.") + "_0" * lacking
    behind = f'"{found[3]}"' if found and found[3] else ""
    return "_0" * before + shown + behind + pad


def places(text: str) -> Places:
    """Give the places of a printed number before its point, with its sign, and behind it."""
    found = _NUMBER.fullmatch(text)
    return (len(found[1]), len(found[2] or "")) if found else (0, 0)


def ink(cell: Cell) -> str | None:
    """Give the colour of a cell's words, none for black."""
    return _INK[cell.light] if cell.light else None


def frame(sheet: Worksheet, rows: range, columns: range) -> None:
    """Frame cells."""
    for row in rows:
        for column in columns:
            sheet.cell(row, column).border = _GRID


def merge(sheet: Worksheet, rows: range, columns: range) -> None:
    """Merge cells where there is more than one."""
    if len(rows) * len(columns) > 1:
        sheet.merge_cells(
            start_row=rows.start, end_row=rows.stop - 1, start_column=columns.start,
            end_column=columns.stop - 1,
        )  # fmt: skip


def wide(sheet: Worksheet, row: int, columns: int, text: str, style: tuple[Font, str]) -> None:
    """Write a line across columns, in a font and standing left, center or right."""
    merge(sheet, range(row, row + 1), range(1, columns + 1))
    cell = sheet.cell(row, 1)
    set_text(cell, text)
    cell.font = style[0]
    cell.alignment = Alignment(horizontal=style[1], vertical="center", wrap_text=True)


def set_width(sheet: Worksheet, column: int, points: float) -> None:
    """Make a column as wide as on paper."""
    across = points / POINTS - CELL_MARGIN
    sheet.column_dimensions[get_column_letter(column)].width = across


def across(sheet: Worksheet) -> float:
    """Give the width of all columns together, in points."""
    widths = (each.width for each in sheet.column_dimensions.values())
    return sum(width + CELL_MARGIN for width in widths) * POINTS


def sheet_name(wanted: str, taken: list[str]) -> str:
    """Give a name that Excel takes and no other sheet has."""
    plain = _NO_NAME.sub(" ", wanted).strip(" '") or "报告"
    name, number = plain[:_LONGEST_NAME], 1
    while name.lower() in {each.lower() for each in taken}:
        number += 1
        ending = f"（{number}）"
        name = plain[: _LONGEST_NAME - len(ending)] + ending
    return name


def _put_light(target: SheetCell | MergedCell, text: str, light: Light) -> None:
    """Write a light's word behind its sign, or its colour's name that shows as the sign alone."""
    set_text(target, text or light.label)
    sign = SIGNS[light]
    target.number_format = f'"{sign} "@' if text else f'General;General;General;"{sign}"'

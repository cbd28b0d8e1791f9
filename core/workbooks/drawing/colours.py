"""Conditional formatting: the signs of a form sheet, told to Excel."""

from collections import defaultdict
from functools import partial

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle

from core.domain.cell import Column
from core.domain.issue import Severity
from core.workbooks.drawing.areas import areas
from core.workbooks.drawing.looks import ORANGE, RED
from core.workbooks.drawing.page import Page
from core.workbooks.manifest import Sent
from core.workbooks.signs import Sign, signs

_ROW = "{row}"
_STYLES = {
    severity: DifferentialStyle(fill=PatternFill("solid", bgColor=colour))
    for severity, colour in ((Severity.BLOCKING, RED), (Severity.EXPLAIN, ORANGE))
}  # the gravest first: it wins where both are met


def set_up(page: Page) -> None:
    """Tell Excel when to colour cells; rows with the same formula share it.

    A formula is written for the first row, from which Excel counts to the others.
    """
    rows: defaultdict[tuple[Sign, tuple[str, ...]], list[int]] = defaultdict(list)
    for line in page.lines:
        at = partial(_address, page, line)
        for sign in signs(page.rows[line.code], line, at):
            rows[sign, tuple(page.letter(line, each) for each in sign.columns)].append(line.row)
    for severity, style in _STYLES.items():
        for (sign, columns), numbers in rows.items():
            if sign.severity is severity:
                formula = sign.formula.replace(_ROW, str(numbers[0]))
                rule = Rule("expression", dxf=style, formula=[formula], stopIfTrue=True)
                page.sheet.conditional_formatting.add(areas(columns, numbers), rule)


def _address(page: Page, line: Sent, column: Column) -> str:
    """Name a cell in a formula that holds for several rows."""
    return f"${page.letter(line, column)}{_ROW}"

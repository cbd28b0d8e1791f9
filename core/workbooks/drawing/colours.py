"""Conditional formatting: the signs of a form sheet, told to Excel."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from openpyxl.formatting.rule import Rule
from openpyxl.styles import PatternFill
from openpyxl.styles.differential import DifferentialStyle

from core.domain.cell import Column
from core.domain.issue import Severity
from core.workbooks.drawing.looks import ORANGE, RED
from core.workbooks.drawing.page import Page
from core.workbooks.layout import letters
from core.workbooks.manifest import Sent
from core.workbooks.signs import Sign, signs

_ROW = "{row}"
_STYLES = {
    severity: DifferentialStyle(fill=PatternFill("solid", bgColor=colour))
    for severity, colour in ((Severity.BLOCKING, RED), (Severity.EXPLAIN, ORANGE))
}  # the gravest first: it wins where both are met


def set_up(page: Page) -> None:
    """Tell Excel when to colour cells; rows with the same formula share it."""
    rows: defaultdict[tuple[Sign, tuple[str, ...]], list[int]] = defaultdict(list)
    for line in page.lines:
        at = partial(_address, page, line)
        for sign in signs(page.rows[line.code], line, at):
            rows[sign, tuple(_letter(page, line, each) for each in sign.columns)].append(line.row)
    for severity, style in _STYLES.items():
        for (sign, columns), numbers in rows.items():
            if sign.severity is severity:
                cells = " ".join(f"{each}" for each in _areas(columns, numbers))
                formula = sign.formula.replace(_ROW, str(numbers[0]))
                rule = Rule("expression", dxf=style, formula=[formula], stopIfTrue=True)
                page.sheet.conditional_formatting.add(cells, rule)


def _address(page: Page, line: Sent, column: Column) -> str:
    """Name a cell in a formula that holds for several rows."""
    return f"${_letter(page, line, column)}{_ROW}"


def _letter(page: Page, line: Sent, column: Column) -> str:
    """Give the letter of the column in which something of a row stands."""
    return letters(page.fields.index(line.field(column)) + 1)


def _areas(columns: Sequence[str], rows: Sequence[int]) -> Iterator[str]:
    """Write the cells of some columns and rows, neighbours together."""
    for column in columns:
        for first, last in _runs(rows):
            yield f"{column}{first}" if first == last else f"{column}{first}:{column}{last}"


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Part rising numbers into runs without a gap."""
    run: list[int] = []
    for number in numbers:
        if run and number != run[-1] + 1:
            yield run[0], run[-1]
            run = []
        run.append(number)
    yield run[0], run[-1]

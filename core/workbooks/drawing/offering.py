"""Data validation: what the cells of a form sheet offer, told to Excel."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Literal

from openpyxl.worksheet.datavalidation import DataValidation

from core.domain.cell import TYPED, Column
from core.workbooks.drawing.areas import areas
from core.workbooks.drawing.page import Page
from core.workbooks.manifest import Sent
from core.workbooks.offers import Offer, offer, reason


def set_up(page: Page) -> None:
    """Tell Excel what each cell offers; cells that offer the same share it."""
    rows: defaultdict[tuple[Offer, str], list[int]] = defaultdict(list)
    for line in page.lines:
        for column, found in _offers(page, line):
            rows[found, page.letter(line, column)].append(line.row)
    for (each, letter), numbers in rows.items():
        page.sheet.data_validations.append(_validation(each, areas((letter,), numbers)))


def _offers(page: Page, line: Sent) -> Iterator[tuple[Column, Offer]]:
    """Give what the cells of a row offer; a figure that is locked says why."""
    row = page.rows[line.code]
    said = row.calculation.sentence if row.calculation else ""
    for column in (each for each in TYPED if each in line.open):
        yield column, offer(row.item, column, said)
    if Column.FIGURE not in line.open and (why := row.settled or row.line.reason):
        yield Column.FIGURE, reason(row.item, why)


def _validation(made: Offer, cells: str) -> DataValidation:
    """Write an offer as Excel has it."""
    return DataValidation(
        _kind(made),
        formula1=f'"{",".join(made.words)}"' if made.words else made.low or None,
        formula2=made.high or None,
        showErrorMessage=bool(made.error),
        showInputMessage=True,
        allowBlank=True,
        sqref=cells,
        promptTitle=made.title,
        prompt=made.prompt,
        errorStyle="stop" if made.insist else "warning",
        error=made.error or None,
        errorTitle="请核对" if made.error else None,
        operator="between" if made.low else None,
    )


def _kind(made: Offer) -> Literal["list", "textLength", "decimal"] | None:
    """Say what Excel is to ask for, if anything."""
    if made.words:
        return "list"
    if not made.low:
        return None
    return "textLength" if made.length else "decimal"

"""Cells of reports: figures and percentages as they are printed, and words for what is missing."""

from dataclasses import replace
from decimal import Decimal

from core.domain import exact
from core.domain.figure import WHOLE, Figure, half_up
from core.domain.submission import Entry, Missing
from core.reports.content import Cell

DERIVED = "*"  # behind a target of a year that no document gives
NOT_MEANT = "—"  # where a column asks for what an indicator does not have
NOT_DUE = "未到时点"
PERCENT_DECIMALS = 1
BLANK = Cell("")


def figure_cell(figure: Figure | None) -> Cell:
    """Make a cell of a figure; only a bare number is a number for Excel."""
    if figure is None:
        return BLANK
    bare = isinstance(figure.core, Decimal) and str(figure.core) == str(figure)
    return Cell(str(figure), figure.value if bare else None)


def derived(cell: Cell) -> Cell:
    """Mark a target as one that was derived."""
    return replace(cell, text=cell.text + DERIVED)


def reported(entry: Entry | None, *, due: bool) -> Cell:
    """Print what was reported: the figure, or the word for why there is none, or nothing."""
    if entry and entry.figure:
        return withheld(figure_cell(entry.figure), entry)
    if entry and entry.missing:
        return Cell(entry.missing.label)
    return BLANK if due else Cell(NOT_DUE)


def withheld(cell: Cell, entry: Entry | None) -> Cell:
    """Keep what says something about a figure marked 不公开 out of the public edition."""
    hidden = entry is not None and entry.missing is Missing.WITHHELD
    return replace(cell, withheld=True) if hidden and cell.text else cell


def percent(fraction: Decimal | None) -> Cell:
    """Print a fraction in per cent; nothing where there is none."""
    if fraction is None:
        return BLANK
    number = number_of(exact.product(fraction, WHOLE), PERCENT_DECIMALS)
    return Cell(f"{number}%", number)


def number_of(number: Decimal, decimals: int) -> Decimal:
    """Round once, half up, to a number that has all its decimals: 100.0."""
    return exact.sum_of(half_up(number, decimals), Decimal(0).scaleb(-decimals))

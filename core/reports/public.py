"""公开版 of a report: what is marked 不公开 is masked or left out, nothing else is touched."""

from dataclasses import replace

from core.reports.chart import Chart
from core.reports.content import Cell, Part, Report, Row, Table
from core.reports.prose import Prose

MASKED = "不公开"


def public(report: Report) -> Report:
    """Give the public edition of a report, named as such."""
    return replace(
        report,
        name=f"{report.name}（公开版）",
        parts=tuple(_masked(part) for part in report.parts if not _withheld(part)),
        public=True,
        data=report.data and _masked_table(report.data),
    )


def _withheld(part: Part) -> bool:
    """Tell whether a part is left out as a whole."""
    return isinstance(part, Chart) and part.withheld


def _masked(part: Part) -> Part:
    """Mask a part."""
    match part:
        case Table():
            return _masked_table(part)
        case Prose():
            kept = tuple(each for each in part.paragraphs if not each.withheld)
            return replace(part, paragraphs=kept)
        case _:
            return part


def _masked_table(table: Table) -> Table:
    """Mask the withheld cells of a table."""
    return replace(table, rows=tuple(map(_masked_row, table.rows)))


def _masked_row(row: Row) -> Row:
    """Mask the withheld cells of a row; most rows have none."""
    if not any(cell.withheld for cell in row.cells):
        return row
    return replace(row, cells=tuple(map(_masked_cell, row.cells)))


def _masked_cell(cell: Cell) -> Cell:
    """Give 不公开 in place of what a withheld cell says."""
    return Cell(MASKED, columns=cell.columns, block=cell.block) if cell.withheld else cell

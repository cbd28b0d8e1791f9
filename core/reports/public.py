"""公开版 of a report: what is marked 不公开 is masked or left out, nothing else is touched."""

from dataclasses import replace

from core.reports import naming
from core.reports.chart import Chart, Series
from core.reports.content import Cell, Part, Report, Row, Table
from core.reports.prose import Prose

MASKED = "不公开"


def public(report: Report) -> Report:
    """Give the public edition of a report, named as such."""
    return replace(
        report,
        name=naming.marked(report.name, "公开版"),
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
        case Chart() if part.withheld_labels:
            return _masked_chart(part)
        case _:
            return part


def _masked_chart(chart: Chart) -> Chart:
    """Leave the withheld labels of a chart out, with their numbers."""
    kept = [at for at in range(len(chart.labels)) if at not in chart.withheld_labels]
    series = tuple(_kept(each, kept) for each in chart.series)
    labels = tuple(chart.labels[at] for at in kept)
    return replace(chart, labels=labels, series=series, withheld_labels=())


def _kept(series: Series, places: list[int]) -> Series:
    """Keep some numbers of a series, with their tones."""
    tones = tuple(series.tones[at] for at in places) if series.tones else ()
    return replace(series, values=tuple(series.values[at] for at in places), tones=tones)


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

"""What the shipped CSV files list, and what the tables of a report say row by row."""

import csv

import resources
from core.reports.content import RowKind


def shipped(code, name):
    """The rows of a CSV file of a shipped plan."""
    with resources.path("plans", code).joinpath(f"{name}.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def listed(code, *beginnings):
    """Indicators and milestones whose codes begin so, by code; each with 名称 and 目标."""
    indicators = [row | {"名称": row["指标"]} for row in shipped(code, "indicators")]
    every = indicators + shipped(code, "milestones")
    return sorted((r for r in every if r["编码"].startswith(beginnings)), key=lambda r: r["编码"])


def texts(table):
    """The texts of the rows that are no headings."""
    plain = (row for row in table.rows if row.kind is RowKind.PLAIN)
    return [[cell.text for cell in row.cells] for row in plain]


def under(table):
    """The last texts of the headings above each row that is none, and its first text."""
    above, fresh = list[str](), False
    for row in table.rows:
        if row.kind is RowKind.HEAD:
            above = [*(above if fresh else []), row.cells[0].text]
            fresh = True
        else:
            fresh = False
            yield tuple(above), row.cells[0].text


def notes(table):
    """The notes of a table on one line."""
    return "".join(table.notes)

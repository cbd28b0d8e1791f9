"""Reading the content of reports: rows as texts, by heading, by name."""

from core.reports.content import RowKind


def heads(table):
    """The headings, without their line feeds."""
    return [heading.text.replace("\n", "") for heading in table.headings]


def lines(table):
    """The texts of the rows that are no headings of others."""
    return [[cell.text for cell in row.cells] for row in table.rows if row.kind is RowKind.PLAIN]


def by_name(table):
    """The texts of each row right of its name, by the name; a category stands before it."""
    at = 1 if table.headings[0].text in ("类别", "工程（任务）") else 0
    return {row[-_columns(table, at)]: row[-_columns(table, at) + 1 :] for row in lines(table)}


def _columns(table, at):
    """How many cells stand from the name on."""
    return sum(heading.breadth for heading in table.headings[at + 1 :]) + 1


def column(table, head):
    """What stands under a heading of one column, row by row, from the right."""
    after = table.headings[heads(table).index(head) :]
    back = sum(heading.breadth for heading in after)
    return [row[-back] for row in lines(table)]


def numbers(table, head):
    """The cells under a heading of one column."""
    after = table.headings[heads(table).index(head) :]
    back = sum(heading.breadth for heading in after)
    return [row.cells[-back] for row in table.rows if row.kind is RowKind.PLAIN]

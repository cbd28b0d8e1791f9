"""Reports to lay out and draw: small tables by hand, the shipped plans' appendix, PDF text."""

from dataclasses import replace
from typing import Any

import pypdfium2

import resources
from core.domain.completion import assess
from core.plans.folder import load
from core.progress import finish
from core.reports.content import Align, Cell, Column, Heading, Report, Row, Table
from core.reports.facts import Facts
from core.reports.layout import Piece
from core.reports.pdf.draw import draw
from core.reports.pdf.table import top
from core.reports.pdf.typeset import typeset
from core.reports.xlsx import book, grid

A1, B, CITY = "zhanggong-2016-2020", "zhanggong-2021-2025", "ganzhou-2024"


def facts(code=A1, as_of=None, **changes):
    """The facts of a shipped plan, with other decisions or another plan where they are given."""
    loaded = load(resources.path("plans", code))
    plan = changes.get("plan", loaded.plan)
    entries = {each.code: {each.quarter: each} for each in changes.get("entries", loaded.entries)}
    decisions = {each.code: each for each in changes.get("decisions", loaded.decisions)}
    end = as_of or plan.end
    judged = assess(plan, end, entries, decisions if end == plan.end else {})
    return Facts(plan, end, entries, {each.code: each for each in judged})


def table(rows=3, category="C", widths=(20.0, 60.0, 40.0)):
    """A table of categories, names and figures; `category` names the block of a row."""
    made = tuple(
        Row((_category(category, at), Cell(f"第{at}项指标"), Cell(f"{at}.50")))
        for at in range(1, rows + 1)
    )
    columns = (Column(widths[0]), Column(widths[1], Align.LEFT), Column(widths[2]))
    return Table(columns, (Heading("类别"), Heading("指标"), Heading("数值")), made)


def _category(category, at):
    block = category(at) if callable(category) else category
    return Cell(f"类别{block}" if block else "", block=block)


def report(of=None, **rest):
    """A report of a table, with other notes or another unit line where they are given."""
    own = {name: rest.pop(name) for name in ("notes", "unit_line") if name in rest}
    given = {
        "kind": "targets",
        "name": "报告",
        "label": "附表9",
        "title": "主要指标",
        "subject": "规划",
        "author": "章贡区",
        "parts": (replace(of or table(), **({"notes": ("共三个指标。",)} | own)),),
    }
    return Report(**(given | rest))


def numbers(count):
    """A table of many rows in one category."""
    return table(count)


def with_cell(of, text):
    """The same table with another name in its first row."""
    first, *others = of.rows
    changed = Row((first.cells[0], replace(first.cells[1], text=text), *first.cells[2:]))
    return replace(of, rows=(changed, *others))


def pdf(made):
    """The bytes of a report's PDF."""
    return finish(draw(made, typeset(made)))


def laid_out(made) -> Any:
    """The layout of a report."""
    return typeset(made)


def laid(made) -> Any:
    """The layout of a report's first part."""
    return typeset(made).parts[0]


def above(made):
    """The height above the grid of a report's only table."""
    (placed,) = [each for each in typeset(made).sheets[0].placed if isinstance(each.what, Piece)]
    return placed.y + top(made.tables[0], laid(made).pages[0], first=True)


def head_row(made):
    """The row of the sheet on which the headings of a report's first table begin."""
    return grid.head_row(typeset(made), 0, made.tables[0])


def workbook(made):
    """The bytes of a report's workbook."""
    return book.write(made, typeset(made))


def pages(data):
    """The text of each page without white space."""
    with pypdfium2.PdfDocument(data) as document:
        return ["".join(page.get_textpage().get_text_range().split()) for page in document]

"""The workbook cell by cell against the content, and what Excel would otherwise spoil."""

from decimal import Decimal
from io import BytesIO
from itertools import product
from zipfile import ZipFile

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.utils import get_column_letter

from core.domain.figure import Figure
from core.reports.cells import figure_cell
from core.reports.content import Cell, Column, Heading, Row, Table
from core.reports.kinds.appendix import completion, targets
from tests.core.reports.paper import (
    A1,
    CITY,
    B,
    facts,
    head_row,
    laid,
    report,
    table,
    with_cell,
    workbook,
)

MADE = [(kind, code) for kind in (completion, targets) for code in (A1, B, CITY)]


def written(made):
    return workbook(made)


def opened(made):
    return openpyxl.load_workbook(BytesIO(written(made))).worksheets[0]


def shown(cell):
    """What Excel shows of a number: its digits as the format says."""
    if cell.data_type != "n" or cell.value is None:
        return cell.value or ""
    decimals = len(cell.number_format.partition(".")[2])
    return f"{Decimal(str(cell.value)):.{decimals}f}"


def figures(*texts):
    """A table of one column of figures."""
    rows = tuple(Row((figure_cell(Figure.parse(text)),)) for text in texts)
    return Table((Column(100.0),), (Heading("数值"),), rows)


def shown_in(made, text):
    page = opened(report(made))
    return next(cell for row in page.iter_rows(min_row=6) for cell in row if shown(cell) == text)


@pytest.mark.parametrize(("kind", "code"), MADE)
def test_every_cell_of_every_shipped_plan_shows_what_the_content_says(kind, code):
    made = kind(facts(code))
    layout = laid(made)
    page = opened(made)
    body = head_row(made) + len(layout.head)
    for row, cells in enumerate(made.tables[0].rows, body):
        for at, cell in cells.placed():
            target = page.cell(row, at + 1)
            if not cell.block:
                assert shown(target) == cell.text
            if cell.text and not cell.block:
                assert target.data_type == ("s" if cell.number is None else "n")
    for part in layout.pages:
        for each in part.segments:
            assert page.cell(body + each.rows.start, each.column + 1).value == each.cell.text


@pytest.mark.parametrize(("kind", "code"), MADE)
def test_each_merged_cell_belongs_to_a_heading_a_page_s_part_or_a_name(kind, code):
    made = kind(facts(code))
    layout = laid(made)
    top = head_row(made)
    body = top + len(layout.head)
    wanted = {
        (top + line, at, covered, heading.breadth)
        for line, at, covered, heading in made.tables[0].header()
    }
    for part in layout.pages:
        wanted |= {(body + e.rows.start, e.column, len(e.rows), 1) for e in part.segments}
    for row, cells in enumerate(made.tables[0].rows, body):
        wanted |= {(row, at, 1, cell.columns) for at, cell in cells.placed() if not cell.block}
    wide = {1, 3, *range(body + len(made.tables[0].rows), body + len(made.tables[0].rows) + 9)}
    merged = {
        (each.min_row, each.min_col - 1, each.size["rows"], each.size["columns"])
        for each in opened(made).merged_cells.ranges
        if each.min_row not in wide
    }
    assert merged == {each for each in wanted if each[2] * each[3] > 1}


@pytest.mark.parametrize(("kind", "code"), MADE)
def test_every_cell_of_the_table_is_framed_and_none_outside_it(kind, code):
    made = kind(facts(code))
    layout = laid(made)
    page = opened(made)
    top = head_row(made)
    rows = range(top, top + len(layout.head) + len(made.tables[0].rows))
    home = {
        place: str(each)
        for each in page.merged_cells.ranges
        for place in product(*(range(*ends) for ends in _spread(each)))
    }
    for row, column in product(range(1, page.max_row + 1), range(1, len(layout.widths) + 1)):
        edge = page.cell(row, column).border
        own = home.get((row, column), "alone")
        beside = ((row, column - 1), (row, column + 1), (row - 1, column), (row + 1, column))
        sides = (edge.left, edge.right, edge.top, edge.bottom)
        outer = [side.style for at, side in zip(beside, sides, strict=True) if home.get(at) != own]
        assert set(outer) <= ({"thin"} if row in rows else {None})


def _spread(merged):
    return (merged.min_row, merged.max_row + 1), (merged.min_col, merged.max_col + 1)


@settings(max_examples=60, deadline=None)
@given(st.integers(-(10**12), 10**12).filter(bool), st.integers(0, 4))
def test_a_bare_number_shows_all_of_its_digits(number, places):
    text = str(Figure(Decimal(number).scaleb(-places)))
    assert shown_in(figures(text), text).data_type == "n"


def test_a_number_of_more_digits_than_excel_keeps_stays_a_text():
    assert shown_in(figures("123456789012345"), "123456789012345").data_type == "n"
    assert shown_in(figures("1234567890123456"), "1234567890123456").data_type == "s"
    assert shown_in(figures("0.1234567890123456"), "0.1234567890123456").data_type == "s"


@pytest.mark.parametrize("text", ["1:34:65", "3-5", "2021-2025", "1/2", "0123", "1E5", "TRUE"])
def test_what_excel_would_take_for_a_date_or_number_stays_a_text(text):
    cell = opened(report(with_cell(table(), text)))["B6"]
    assert (cell.value, cell.data_type) == (text, "s")


@pytest.mark.parametrize("sign", ["=", "+", "-", "@"])
@pytest.mark.parametrize("where", ["label", "title", "unit_line"])
def test_nothing_above_the_table_becomes_a_formula(sign, where):
    data = written(report(**{where: f"{sign}1+1"}))
    with ZipFile(BytesIO(data)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_a_heading_that_looks_like_a_formula_stays_a_text():
    made = Table((Column(50.0),), (Heading("=1+1"),), (Row((Cell("1"),)),))
    assert opened(report(made))["A5"].data_type == "s"


def test_there_are_no_macros_links_or_formulas_in_the_file():
    with ZipFile(BytesIO(written(completion(facts())))) as parts:
        names = parts.namelist()
        cells = parts.read("xl/worksheets/sheet1.xml")
    assert not [each for each in names if "vba" in each.lower() or "external" in each.lower()]
    assert b"<f>" not in cells
    assert b"hyperlink" not in cells


@pytest.mark.parametrize(("kind", "code"), MADE)
def test_the_printed_area_holds_all_and_the_columns_fit_the_paper(kind, code):
    made = kind(facts(code))
    layout = laid(made)
    page = opened(made)
    right = get_column_letter(len(layout.widths))
    last = 6 + (len(layout.head) - 2) + len(made.tables[0].rows) + len(made.tables[0].notes)
    assert page.print_area.endswith(f"!$A$1:${right}${last}")
    across = sum(
        page.column_dimensions[get_column_letter(at)].width * 7 + 5
        for at in range(1, len(layout.widths) + 1)
    )  # pixels at 96 dpi
    margins = page.page_margins.left + page.page_margins.right
    assert across / 96 <= 210 / 25.4 - margins
    assert page.freeze_panes == f"A{head_row(made) + len(layout.head)}"

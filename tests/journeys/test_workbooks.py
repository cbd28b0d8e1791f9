"""Every kind of report of every plan as LibreOffice opens, saves and prints its workbook."""

import re
from typing import Any
from zipfile import ZipFile

import openpyxl
import pytest

from core.reports.chart import Chart
from core.reports.prose import Prose, Signing
from core.reports.tones import SIGNS
from core.reports.xlsx import above, cells
from tests import converted
from tests.core.reports import gridded

pytestmark = [pytest.mark.office, pytest.mark.slow, pytest.mark.timeout(300)]
LEADING = 12.0  # points, of the lines of notes, which lie on each other where they lack room


@pytest.fixture(scope="module")
def made(shipped_database, tmp_path_factory):
    """All reports by plan and kind."""
    return converted.every(shipped_database, tmp_path_factory.mktemp("workbooks"))


def opened(path) -> Any:
    return openpyxl.load_workbook(path)


@pytest.fixture(params=converted.EVERY, ids="-".join)
def one(request, made):
    """One of the reports."""
    return made[request.param]


def test_libreoffice_saves_every_cell_and_sheet_as_it_was(one):
    ours, theirs = opened(one.path), opened(one.saved)
    assert theirs.sheetnames == ours.sheetnames
    for name in ours.sheetnames:
        assert held(theirs[name]) == held(ours[name])
        assert set_up(theirs[name]) == set_up(ours[name])
    assert drawings(one.saved) == drawings(one.path)
    assert drawings(one.path)["charts/chart"] == len(one.parts(Chart))


def test_the_pages_print_every_cell_of_their_rows_whole_and_nothing_else_in_them(one):
    for _, table, laid, pages in one.tables():
        with_rows = [page for page in laid.pages if page.rows]  # the notes may need one more
        assert len(with_rows) <= len(pages) <= len(laid.pages)
        for page, rows in zip(pages, laid.pages, strict=False):
            wanted = boxes(table, laid, rows)
            assert len(page.across) == len(laid.head) + len(rows.rows) + 1
            found = gridded.cells(page, characters_wide(laid), wanted)
            assert gridded.leading(found.pop(None, ())) > LEADING
            told = {box: "".join(gridded.lines(inside)) for box, inside in found.items()}
            assert told == {box: text for box, text in wanted.items() if text}


def test_what_stands_above_and_below_a_table_is_printed_with_it(one):
    for number, table, _, pages in one.tables():
        said = ["".join(page.lines()) for page in pages]
        for line in above.lines(one.layout, number, table):
            assert joined(line.text) in said[0]
            assert joined(line.mark) in said[0]
        below = (*table.numbered, *signed(one.report, number))
        assert [text for text in below if joined(text) not in "".join(said)] == []


def test_prose_is_printed_line_by_line(one):
    for number, prose, laid in one.parts(Prose):
        if prose.paragraphs:
            pages = one.pages["正文"]
            assert len(pages) == len(laid.pages)
            for page, lines in zip(pages, laid.pages, strict=True):
                wanted = [joined(laid.lines[at].text) for at in lines]
                assert "\n".join(filter(None, wanted)) in "\n".join(page.lines())
            assert all(joined(e) in "".join(pages[-1].lines()) for e in signed(one.report, number))


def test_charts_are_printed_under_their_titles_and_their_numbers_row_by_row(one):
    charts = [chart for _, chart, _ in one.parts(Chart)]
    if charts:
        titles = "".join(line for page in one.pages["图"] for line in page.lines())
        assert [chart.title for chart in charts if joined(chart.title) not in titles] == []
        wanted = [line for chart in charts for line in numbers(chart)]
        assert [line for page in one.pages["图表数据"] for line in page.lines()] == wanted


def test_the_data_are_printed_row_by_row_below_their_headings(one):
    data = one.report.data
    if data:
        head = "".join(joined(heading.text) for heading in data.headings)
        rows = ["".join(shown(cell) for cell in row.cells) for row in data.rows]
        pages = [page.lines() for page in one.pages["数据"]]
        assert {lines[0] for lines in pages} == {head}
        assert [line for lines in pages for line in lines[1:]] == rows


def held(sheet):
    """The value, kind and number format of every cell that holds something."""
    filled_ = (cell for row in sheet.iter_rows() for cell in row if cell.value is not None)
    return {c.coordinate: (c.value, c.data_type, spelt(c.number_format)) for c in filled_}


def spelt(number_format):
    """A number format with every letter for itself in quotes, as both programs may spell it."""
    return re.sub(r"\\(.)", r'"\1"', number_format)


def set_up(sheet):
    """What is merged, filtered and repeated, where pages end, paper and foot."""
    merged, page = sorted(map(str, sheet.merged_cells.ranges)), sheet.page_setup
    ends = [each.id for each in sheet.row_breaks.brk]
    foot = [
        part.text
        for foot in (sheet.oddFooter, sheet.evenFooter)
        for part in (foot.left, foot.right)
    ]
    paper = page.orientation, page.paperSize, page.fitToWidth, page.firstPageNumber
    return (
        merged,
        sheet.auto_filter.ref,
        sheet.print_title_rows,
        sheet.print_area,
        ends,
        foot,
        paper,
    )


def drawings(path):
    """How many charts and pictures a workbook has."""
    with ZipFile(path) as file:
        names = file.namelist()
    return {part: sum(part in name for name in names) for part in ("charts/chart", ".png")}


def boxes(table, laid, page):
    """The texts of the headings and rows of a page by the rows and columns that they cover."""
    head, wanted = len(laid.head), {}
    for line, at, down, heading in table.header():
        wanted[range(line, line + down), range(at, at + heading.breadth)] = joined(heading.text)
    for row, number in enumerate(page.rows, head):
        for at, cell in table.rows[number].placed():
            if not cell.block:
                wanted[range(row, row + 1), range(at, at + cell.columns)] = shown(cell)
    for part in page.segments:
        start = head + part.rows.start - page.rows.start
        columns = range(part.column, part.column + part.cell.columns)
        wanted[range(start, start + len(part.rows)), columns] = shown(part.cell)
    return wanted


def characters_wide(laid):
    """The widths of the columns in characters, as the workbook tells them."""
    return [width / cells.POINTS - cells.CELL_MARGIN for width in laid.widths]


def numbers(chart):
    """The lines of a chart's numbers."""
    yield joined(chart.title)
    yield "".join(joined(each.name) for each in chart.series)
    for at, label in enumerate(chart.labels):
        values = (each.values[at] for each in chart.series)
        yield joined(label) + "".join(f"{value:f}" for value in values if value is not None)


def signed(report, number):
    """What signs a part: fields, 落款 and 成文日期."""
    for part in report.parts[number + 1 :]:
        if not isinstance(part, Signing):
            return
        yield from (*part.fields, part.office, part.dated)


def shown(cell):
    """What a cell shows: the sign of its light, and its text."""
    return joined((SIGNS[cell.light] if cell.light else "") + cell.text)


def joined(text):
    """A text without white space."""
    return "".join(text.split())

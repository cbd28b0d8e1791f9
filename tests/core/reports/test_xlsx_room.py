"""The cells of a workbook hold what they show, in fonts wider and taller than 宋体, too."""

from io import BytesIO
from itertools import pairwise

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from core.domain.period import Quarter
from core.reports.content import Cell, Column, Heading, Row, Table
from core.reports.kinds.progress import build
from core.reports.layout import TableLayout, Text
from core.reports.pdf.fonts import typeface
from core.reports.pdf.roles import Role
from core.reports.pdf.typeset import typeset
from core.reports.xlsx import book, heights
from tests import filled
from tests.core.reports.paper import report, workbook

AIR = 3.0  # points left and right of a text together
TALLEST = 1.45  # em, a line of Noto Serif SC


@pytest.fixture(scope="module")
def sheets():
    """The layouts of a report's tables, each with its sheet."""
    made = build(filled.facts(filled.DISTRICT, Quarter(2023, 4)))
    layout = typeset(made)
    written = openpyxl.load_workbook(BytesIO(book.write(made, layout)))
    tables = [each for each in layout.parts if isinstance(each, TableLayout)]
    return list(zip(tables, written.worksheets[1:3], strict=True))


def numbers(sheet):
    return [
        cell for row in sheet.iter_rows() for cell in row if cell.data_type == "n" and cell.value
    ]


def test_every_number_has_room_at_its_format_and_never_becomes_a_row_of_signs(sheets):
    (_, sheet), _ = sheets
    found = numbers(sheet)
    assert len(found) > 100
    for cell in found:
        width = (sheet.column_dimensions[get_column_letter(cell.column)].width * 7 + 5) * 0.75
        shown = cell.number_format.replace('"', "").replace("_", "")
        digits = max(len(str(int(abs(cell.value)))), shown.partition(".")[0].count("0"))
        text = "0" * digits + shown[shown.find("0") + 1 :].lstrip("0") + "-" * (cell.value < 0)
        assert typeface(Role.SONG).width(text, cell.font.sz) + AIR <= width
        assert cell.alignment.shrink_to_fit
        assert not cell.alignment.wrap_text


def test_every_text_has_the_height_of_its_lines_or_is_in_the_smaller_size(sheets):
    small = 0
    for layout, sheet in sheets:
        top = next(cell.row for cell in sheet["A"] if cell.value in ("类别", "指标"))
        body = top + len(layout.head)
        for page in layout.pages:
            for at in page.rows:
                high = sheet.row_dimensions[body + at].height
                fonts = {cell.value: cell.font.sz for cell in sheet[body + at]}
                for text in layout.cells[at][1:]:
                    size = next((s for v, s in fonts.items() if v == "".join(text.lines)), None)
                    if size == text.size:
                        assert len(text.lines) * size * TALLEST <= high
                    small += size is not None and size < text.size
    assert small < 10


def test_a_page_s_room_goes_first_to_the_rows_that_lack_least():
    assert heights.raised([20.0, 20.0, 20.0], [25.0, 21.0, 18.0], 4.0) == (20.0, 21.0, 20.0)
    assert heights.raised([20.0, 20.0], [25.0, 21.0], 6.0) == (25.0, 21.0)
    assert heights.raised([20.0], [25.0], -3.0) == (20.0,)


@pytest.mark.parametrize(("lines", "size"), [(2, 10.5), (3, 9.0), (9, 9.0)])
def test_what_has_no_room_is_written_smaller(lines, size):
    assert heights.size(Text(("字",) * lines, 10.5), lines * 13.0 + 5.6) == size


def test_many_long_rows_keep_to_the_pages_of_the_paper():
    cells = [Row((Cell("说明" * 90),)) for _ in range(30)]
    made = report(Table((Column(120.0),), (Heading("说明"),), tuple(cells)))
    sheet = openpyxl.load_workbook(BytesIO(workbook(made))).worksheets[0]
    ends = [0, *(each.id for each in sheet.row_breaks.brk)]
    for start, end in pairwise(ends):
        high = sum(sheet.row_dimensions[row].height or 15 for row in range(start + 1, end + 1))
        assert high + (sheet.row_dimensions[5].height if start else 0) <= 228 / 25.4 * 72


def test_a_text_of_one_line_stays_on_one_in_every_program(sheets):
    layout, sheet = sheets[0]
    lines: dict[str, set[int]] = {}
    for text in (text for row in layout.cells for text in row):
        lines.setdefault("".join(text.lines), set()).add(len(text.lines))
    shrunk = {cell.value: cell.alignment.shrink_to_fit for row in sheet.iter_rows() for cell in row}
    assert {shrunk[text] for text, counts in lines.items() if counts == {1} and text in shrunk} == {
        True
    }
    assert not any(shrunk.get(text) for text, counts in lines.items() if 1 not in counts)


def test_a_text_that_may_break_behind_its_dash_has_room_for_a_line_more_or_is_much_smaller():
    dashed, plain = (
        Text((first, "0.6个百分点"), 10.5) for first in ("-0.1、-0.5、", "-0.1、0.5、")
    )
    assert heights.needed(dashed) > heights.needed(plain) + 10.5
    assert heights.size(dashed, 35.0) == 7.5
    assert heights.size(plain, 35.0) == 10.5


@pytest.mark.parametrize("notes", [("注" * 700,), ("注" * 700,) * 4])
def test_long_notes_have_the_height_of_their_lines(notes):
    made = report(notes=notes)
    sheet = openpyxl.load_workbook(BytesIO(workbook(made))).worksheets[0]
    high = [sheet.row_dimensions[c.row].height for c in sheet["A"] if "注注" in str(c.value)]
    assert len(high) == len(notes)
    (table,) = (part for part in typeset(made).parts if isinstance(part, TableLayout))
    for height, lines in zip(high, table.notes, strict=True):
        assert height >= (len(lines) + 1) * 9 * TALLEST

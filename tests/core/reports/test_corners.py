"""Corners of paper: rare signs, rows that have no room, long notes, plans with an empty table."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core.domain.figure import Figure
from core.domain.plan import SectionKind
from core.errors import OutputError
from core.progress import finish
from core.reports.cells import figure_cell
from core.reports.content import Align, Cell, Column, Heading, Row, Table
from core.reports.kinds.appendix import completion, targets
from core.reports.pdf.typeset import typeset
from core.reports.xlsx import book, paper
from core.services.reports import printing
from core.services.reports.reporting import Format, Request
from tests import factory as the
from tests.core.memory import MemoryStore
from tests.core.reports.paper import B, facts, laid, numbers, pages, pdf, report, table, with_cell

REPERTOIRE = Path(__file__).parents[3] / "packaging" / "fonts" / "repertoire.txt"
TOO_MUCH = "很长的名称" * 126  # higher than the room below a title, not than a page
TEXT = pdfium.FPDF_PAGEOBJ_TEXT


def with_label(of, text):
    """The same table with another label of its first category."""
    first, *others = of.rows
    changed = Row((replace(first.cells[0], text=text), *first.cells[1:]))
    return replace(of, rows=(changed, *others))


def test_every_standard_character_beyond_the_first_plane_can_be_copied():
    standard = REPERTOIRE.read_text("utf-8").partition("[standard]")[2]
    rare = "".join(sorted({each for each in standard if ord(each) > 0xFFFF}))
    assert len(rare) == 196
    assert rare in pages(pdf(report(with_cell(table(), rare))))[0]


def test_every_font_that_writes_a_character_is_embedded():
    with pypdfium2.PdfDocument(pdf(completion(facts()))) as document:
        texts = [each for page in document for each in page.get_objects([TEXT])]
        fonts = [pdfium.FPDFTextObj_GetFont(text.raw) for text in texts]
        assert {pdfium.FPDFFont_GetIsEmbedded(font) for font in fonts} == {1}


@pytest.mark.parametrize("ending", list(Format))
def test_a_report_with_an_unknown_character_writes_nothing(tmp_path, ending):
    store = MemoryStore()
    with store.writing() as work:
        work.plans.add(the.plan(the.level("750", name="产值\u2603\U0001f600")))
    job = printing.produce(store, [Request("targets", "p")], [ending], tmp_path / "out")
    with pytest.raises(OutputError, match=r"“\U0001f600”（U\+1F600）没有字体可用"):
        finish(job)
    assert list((tmp_path / "out").iterdir()) == []


@pytest.mark.timeout(20)
@pytest.mark.parametrize("change", [with_cell, with_label])
def test_a_first_row_without_room_below_the_title_is_refused(change):
    with pytest.raises(OutputError, match="表中第1行的文字一页放不下，请缩短后再写出"):
        typeset(report(change(table(6, widths=(60.0, 60.0, 36.0)), TOO_MUCH)))


def test_a_row_that_has_room_on_a_later_page_only_is_printed_there():
    first, second, *others = table(6, category="", widths=(60.0, 60.0, 36.0)).rows
    tall = Row((second.cells[0], Cell(TOO_MUCH), second.cells[2]))
    made = replace(table(widths=(60.0, 60.0, 36.0)), rows=(first, tall, *others))
    assert [page.rows.start for page in laid(report(made)).pages][:2] == [0, 1]


def test_notes_that_go_on_with_a_number_are_headed_once():
    made = report(notes=("1.5个百分点。" * 1600,))
    assert any(page.notes[0].startswith("1.5") for page in laid(made).pages[1:])
    texts = pages(pdf(made))
    assert [text.count("注：") for text in texts] == [1] + [0] * (len(texts) - 1)


def test_few_rows_are_not_torn_apart_for_the_sake_of_long_notes():
    layout = laid(report(notes=("很长的注。" * 300, "又一条注。" * 80)))
    assert [len(page.rows) for page in layout.pages] == [3, 0]


@pytest.mark.parametrize("build", [completion, targets])
def test_a_plan_without_a_main_table_prints_its_headings(build):
    known = facts(B)
    empty = replace(known.plan, indicators=known.plan.indicators[-1:])
    assert empty.path(empty.indicators[0].section)[0].kind is not SectionKind.TABLE
    made = build(replace(known, plan=empty))
    (text,) = pages(pdf(made))
    assert made.tables[0].rows == ()
    assert "指标2020年" in text
    assert "1.共0个指标" in text
    assert book.write(made, typeset(made))


def test_the_number_keeps_its_place_on_the_sheet_when_the_table_lies_on_its_side():
    flat, upright = (
        pdf(report(numbers(90) if width < 100 else table(90, widths=(40.0, width, 60.0))))
        for width in (120.0, 60.0)
    )
    for number in (1, 2):
        assert _place(flat, number) == pytest.approx(_place(upright, number), abs=1)


def _place(data, number):
    """Where the page's number stands on the sheet of paper, unrotated."""
    with pypdfium2.PdfDocument(data) as document:
        page = document[number - 1]
        found = [item.get_bounds()[:2] for item in page.get_objects([TEXT])]
        return found[-1]


def test_a_title_of_two_lines_has_room_in_the_workbook():
    made = report(title="国民经济和社会发展第十四个五年规划主要指标完成情况及说明")
    layout = typeset(made)
    written = openpyxl.load_workbook(BytesIO(book.write(made, typeset(made)))).worksheets[0]
    assert len(layout.head.title) == 2
    assert written.row_dimensions[3].height == 2 * paper.LINE


NUMBERS = st.decimals(-(10**9), 10**9, places=4) | st.decimals(0, 100, places=2)


@settings(max_examples=30, deadline=None)
@given(st.lists(NUMBERS.map(lambda number: format(number, "f")), min_size=1, max_size=20))
@example(["0.10", "-0.17", "750", "12345678901234567890", "1234567890.123456"])
def test_a_workbook_shows_the_digits_of_the_paper(texts):
    cells = [figure_cell(Figure.parse(text)) for text in texts if text != "-0.0000"]
    rows = tuple(Row((Cell("名"), cell)) for cell in cells)
    columns = (Column(60.0, Align.LEFT), Column(60.0))
    made = report(Table(columns, (Heading("指标"), Heading("数")), rows))
    written = openpyxl.load_workbook(BytesIO(book.write(made, typeset(made)))).worksheets[0]
    for row, cell in enumerate(cells, 6):
        assert _shown(written.cell(row, 2)) == cell.text


def _shown(cell):
    """What Excel shows, which keeps fifteen digits of a number."""
    if cell.data_type == "s":
        return cell.value
    decimals = len(cell.number_format.partition(".")[2])
    kept = Decimal(f"{Decimal(str(cell.value)):.14e}")
    return f"{kept:.{decimals}f}"


def test_the_columns_of_the_workbook_are_as_wide_as_on_paper():
    made = report(numbers(5))
    layout = laid(made)
    written = openpyxl.load_workbook(BytesIO(book.write(made, typeset(made)))).worksheets[0]
    pixels = [round(7 * written.column_dimensions[letter].width + 5) * 72 / 96 for letter in "ABC"]
    assert pixels == pytest.approx(layout.widths, abs=1)

"""The workbook: the same cells, numbers as numbers, printed on the pages of the PDF."""

from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest

from core.reports.kinds.appendix import completion, targets
from tests.core.reports.paper import B, facts, laid, numbers, report, table, with_cell
from tests.core.reports.paper import workbook as written


def workbook(made):
    return openpyxl.load_workbook(BytesIO(written(made)))


def opened(made):
    return workbook(made).worksheets[0]


@pytest.fixture(scope="module")
def annex():
    return opened(completion(facts()))


def test_label_title_and_headings_stand_above_the_rows(annex):
    assert annex.title == "附表1"
    assert (annex["A1"].value, annex["A3"].value) == ("附表1", "“十三五”规划主要指标完成情况")
    assert [cell.value for cell in annex[5]] == [
        "类别", "指标", None, "2015年", "2020年", None, "完成情况", "属性",
    ]  # fmt: skip
    assert [cell.value for cell in annex[6]][4:6] == ["规划目标", "预期值"]


def test_numbers_are_numbers_that_show_the_printed_digits(annex):
    first = annex[7]
    assert (first[3].value, first[3].number_format, first[3].data_type) == (311.64, "0.00", "n")
    assert (first[4].value, first[4].data_type) == ("突破450", "s")
    ammonia = next(row for row in annex.iter_rows() if row[2].value == "氨氮（%）")
    assert (ammonia[3].value, ammonia[3].number_format) == (23.2, "0.00")
    whole = annex[8][3]
    assert (whole.value, whole.number_format) == (58629, "0")


def test_every_cell_of_the_content_is_in_the_sheet(annex):
    content = completion(facts())
    rows = list(annex.iter_rows(min_row=7, max_row=47))
    for row, cells in zip(content.tables[0].rows, rows, strict=True):
        for at, cell in row.placed():
            if not cell.block and cell.text:
                value = cells[at].value
                assert value == (cell.text if cell.number is None else float(cell.number))


def test_categories_are_merged_up_to_the_end_of_each_page(annex):
    merged = {str(each) for each in annex.merged_cells.ranges}
    (end,) = (each.id for each in annex.row_breaks.brk)
    assert f"A7:A{7 + 14}" in merged
    assert f"A22:A{end}" in merged
    assert annex.cell(end + 1, 1).value == "生态宜居"


def test_the_sheet_prints_the_pages_of_the_pdf(annex):
    content = completion(facts())
    layout = laid(content)
    setup = annex.page_setup
    assert (setup.paperSize, setup.orientation) == (9, "portrait")
    assert (setup.fitToWidth, setup.fitToHeight) == (1, 0)
    assert annex.sheet_properties.pageSetUpPr.fitToPage
    assert annex.print_options.horizontalCentered
    assert annex.print_title_rows == "$5:$6"
    assert [each.id for each in annex.row_breaks.brk] == [6 + layout.pages[1].rows.start]
    heights = [annex.row_dimensions[row].height for row in range(7, 48)]
    own = [each for page in layout.pages for each in page.heights]
    assert all(high >= least for high, least in zip(heights, own, strict=True))
    margins, head = annex.page_margins, annex.row_dimensions
    room = 297 / 25.4 * 72 - (margins.top + margins.bottom) * 72
    first = sum(head[row].height for row in range(1, 7 + layout.pages[1].rows.start))
    later = sum(heights[layout.pages[1].rows.start :]) + head[5].height + head[6].height
    assert max(first, later) <= room


def test_pages_are_numbered_outside_and_the_headings_stay_in_sight(annex):
    assert annex.HeaderFooter.differentOddEven
    assert annex.oddFooter.right.text == annex.evenFooter.left.text == "— &P —"
    assert annex.oddFooter.right.font == "宋体,常规"
    assert annex.freeze_panes == "A7"


def test_notes_stand_below_the_rows(annex):
    notes = completion(facts()).tables[0].notes
    assert annex["A48"].value == f"注：1.{notes[0]}"
    assert annex["A49"].value == f"　　2.{notes[1]}"
    assert annex.row_dimensions[49].height > annex.row_dimensions[48].height


@pytest.mark.parametrize("text", ["=1+1", "+5", "-5", "@name", "=cmd|' /C calc'!A0"])
def test_a_text_that_looks_like_a_formula_stays_a_text(text):
    page = opened(report(with_cell(table(), text)))
    cell = page["B6"]
    assert (cell.value, cell.data_type) == (text, "s")


def test_a_wide_table_is_printed_on_its_side():
    page = opened(report(table(3, widths=(40.0, 120.0, 60.0))))
    assert page.page_setup.orientation == "landscape"
    assert page.page_margins.left > page.page_margins.top


def test_a_unit_line_and_a_label_that_excel_forbids_are_taken():
    page = opened(report(unit_line="单位：亿元", label="附表[1]/2"))
    assert page["A4"].value == "单位：亿元"
    assert not set("[]/") & set(page.title)


def test_a_report_without_a_label_has_a_sheet_all_the_same():
    assert opened(report(label="")).title == "报告"


def test_many_pages_break_where_the_pdf_does():
    made = report(numbers(400))
    assert len(opened(made).row_breaks.brk) == len(laid(made).pages) - 1


def test_notes_on_pages_of_their_own_add_no_break_and_no_row_that_excel_refuses():
    made = report(notes=("很长的注。" * 1500,))
    assert opened(made).row_dimensions[9].height == 409
    assert len(opened(made).row_breaks.brk) == 0


def test_the_document_names_itself():
    book = workbook(targets(facts(B)))
    about = book.properties
    assert (about.title, about.creator) == ("“十四五”时期经济社会发展主要指标", "赣州市章贡区")
    assert about.language == "zh-CN"


def test_the_same_content_gives_the_same_cells():
    one, other = opened(completion(facts())), opened(completion(facts()))
    assert [[c.value for c in row] for row in one] == [[c.value for c in row] for row in other]
    assert Decimal(str(one["D7"].value)) == Decimal("311.64")

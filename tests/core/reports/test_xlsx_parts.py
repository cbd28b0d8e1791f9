"""The workbook of a document of several parts: a sheet each, native charts, data to read back."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
import segno
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.chart import BarChart, LineChart

from core.domain.judging.judgement import Light
from core.domain.printed import Edition
from core.reports import canonical
from core.reports.content import Align, Cell, Column, Heading, Row, Table
from core.reports.pdf.typeset import typeset
from core.reports.prose import Paragraph, Prose, Signing
from core.reports.public import public
from core.reports.tones import SIGNS
from tests.core.reports import sample
from tests.core.reports.paper import laid_out, report, table, workbook


def opened(made):
    return openpyxl.load_workbook(BytesIO(workbook(made)))


def texts(sheet):
    """Every text of a sheet, row by row."""
    return [cell.value for row in sheet.iter_rows() for cell in row if cell.value is not None]


@pytest.fixture(scope="module")
def book():
    return opened(sample.report())


def test_every_part_has_a_sheet_and_charts_share_one(book):
    assert book.sheetnames == [
        "正文", "附表1", "表1　承担的重点工程", "图", "图表数据", "数据",
    ]  # fmt: skip


def test_sheets_of_one_name_are_told_apart_and_names_are_cut():
    long = replace(table(), title="很长的标题" * 9)
    first, second, third = opened(sample.report(table(), long, long, data=None)).sheetnames
    assert first == "附件1"
    assert len(second) == len(third) == 31
    assert third.endswith("（2）")
    assert opened(sample.report(table(), table(), label="", data=None)).sheetnames == ["报告", "表"]


def test_pages_bear_the_numbers_of_the_paper(book):
    layout = typeset(sample.report())
    for name, part in (("正文", 0), ("附表1", 1), ("表1　承担的重点工程", 2), ("图", 4)):
        first = layout.first_sheet(part)
        assert book[name].page_setup.firstPageNumber == (None if first == 1 else first)
        assert book[name].oddFooter.right.text == book[name].evenFooter.left.text == "— &P —"


def test_the_footer_carries_edition_date_and_code(book):
    code = canonical.code(canonical.content(sample.report()))
    said = f"送审稿　规划实施进展　数据截至2023年全年　校验码：{code}"
    assert book["附表1"].oddFooter.left.text == book["附表1"].evenFooter.right.text == said


def test_a_telephone_reads_the_code_at_the_head_of_the_first_sheet(book):
    code = canonical.code(canonical.content(sample.report()))
    drawn = BytesIO()
    segno.make(code, micro=False).save(drawn, kind="png", scale=8, border=0)
    (picture,) = book.worksheets[0]._images
    assert picture._data() == drawn.getvalue()
    assert not [sheet for sheet in book.worksheets[1:] if sheet._images]


def test_the_clean_edition_has_a_number_only():
    sheet = opened(sample.final(sample.report())).worksheets[0]
    assert not sheet._images
    assert sheet.oddFooter.left.text is None
    assert sheet.oddFooter.right.text == "— &P —"


def test_an_ampersand_in_a_name_stays_one_and_the_public_edition_says_so():
    made = public(sample.report(genre="R&D情况", as_of=""))
    with ZipFile(BytesIO(workbook(made))) as parts:
        footers = parts.read("xl/worksheets/sheet1.xml").decode()
    assert "送审稿（公开版）　R&amp;&amp;D情况　校验码" in footers


def test_prose_has_a_row_for_each_line_of_the_paper(book):
    layout = laid_out(sample.report()).parts[0]
    sheet = book["正文"]
    lines = ["　　" * (line.x > 0 and at > 0) + line.text for at, line in enumerate(layout.lines)]
    assert texts(sheet)[-len(lines) :] == lines
    assert [each.id for each in sheet.row_breaks.brk] == [5 - 1 + layout.pages[1].start]
    heights = {sheet.row_dimensions[row].height for row in range(5, 5 + len(lines))}
    assert heights == {29.0}


def test_typefaces_of_prose_are_named_and_opening_words_have_their_own(book):
    sheet = book["正文"]
    fonts = {cell.value.strip("　"): cell.font.name for (cell,) in sheet.iter_rows() if cell.value}
    assert fonts["一、总体进展"] == "黑体"
    assert fonts["（一）主要指标"] == "楷体_GB2312"
    assert fonts["区政府各部门："] == "仿宋_GB2312"
    rich = openpyxl.load_workbook(BytesIO(workbook(sample.report())), rich_text=True)["正文"]
    mixed, *_ = [c.value for (c,) in rich.iter_rows() if isinstance(c.value, CellRichText)]
    blocks = [each for each in mixed if isinstance(each, TextBlock)]
    assert blocks[0].text == "　　1.综合质效。"
    assert [each.font.rFont for each in blocks] == ["楷体_GB2312", "仿宋_GB2312"]


@pytest.mark.parametrize("lead", ["", "=1+1"])
def test_a_line_that_looks_like_a_formula_stays_a_text(lead):
    made = sample.report(Prose((Paragraph("=2+2" + "正文" * 40, lead=lead),)))
    with ZipFile(BytesIO(workbook(made))) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_the_mark_of_an_edition_stands_at_the_end_of_the_first_row(book):
    assert texts(book["正文"])[0].startswith("附件1　")
    assert texts(book["正文"])[0].endswith("送审稿")
    sheet = opened(sample.report(table(), edition=Edition.INTERNAL)).worksheets[0]
    assert (sheet["A1"].value, sheet["C1"].value) == ("附件1", "内部资料")
    assert sheet["C1"].alignment.horizontal == "right"


def test_signatures_stand_below_the_table_that_they_sign(book):
    said = texts(book["表1　承担的重点工程"])
    assert said[0] == "表1　承担的重点工程"
    assert said[-2:] == ["章贡区发展和改革委员会", "2024年2月9日"]
    assert "填表人：" in said[-4]
    assert "日期：　　年　月　日" in said[-3]
    assert not [each for each in texts(book["附表1"]) if "填表人" in str(each)]


def test_what_signs_prose_stands_below_it():
    made = sample.report(Prose((Paragraph("完。"),)), Signing(office="发改委"), data=None)
    assert texts(opened(made).worksheets[0])[-2:] == ["　　完。", "发改委"]


def test_a_table_for_reading_filters_its_rows_but_not_its_total(book):
    sheet = book["附表1"]
    total = next(c.row for c in sheet["A"] if c.value == "合计")
    assert sheet.auto_filter.ref == f"A6:I{total - 1}"
    assert sheet.freeze_panes == "A7"
    assert opened(report()).worksheets[0].auto_filter.ref is None


@pytest.mark.parametrize("light", Light)
def test_a_light_shows_as_a_sign_before_the_word_which_stays_as_it_is(light):
    cell = opened(report(one(Cell("基本符合预期", light=light)))).worksheets[0]["A6"]
    assert cell.value == "基本符合预期"
    assert cell.number_format == f'"{SIGNS[light]} "@'
    assert cell.font.color.rgb != "00000000"


def test_a_light_alone_is_its_colour_s_name_shown_as_the_sign():
    cell = opened(report(one(Cell("", light=Light.RED)))).worksheets[0]["A6"]
    assert (cell.value, cell.number_format) == ("红", 'General;General;General;"■"')


def one(*cells_, align=Align.DECIMAL):
    """A table of one column."""
    rows = tuple(Row((cell,)) for cell in cells_)
    return Table((Column(156.0, align),), (Heading("数"),), rows)


def test_numbers_of_one_unit_have_the_room_of_missing_places():
    numbers = [Cell(text, Decimal(text)) for text in ("1.25", "-7.5", "108")]
    sheet = opened(report(one(*numbers, Cell("突破8")))).worksheets[0]
    assert [sheet.cell(row, 1).number_format for row in range(6, 9)] == [
        "_0_00.00", "_00.0_0", "0_._0_0",
    ]  # fmt: skip
    assert {sheet.cell(row, 1).alignment.horizontal for row in range(6, 10)} == {"center"}


@pytest.mark.parametrize(
    ("text", "shown"), [("47.9%", '0.0"%"'), ("8%", '0"%"'), ("-0.17", "0.00"), ("−3", "0")]
)
def test_a_percentage_is_a_number_that_shows_its_sign(text, shown):
    number = Decimal(text.rstrip("%").replace("−", "-"))
    cell = opened(report(one(Cell(text, number), align=Align.CENTRE))).worksheets[0]["A6"]
    assert (cell.value, cell.number_format) == (float(number), shown)


def test_charts_are_native_over_the_numbers_of_a_sheet(book):
    bars, stacked, progress, trend = book["图"]._charts
    assert [type(each) for each in (bars, stacked, progress, trend)] == [BarChart] * 3 + [LineChart]
    assert (bars.type, stacked.type, stacked.grouping, progress.type) == (
        "col", "bar", "stacked", "bar",
    )  # fmt: skip
    reference = trend.series[0].val.numRef.f
    assert reference.startswith("'图表数据'!$B$")
    assert len(trend.series) == 3


def test_the_numbers_behind_a_chart_are_those_of_the_paper(book):
    rows = [[cell.value for cell in row] for row in book["图表数据"].iter_rows(max_col=4)]
    at = next(at for at, row in enumerate(rows) if row[0] == "图4　地区生产总值")
    assert rows[at + 1] == [None, "实际值", "规划目标", "所需水平"]
    assert rows[at + 2] == ["2020年", 521.94, 521.94, None]
    assert rows[at + 6] == ["2024年", None, 697, 688]


def test_bars_differ_by_pattern_and_lines_by_dashes_and_marks(book):
    bars, _, progress, trend = book["图"]._charts
    looks = [each.spPr.pattFill and each.spPr.pattFill.prst for each in bars.series[0].dPt]
    assert looks == [None, "wdUpDiag", "wdUpDiag", "dkHorz", "trellis", None]
    assert [each.marker.symbol for each in trend.series] == ["circle", "square", "triangle"]
    dashes = [each.graphicalProperties.line.dashStyle for each in trend.series]
    assert dashes == ["solid", "dash", "sysDot"]
    assert progress.series[1].graphicalProperties.solidFill.srgbClr == "FFFFFF"


def test_axes_have_the_scale_of_the_paper(book):
    *_, trend = book["图"]._charts
    assert (trend.y_axis.scaling.min, trend.y_axis.scaling.max) == (400, 800)
    assert trend.y_axis.majorUnit == 100


def test_charts_that_fill_a_page_go_on_on_the_next(book):
    assert len(book["图"].row_breaks.brk) == 1


def test_the_data_are_plain_rows_that_read_back(book):
    rows = list(book["数据"].iter_rows(values_only=True))
    assert rows[0] == ("代码", "指标", "单位", "2023年全年")
    assert rows[1] == ("B-01", sample.NAMES[0], "亿元", 1.5)
    assert len(rows) == 1 + len(sample.NAMES)
    assert not book["数据"].merged_cells.ranges
    assert book["数据"].auto_filter.ref == f"A1:D{len(rows)}"
    assert book["数据"].freeze_panes == "A2"
    assert book["数据"]["D2"].number_format == "0.00"


def test_headings_of_several_lines_are_one_row_of_data():
    tree = (Heading("指标", columns=2), Heading("2023年\n", (Heading("目标"), Heading("实际"))))
    wide = Table((Column(20.0),) * 4, tree, (Row(tuple(map(Cell, "甲乙丙丁"))),))
    sheet = opened(sample.report(table(), data=wide))["数据"]
    assert [cell.value for cell in sheet[1]] == ["指标", None, "2023年目标", "2023年实际"]


def test_the_same_report_gives_the_same_cells_and_charts():
    one_, other = (opened(sample.report()) for _ in range(2))
    for name in one_.sheetnames:
        assert texts(one_[name]) == texts(other[name])

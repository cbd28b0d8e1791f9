"""Documents of several parts: order, orientation, numbers, outline, captions, signatures."""

from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from itertools import pairwise

import openpyxl
import pytest

from core.domain.judging.judgement import Light
from core.errors import OutputError
from core.reports.content import Align, Cell, Column, Heading, Row, RowKind, Table
from core.reports.layout import Caption, Head, Piece
from core.reports.prose import SIGNATURES, Prose, Signing
from tests.core.reports import sample
from tests.core.reports.paper import laid, laid_out, numbers, pages, pdf, report, table, workbook
from tests.core.reports.placed import ACROSS, HEIGHT, LEFT, WIDTH, outline, rotations, said, sheets

MIDDLE = (TOP_OF_FOOT := HEIGHT - 35 * 72 / 25.4) + 20


@pytest.fixture(scope="module")
def whole():
    return pdf(sample.report())


def test_each_part_is_on_the_paper_in_order(whole):
    text = "".join(pages(whole))
    said_in_order = ["区政府各部门：", "（一）主要指标", "“十四五”规划主要指标进展情况", "合计",
                     "表1承担的重点工程", "填表人：", "2024年2月9日", "图4"]  # fmt: skip
    places = [text.index(each) for each in said_in_order]
    assert places == sorted(places)


def test_wide_tables_lie_and_all_else_stands_upright(whole):
    layout = laid_out(sample.report())
    assert rotations(whole) == [90 if sheet.landscape else 0 for sheet in layout.sheets]
    assert {0, 90} == set(rotations(whole))


def test_every_number_stands_outside_at_the_same_height_however_its_sheet_lies(whole):
    for number, characters in enumerate(sheets(whole), 1):
        sheet = [each for each in characters if each[2] < 35 * 72 / 25.4]
        dashes = [each for each in sheet if each[0] == "—"]
        assert said(sorted(dashes, key=lambda each: each[1])) == "——"
        left, right = min(each[1] for each in dashes), max(each[3] for each in dashes)
        if number % 2:
            assert right == pytest.approx(LEFT + ACROSS - 14, abs=3)
        else:
            assert left == pytest.approx(WIDTH - LEFT - ACROSS + 14, abs=3)


def test_the_outline_leads_to_every_part(whole):
    layout = laid_out(sample.report())
    assert outline(whole) == [
        ("附件1　章贡区国民经济和社会发展第十四个五年规划实施进展情况报告", 1),
        ("附表1　“十四五”规划主要指标进展情况", layout.first_sheet(1)),
        ("表1　承担的重点工程", layout.first_sheet(2)),
        *((each.title, layout.first_sheet(at)) for at, each in enumerate(sample.charts(), 4)),
    ]


def test_text_is_read_in_the_order_of_the_paper_with_the_foot_at_its_end(whole):
    texts = pages(whole)
    assert (
        "一、综合质效（12个）类别0地区生产总值（亿元）521.94040.6%突破750提前实现规模以上"
        in texts[2]
    )
    for number, text in enumerate(texts, 1):
        assert text.endswith(f"—{number}—")
    chart = next(text for text in texts if "图1" in text)
    assert chart.index("2024年2月9日") < chart.index("图1") < chart.index("注：截至2023年末。")


def test_the_same_parts_give_the_same_bytes(whole):
    assert pdf(sample.report()) == whole


def test_an_appendix_has_its_own_head_and_a_table_below_another_a_caption():
    layout = laid_out(sample.report())
    heads = [p.what for s in layout.sheets for p in s.placed if not isinstance(p.what, Piece)]
    assert [head.label for head in heads if isinstance(head, Head)] == ["附件1", "附表1"]
    assert [head for head in heads if isinstance(head, Caption)] == [Caption("表1　承担的重点工程")]


def test_a_small_table_goes_on_below_what_is_there_and_a_fresh_one_does_not():
    small = sample.small()
    assert len(laid_out(sample.report(table(3), small)).sheets) == 1
    assert len(laid_out(sample.report(table(3), replace(small, fresh=True))).sheets) == 2
    assert len(laid_out(sample.report(table(3), replace(small, label="附表2"))).sheets) == 2


def test_a_table_is_not_begun_where_only_its_headings_would_stand():
    for rows in range(15, 32):
        layout = laid_out(sample.report(table(rows, category=""), sample.small()))
        first = layout.parts[1].pages[0]
        assert len(first.rows) >= 2
        captions = [s for s in layout.sheets for p in s.placed if isinstance(p.what, Caption)]
        (caption,) = captions
        pieces = [p.what.part for p in caption.placed if isinstance(p.what, Piece)]
        assert pieces[-1] == 1


def test_a_table_s_own_title_on_the_first_page_is_a_caption():
    assert "附件1" in pages(pdf(sample.report(sample.small())))[0]
    assert "表1承担的重点工程" in pages(pdf(sample.report(sample.small())))[0]


def test_signatures_stand_below_the_last_rows_wherever_the_page_ends():
    for rows in range(14, 40):
        layout = laid_out(sample.report(table(rows, category=""), sample.signing()))
        *_, last, signing = [placed.what for placed in layout.sheets[-1].placed]
        assert (last.part, signing.part) == (0, 1)
        assert len(layout.parts[0].pages[-1].rows) >= 2


def test_fields_to_sign_in_take_one_line_of_a_wide_page_and_two_of_a_narrow_one():
    wide = laid_out(sample.report(table(3, widths=(60.0, 90.0, 90.0)), Signing(SIGNATURES)))
    narrow = laid_out(sample.report(table(3), Signing(SIGNATURES)))
    assert [len(fields) for fields in wide.parts[1].fields] == [5]
    assert [len(fields) for fields in narrow.parts[1].fields] == [3, 2]
    assert laid_out(sample.report(table(3), Signing())).parts[1].fields == ()


def test_a_very_long_field_has_a_line_of_its_own():
    fields = ("填表人：", "单位负责人（签字并加盖单位公章）：" + "某" * 12)
    assert len(laid_out(sample.report(table(3), Signing(fields))).parts[1].fields) == 2


def test_a_heading_of_rows_stands_on_the_page_of_the_row_below_it():
    rows = []
    for at in range(120):
        if at % 5 == 0:
            rows.append(Row((Cell(f"专栏{at}", columns=3),), RowKind.HEAD))
        if at % 10 == 0:
            rows.append(Row((Cell(f"组{at}", columns=3),), RowKind.HEAD))
        rows.append(Row((Cell("", block=""), Cell(f"第{at}项"), Cell("1"))))
    made = report(replace(table(), rows=tuple(rows)))
    for page in laid(made).pages:
        assert rows[page.rows.stop - 1].kind is RowKind.PLAIN
    taken = [at for page in laid(made).pages for at in page.rows]
    assert taken == list(range(len(rows)))


def test_headings_at_the_very_end_are_printed_all_the_same():
    heads = (Row((Cell("专栏", columns=3),), RowKind.HEAD),) * 2
    made = report(replace(table(), rows=(*table().rows, *heads)))
    assert "专栏专栏" in pages(pdf(made))[0]


def column(*texts, align=Align.DECIMAL, **rest):
    """A table of names and one column of numbers."""
    known = [None if text.startswith("突") else Decimal(text) for text in texts]
    cells = [Cell(*each, **rest) for each in zip(texts, known, strict=True)]
    rows = tuple(Row((Cell("名"), cell)) for cell in cells)
    return Table((Column(60.0), Column(96.0, align)), (Heading("指标"), Heading("数")), rows)


def test_numbers_of_one_unit_stand_with_their_points_below_each_other():
    (page,) = sheets(pdf(report(column("1234.5", "-0.17", "98.125", "750.0"), notes=())))
    points = [each[1] for each in page if each[0] == "."]
    assert len(points) == 4
    assert max(points) - min(points) < 0.5


def test_whole_numbers_end_where_the_points_of_others_are():
    (page,) = sheets(pdf(report(column("7", "8.25"), notes=())))
    seven = next(each for each in page if each[0] == "7")
    point = next(each for each in page if each[0] == ".")
    assert seven[3] == pytest.approx(point[1], abs=1)


def test_words_and_columns_of_mixed_units_stand_in_the_middle():
    layout = laid(report(column("1", "突破750"), notes=()))
    assert layout.points[0] is None
    (page,) = sheets(pdf(report(column("2222", "33", align=Align.CENTRE), notes=())))
    two, three = ([e for e in page if e[0] == digit] for digit in "23")
    middle = [(each[0][1] + each[-1][3]) / 2 for each in (two, three)]
    assert middle[0] == pytest.approx(middle[1], abs=0.5)


@pytest.mark.parametrize("light", Light)
def test_a_light_stands_before_its_word_in_a_shape_and_colour_of_its_own(light):
    lit = report(column("突破", light=light), notes=())
    dark = report(column("突破"), notes=())
    assert "突破" in pages(pdf(lit))[0]
    assert len(pdf(lit)) > len(pdf(dark))
    others = [pdf(report(column("突破", light=each), notes=())) for each in Light if each != light]
    assert pdf(lit) not in others


def test_a_light_takes_room_from_its_text():
    wide = "甲" * 24  # as much as the column holds
    assert len(laid(report(column("突" + wide))).cells[0][1].lines) == 1
    assert len(laid(report(column("突" + wide, light=Light.RED))).cells[0][1].lines) == 2


def test_totals_and_headings_of_rows_are_bold():
    rows = (Row((Cell("合计"), Cell("5")), RowKind.TOTAL), Row((Cell("名"), Cell("5"))))
    texts = laid(report(replace(column(), rows=rows))).cells
    assert [text.bold for text in (texts[0][0], texts[1][0])] == [True, False]


@pytest.mark.parametrize(
    "part",
    [Signing(("\U0001f600",)), Signing(office="\U0001f600"),
     replace(table(), label="附表\U0001f600"), replace(table(), title="\U0001f600")],
)  # fmt: skip
def test_a_character_without_a_font_is_named_in_any_part(part):
    with pytest.raises(OutputError, match=r"U\+1F600"):
        laid_out(sample.report(table(), part))


def test_a_report_of_which_nothing_may_be_shown_is_its_head_alone():
    made = replace(sample.report(), parts=(), data=None)
    assert "附件1送审稿章贡区国民经济" in "".join(pages(pdf(made)))
    sheet = openpyxl.load_workbook(BytesIO(workbook(made))).worksheets[0]
    assert sheet["A3"].value.startswith("章贡区国民经济")


def test_a_text_without_paragraphs_leaves_its_head_to_what_follows():
    made = sample.report(Prose(()), table(3), data=None)
    assert len(laid_out(made).sheets) == 1
    (sheet,) = openpyxl.load_workbook(BytesIO(workbook(made))).worksheets
    assert sheet["A3"].value.startswith("章贡区国民经济")


def test_a_long_report_is_laid_out_in_time_that_grows_with_its_rows():
    layout = laid_out(report(numbers(2000)))
    assert sum([len(page.rows) for page in layout.parts[0].pages]) == 2000
    assert all(one.rows.stop == other.rows.start for one, other in pairwise(layout.parts[0].pages))

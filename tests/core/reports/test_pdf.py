"""The PDF: official paper, the same bytes again, every character embedded, no row alone."""

import os
import re
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from core.errors import OutputError
from core.reports.content import Align, Cell, Row, Table
from core.reports.kinds.appendix import completion
from core.reports.layout import Box, Text
from core.reports.pdf.boxes import grid
from core.reports.pdf.typeset import typeset
from tests.core.reports.paper import facts, laid, numbers, pages, pdf, report, table, with_cell

ROOT = Path(__file__).parents[3]
MILLIMETRE = 72 / 25.4


@pytest.fixture(scope="module")
def annex():
    return pdf(completion(facts()))


def test_annex_1_takes_two_pages_of_a4_and_little_space(annex):
    with pypdfium2.PdfDocument(annex) as document:
        assert len(document) == 2
        assert [round(side) for side in document[0].get_size()] == [595, 842]
    assert len(annex) < 250_000


def test_the_same_content_gives_the_same_bytes(annex):
    assert pdf(completion(facts())) == annex


def test_another_process_gives_the_same_bytes(annex):
    code = (
        "import sys; from hashlib import sha256;"
        "from core.reports.kinds.appendix import completion;"
        "from tests.core.reports.paper import facts, pdf;"
        "print(sha256(pdf(completion(facts()))).hexdigest())"
    )
    told = subprocess.check_output(
        [sys.executable, "-c", code], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": "7"}
    )
    assert told.decode().strip() == sha256(annex).hexdigest()


def test_the_document_names_itself(annex):
    with pypdfium2.PdfDocument(annex) as document:
        about = document.get_metadata_dict()
        outline = [each.get_title() for each in document.get_toc()]
    assert about["Title"] == "“十三五”规划主要指标完成情况"
    assert (about["Author"], about["Creator"]) == ("赣州市章贡区", "规绩")
    assert outline == ["附表1　“十三五”规划主要指标完成情况"]
    assert b"/Lang (zh-CN)" in annex


def test_every_font_is_embedded_as_a_subset(annex):
    fonts = {line for line in annex.split(b"\n") if line.startswith(b"/BaseFont")}
    assert fonts
    assert all(re.match(rb"/BaseFont /[A-Z]{6}\+", font) for font in fonts)
    assert b"Helvetica" not in annex


def test_page_numbers_stand_outside(annex):
    odd, even = pages(annex)
    assert "—1—" in odd
    assert "—2—" in even
    assert _left_of(annex, 0, "— 1 —") > 400
    assert _left_of(annex, 1, "— 2 —") < 150


def _left_of(data, number, text):
    with pypdfium2.PdfDocument(data) as document:
        page = document[number].get_textpage()
        found = page.search(text).get_next() or page.search(text.replace(" ", "")).get_next()
        return page.get_charbox(found[0])[0]


@pytest.mark.parametrize("text", ["笑\U0001f600", "\u0e01", "甲\x07"])
def test_a_character_without_a_font_fails_the_report_by_name(text):
    with pytest.raises(OutputError, match=rf"U\+{ord(text[-1]):04X}"):
        typeset(report(with_cell(table(), text)))


@pytest.mark.parametrize("field", ["title", "label", "unit_line"])
def test_no_part_of_a_report_may_print_as_a_box(field):
    with pytest.raises(OutputError, match=r"U\+1F600"):
        typeset(report(**{field: "\U0001f600"}))


def test_a_rare_character_can_be_copied_from_the_paper():
    standard = (ROOT / "packaging" / "fonts" / "repertoire.txt").read_text("utf-8")
    rare = next(each for each in standard if ord(each) > 0xFFFF)
    assert f"{rare}指标" in pages(pdf(report(with_cell(table(), f"{rare}指标"))))[0]


def test_four_hundred_rows_all_stand_once_in_order():
    text = "".join(pages(pdf(report(numbers(400)))))
    places = [text.index(f"第{at}项指标{at}.50") for at in range(1, 401)]
    assert places == sorted(places)


def test_a_category_longer_than_a_page_begins_again_with_its_label():
    texts = pages(pdf(report(numbers(400))))
    assert len(texts) > 5
    assert all("类别C" in text and "类别指标数值" in text for text in texts)
    assert all(text.startswith("续表") or "续表" in text for text in texts[1:])
    assert "续表" not in texts[0]


def test_no_row_stands_alone_on_the_last_page():
    for count in range(20, 75):
        layout = laid(report(table(count, category="")))
        assert len([page for page in layout.pages if page.rows][-1].rows) >= 2


def test_a_label_taller_than_its_rows_stretches_them():
    narrow = table(2, widths=(9.0, 60.0, 40.0))
    first, *others = narrow.rows
    label = replace(first.cells[0], text="城乡融合发展新格局")
    tall = replace(narrow, rows=(Row((label, *first.cells[1:])), *others))
    page = laid(report(tall)).pages[0]
    (part,) = page.segments
    assert page.height >= part.text.height


def test_labels_that_stretch_a_page_beyond_its_room_send_rows_to_the_next():
    tall = table(60, category=lambda at: f"第{at // 2}组城乡融合发展", widths=(8.0, 60.0, 40.0))
    layout = laid(report(tall))
    assert all(page.height <= 640 for page in layout.pages)
    assert sum(len(page.rows) for page in layout.pages) == 60


def test_a_wide_table_lies_on_its_side_with_the_number_where_it_always_is():
    wide = table(30, widths=(40.0, 120.0, 60.0))
    data = pdf(report(wide))
    with pypdfium2.PdfDocument(data) as document:
        page = document[0]
        assert page.get_rotation() == 90
        assert page.get_width() > page.get_height()
        assert [round(side) for side in page.get_mediabox()] == [0, 0, 595, 842]
        assert pdfium.FPDFPage_GetRotation(page) == 1
    assert "—1—" in pages(data)[0]


def test_a_piece_too_long_for_an_upright_column_turns_the_table():
    long = with_cell(table(3), "A" * 45)
    assert laid(report(long)).landscape


def test_a_piece_too_long_for_the_normal_size_is_set_smaller():
    layout = laid(report(with_cell(table(3, widths=(20.0, 40.0, 96.0)), "1234567890123456789012")))
    assert layout.cells[0][1].size == 9.0


def test_notes_longer_than_a_page_go_on_without_a_table():
    long = report(notes=("很长的注。" * 1500,))
    texts = pages(pdf(long))
    assert len(texts) > 2
    assert "".join(texts).count("长") == 1500
    assert "续表" not in texts[-1]
    assert texts[0].count("注：很长的注") == 1


def test_a_row_taller_than_a_page_is_refused_by_its_number():
    with pytest.raises(OutputError, match="表中第1行的文字一页放不下"):
        typeset(report(with_cell(table(), "很长的名称" * 1000)))


def test_a_unit_line_stands_above_the_table_on_every_page():
    texts = pages(pdf(report(numbers(60), unit_line="单位：亿元")))
    assert all("单位：亿元" in text for text in texts)


def test_a_long_title_takes_two_lines():
    layout = typeset(report(title="国民经济和社会发展第十四个五年规划主要指标完成情况及说明"))
    assert len(layout.head.title) == 2


def test_a_table_without_rows_prints_its_headings():
    empty = Table(table().columns, table().headings, ())
    (text,) = pages(pdf(report(empty, notes=())))
    assert "类别指标数值" in text


def test_a_line_of_the_grid_is_drawn_only_where_a_cell_ends():
    text = Text(("字",), 10.5)
    upper = Box(0, 0, 50, 20, text, Align.LEFT), Box(50, 0, 50, 20, text, Align.LEFT)
    middle = (Box(0, 20, 100, 20, text, Align.LEFT),)
    lower = Box(0, 40, 50, 20, text, Align.LEFT), Box(50, 40, 50, 20, text, Align.LEFT)
    lines = grid([*upper, *middle, *lower])
    inner = [line for line in lines if line[0] == line[2] == 50]
    assert inner == [(50, 0, 50, 20), (50, 40, 50, 60)]
    assert len([line for line in lines if line[1] == line[3]]) == 4


def test_an_empty_cell_draws_nothing():
    blank = Row((Cell("", columns=3),))
    assert "第1项" not in pages(pdf(report(replace(table(), rows=(blank, blank)))))[0]

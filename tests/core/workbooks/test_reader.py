"""A form that comes back as it was sent, and filled in."""

from datetime import date

from core.domain.cell import Column
from core.domain.figure import Figure
from core.domain.returned import Verdict
from core.domain.submission import Missing
from tests.core.workbooks import returned as the


def test_a_form_comes_back_as_it_was_sent_to_the_character():
    found = the.read(the.workbook())
    assert found.slip == the.SLIP
    assert found.verdict is Verdict.READY
    assert found.entries == found.sent
    assert list(found.entries) == [line.code for line in the.MANIFEST.lines if line.open]
    assert the.texts(found) == {"B-01": "12.50"}
    assert not found.findings
    assert not found.tampered


def test_every_column_that_can_be_filled_in_is_read():
    content = the.filled(
        {
            ("B-01", Column.FIGURE): 13.25,
            ("B-01", Column.GROWTH): 7.5,
            ("B-01", Column.EXPLANATION): "企业投产",
            ("B-02", Column.MISSING): "未到发布期",
            ("B-03", Column.EXPLANATION): "合同集中在年末",
            ("P01-01", Column.FIGURE): "封顶",
            ("P01-01", Column.PROGRESS): 60,
        }
    )
    found = the.read(content)
    codes = ("B-01", "B-02", "B-03", "P01-01")
    industry, research, shared, bridge = (found.entries[code] for code in codes)
    assert (industry.text, industry.growth) == ("13.25", Figure.parse("7.5"))
    assert industry.explanation == "企业投产"
    assert research.missing is Missing.UNPUBLISHED
    assert shared.explanation == "合同集中在年末"
    assert (bridge.text, bridge.progress) == ("封顶", Figure.parse("60"))
    assert found.verdict is Verdict.READY
    assert not found.findings


def test_every_meaning_leads_back_to_its_cell():
    content = the.filled({("B-02", Column.FIGURE): "1,001.5"})
    (answer,) = [
        each
        for each in the.read(content).answers
        if (each.code, each.column) == ("B-02", Column.FIGURE)
    ]
    sheet, cell = the.at("B-02", Column.FIGURE)
    assert (answer.text, str(answer.place)) == ("1,001.5", f"{sheet}!{cell}")


def test_a_cell_that_was_emptied_is_empty():
    found = the.read(the.filled({("B-01", Column.FIGURE): None}))
    assert found.entries["B-01"].empty
    assert found.sent["B-01"].text == "12.50"


def test_the_foot_says_who_answers_for_it():
    def sign(book):
        sheet = book[the.FORM]
        labels = {str(cell.value).rstrip("："): cell for row in sheet.rows for cell in row}
        for label, value in {
            "单位负责人": "王五", "审核人": "李四", "填表人": "张三", "联系电话": 8200000,
            "报出日期": date(2024, 7, 10),
        }.items():  # fmt: skip
            below = labels[label]
            merged = [each for each in sheet.merged_cells.ranges if below.coordinate in each]
            right = max((each.max_col for each in merged), default=below.column) + 1
            sheet.cell(below.row, right).value = value

    signed = the.read(the.edited(sign)).signatory
    assert (signed.head, signed.reviewed_by, signed.filled_by) == ("王五", "李四", "张三")
    assert (signed.phone, signed.on) == ("8200000", date(2024, 7, 10))


def test_an_unsigned_form_is_signed_by_nobody():
    signed = the.read(the.workbook()).signatory
    assert (signed.head, signed.filled_by, signed.on) == ("", "", None)

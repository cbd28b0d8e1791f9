"""退回单: to whom, until when, what to correct and where, who signs."""

from io import BytesIO

import openpyxl

from core.domain.returned import Place
from core.progress import finish
from core.reports import return_slip
from core.services.reports import reporting
from core.services.reports.reporting import Format
from tests.core.reports.paper import pages, pdf
from tests.slips import finding, slip

HERE = Place("填报表", "J6")


def printed(*findings, **rest):
    """The text of each page of a slip."""
    return pages(pdf(return_slip.build(slip(*findings, **rest), "退回单")))


def test_a_slip_says_on_one_page_what_to_correct_and_where():
    (page,) = printed(finding(HERE), finding(None, "表尾没有填审核人，请补填", "", ""))
    for said in (
        "第1次退回",
        "章贡区“十四五”规划",
        "2024年上半年填报表退回单",
        "填报单位：区科学技术局改正时限：2024年7月29日",
        "序号指标位置现为应怎样",
        "1研发经费填报表!J6-5请核对单位",
        "2整个文件表尾没有填审核人，请补填",
        "退回单位（盖章）",
        "区发展和改革委员会",
        "经办人：张三电话：8200000",
        "日期：2024年7月24日",
        "签收单位（盖章）",
        "注：1.你单位的",
        "有2处需要改正",
    ):
        assert said in page


def test_an_item_without_a_place_is_not_called_the_whole_file():
    (page,) = printed(finding(None))
    assert "1研发经费-5请核对单位" in page
    assert "整个文件" not in page


def test_more_than_a_page_goes_on_with_the_headings_again():
    found = [finding(HERE, f"“研发经费”：第{n}处请核对单位" * 3) for n in range(1, 41)]
    first, *others, last = printed(*found)
    assert "续表" not in first
    assert all("续表填报单位：区科学技术局" in each for each in (*others, last))
    assert "签收单位（盖章）" in last
    assert "退回单位（盖章）" in last


def test_what_no_font_has_is_shown_as_a_box_and_lines_become_one():
    (page,) = printed(finding(HERE, found="十\n二\x07\U0001f600"))
    assert "十二□□" in page


def test_a_slip_without_an_office_is_still_whole():
    (page,) = printed(finding(HERE), office="", person="", phone="")
    assert "日期：2024年7月24日" in page
    assert "经办人" not in page


def test_the_workbook_says_the_same():
    made = return_slip.build(slip(finding(HERE)), "退回单")
    ((name, content),) = finish(reporting.drawn(made, (Format.XLSX,)))
    sheet = openpyxl.load_workbook(BytesIO(content)).worksheets[0]

    assert (name, sheet.title) == ("退回单.xlsx", "第1次退回")
    assert [cell.value for cell in sheet[7]] == ["1", "研发经费", "填报表!J6", "-5", "请核对单位"]
    assert sheet["A5"].value == "填报单位：区科学技术局　　改正时限：2024年7月29日"

"""The annotated copy: the sender's values in the sender's addresses, marked, and nothing else."""

import re
from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from core.domain.cell import Column
from core.domain.returned import Place
from core.workbooks import annotate
from core.workbooks.drawing import copied
from core.workbooks.files.opening import open_book
from core.workbooks.layout import HIDDEN
from core.workbooks.search.arrival import arrive
from tests.core.workbooks import returned as the
from tests.core.workbooks.traps import fuzz, hostile, sheets
from tests.slips import finding, slip

AT = "2024-07-24T10:00:00+08:00"
RED = "00F8B4B4"


def copy(content, *findings):
    """The bytes of the annotated copy of a workbook."""
    arrived = arrive("回件.xlsx", content)
    assert arrived.manifest
    read = open_book("回件.xlsx", content)
    return annotate.annotated(read, arrived.manifest, slip(*findings), AT)


def opened(content):
    return openpyxl.load_workbook(BytesIO(content))


def values(content):
    """The values on the form's sheets, by sheet and address."""
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in opened(content).worksheets
        if sheet.title in ("填报表", "重点工程")
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    }


def at(code="B-02"):
    return Place(*the.at(code, Column.FIGURE))


def edited(change, content=None):
    """A workbook after somebody worked on it."""
    book = opened(content or the.workbook())
    change(book)
    kept = BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_every_value_stands_where_it_stood():
    content = the.filled({("B-02", Column.FIGURE): -5, ("B-01", Column.EXPLANATION): "口径\n调整"})
    assert values(copy(content)) == values(content)


def test_addresses_are_the_sender_s_where_rows_and_columns_were_moved():
    def move(book):
        book["填报表"].insert_rows(3, 2)
        book["填报表"].title = "我们的表"

    made = opened(copy(edited(move), finding(Place("我们的表", "J8"))))
    assert made.sheetnames == ["退回说明", "我们的表", "重点工程", HIDDEN]
    assert made["我们的表"]["B8"].value == "研发经费"
    assert made["我们的表"]["J8"].comment.text == "请核对单位"


def test_a_cell_to_correct_is_filled_and_commented_by_the_office():
    content = the.filled({("B-02", Column.FIGURE): -5})
    place = at()
    made = opened(copy(content, finding(place), finding(place, "“研发经费”：不能是负数")))
    cell = made[place.sheet][place.cell]

    assert (cell.value, cell.fill.fgColor.rgb) == (-5, RED)
    assert cell.comment.text == "请核对单位\n不能是负数"
    assert cell.comment.author == "区发展和改革委员会"
    assert [
        each.coordinate
        for row in made[place.sheet].iter_rows()
        for each in row
        if each.fill.fgColor.rgb == RED
    ] == [place.cell]


def test_the_first_sheet_lists_what_to_correct_with_links():
    place = at()
    made = opened(copy(the.workbook(), finding(place), finding(None, "请补填审核人", "", "")))
    sheet = made.worksheets[0]

    assert made.active is sheet
    assert [cell.value for cell in sheet[7]] == ["序号", "位置", "指标", "现为", "怎么改"]
    assert [cell.value for cell in sheet[8]] == ["1", str(place), "研发经费", "-5", "请核对单位"]
    assert sheet["B8"].hyperlink.location == f"'{place.sheet}'!{place.cell}"
    assert sheet["B8"].hyperlink.target is None
    assert [cell.value for cell in sheet[9]] == ["2", "整个文件", None, None, "请补填审核人"]
    assert sheet["B9"].hyperlink is None
    assert "有2处需要改正" in sheet["A3"].value


def test_a_form_whose_headings_are_gone_is_copied_all_the_same():
    def strip(book):
        for cell in book["填报表"][3]:
            cell.value = None

    content = edited(strip)
    made = opened(copy(content, finding(at())))["填报表"]
    assert values(copy(content)) == values(content)
    assert (made["J6"].comment.text, made.freeze_panes) == ("请核对单位", None)


def test_a_place_on_another_sheet_is_listed_without_a_link():
    made = opened(copy(the.workbook(), finding(Place("填报说明", "A1"))))
    assert made.worksheets[0]["B8"].value == "填报说明!A1"
    assert made.worksheets[0]["B8"].hyperlink is None


def test_the_copy_is_read_as_the_form_that_it_is():
    content = the.filled({("B-02", Column.FIGURE): 5, ("P01-01", Column.FIGURE): "封顶"})
    first, again = the.read(content), the.read(copy(content, finding(at())))

    assert (again.slip, again.entries, again.sent) == (first.slip, first.entries, first.sent)
    assert (again.findings, again.tampered, again.signatory) == ((), (), first.signatory)


def test_nothing_but_values_goes_on():
    def furnish(book):
        sheet = book["填报表"]
        sheet["A30"].value = '=HYPERLINK("http://example.org","看")'
        sheet["A31"].value = "看"
        sheet["A31"].hyperlink = "http://example.org"
        book.create_sheet("私房")["A1"].value = "工资"

    content = edited(furnish)
    content = the.packed(the.parts(content) | {"xl/vbaProject.bin": b"macro"})
    made = the.parts(copy(content, finding(at())))

    assert not any(re.search("vba|external|embed|media|connection", name) for name in made)
    text = b"".join(made.values())
    assert b"<f>" not in text
    assert b"example.org" not in text
    assert "工资".encode() not in text
    assert not any(b'TargetMode="External"' in part for part in made.values())


def test_a_computed_number_is_a_number_and_one_that_is_lost_is_empty():
    computed = the.with_cell("B-02", "", "<f>10+2</f><v>12</v>")
    lost = the.with_cell("B-02", "", "<f>10+2</f>")
    place = at()
    assert opened(copy(computed))[place.sheet][place.cell].value == 12
    assert opened(copy(lost, finding(place)))[place.sheet][place.cell].value is None


@pytest.mark.parametrize(
    ("value", "number_format", "kept"),
    [
        (0.125, "0.0%", "0.0%"),
        (1186.607, "0", "0"),
        (1186.607, "0.00", "0.00"),
        (12.5, "General", "General"),
        ("１２．５", "@", "@"),
    ],
)
def test_numbers_show_what_they_showed(value, number_format, kept):
    place = at()

    def put(book):
        book[place.sheet][place.cell].value = value
        book[place.sheet][place.cell].number_format = number_format

    cell = opened(copy(edited(put)))[place.sheet][place.cell]
    assert (cell.value, cell.number_format) == (value, kept)


@pytest.mark.parametrize("since_1904", [False, True])
@pytest.mark.parametrize("day", ["2024-07-10", "2024-07-10T09:30"])
def test_a_day_shows_what_it_showed_however_the_sender_counts_days(since_1904, day):
    place, moment = at(), datetime.fromisoformat(day)

    def put(book):
        book.epoch = CALENDAR_MAC_1904 if since_1904 else CALENDAR_WINDOWS_1900
        book[place.sheet][place.cell].value = moment

    assert opened(copy(edited(put)))[place.sheet][place.cell].value == moment


def test_a_day_that_never_was_stays_its_number():
    place = at()

    def put(book):
        book[place.sheet][place.cell].value = 60
        book[place.sheet][place.cell].number_format = "yyyy-mm-dd"

    assert the.read(copy(edited(put))).findings == the.read(edited(put)).findings


def test_texts_that_no_workbook_can_hold_are_made_readable():
    content = the.with_cell("B-02", ' t="str"', "<v>甲_x0007_乙</v>")
    assert "甲�乙" in values(copy(content)).values()
    long = the.filled({("B-02", Column.EXPLANATION): "长" * 20_000})
    assert max(len(str(each)) for each in values(copy(long)).values()) == 10_001


def test_a_sheet_with_a_name_that_excel_forbids_is_called_something_else():
    parts = the.parts(the.workbook())
    named = parts["xl/workbook.xml"].decode().replace('name="填报表"', f'name="{"长" * 40}:/"', 1)
    content = the.packed(parts | {"xl/workbook.xml": named.encode()})
    place = Place("长" * 40 + ":/", the.at("B-02", Column.FIGURE)[1])
    made = opened(copy(content, finding(place)))

    assert made.sheetnames[1] == "长" * 31
    assert made["长" * 31][place.cell].comment.text == "请核对单位"
    assert made.worksheets[0]["B8"].hyperlink.location == f"'{'长' * 31}'!{place.cell}"


def test_a_form_sheet_that_is_called_as_the_hidden_one_is_called_something_else():
    parts = the.parts(the.workbook())
    first, hidden = sorted(each for each in parts if "worksheets/sheet" in each)[::3]
    content = the.packed(parts | {first: parts[hidden], hidden: parts[first]})
    made = copy(content, finding(Place(HIDDEN, the.at("B-02", Column.FIGURE)[1])))

    assert opened(made).sheetnames == ["退回说明", "重点工程", "工作表", HIDDEN]
    assert opened(made).worksheets[0]["B8"].hyperlink.location == "'工作表'!J6"
    assert the.read(made).entries == the.read(content).entries != {}


@pytest.mark.parametrize("name", sheets.READ)
def test_however_a_form_was_rearranged_its_copy_says_the_same(name):
    content = sheets.READ[name]()
    first, again = the.read(content), the.read(copy(content, finding(at())))
    assert (again.entries, again.answers) == (first.entries, first.answers)
    assert again.tampered == ()


@pytest.mark.parametrize("name", hostile.BOUNDED)
def test_whatever_a_file_is_its_copy_is_small_and_says_the_same(name):
    content = hostile.BOUNDED[name]()
    made = copy(content, finding(at()))
    assert len(made) < 200_000
    assert the.read(made).entries == the.read(content).entries


@pytest.mark.parametrize("number", range(60))
def test_a_damaged_form_that_can_be_read_can_be_copied(number):
    content = fuzz.damaged(the.workbook(), number)
    if arrive("坏.xlsx", content).manifest:
        assert the.read(copy(content, finding(at()))).slip == the.SLIP


def test_rows_and_columns_beyond_any_form_are_left_out():
    def spread(book):
        book["填报表"].cell(copied.MOST_ROWS + 1, 1).value = "远"
        book["填报表"].cell(5, copied.MOST_COLUMNS + 1).value = "远"
        book["填报表"].cell(5, copied.MOST_COLUMNS).value = "近"

    found = set(values(copy(edited(spread))).values())
    assert "近" in found
    assert "远" not in found


def test_the_same_values_give_the_same_bytes():
    assert copy(the.workbook(), finding(at())) == copy(the.workbook(), finding(at()))

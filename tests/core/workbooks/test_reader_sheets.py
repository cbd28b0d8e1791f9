"""Sheets that people have worked on: rows are found, locked cells compared, one by one."""

import pytest

from core.domain.cell import Column
from core.domain.plan import Section, SectionKind
from core.domain.returned import Verdict
from tests import factory, forms
from tests.core.workbooks import returned as the
from tests.core.workbooks.traps import sheets

ALL = [line.code for line in the.MANIFEST.lines if line.open]


@pytest.mark.parametrize("name", sheets.READ)
def test_a_form_that_was_only_rearranged_is_read_whole(name):
    found = the.read(sheets.READ[name]())
    assert list(found.entries) == ALL
    assert {code: float(text) for code, text in the.texts(found).items()} == {
        "B-01": 12.5,
        "B-02": 88.5,
    }
    assert found.verdict is Verdict.READY
    assert not found.tampered


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("工作表改名.xlsx", "科技局 '24!J6"),
        ("插入行.xlsx", "填报表!J11"),
        ("排序.xlsx", "填报表!J8"),
        ("移动列.xlsx", "填报表!A6"),
    ],
)
def test_the_sender_s_own_address_of_a_cell_is_given(name, place):
    found = the.read(sheets.READ[name]())
    (answer,) = [
        each for each in found.answers if (each.code, each.column) == ("B-02", Column.FIGURE)
    ]
    assert (answer.text, str(answer.place)) == ("88.5", place)


def test_a_copy_of_the_sheet_is_mentioned():
    found = the.read(sheets.READ["工作表复制一份.xlsx"]())
    assert "工作表“填报表 (2)”也是这张表，没有读；读的是“填报表”" in the.told(found)


@pytest.mark.parametrize("name", sheets.NOT_READ)
def test_what_is_not_there_or_there_twice_is_told_and_not_read(name):
    said, make = sheets.NOT_READ[name]
    found = the.read(make())
    assert said in the.told(found)
    assert "88.5" not in the.texts(found).values()
    assert found.verdict is Verdict.DOUBTFUL
    assert found.entries.get("B-02") in (None, found.sent["B-02"])


def test_a_row_without_code_or_name_is_found_by_category_and_indicator():
    second = Section("T2", "T", SectionKind.CATEGORY, "创新驱动")
    twin = forms.own("B-08", "研发经费", section="T2")
    sections = (factory.TABLE, factory.CATEGORY, second, factory.BOX)
    plan = forms.plan(forms.INDUSTRY, forms.RESEARCH, twin, sections=sections)
    form = forms.form(a_plan=plan)

    def forget(book):
        for name in list(book.defined_names):
            del book.defined_names[name]
        sheet = book[the.FORM]
        sheet.delete_cols(sheet.max_column)
        sheet["J6"], sheet["J8"] = 1, 2

    items = {row.item.code: row.item for row in form.rows}
    found = the.read(the.edited(forget, the.written(form)), items=items)
    assert {code: found.entries[code].text for code in ("B-02", "B-08")} == {
        "B-02": "1.00",
        "B-08": "2.00",
    }


@pytest.mark.parametrize("name", sheets.CHANGED)
def test_a_locked_cell_that_changed_is_told_with_both_texts_and_not_taken_in(name):
    expected, make = sheets.CHANGED[name]
    found = the.read(make())
    (changed,) = found.tampered
    assert (changed.code, changed.heading, changed.sent, changed.returned) == expected
    assert found.verdict is Verdict.DOUBTFUL
    assert found.entries == found.sent


def test_every_locked_cell_that_changed_is_listed():
    content = the.filled(
        {("B-01", Column.BASE): 1, ("B-01", Column.TARGET): 2, ("B-07", Column.BASE): 3, "B-03": 4}
    )
    found = the.read(content)
    assert [str(each.place) for each in found.tampered] == [
        "填报表!E5", "填报表!F5", "填报表!J7", "填报表!E9",
    ]  # fmt: skip


@pytest.mark.parametrize("name", sheets.FORGED)
def test_a_hidden_sheet_that_was_changed_breaks_the_seal(name):
    found = the.read(sheets.FORGED[name]())
    assert "封印不符" in the.told(found)
    assert found.verdict is Verdict.DOUBTFUL


def test_what_no_form_could_have_held_was_not_sent():
    def forge(book):
        rows = list(book[the.HIDDEN].iter_rows())
        (head,) = [row for row in rows if row[0].value == "line"]
        (column,) = [cell.column for cell in head if cell.value == "figure"]
        (line,) = [row for row in rows if row[0].value == "B-01"]
        line[column - 2].value = "①"  # the headings stand one further to the right

    found = the.read(the.edited(forge))
    assert found.sent["B-01"].figure is None
    assert found.entries["B-01"].text == "12.50"
    assert found.forged


def test_the_form_of_another_database_is_read_without_its_key():
    found = the.read(the.workbook(key=b"another"), key=None)
    assert found.verdict is Verdict.READY
    assert found.slip == the.SLIP

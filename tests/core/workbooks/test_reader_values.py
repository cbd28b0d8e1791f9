"""What stands in a cell that asks for a figure, and what is made of it."""

import pytest

from core.domain.cell import Column
from core.domain.figure import Figure
from core.domain.issue import Severity
from core.domain.returned import Verdict
from core.domain.submission import Missing
from tests import forms
from tests.core.workbooks import returned as the
from tests.core.workbooks.traps import values


def text(found, code="B-02"):
    """The figure of an item."""
    return found.entries[code].text


def findings(found, severity=Severity.BLOCKING):
    """What is said with a severity, with the cell that it is about."""
    return [(str(each.place), each.message) for each in found.findings if each.severity is severity]


def only(found, severity=Severity.BLOCKING):
    """The one thing that is said with a severity, about 研发经费."""
    ((place, message),) = findings(found, severity)
    assert place == "填报表!J6"
    return message


@pytest.mark.parametrize("name", ["公式由程序存盘.xlsx", "公式没有值.xlsx"])
def test_a_formula_without_a_stored_result_says_so_and_is_neither_blank_nor_zero(name):
    found = the.read(values.FORMULAS[name]())
    assert "没有存下结果" in only(found)
    assert found.verdict is Verdict.DOUBTFUL
    assert found.entries["B-02"] == found.sent["B-02"]


def test_a_formula_in_a_cell_that_held_a_figure_leaves_that_figure():
    found = the.read(the.filled({"B-01": "=1+1"}))
    assert text(found, "B-01") == "12.50"
    assert found.verdict is Verdict.DOUBTFUL


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("公式有结果.xlsx", "25.00"),
        ("公式结果有尾差.xlsx", "0.30"),
        ("共享公式.xlsx", "25.00"),
        ("公式结果是文字.xlsx", "25"),
    ],
)
def test_the_stored_result_of_a_formula_is_taken_with_a_word(name, figure):
    found = the.read(values.FORMULAS[name]())
    assert text(found) == figure
    assert "是公式" in only(found, Severity.HINT)
    assert found.verdict is Verdict.READY


def test_a_formula_that_gives_nothing_leaves_the_cell_empty():
    found = the.read(values.FORMULAS["公式结果是空.xlsx"]())
    assert found.entries["B-02"].empty
    assert not found.findings


@pytest.mark.parametrize(
    ("name", "said"), [("公式出错.xlsx", "#DIV/0!"), ("逻辑值.xlsx", "逻辑值“TRUE”")]
)
def test_what_is_no_figure_is_named(name, said):
    found = the.read(values.FORMULAS[name]())
    assert said in only(found)
    assert not text(found)


def test_a_formula_in_an_explanation_without_a_result_says_so():
    ((place, message),) = findings(the.read(values.FORMULAS["说明里是公式.xlsx"]()))
    assert place == "填报表!M6"
    assert "“研发经费”的说明" in message


@pytest.mark.parametrize("name", values.NUMBERS)
def test_a_number_written_in_another_way_is_read_and_shown_where_reading_changed_it(name):
    written = values.NUMBERS[name]
    found = the.read(the.filled({"B-02": written}))
    assert text(found) == ("-3" if "3" in written[1:2] else "1001.5")
    assert found.verdict is Verdict.READY
    if written in ("1001.5", "1001.5亿元"):
        assert not found.findings
    else:
        assert "读作" in only(found, Severity.HINT)


@pytest.mark.parametrize("name", [each for each in values.UNREADABLE if each != "文字.xlsx"])
def test_what_cannot_be_read_is_an_error_that_names_it_and_never_zero_or_blank(name):
    found = the.read(the.filled({"B-02": values.UNREADABLE[name]}))
    assert values.UNREADABLE[name] in only(found)
    assert found.entries["B-02"] == found.sent["B-02"]
    assert found.verdict is Verdict.DOUBTFUL


@pytest.mark.parametrize("sign", ["-", "—", "无", "/"])
def test_a_sign_that_there_is_no_figure_proposes_why_and_asks(sign):
    found = the.read(the.filled({"B-02": sign}))
    assert found.entries["B-02"].missing is Missing.UNCOUNTED
    assert "请选择缺数原因" in only(found)


def test_a_sign_with_a_reason_beside_it_asks_nothing():
    found = the.read(the.filled({"B-02": "/", ("B-02", Column.MISSING): "不适用"}))
    assert found.entries["B-02"].missing is Missing.INAPPLICABLE
    assert not found.findings


def test_a_figure_and_a_reason_why_there_is_none_contradict_each_other():
    found = the.read(the.filled({"B-02": 5, ("B-02", Column.MISSING): "不适用"}))
    ((place, message),) = findings(found)
    assert place == "填报表!L6"
    assert "不能再选缺数原因" in message
    assert (text(found), found.entries["B-02"].missing) == ("5.00", None)


def missing_one():
    """A form that was sent with a reason in place of the figure."""
    entry = forms.entry("B-02", missing=Missing.UNPUBLISHED)
    return the.written(forms.form(entry, a_plan=the.PLAN))


def test_a_reason_that_was_sent_goes_when_the_figure_comes():
    found = the.read(the.filled({"B-02": 5}, missing_one()))
    assert (text(found), found.entries["B-02"].missing) == ("5.00", None)
    ((_, message),) = findings(found, Severity.HINT)
    assert "缺数原因“未到发布期”不再算数" in message


def test_a_reason_that_was_sent_stays_where_nothing_was_filled_in():
    found = the.read(missing_one())
    assert found.entries == found.sent
    assert found.entries["B-02"].missing is Missing.UNPUBLISHED


def test_a_reason_can_be_chosen_by_its_number_and_is_shown():
    found = the.read(the.filled({("B-02", Column.MISSING): "3"}))
    assert found.entries["B-02"].missing is Missing.INAPPLICABLE
    ((_, message),) = findings(found, Severity.HINT)
    assert message.endswith("“3”读作“不适用”")


@pytest.mark.parametrize(
    ("name", "figure"),
    [("百分比.xlsx", "12.5"), ("百分比_整数格式.xlsx", "12.5"), ("百分比_两位.xlsx", "2.0")],
)
def test_a_percentage_is_read_as_it_is_shown(name, figure):
    found = the.read(values.SHOWN[name]())
    assert text(found, "B-06") == figure
    ((place, message),) = findings(found, Severity.HINT)
    assert place == "填报表!J8"
    assert "百分比格式" in message
    assert found.verdict is Verdict.READY


def test_a_growth_that_is_shown_in_per_cent_is_read_so():
    found = the.read(values.SHOWN["同比是百分比.xlsx"]())
    assert found.entries["B-01"].growth == Figure.parse("7.5")


def test_a_percentage_where_another_unit_is_asked_for_is_an_error():
    found = the.read(values.SHOWN["百分比_单位是亿元.xlsx"]())
    assert "“12.5%”带有百分号，而单位是“亿元”" in only(found)
    assert not text(found)


@pytest.mark.parametrize("name", ["日期.xlsx", "日期_中文.xlsx", "日期_存成日期.xlsx"])
def test_a_number_that_became_a_date_is_recovered_and_asked_about(name):
    found = the.read(values.SHOWN[name]())
    assert text(found) == "45"
    assert "1900-02-14" in only(found)
    assert [each.found for each in found.findings] == ["1900-02-14"]
    assert found.verdict is Verdict.DOUBTFUL


def test_a_range_that_became_a_date_is_asked_about():
    assert "2024-03-05" in only(the.read(values.SHOWN["日期_由3-5变成.xlsx"]()))


def test_what_is_stored_counts_and_is_rounded_to_the_published_decimals():
    found = the.read(values.SHOWN["小数被遮住.xlsx"]())
    assert text(found) == "1186.61"
    assert only(found, Severity.HINT).endswith("存的是1186.607，按2位小数取1186.61")
    counted = the.read(values.SHOWN["家数有小数.xlsx"]())
    assert text(counted, "B-07") == "300"
    assert "299.6" in the.told(counted)


@pytest.mark.parametrize(
    ("name", "figure"),
    [("末位是零.xlsx", "12.50"), ("会计格式.xlsx", "1001.50"), ("千元格式.xlsx", "1001.50")],
)
def test_the_zeros_that_a_format_shows_are_read(name, figure):
    found = the.read(values.SHOWN[name]())
    assert text(found) == figure
    assert not found.findings


def test_a_number_that_was_sent_comes_back_with_the_same_digits_however_it_is_shown():
    found = the.read(the.shown("B-01", 12.5, "0.000"))
    assert found.entries == found.sent


def test_line_breaks_in_an_explanation_become_spaces_with_a_word():
    found = the.read(the.filled({("B-02", Column.EXPLANATION): "一\n二"}))
    assert found.entries["B-02"].explanation == "一 二"
    assert "换行" in the.told(found)


@pytest.mark.parametrize(
    ("value", "pattern", "read"),
    [(0.5, "0%", "50%"), (45413, "yyyy-mm-dd", "2024-05-01"), (2024, "0", "2024")],
)
def test_a_number_among_words_is_what_it_shows(value, pattern, read):
    def fill(book):
        cell = the.cell(book, "B-02", Column.EXPLANATION)
        cell.value, cell.number_format = value, pattern

    assert the.read(the.edited(fill)).entries["B-02"].explanation == read


def test_a_milestone_is_worded_by_the_list_or_its_number():
    assert text(the.read(the.filled({"P01-01": 3})), "P01-01") == "封顶"
    found = the.read(the.filled({"P01-01": "差不多了"}))
    assert "不在可选的节点里" in the.told(found)
    assert found.verdict is Verdict.DOUBTFUL


def test_an_item_that_the_plan_no_longer_has_is_named_and_not_read():
    items = {code: item for code, item in the.ITEMS.items() if code != "B-02"}
    found = the.read(the.filled({"B-02": 5, "B-07": 3}), items=items)
    assert "没有“研发经费”（B-02）" in the.told(found)
    assert the.texts(found) == {"B-01": "12.50", "B-07": "3"}
    assert "B-02" not in found.sent

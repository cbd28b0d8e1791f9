"""季度完成情况: a quarter beside its year's target, last year, and the plan."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.figure import Figure
from core.domain.indicator import Binding
from core.domain.period import Quarter
from core.domain.submission import Entry, Missing
from core.errors import NotFoundError
from core.reports.kinds import quarterly
from core.reports.selection import Selection
from tests import filled
from tests.core.reports.read_rows import by_name, column, heads, lines, numbers

HALF = Quarter(2024, 2)


@pytest.fixture(scope="module")
def facts():
    return filled.facts(as_of=HALF)


@pytest.fixture(scope="module")
def report(facts):
    return quarterly.build(facts)


def main(report):
    return report.tables[0]


def notes(report):
    return "".join(main(report).notes)


def with_entry(facts, code, at=HALF, **changes):
    """The facts with another entry of an indicator; its judgement stays."""
    known = dict(facts.entries.get(code, {}))
    known[at] = replace(known.get(at) or Entry(code, at, None), **changes)
    return replace(facts, entries={**facts.entries, code: known})


def test_the_columns_are_those_of_a_quarter(report):
    assert heads(main(report)) == [
        "类别", "指标", "2024年目标", "本期累计", "上年同期", "同比",
        "年度进度", "规划进度", "状态", "说明",
    ]  # fmt: skip


def test_a_row_holds_the_quarter_against_its_year_and_the_year_before(report):
    assert by_name(main(report))["社会消费品零售总额（亿元）"] == [
        "380.37*", "190.20", "180.86", "5.2%", "50.0%", "57.0%", "基本符合预期", "",
    ]  # fmt: skip


def test_every_main_indicator_stands_once_in_printed_order(facts, report):
    assert list(by_name(main(report))) == [f"{each.name}（{each.unit}）" for each in facts.main()]


def test_derived_targets_are_marked_and_still_numbers(report):
    first = numbers(main(report), "2024年目标")[0]
    assert (first.text, first.number) == ("697.55*", Decimal("697.55"))
    assert "*表示年度目标没有文件下达，按规划目标推算" in notes(report)


def test_targets_that_documents_give_bear_no_mark():
    made = quarterly.build(filled.facts(filled.CITY, Quarter(2024, 1)))
    assert column(main(made), "2024年目标")[:2] == ["6左右", "7.5以上"]
    assert "推算" not in notes(made)


def test_each_growth_says_what_it_is_in(report):
    rows = by_name(main(report))
    assert rows["地区生产总值（GDP）（亿元）"][3] == "9.8%"
    assert rows["公众安全感（%）"][3] == "0.02个百分点"
    assert rows["每万人口有效发明专利拥有量（件）"][3] == "0.72件"
    assert "同比中地区生产总值（GDP）和规模以上工业增加值增速为不变价增速，" in notes(report)


def test_growth_is_a_number_for_excel(report):
    cell = numbers(main(report), "同比")[0]
    assert (cell.text, cell.number) == ("9.8%", Decimal("9.8"))


def test_the_parts_of_a_structure_are_compared_one_by_one(report):
    cell = numbers(main(report), "同比")[11]
    assert (cell.text, cell.number) == ("0.0、-0.1、0.1个百分点", None)


def test_what_the_quarter_does_not_ask_for_says_so(report):
    row = by_name(main(report))["全员劳动生产率（万元/人）"]
    assert row[1:5] == ["未到时点", "—", "", "—"]


def test_missing_figures_print_their_word_and_have_no_growth(facts):
    told = with_entry(facts, "B-05", figure=None, missing=Missing.UNPUBLISHED)
    row = by_name(main(quarterly.build(told)))["社会消费品零售总额（亿元）"]
    assert row[1:4] == ["未到发布期", "180.86", ""]


def test_what_nobody_reported_stays_blank(facts):
    bare = replace(facts, entries={**facts.entries, "B-05": {}})
    row = by_name(main(quarterly.build(bare)))["社会消费品零售总额（亿元）"]
    assert row[1:4] == ["", "", ""]


def test_a_year_without_a_target_has_no_progress_of_the_year(report):
    row = by_name(main(report))["县级及以上城市空气质量优良天数比例（%）"]
    assert (row[0], row[4], row[6]) == ("", "", "待下达")


def test_the_first_year_of_a_plan_is_compared_with_its_base():
    made = quarterly.build(filled.facts(as_of=Quarter(2021, 4)))
    rows = by_name(main(made))
    assert rows["常住人口城镇化率（%）"][1:4] == ["83.87", "82.83", "1.04个百分点"]
    assert rows["规模以上工业增加值增速（%）"][2] == ""  # [8.6] is the average of five years


def test_within_the_first_year_the_base_is_no_comparison():
    made = quarterly.build(filled.facts(as_of=Quarter(2021, 2)))
    assert column(main(made), "上年同期")[0] == ""


def test_in_a_plan_of_one_year_even_sums_have_the_year_before():
    chosen = Selection(section="T4-2")
    made = quarterly.build(filled.facts(filled.CITY, Quarter(2024, 4), selection=chosen))
    assert by_name(main(made))["新（改）造油茶林（万亩）"][2] == "40.5"


def test_sums_of_five_years_have_no_year_before_the_first():
    chosen = Selection(department="D05")
    made = quarterly.build(filled.facts(as_of=Quarter(2021, 4), selection=chosen))
    assert by_name(main(made))["重大科技专项（项）"][2] == ""


def test_a_plan_of_one_year_has_its_years_progress_alone():
    made = quarterly.build(filled.facts(filled.CITY, Quarter(2024, 2)))
    assert "规划进度" not in heads(main(made))
    assert "规划进度" not in notes(made)
    assert "至2024年6月底，全年时间已过50%；" in main(made).notes


def test_what_departments_explain_is_printed(report):
    assert by_name(main(report))["固定资产投资增速（%）"][-1] == "受市场需求不足影响"


def test_what_is_behind_without_a_word_is_named(facts):
    silent = with_entry(facts, "B-04", explanation="")
    assert "固定资产投资增速滞后，责任单位未作说明；" in main(quarterly.build(silent)).notes


def test_the_time_that_is_over_is_said(report):
    assert "至2024年6月底，全年时间已过50%，规划时间已过70%；" in main(report).notes


def test_yearly_statistics_are_judged_by_the_last_full_year_each_by_its_own():
    chosen = Selection(department="D05")
    made = quarterly.build(filled.facts(as_of=Quarter(2024, 3), selection=chosen))
    assert "其中4个的状态按2023年全年数判断，其中17个的状态按2024年上半年数判断" in notes(made)


def test_before_any_figure_is_due_nothing_is_said_of_periods():
    made = quarterly.build(filled.facts(as_of=Quarter(2021, 1)))
    assert "个指标本期不要求填报；" in notes(made)


def test_a_department_has_all_its_indicators_those_of_boxes_behind():
    chosen = Selection(department="D04")
    made = quarterly.build(filled.facts(as_of=HALF, selection=chosen))
    categories = list(dict.fromkeys(row[0] for row in lines(main(made))))
    assert categories[:3] == ["综合质效", "创新驱动", "专栏1 人才引进和培育重点工程"]
    assert len(lines(main(made))) == 37
    assert made.title == "区工业和信息化局\n“十四五”规划指标季度完成情况\n（2024年上半年）"
    assert made.name == "赣州市章贡区工信局“十四五”规划指标季度完成情况(2024年上半年)"


def test_a_box_can_be_asked_for_by_itself():
    made = quarterly.build(filled.facts(as_of=HALF, selection=Selection(section="P03")))
    assert {row[0] for row in lines(main(made))} == {"专栏3 创新平台提升工程"}
    assert len(lines(main(made))) == 12


def test_a_kind_of_indicators_can_be_asked_for():
    chosen = Selection(binding=Binding.BINDING)
    made = quarterly.build(filled.facts(as_of=HALF, selection=chosen))
    assert len(lines(main(made))) == 11
    assert main(made).notes[0].startswith("共11个指标，其中")
    assert made.title.startswith("“十四五”规划约束性指标季度完成情况")


def test_a_selection_without_indicators_is_refused():
    chosen = Selection(section="P33", binding=Binding.BINDING)
    with pytest.raises(NotFoundError, match="没有指标，没有写出报告"):
        quarterly.build(filled.facts(as_of=HALF, selection=chosen))


def test_a_target_in_parts_is_said_to_be_rounded_where_the_parts_do_not_add_up(facts):
    off = with_entry(facts, "B-12", figure=Figure.parse("0.8:34.3:64.8"))
    assert "四舍五入" in notes(quarterly.build(off))
    assert "四舍五入" not in notes(quarterly.build(facts))


def test_a_withheld_figure_withholds_its_growth(facts):
    hidden = with_entry(facts, "B-05", missing=Missing.WITHHELD)
    row = next(each for each in main(quarterly.build(hidden)).rows
               if each.cells[1].text == "社会消费品零售总额（亿元）")  # fmt: skip
    assert [cell.withheld for cell in row.cells[2:]] == [
        False, True, False, True, True, True, False, False,
    ]  # fmt: skip

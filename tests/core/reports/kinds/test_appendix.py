"""What the two tables of the appendix say, before they are drawn."""

from dataclasses import replace

import pytest

from core.domain.indicator import Binding
from core.domain.period import Quarter
from core.domain.submission import Entry
from core.errors import NotFoundError
from core.reports.content import Heading
from core.reports.kinds.appendix import completion, targets
from core.reports.selection import Selection
from tests.core.reports.paper import A1, CITY, B, facts


def texts(report):
    return [[cell.text for cell in row.cells] for row in report.tables[0].rows]


def heads(report):
    return [heading.text for heading in report.tables[0].headings]


def test_the_completion_table_is_headed_as_annex_1():
    table = completion(facts()).tables[0]
    assert table.headings[3] == Heading("2020年", (Heading("规划目标"), Heading("预期值")))
    assert table.depth == 2
    assert heads(completion(facts())) == ["类别", "指标", "2015年", "2020年", "完成情况", "属性"]


def test_a_part_of_the_table_is_headed_and_named_as_what_it_is():
    one = replace(facts(B, Quarter(2023, 4)), selection=Selection("D02", "B-C1", Binding.EXPECTED))
    report = completion(one)
    assert report.title == "区统计局\n“十四五”规划综合质效预期性指标完成情况\n（2023年全年）"
    assert report.name == "赣州市章贡区统计局“十四五”规划综合质效预期性指标完成情况(2023年全年)"
    assert targets(replace(one, selection=Selection("D02"))).title == (
        "区统计局\n“十四五”时期经济社会发展主要指标"
    )


def test_a_department_without_an_indicator_gets_no_empty_table():
    for build in (completion, targets):
        with pytest.raises(NotFoundError, match="没有主要指标，没有写出报告"):
            build(replace(facts(B), selection=Selection("D25")))


def test_a_row_prints_base_target_actual_status_and_binding():
    assert texts(completion(facts()))[0] == [
        "经济发展", "地区生产总值（亿元）", "311.64", "突破450", "521.94", "提前完成", "预期性",
    ]  # fmt: skip


def test_only_bare_numbers_are_numbers_for_excel():
    cells = completion(facts()).tables[0].rows[0].cells
    assert [cell.number and str(cell.number) for cell in cells[2:5]] == ["311.64", None, "521.94"]


def test_a_subgroup_stands_between_category_and_name():
    row = completion(facts()).tables[0].rows[21]
    assert [(cell.text, cell.columns) for cell in row.cells[:3]] == [
        ("生态宜居", 1), ("主要污染物排放下降", 1), ("化学需氧量（%）", 1),
    ]  # fmt: skip
    assert completion(facts()).tables[0].rows[0].cells[1].columns == 2


def test_the_revised_target_is_printed_as_it_first_was():
    assert "[0.6939]" in texts(completion(facts()))[32]


def test_final_figures_are_no_longer_called_expected():
    known = facts()
    final = [replace(each, vintage=each.vintage.FINAL) for each in entries_of(known)]
    report = completion(facts(entries=final))
    assert [each.text for each in report.tables[0].headings[3].children] == ["规划目标", "实际值"]


def entries_of(known):
    return [entry for by_quarter in known.entries.values() for entry in by_quarter.values()]


@pytest.mark.parametrize(
    ("quarter", "actual"), [("2023Q4", "2023年\n实际值"), ("2023Q2", "2023年\n上半年\n实际值")]
)
def test_before_the_end_target_and_actual_stand_side_by_side(quarter, actual):
    report = completion(facts(B, Quarter.parse(quarter)))
    assert heads(report)[3:5] == ["2025年\n规划目标", actual]
    assert report.title.endswith(f"完成情况\n（{Quarter.parse(quarter).label}）")
    period = Quarter.parse(quarter).label
    assert report.name == f"赣州市章贡区“十四五”规划主要指标完成情况({period})"


def test_categories_carry_their_counts_in_the_table_of_targets():
    rows = texts(targets(facts(B)))
    categories = list(dict.fromkeys(row[0].replace("\n", "") for row in rows))
    assert categories == [
        "综合质效（7个）", "创新驱动（4个）", "协调发展（3个）",
        "改革开放（2个）", "绿色生态（8个）", "民生福祉（9个）",
    ]  # fmt: skip
    assert rows[12][1:] == ["城乡居民人均可支配收入比（%）", "2.39", "2.22", "[-0.17]", "预期性"]


def test_what_the_source_cannot_prove_stays_blank():
    rows = {row[1]: row[2:] for row in texts(targets(facts(B)))}
    assert rows["规模以上工业增加值增速（%）"] == ["[8.6]", "", "", "预期性"]
    assert rows["每千人口拥有3岁以下婴幼儿托位数（个）"] == ["", "", "", "预期性"]


def test_columns_in_which_nothing_would_be_printed_are_left_out():
    assert heads(targets(facts(CITY))) == ["指标", "2023年\n基期值", "2024年\n目标值"]
    assert heads(completion(facts(CITY))) == ["指标", "2023年", "2024年", "完成情况"]


def test_a_plan_that_is_silent_is_headed_by_its_name():
    known = facts(B)
    plain = targets(replace(known, plan=replace(known.plan, appendices=(), region="甲/乙:区")))
    assert (plain.label, plain.title) == ("附表", "“十四五”规划主要指标")
    assert plain.name == "甲_乙_区“十四五”规划主要指标"


def test_an_indicator_without_category_or_unit_prints_neither():
    known = facts(A1)
    first, *others = known.plan.indicators
    bare = replace(first, section="A1", unit="")
    root = known.plan.sections[0].code
    bare = replace(bare, section=root)
    report = completion(replace(known, plan=replace(known.plan, indicators=(bare, *others))))
    assert texts(report)[0][:2] == ["", "地区生产总值"]


def test_a_figure_of_the_same_source_is_printed_where_it_is_asked_for():
    known = facts(B, Quarter(2023, 4), entries=[figure_of("B-08", "2.1")])
    relayed = known.plan.find("P02-01-01")
    assert known.entry(relayed).text == "2.1"
    assert texts(completion(known))[7][4] == "2.1"


def figure_of(code, text):
    from core.domain.figure import Figure

    return Entry(code, Quarter(2023, 4), Figure.parse(text))

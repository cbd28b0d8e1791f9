"""规划实施进展: 附表2 with every year's figures, how far the plan is, and what is behind."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.figure import Figure
from core.domain.indicator import Binding
from core.domain.judging.judgement import Light
from core.domain.period import Quarter
from core.domain.submission import Decision, Entry, Missing
from core.domain.vintage import Vintage
from core.errors import NotFoundError
from core.reports.content import Table
from core.reports.heading import told
from core.reports.kinds import progress
from core.reports.prose import Prose
from core.reports.public import public
from core.reports.selection import Selection
from tests import filled
from tests.core.reports.read_rows import by_name, column, heads, lines, numbers

MIDDLE, HALF, END = Quarter(2023, 4), Quarter(2024, 2), Quarter(2025, 4)


@pytest.fixture(scope="module")
def facts():
    return filled.facts(as_of=MIDDLE)


@pytest.fixture(scope="module")
def report(facts):
    return progress.build(facts)


def main(report):
    return report.tables[0]


def with_entry(facts, code, at=MIDDLE, **changes):
    """The facts with another entry of an indicator; its judgement stays."""
    known = dict(facts.entries.get(code, {}))
    known[at] = replace(known.get(at) or Entry(code, at, None), **changes)
    return replace(facts, entries={**facts.entries, code: known})


def test_the_columns_are_those_of_annex_2_and_what_became_of_them(report):
    assert heads(main(report)) == [
        "类别", "指标", "2020年基期", "2025年目标", "年均增长/累计", "属性",
        "实际值", "目标完成率", "增量进度", "序时进度", "状态",
    ]  # fmt: skip
    actuals = main(report).headings[6]
    assert [each.text for each in actuals.children] == ["2021年", "2022年", "2023年"]


def test_every_main_indicator_stands_once_in_printed_order(facts, report):
    printed = [f"{each.name}（{each.unit}）" for each in facts.plan.main()]
    assert list(by_name(main(report))) == printed
    assert len(lines(main(report))) == 33


def test_a_row_tells_plan_figures_and_judgement(report):
    assert by_name(main(report))["地区生产总值（GDP）（亿元）"] == [
        "521.94", "750", "7.8左右", "预期性", "582.23", "626.02", "673.09",
        "89.7%", "66.3%", "55.6%", "快于预期",
    ]  # fmt: skip


def test_rates_are_numbers_for_excel_that_show_what_is_printed(report):
    first = numbers(main(report), "目标完成率")[0]
    assert (first.text, first.number) == ("89.7%", Decimal("89.7"))


def test_a_status_has_its_light(report):
    lights = {cell.text: cell.light for cell in numbers(main(report), "状态")}
    assert lights["明显滞后"] is Light.RED
    assert lights["待下达"] is Light.GREY


def test_what_is_not_counted_along_a_way_says_so(report):
    rows = by_name(main(report))
    assert rows["固定资产投资增速（%）"][-4:-1] == ["92.2%", "—", "—"]
    assert rows["能源综合生产能力（万吨标准煤）"][-4:] == ["", "", "", "待下达"]


def test_what_is_missing_prints_its_word(report):
    rows = by_name(main(report))
    assert rows["每千人口拥有执业（助理）医师数（人）"][4:7] == ["2.69", "2.79", "未到发布期"]
    assert rows["每千人口拥有3岁以下婴幼儿托位数（个）"][6] == "待核实"


@pytest.mark.parametrize("at", [Quarter(2021, 1), MIDDLE, HALF, END])
@pytest.mark.parametrize("code", filled.PLANS)
def test_nothing_ever_prints_as_none(code, at):
    plan = filled.plan(code)
    year = min(max(at.year, plan.first_year), plan.last_year)
    made = progress.build(filled.facts(code, Quarter(year, at.number)))
    tables = [each for each in (*made.tables, made.data) if each]
    texts = [cell.text for table in tables for row in table.rows for cell in row.cells]
    assert len(lines(main(made))) == len(list(plan.main()))
    assert not any("None" in text or "Decimal" in text or "NaN" in text for text in texts)


def test_within_a_year_yearly_statistics_are_not_due_and_the_last_full_year_judges_them():
    made = progress.build(filled.facts(as_of=HALF))
    row = by_name(main(made))["全员劳动生产率（万元/人）"]
    assert row[4:8] == ["6.77", "7.27", "7.80", "未到时点"]
    assert main(made).headings[6].children[-1].text == "2024年\n上半年"
    assert "“未到时点”的19个指标本期不要求填报，状态按2023年全年数判断；" in main(made).notes


def test_at_the_end_all_time_is_over_so_nothing_is_held_against_it():
    made = progress.build(filled.facts(as_of=END))
    assert "序时进度" not in heads(main(made))
    assert not any("序时" in note or "时间已过" in note for note in main(made).notes)
    assert column(main(made), "状态")[6] == "待定"


def test_a_plan_of_one_year_without_bases_leaves_out_what_it_cannot_say():
    made = progress.build(filled.facts(filled.CITY, Quarter(2024, 4)))
    assert heads(main(made)) == [
        "指标", "2023年基期", "2024年目标", "实际值", "目标完成率", "状态",
    ]  # fmt: skip


def test_the_notes_count_the_rows(report):
    assert main(report).notes[0] == (
        "共33个指标（约束性11个、预期性22个），其中快于预期5个、基本符合预期11个、略有滞后4个、"
        "明显滞后2个、未到发布期1个、待下达8个、基期待补1个、待定1个；"
    )


def test_the_notes_name_what_is_missing_with_its_reason(report):
    assert main(report).notes[1] == (
        "未到发布期的是每千人口拥有执业（助理）医师数（待上级统计部门反馈）；"
        "待核实的是每千人口拥有3岁以下婴幼儿托位数（正在与行业主管部门核对）；"
    )


def test_the_notes_explain_only_signs_that_occur(report):
    said = "".join(main(report).notes)
    assert (
        "[ ]表示五年累计提高或下降数，其中规模以上工业增加值增速和固定资产投资增速的基期值为"
        in said
    )
    assert "—表示该栏不适用，空格表示无数据或不详" in said
    assert "推算" not in said
    assert "四舍五入" not in said


def test_parts_that_do_not_make_up_the_whole_are_said_to_be_rounded(facts):
    off = with_entry(facts, "B-12", figure=Figure.parse("0.8:34.3:64.8"))
    assert any("四舍五入" in note for note in main(progress.build(off)).notes)


def test_figures_that_are_still_expected_are_named(facts):
    off = with_entry(facts, "B-01", vintage=Vintage.EXPECTED)
    assert "地区生产总值（GDP）的2023年全年数为预计数；" in main(progress.build(off)).notes


def test_a_revised_target_is_named_and_printed_as_it_first_was():
    made = progress.build(filled.facts(filled.BEFORE, Quarter(2020, 4)))
    assert by_name(main(made))["消除贫困人口数（万人）"][1] == "[0.6939]"
    assert any("目标已调整为累计0.6483万人" in note for note in main(made).notes)


def test_what_a_person_judged_otherwise_is_named_with_its_grounds():
    given = Decision("B-06", MIDDLE, "基本符合预期", "国粮〔2024〕5号", "张三", "2024-02-01")
    made = progress.build(filled.facts(as_of=MIDDLE, decisions=(given,)))
    note = "粮食综合生产能力按规则为明显滞后，改判为基本符合预期：国粮〔2024〕5号（张三）；"
    assert note in main(made).notes


def test_all_that_is_behind_is_explained_in_a_table_of_its_own(facts, report):
    behind = report.tables[1]
    assert heads(behind) == ["指标", "责任单位", "状态", "进展", "原因说明"]
    assert column(behind, "指标") == [
        "固定资产投资增速", "粮食综合生产能力", "数字经济增加值占GDP比重",
        "城镇居民人均可支配收入", "城镇调查失业率", "人均预期寿命",
    ]  # fmt: skip
    assert column(behind, "原因说明")[0] == "受市场需求不足影响"
    assert column(behind, "进展")[0] == facts.assessments["B-04"].sentence


def test_where_a_department_was_silent_the_cell_is_blank_and_explained(facts, report):
    assert column(report.tables[1], "原因说明")[3] == ""
    assert report.tables[1].notes == ("“原因说明”栏空格表示责任单位未作说明。",)
    told = with_entry(facts, "B-25", explanation="受务工收入下降影响")
    assert progress.build(told).tables[1].notes == ()


def test_where_nothing_is_behind_there_is_no_such_table():
    only = Selection(section="B-C4")
    made = progress.build(filled.facts(as_of=MIDDLE, selection=only))
    assert len(made.tables) == 1
    assert made.heading == "“十四五”规划改革开放指标进展（2023年全年）"


def test_title_and_file_name_are_those_of_an_office(report):
    assert report.title == "“十四五”规划主要指标进展\n（2023年全年）"
    assert report.name == "赣州市章贡区“十四五”规划主要指标进展(2023年全年)"


@pytest.mark.parametrize(
    ("at", "phase"), [(Quarter(2022, 4), "年度监测"), (MIDDLE, "中期评估"), (END, "总结评估")]
)
def test_the_genre_names_the_phase(at, phase):
    assert progress.build(filled.facts(as_of=at)).genre == f"规划实施进展（{phase}）"


def test_a_text_opens_the_report_and_the_table_becomes_its_annex(report):
    assert isinstance(report.parts[0], Prose)
    assert (report.label, main(report).label, main(report).title) == ("", "附表", report.title)
    assert main(report).fresh


def test_without_a_text_the_table_stands_below_the_reports_own_title(report):
    bare = replace(report, label="附表", parts=report.tables)
    assert told(bare, Prose(()), ()) == bare


def test_only_a_kind_of_indicators_can_be_asked_for():
    made = progress.build(filled.facts(as_of=MIDDLE, selection=Selection(binding=Binding.BINDING)))
    assert set(column(main(made), "属性")) == {"约束性"}
    assert "约束性指标进展" in made.heading


def test_a_selection_without_main_indicators_is_refused():
    with pytest.raises(NotFoundError, match="没有主要指标，没有写出报告"):
        progress.build(filled.facts(as_of=MIDDLE, selection=Selection(section="P01")))


def test_the_public_edition_tells_nothing_of_a_figure_that_is_withheld(facts):
    hidden = with_entry(facts, "B-01", missing=Missing.WITHHELD)
    row = by_name(main(public(progress.build(hidden))))["地区生产总值（GDP）（亿元）"]
    assert row[4:] == [
        "582.23", "626.02", "不公开", "不公开", "不公开", "不公开", "快于预期",
    ]  # fmt: skip
    assert isinstance(progress.build(hidden).data, Table)

"""政府工作报告目标完成情况: every target of the year once; 民生实事 by items, not by rows."""

from collections import Counter
from dataclasses import replace

import pytest

from core.domain.completion import assess
from core.domain.judging.judgement import Light
from core.domain.period import Quarter
from core.domain.submission import Decision
from core.domain.target import AnnualTarget
from core.errors import NotFoundError
from core.reports.chart import Chart, Tone
from core.reports.kinds import annual
from core.reports.narrative import lacking
from core.reports.narrative.account import Account
from core.reports.prose import Prose
from core.reports.selection import Selection
from tests import filled
from tests.core.reports.listed import listed, notes, shipped, texts, under
from tests.factory import figure

CITY, DISTRICT = filled.CITY, filled.DISTRICT
AUTUMN = Quarter(2024, 3)
TARGET, ACTUAL, SHARE, STATUS, LEAD = range(2, 7)


@pytest.fixture(scope="module")
def whole():
    return annual.build(filled.facts(CITY, AUTUMN))


def names(table, at=0):
    return [each[at] for each in texts(table)]


def test_all_rows_of_the_work_report_stand_there_once_in_its_order(whole):
    main, tasks, livelihood = whole.tables
    every = [*names(main), *names(tasks), *names(livelihood, 1)]
    rows = [listed(CITY, f"W24-{kind}") for kind in "MTL"]
    assert list(map(len, rows)) == [11, 72, 21]
    assert every == [each["名称"] for part in rows for each in part]


def test_each_part_is_an_annex_of_its_own(whole):
    assert [(table.label, table.title) for table in whole.tables] == [
        ("附表1", "2024年政府工作报告主要目标完成情况\n（2024年前三季度）"),
        ("附表2", "2024年政府工作报告任务目标完成情况\n（2024年前三季度）"),
        ("附表3", "2024年政府工作报告民生实事完成情况\n（2024年前三季度）"),
    ]
    assert whole.label == ""
    assert isinstance(whole.parts[-1], Chart)


def test_each_task_stands_under_its_heading(whole):
    headings = {each["编码"]: each["名称"] for each in shipped(CITY, "sections")}
    for (above, name), each in zip(under(whole.tables[1]), listed(CITY, "W24-T"), strict=True):
        assert (above[-1], name) == (headings[each["所属"]], each["名称"])
    first = next(iter(under(whole.tables[1])))
    assert first[0] == ("推进新型工业化", "推动产业链优化升级")


@pytest.mark.parametrize(
    ("at", "name", "words"),
    [
        (0, "地区生产总值增速", "6%左右"), (0, "外贸进出口", "促稳提质"),
        (0, "居民消费价格总水平涨幅", "控制在3%左右"), (1, "粮食总产", "达53.08亿斤以上"),
        (1, "零就业家庭动态清零", "动态清零"), (1, "会展中心建设", "2024年完成"),
    ],
)  # fmt: skip
def test_targets_keep_the_words_of_the_report(whole, at, name, words):
    (found,) = [each for each in texts(whole.tables[at]) if each[0] == name]
    assert found[1] == words


def test_livelihood_targets_keep_their_words_too(whole):
    targets = {each[1]: each[TARGET] for each in texts(whole.tables[2])}
    assert targets["直接扶持个人创业"] == "1万人以上"
    assert targets["失能失智照护中心主体封顶"] == "2024年封顶"


def test_livelihood_is_counted_by_ten_items(whole):
    blocks = dict.fromkeys((row.cells[0].block, row.cells[0].text) for row in whole.tables[2].rows)
    assert [block for block, _ in blocks] == [f"L{number:02}" for number in range(1, 11)]
    said = notes(whole.tables[2])
    done = sum(text.endswith("已完成") for _, text in blocks)
    assert f"民生实事10件，已完成{done}件" in said


def matters(**words):
    """The cells of 民生实事 at the year's end where a person says how some rows are."""
    end = Quarter(2024, 4)
    found = [Decision(f"W24-{code}", end, word, "现场核验", "张三") for code, word in words.items()]
    report = annual.build(filled.facts(CITY, end, decisions=found))
    return {row.cells[0].text for row in report.tables[2].rows}


def test_an_item_is_done_only_when_all_its_rows_are():
    name = "5.实施中心城区交通出行优化工程"
    assert f"{name}\n2项中完成1项" in matters(L010="未完成", L011="全面完成")
    assert f"{name}\n已完成" in matters(L010="全面完成", L011="全面完成")


def test_sums_and_shares_are_those_of_the_year(whole):
    (found,) = [each for each in texts(whole.tables[2]) if each[1] == "新增创业担保贷款"]
    assert found[TARGET] == "27亿元"
    assert found[ACTUAL].endswith("亿元")
    assert found[SHARE].endswith("%")
    assert found[LEAD] == "市人社局"


def test_one_part_alone_is_one_annex():
    found = annual.build(filled.facts(CITY, AUTUMN, selection=Selection(section="L")))
    assert [table.label for table in found.tables] == ["附表"]
    assert len(texts(found.tables[0])) == 21


def test_part_of_an_item_keeps_its_number_and_its_state():
    chosen = Selection(department="M29")
    found = annual.build(filled.facts(CITY, AUTUMN, selection=chosen))
    assert {each[0].split("\n")[0] for each in texts(found.tables[0])} == {"6.实施精准助残服务工程"}
    assert "民生实事1件" in notes(found.tables[0])


def test_a_plan_of_years_shows_the_annual_targets_of_the_year_by_category():
    found = annual.build(filled.facts(DISTRICT, Quarter(2023, 4)))
    (table,) = found.tables
    assert found.heading == "“十四五”规划2023年度目标完成情况（2023年全年）"
    assert len(table.rows) == 33
    categories = dict.fromkeys(row.cells[0].text for row in table.rows)
    assert list(categories)[:2] == ["综合质效", "创新驱动"]
    gdp = [cell.text for cell in table.rows[0].cells]
    assert gdp[2] == "648.76*"
    assert gdp[-1] == "区统计局"


def status(facts, code):
    """The light and the word of an indicator in the table of annual targets."""
    (table,) = annual.build(facts).tables
    at = [each.code for each in facts.main()].index(code)
    cell = table.rows[at].cells[-2]
    return cell.light, cell.text


def with_annual(text):
    """The district's facts where a document gives GDP another target for 2023."""
    known = filled.facts(DISTRICT, Quarter(2023, 4))
    first, *others = known.plan.indicators
    given = replace(first, annual_targets=(AnnualTarget(2023, figure(text)),))
    plan = replace(known.plan, indicators=(given, *others))
    judged = assess(plan, known.as_of, known.entries, {})
    return replace(known, plan=plan, assessments={each.code: each for each in judged})


def test_the_status_is_that_of_the_years_own_target():
    assert status(with_annual("600"), "B-01") == (Light.GREEN, "快于预期")
    assert status(with_annual("990"), "B-01") == (Light.RED, "明显滞后")


def test_what_is_not_due_in_the_quarter_is_not_judged_by_last_year():
    half = filled.facts(DISTRICT, Quarter(2023, 2))
    assert status(half, "B-02") == (Light.GREY, "未到时点")
    assert "“未到时点”的19个指标本期不要求填报" in notes(annual.build(half).tables[0])


def test_a_target_that_waits_says_so():
    assert status(filled.facts(DISTRICT, Quarter(2023, 4)), "B-18") == (Light.GREY, "待下达")


def test_the_plans_last_year_is_judged_as_its_end():
    assert status(filled.facts(DISTRICT), "B-01")[1] in filled.plan(DISTRICT).words


def told(facts):
    text = annual.build(facts).parts[0]
    assert isinstance(text, Prose)
    return [each.lead + each.text for each in text.paragraphs]


def drawn(report):
    chart = report.parts[-1]
    assert isinstance(chart, Chart)
    return chart


def test_the_narrative_of_a_year_stands_on_the_years_own_targets():
    known = filled.facts(DISTRICT, Quarter(2023, 4))
    assert known.assessments["B-01"].status == "快于预期"  # by the plan's
    said = told(known)
    assert said[4].startswith("（一）综合质效。共7个指标，其中基本符合预期4个、略有滞后1个")
    assert said[1].startswith("按2023年全年填报情况，“十四五”规划2023年度目标共33个（约束性11个")
    assert said[2] == "年度目标中有23个没有文件下达，按规划目标推算。"
    (behind,) = [each for each in said if each.startswith("滞后的")]
    assert behind.startswith("滞后的5个指标是固定资产投资增速、粮食综合生产能力")
    assert not any("规划目标：" in each for each in said)


def test_a_target_that_a_document_gives_is_not_counted_among_those_that_were_derived():
    known = with_annual("990")
    first, second, *_ = known.plan.indicators
    assert not list(lacking.derived(Account(known, (first,))))
    (said,) = lacking.derived(Account(known, (first, second)))
    assert said.text == "年度目标中有1个没有文件下达，按规划目标推算。"


def test_the_chart_of_a_year_counts_what_its_table_prints():
    report = annual.build(with_annual("990"))
    chart = drawn(report)
    lights = [row.cells[-2].light for row in report.tables[0].rows]
    printed = Counter(Tone.of(each) for each in lights if each)
    assert chart.title == "各类别2023年度目标完成情况"
    assert {each.tone: sum(each.values) for each in chart.series} == printed


def test_the_last_year_keeps_the_words_of_a_plan_under_way_in_all_its_parts():
    last = filled.facts(DISTRICT)
    report = annual.build(last)
    assert "三、滞后的指标" in told(last)
    assert "四、尚不能判断的指标" in told(last)
    names = [each.name for each in drawn(report).series]
    assert names == ["快于预期、基本符合预期", "略有滞后", "明显滞后", "尚不能判断"]


def test_where_the_year_asks_for_nothing_nothing_is_told():
    known = filled.facts(DISTRICT, Quarter(2023, 4))
    silent = replace(known, plan=replace(known.plan, indicators=known.plan.indicators[:1]))
    of = silent.assessments["B-01"].judged
    idle = replace(silent.assessments["B-01"], judged=of._replace(moment=None, decisive=None))
    report = annual.build(replace(silent, assessments={"B-01": idle}))
    assert [type(each).__name__ for each in report.parts] == ["Table"]
    assert report.tables[0].rows[0].cells[-2].text == "—"


@pytest.mark.parametrize("code", [CITY, DISTRICT])
def test_a_selection_without_targets_is_refused(code):
    with pytest.raises(NotFoundError, match="没有年度目标"):
        annual.build(filled.facts(code, selection=Selection(department="D99")))

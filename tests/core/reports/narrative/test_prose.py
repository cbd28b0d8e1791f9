"""Each kind of report has the narrative that fits it, told here of the shipped plans."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.standing import Standing
from core.domain.submission import State
from core.progress import finish
from core.reports.kinds import works
from core.reports.narrative import prose
from core.reports.prose import Level
from core.reports.selection import Selection
from core.services import history
from tests import filled
from tests.core.reports.narrative.told import lines
from tests.factory import quarter

NOW = quarter("2023Q4")


def district(**rest):
    return filled.facts(filled.DISTRICT, NOW, **rest)


def city():
    """The work report with the lights of both quarters."""
    found = filled.facts(filled.CITY, quarter("2024Q2"))
    whole = filled.plan(filled.CITY)
    known = filled.entries(whole, found.as_of)
    quarters = whole.quarters[: whole.quarters.index(found.as_of) + 1]
    return replace(found, lights=finish(history.judged(whole, quarters, known, {})))


def headings(told):
    return [each.text for each in told.paragraphs if each.level is Level.FIRST]


def test_progress_tells_all_of_a_plan():
    found = district()
    told = prose.progress(found, tuple(found.main()))
    assert headings(told) == [
        "一、总体情况",
        "二、分类别情况",
        "三、滞后的指标",
        "四、约束性指标",
        "五、尚不能判断的指标",
        "六、专栏工程",
    ]
    assert lines(told.paragraphs)[1] == (
        "按2023年全年填报情况，“十四五”规划主要指标共33个（约束性11个、预期性22个），其中快于预期5个、"
        "基本符合预期11个、略有滞后4个、明显滞后2个，尚不能判断11个（未到发布期1个、待下达8个、基期待补1个、"
        "待定1个）。"
    )
    assert told.paragraphs[3].lead == "（一）综合质效。"


def test_progress_of_a_part_names_it():
    found = replace(
        district(),
        selection=Selection(
            section=next(each.code for each in district().plan.sections if each.name == "综合质效")
        ),
    )
    told = prose.progress(found, tuple(found.main()))
    assert "“十四五”规划综合质效指标共7个" in told.paragraphs[1].text
    assert "六、专栏工程" not in headings(told)


def test_a_department_is_named_with_what_it_leads():
    found = replace(district(), selection=Selection("D02"))
    told = prose.department(found, tuple(found.items()))
    assert "区统计局牵头的“十四五”规划指标共7个" in told.paragraphs[1].text
    told = prose.quarterly(found, tuple(found.items()))
    assert "区统计局牵头的“十四五”规划指标共7个" in told.paragraphs[1].text


def test_what_a_department_with_works_leads_is_called_tasks():
    found = replace(district(), selection=Selection("D01"))
    told = prose.department(found, tuple(found.items()))
    assert "规划目标任务共" in told.paragraphs[1].text


def test_works_are_counted_with_their_nodes():
    found = district()
    boxed = tuple(each for each in works.chosen(found) if not found.plan.is_main(each))
    told = prose.projects(found, boxed)
    assert headings(told) == ["一、总体情况", "二、滞后的工程", "三、尚不能判断的工程"]
    assert "专栏工程共441项，其中提前实现46项" in told.paragraphs[1].text
    assert told.paragraphs[2].text == "以节点为目标的工程127项，均尚未达到节点；计划时间均未到。"


def test_a_work_report_is_told_part_by_part():
    found = city()
    told = prose.annual(found, tuple(works.chosen(found)))
    assert headings(told) == [
        "一、主要目标",
        "二、任务目标",
        "三、民生实事",
        "四、尚不能判断的目标任务",
        "五、与上一季度相比",
    ]
    said = lines(told.paragraphs)
    assert said[1].startswith("按2024年上半年填报情况，主要目标共11个，其中快于预期1个")
    (matters,) = [each for each in said if each.startswith("民生实事")]
    assert matters.count("项中完成") == 10


def test_a_heatmap_is_told_by_its_lights():
    found = city()
    told = prose.heatmap(found, tuple(found.main()))
    assert headings(told) == ["一、总体情况", "二、与上一季度相比"]
    assert "共11个指标，其中绿灯7个、黄灯1个、红灯1个、灰灯2个。" in told.paragraphs[1].text


@pytest.mark.parametrize("code", filled.PLANS)
def test_at_every_plans_end_its_own_words_are_told(code):
    found = filled.facts(code)
    said = "".join(lines(prose.progress(found, tuple(found.main())).paragraphs))
    assert "提前完成" in said
    assert "尚不能判断" not in said
    assert "要实现规划目标" not in said
    assert "None" not in said


def test_a_notice_tells_who_has_handed_in():
    day = date(2024, 1, 20)
    forms = tuple(
        Standing(code, NOW, State.SUBMITTED, 1, 1, day, date(2024, 1, 25), on)
        for code, on in (("D01", date(2024, 1, 18)), ("D02", date(2024, 1, 22)))
    )
    told = prose.submissions(replace(district(), standings=forms))
    assert told.paragraphs[0].level is Level.ADDRESS
    assert headings(told) == ["一、按时报送的单位（1个）", "二、迟报的单位（1个）"]

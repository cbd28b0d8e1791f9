"""Plans are edited thing by thing; what would contradict itself is refused in a sentence."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import resources
from core.domain.department import Reform
from core.domain.figure import Figure
from core.domain.indicator import EnteredAs, Measure
from core.domain.target import Target
from core.errors import EditError
from core.plans import cards, edits
from core.plans.cards import Card, Thing
from core.plans.differences import Difference, differences
from core.plans.folder import load
from core.plans.texts import Texts
from tests.core.plans.factory import dated, put

REVISION = {
    "目标": "700",
    "目标状态": "已定",
    "下限": "",
    "上限": "",
    "原因": "受疫情影响",
    "日期": "2024-05-08",
    "批准机关": "区人大常委会",
    "发文字号": "某人发〔2024〕1号",
}


@pytest.fixture(scope="module")
def plan(tmp_path_factory):
    """The small plan with every file: A-1, A-2, A-3, B-1 and the node B-2."""
    return load(put(dated(), tmp_path_factory.mktemp("plan") / "p")).plan


def typed(plan, thing, place, group="", rows=(), **texts):
    """The plan after somebody typed some texts of a thing, and the rows of a group."""
    card = cards.card(plan, thing, place)
    lists = {**card.lists, group: rows} if group else card.lists
    return edits.put(plan, thing, place, Card({**card.cells, **texts}, lists))


def refused(plan, thing, place, **texts):
    """What is wrong with what somebody typed."""
    with pytest.raises(EditError) as raised:
        typed(plan, thing, place, **texts)
    return raised.value


def test_what_nobody_changed_stays_as_it_was(plan):
    for thing in Thing:
        places = 1 if thing is Thing.PLAN else len(getattr(plan, thing))
        for place in range(places):
            assert Texts.of(typed(plan, thing, place)) == Texts.of(plan)


def test_every_thing_of_the_shipped_plans_stays_as_it_was():
    shipped = load(resources.path("plans", "zhanggong-2021-2025")).plan
    card = cards.card(shipped, Thing.INDICATOR, 7)
    assert edits.put(shipped, Thing.INDICATOR, 7, card) == shipped


def test_an_indicator_is_edited(plan):
    edited = typed(plan, Thing.INDICATOR, 0, 单位="万元", 目标="800以上", 晚报天数=" 15 ")
    first = edited.indicators[0]
    assert (first.unit, str(first.target.printed), first.delay) == ("万元", "800以上", 15)
    assert first.revisions == plan.indicators[0].revisions
    assert edited.indicators[1:] == plan.indicators[1:]


def test_texts_that_only_fit_together_are_taken_together(plan):
    error = refused(plan, Thing.INDICATOR, 0, 衡量方式="累计")
    assert [each.name for each in error.flaws] == ["填报方式"]
    edited = typed(plan, Thing.INDICATOR, 0, 衡量方式="累计", 填报方式="当年数")
    first = edited.indicators[0]
    assert (first.measure, first.entered_as) == (Measure.CUMULATIVE, EnteredAs.YEAR)


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"编码": ""}, "“编码”还没有填，应为编码：字母开头，只用字母、数字、点和短横"),
        ({"编码": "A 1"}, "“编码”现为“A 1”，应为编码：字母开头"),
        ({"编码": "a-2"}, "“编码”现为“a-2”，已有别的指标用它，请另编一个"),
        ({"编码": "B-2"}, "节点“B-2”的“编码”现为“B-2”，应为没有指标用的编码"),
        ({"指标": ""}, "“指标”还没有填。"),
        ({"指标": "生产\0总值"}, "“指标”现为“生产�总值”，应为文字"),
        ({"备注": "说" * 10_000_000}, "“备注”现为“说说"),
        ({"备注": "=1+1"}, "“备注”现为“=1+1”，应为文字：不是公式"),
        ({"目标": "750亿元"}, "“目标”现为“750亿元”，应为规划印出的数或词"),
        ({"目标": "１"}, "“目标”现为“１”"),
        ({"小数位": "-1"}, "“小数位”现为“-1”，应为0到6的整数"),
        ({"牵头单位": "D09"}, "“牵头单位”现为“D09”，应为本规划已有部门的编码"),
        ({"同源指标": "B-1"}, "应为本身不再引用同源的另一个指标"),
        ({"所属": "Z"}, "“所属”现为“Z”，应为本规划已有类别的编码"),
        ({"晚报天数": "两周"}, "“晚报天数”现为“两周”，应为0到999的整数"),
    ],
)
def test_a_text_that_does_not_fit_is_refused_in_a_sentence(plan, texts, sentence):
    error = refused(plan, Thing.INDICATOR, 0, **texts)
    assert sentence in str(error)
    assert len(str(error)) < 500


def test_a_target_is_adjusted_with_its_day_and_its_document(plan):
    edited = typed(plan, Thing.INDICATOR, 1, "revisions", (REVISION,))
    (revision,) = edited.indicators[1].revisions
    assert revision.target == Target(Figure.parse("700"))
    assert (revision.on, revision.approved_by) == (date(2024, 5, 8), "区人大常委会")


def test_a_new_adjustment_needs_its_day_and_takes_its_place_in_time(plan):
    with pytest.raises(EditError, match="“日期”还没有填，应为起用新目标的日期"):
        typed(plan, Thing.INDICATOR, 1, "revisions", ({**REVISION, "日期": ""},))
    rows = (REVISION, {**REVISION, "日期": "2023-01-01", "目标": "710"})
    edited = typed(plan, Thing.INDICATOR, 1, "revisions", rows)
    assert [str(each.target.printed) for each in edited.indicators[1].revisions] == ["710", "700"]
    assert str(edited.indicators[1].aim.printed) == "700"


def test_an_adjustment_without_a_day_that_is_there_may_stay(plan):
    old = cards.card(plan, Thing.INDICATOR, 0).lists["revisions"]
    assert [each["日期"] for each in old] == ["2023-05-08", ""]
    edited = typed(plan, Thing.INDICATOR, 0, 单位="万元")
    assert edited.indicators[0].revisions == plan.indicators[0].revisions
    edited = typed(plan, Thing.INDICATOR, 0, "revisions", (*old, REVISION))
    assert [each.on for each in edited.indicators[0].revisions] == [
        None,
        date(2023, 5, 8),
        date(2024, 5, 8),
    ]


def test_a_row_that_does_not_fit_says_which(plan):
    rows = (REVISION, {**REVISION, "日期": "2024-02-30", "目标": "690"})
    with pytest.raises(EditError) as raised:
        typed(plan, Thing.INDICATOR, 1, "revisions", rows)
    (flaw,) = raised.value.flaws
    assert (flaw.group, flaw.row, flaw.name) == ("revisions", 1, "日期")
    assert flaw.sentence == "“日期”现为“2024-02-30”，应为日期，如2020-05-08"


def test_a_new_code_is_followed_by_all_that_refers_to_it(plan):
    edited = typed(plan, Thing.INDICATOR, 0, 编码="A-100")
    assert edited.indicators[3].same_source == "A-100"
    assert edited.indicators[0].definitions == plan.indicators[0].definitions
    edited = typed(edited, Thing.INDICATOR, 2, 编码="A-300")
    assert edited.reorganisations[1].items == ("A-300", "B-2")
    edited = typed(edited, Thing.DEPARTMENT, 1, 编码="D20")
    assert edited.indicators[0].duty.supporting == ("D20", "D03")
    assert edited.reorganisations[2].into == "D20"
    assert typed(edited, Thing.SECTION, 1, 编码="ZA1").indicators[0].section == "ZA1"


def test_a_thing_is_added_at_its_place(plan):
    card = cards.card(plan, Thing.INDICATOR, 1)
    new = Card({**card.cells, "编码": "A-22", "指标": "用水总量"})
    codes = [each.code for each in edits.insert(plan, Thing.INDICATOR, 2, new).indicators]
    assert codes == ["A-1", "A-2", "A-22", "A-3", "B-1"]


def test_a_thing_that_nothing_refers_to_is_removed_with_what_belongs_to_it(plan):
    freed = typed(plan, Thing.INDICATOR, 3, 同源指标="")
    smaller = edits.remove(freed, Thing.INDICATOR, 0)
    assert [each.code for each in smaller.indicators] == ["A-2", "A-3", "B-1"]
    assert not Texts.of(smaller).tables["definitions.csv"]


@pytest.mark.parametrize(
    ("thing", "place", "sentence"),
    [
        (Thing.INDICATOR, 0, "指标“A-1”还不能删除，指标“B-1”的“同源指标”用到它，请先改这些地方"),
        (Thing.INDICATOR, 2, "机构变动“D01”的“划转事项”用到它"),
        (Thing.SECTION, 0, "类别“A”还不能删除，类别“A1”的“所属”用到它"),
        (Thing.DEPARTMENT, 1, "等9处用到它"),
    ],
)
def test_what_something_refers_to_is_not_removed(plan, thing, place, sentence):
    with pytest.raises(EditError, match=sentence):
        edits.remove(plan, thing, place)


def test_things_are_put_into_another_order(plan):
    edited = edits.reorder(plan, Thing.INDICATOR, (1, 0, 2, 3))
    assert [each.code for each in edited.indicators] == ["A-2", "A-1", "A-3", "B-1"]
    with pytest.raises(EditError, match="排在本行之前的编码"):
        edits.reorder(plan, Thing.SECTION, (1, 0, 2))


def reform(**texts):
    blank = dict.fromkeys(("新简称", "新全称", "接收部门", "划转事项", "发文字号"), "")
    return Card({"部门": "D03", "变动": "更名", "日期": "2024-09-01", **blank, **texts})


def test_departments_are_reorganised_on_a_day(plan):
    new = reform(新简称="供电局", 新全称="区供电局")
    edited = edits.insert(plan, Thing.REORGANISATION, 0, new)
    assert edited.reorganisations[-1].kind is Reform.RENAMED
    assert edited.reorganisations[-1].on == date(2024, 9, 1)


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({}, "“新简称”还没有填，应为新简称：变动为“更名”"),
        ({"变动": "并入", "接收部门": "D03"}, "应为另一个部门：不能并入或分给自己"),
        ({"变动": "分出", "接收部门": "D01"}, "“划转事项”还没有填"),
        ({"变动": "并入", "接收部门": "D01", "日期": "9999-99-99"}, "应为日期，如2020-05-08"),
        ({"变动": "并入", "接收部门": "D01", "日期": "1024-01-01"}, "应为日期，如2020-05-08"),
    ],
)
def test_a_reorganisation_that_makes_no_sense_is_refused(plan, texts, sentence):
    with pytest.raises(EditError) as raised:
        edits.insert(plan, Thing.REORGANISATION, 0, reform(**texts))
    assert sentence in str(raised.value)


def test_the_plan_itself_is_edited(plan):
    row = {"报表种类": "targets", "编号": "附表3", "题名": "指标"}
    edited = typed(
        plan,
        Thing.PLAN,
        0,
        "appendices",
        (row,),
        简称="新规划",
        规划自己的注="一\n\n 二 ",
        基本完成下限="0.85",
        超额完成用词="超额完成",
    )
    assert (edited.name, edited.notes) == ("新规划", ("一", "二"))
    assert str(edited.dictionary.floor) == "0.85"
    assert edited.appendices[0].label == "附表3"
    assert edited.indicators == plan.indicators


@pytest.mark.parametrize(
    ("texts", "sentence"),
    [
        ({"末年": "2020"}, "“末年”现为“2020”，应为不早于首年2021的年份"),
        ({"首年": "二〇二一"}, "“首年”现为“二〇二一”，应为1949至2100的年份"),
        ({"基期年": "2022"}, "“基期年”现为“2022”，应为不晚于首年2021的年份"),
        ({"末年": "2024"}, "节点“B-2”的“计划完成”现为“2025Q4”，应为规划年份内的报告期"),
        ({"全称": " "}, "“全称”还没有填"),
        ({"简称": "规\0划"}, "“简称”现为“规�划”"),
        ({"规划编码": "a b"}, "“规划编码”现为“a b”，应为字母、数字和短横"),
        ({"基本完成下限": "九成"}, "“基本完成下限”现为“九成”，应为0至1的数"),
        ({"规划自己的注": "说" * 3000}, "“规划自己的注”现为"),
    ],
)
def test_a_plan_that_contradicts_itself_is_refused(plan, texts, sentence):
    assert sentence in str(refused(plan, Thing.PLAN, 0, **texts))


def test_a_report_without_a_title_says_in_which_row(plan):
    with pytest.raises(EditError) as raised:
        typed(plan, Thing.PLAN, 0, "appendices", ({"报表种类": "targets", "编号": "附表3"},))
    assert [(each.group, each.row, each.name) for each in raised.value.flaws] == [
        ("appendices", 0, "题名")
    ]


def test_what_changed_is_told_thing_by_thing(plan):
    edited = typed(plan, Thing.INDICATOR, 1, "revisions", (REVISION,), 单位="吨")
    edited = typed(edited, Thing.PLAN, 0, 简称="新规划")
    assert differences(plan, edited) == (
        Difference("small-2021-2025", "规划 简称：“十四五”规划", "规划 简称：新规划"),
        Difference(
            "A-2",
            "指标 单位：%；目标调整：空",
            "指标 单位：吨；"
            "目标调整：700，已定，受疫情影响，2024-05-08，区人大常委会，某人发〔2024〕1号",
        ),
    )
    assert differences(plan, plan) == ()


def test_figures_that_are_equal_but_printed_otherwise_are_told_apart(plan):
    edited = typed(plan, Thing.INDICATOR, 3, 目标="750.0")
    assert edited.indicators[3].target.printed == plan.indicators[3].target.printed
    assert differences(plan, edited) == (Difference("B-1", "指标 目标：750", "指标 目标：750.0"),)


def test_what_came_what_went_and_what_moved_is_told(plan):
    added = edits.insert(
        plan, Thing.DEPARTMENT, 3, Card({"编码": "D04", "简称": "甲", "全称": "乙"})
    )
    (new,) = differences(plan, added)
    assert new == Difference("D04", "", "部门 编码：D04；简称：甲；全称：乙")
    assert differences(added, plan) == (Difference("D04", new.after, ""),)
    moved = edits.reorder(plan, Thing.INDICATOR, (1, 0, 2, 3))
    assert differences(plan, moved) == (
        Difference("small-2021-2025", "指标的原有顺序", "指标的顺序已调整"),
    )


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(["单位", "目标", "口径", "编码", "小数位", "配合单位"]), st.text(max_size=30)
)
def test_any_text_is_taken_as_it_is_or_refused_in_a_sentence(plan, name, text):
    try:
        edited = typed(plan, Thing.INDICATOR, 0, **{name: text})
    except EditError as error:
        told = str(error)
    else:
        told = "。" if Texts.of(typed(edited, Thing.INDICATOR, 0)) == Texts.of(edited) else ""
    assert told.endswith("。")


def test_an_unfinished_plan_may_have_no_indicator(plan):
    empty = replace(plan, indicators=(), milestones=(), reorganisations=())
    assert typed(empty, Thing.PLAN, 0, 简称="新规划").name == "新规划"

"""Notes are made from the rows: counts, reasons, what is pending, what the signs mean."""

from dataclasses import replace

from core.domain.figure import Figure
from core.domain.period import Quarter
from core.domain.submission import Entry, Missing
from core.reports.kinds.appendix import completion, targets
from tests.core.reports.paper import A1, CITY, B, facts


def decisions():
    return [each.decision for each in facts().assessments.values() if each.decision]


def test_the_notes_of_annex_1_are_those_of_the_plan():
    first, second, third = completion(facts()).tables[0].notes
    assert first == "共41个指标（其中约束性指标11个、预期性指标30个），[ ]表示累计提高或下降数；"
    assert second == (
        "22个指标提前完成，10个指标全面完成，7个指标基本完成或接近完成（其中"
        "财政总收入受减税降费政策等影响；"
        "规模以上工业增加值、固定资产投资、社会消费品零售总额、城镇居民人均可支配收入"
        "受宏观经济下行和疫情等影响；三产比例和工业化率受工业基础数据修订等影响）；"
        "耕地保有量待土地“三调”公布后确定；"
        "主要劳动年龄人口平均受教育年限待全国人口普查结果公布后确定；"
        "消除贫困人口数因建档立卡贫困人口会因为生老病死、嫁娶新生等情况发生动态调整，"
        "目标已调整为累计0.6483万人，完成情况按调整后目标判断；"
    )
    assert third == "空格表示无数据或不详。"


def test_the_counts_follow_the_decisions():
    first, *others = decisions()
    changed = completion(facts(decisions=[replace(first, status="全面完成"), *others]))
    assert changed.tables[0].notes[1].startswith("21个指标提前完成，11个指标全面完成，")


def test_a_word_outside_the_dictionary_is_counted_too():
    first, *others = decisions()
    changed = completion(facts(decisions=[replace(first, status="另行说明"), *others]))
    assert "，1个指标另行说明；" in changed.tables[0].notes[1]


def test_the_notes_of_annex_2_are_those_of_the_plan():
    first, second, third = targets(facts(B)).tables[0].notes
    assert first == (
        "共33个指标（其中约束性指标11个、预期性指标22个），[ ]表示五年累计提高或下降数，"
        "其中规模以上工业增加值增速和固定资产投资增速的基期值为“十三五”平均增速；"
    )
    assert second == "约束性指标具体数值按市下达任务执行；"
    assert third == "空格表示无数据或不详。"


def test_a_plan_without_brackets_or_binding_targets_mentions_neither():
    assert targets(facts(CITY)).tables[0].notes[0] == "共11个指标；"


def test_before_the_end_the_words_of_the_year_are_counted_with_the_reasons_of_what_is_missing():
    entries = (
        Entry("B-01", Quarter(2023, 4), Figure.parse("631.20"), explanation="受需求不足影响"),
        Entry("B-26", Quarter(2023, 4), None, Missing.UNPUBLISHED, "待国家调查队公布"),
    )
    notes = completion(facts(B, Quarter(2023, 4), entries=entries)).tables[0].notes
    assert notes[1].startswith(
        "1个指标略有滞后（地区生产总值（GDP）受需求不足影响），22个指标缺数，"
        "1个指标未到发布期（农村居民人均可支配收入待国家调查队公布），8个指标待下达，"
        "1个指标待定"
    )


def test_what_has_no_figure_yet_is_counted():
    assert "33个指标完成情况待定" in completion(facts(B)).tables[0].notes[1]


def test_a_plan_that_does_not_word_its_brackets_gets_the_usual_words():
    known = facts(A1)
    silent = replace(known, plan=replace(known.plan, bracket=""))
    assert "[ ]表示累计数" in completion(silent).tables[0].notes[0]


def test_without_blanks_there_is_no_legend_of_blanks():
    known = facts(A1)
    printed = tuple(known.plan.main())[:3]
    report = targets(replace(known, plan=replace(known.plan, indicators=printed)))
    assert report.tables[0].notes == ("共3个指标。",)

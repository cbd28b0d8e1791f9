"""A reader redoes every status from its sentence alone, with a pocket calculator."""

import pytest

from core.domain.completion import judge
from core.domain.indicator import EnteredAs
from core.domain.submission import Missing
from core.domain.target import Target
from core.domain.vintage import Vintage
from tests import factory as the

SENTENCES = [
    (
        the.level("突破450", "311.64"),
        "521.94",
        ("2025年实际521.94亿元，规划目标突破450亿元，完成率115.99%，优于目标71.94亿元；"
        "优于目标且无分年数据，建议为提前完成。"),
    ),
    (
        the.level("750"),
        {2024: "755", 2025: "760"},
        ("2025年实际760亿元，规划目标750亿元，完成率101.33%，优于目标10.00亿元；此前年度已达到目标"
         "，建议为提前完成。"),
    ),
    (
        the.level("65", unit="%"),
        "65",
        "2025年实际65%，规划目标65%，完成率100%，与目标相等；达到目标，建议为全面完成。",
    ),
    (
        the.level("54.16"),
        "50",
        ("2025年实际50亿元，规划目标54.16亿元，完成率92.32%，差于目标4.16亿元；"
        "预期性指标完成率90%及以上为基本完成或接近完成，以下为未完成，建议为基本完成或接近完成。"),
    ),
    (
        the.binding(the.keep("60")),
        "59",
        ("2025年实际59%，规划目标60%，完成率98.33%，差于目标1.00个百分点；约束性指标须达到目标，建"
         "议为未完成。"),
    ),
    (
        the.level("100左右"),
        "98",
        ("2025年实际98亿元，规划目标100亿元左右，完成率98%，差于目标2.00亿元；目标为左右，相差2%以"
         "内，建议为全面完成。"),
    ),
    (
        the.control("5.5左右", "4.5"),
        "5",
        ("2025年实际5%，规划目标5.5%左右，完成率110%（越低越好，目标与实际之比），优于目标0.50个百"
         "分点；优于目标且无分年数据，建议为提前完成。"),
    ),
    (
        the.structure("1:34:65"),
        "0.7:34.4:64.9",
        ("2025年实际0.7:34.4:64.9，规划目标1:34:65，按末位比较，完成率99.85%，"
        "差于目标0.1个百分点；预期性指标完成率90%及以上为基本完成或接近完成，以下为未完成，"
        "建议为基本完成或接近完成（建议，须人确认）。"),
    ),
    (
        the.revised(the.cumulative("[0.6939]", EnteredAs.PLAN, unit="万人", decimals=4),
                    "[0.6483]", "因动态调整"),
        "[0.6483]",
        ("2025年实际累计0.6483万人，规划目标累计0.6939万人，已调整为累计0.6483万人（因动态调整），"
        "完成率100%，与目标相等；达到目标，建议为全面完成。"),
    ),
    (
        the.cumulative("100"),
        dict.fromkeys(range(2021, 2026), "20"),
        "2025年实际累计100名，规划目标100名，完成率100%，与目标相等；达到目标，建议为全面完成。",
    ),
    (
        the.growth("7.5"),
        {2021: "7", 2022: "8", 2023: "9", 2024: "8.5", 2025: "7.5"},
        ("2025年实际年均8.0%，规划目标7.5%，完成率106.67%，优于目标0.5个百分点；"
        "此前年度已达到目标，建议为提前完成。"),
    ),
    (
        the.annual("3以上"),
        {2021: "3", 2022: "4", 2023: "5", 2024: "6", 2025: "4"},
        ("2021—2025年五年均达到当年目标（2021年实际3家，目标3家以上，与目标相等）；"
        "各年均达到但并非均优于当年目标，建议为全面完成。"),
    ),
    (
        the.growth(Target(None, low=the.figure("7.5").value)),
        "年均7.5",
        ("2025年实际年均7.5%，规划目标7.5%（原表列位不明），完成率100%，与目标相等；"
        "达到目标，建议为全面完成。"),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "figures", "sentence"), SENTENCES)
def test_a_status_explains_itself(indicator, figures, sentence):
    assert the.judged(indicator, figures).sentence == sentence


def test_a_share_just_below_the_floor_does_not_read_like_the_floor():
    sentence = the.judged(the.level("1000000"), "899996").sentence
    assert "，完成率不足90%，" in sentence
    assert sentence.endswith("以下为未完成，建议为未完成。")


def test_the_actual_is_told_as_it_was_compared():
    sentence = the.judged(the.level("750"), "750.004").sentence
    assert sentence.startswith("2025年实际750.00亿元，")


def test_a_plan_without_a_floor_says_so():
    sentence = the.judged(the.growth("年均20"), "年均8.6", dictionary=the.NO_FLOOR).sentence
    assert "；本规划对基本完成或接近完成不设下限，建议为基本完成或接近完成。" in sentence


def sentence_of(entry):
    item = the.level("11.75", unit="年")
    return judge(the.plan(item), item, the.quarter(), {entry.quarter: entry}).sentence


def test_a_figure_that_is_still_expected_is_called_so():
    expected = the.entry("11.80", vintage=Vintage.EXPECTED)
    assert sentence_of(expected).startswith("2025年预计11.80年，")


def test_a_missing_figure_is_explained_in_the_words_that_were_recorded():
    missing = the.entry("", missing=Missing.UNPUBLISHED, explanation="待普查结果公布后确定")
    assert sentence_of(missing) == (
        "2025年无数据（未到发布期，待普查结果公布后确定），规划目标11.75年；完成情况待定。"
    )

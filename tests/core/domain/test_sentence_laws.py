"""Every sentence names its two numbers and ends; the rarer turns of phrase, word by word."""

from decimal import Decimal

import pytest
from hypothesis import given

from core.domain.completion import judge
from core.domain.figure import Figure
from core.domain.submission import Missing
from core.domain.target import Target
from core.domain.unit import worded
from tests import factory as the
from tests.core.domain.laws import decimals, law, places

YEARS = range(2021, 2026)


def every_year(*texts):
    return dict(zip(YEARS, texts, strict=True))


@law
@given(decimals(high=10**6), decimals(high=10**6), places)
def test_a_sentence_names_actual_and_target_and_ends(target, actual, precision):
    item = the.level(f"{target:f}", decimals=precision)
    sentence = the.judged(item, f"{actual:f}").sentence
    assert f"2025年实际{worded(Figure(actual).rounded(precision), '亿元')}" in sentence
    assert f"规划目标{worded(Figure(target), '亿元')}" in sentence
    assert sentence.endswith("。")
    assert sentence.count("。") == 1
    assert "；；" not in sentence
    assert "E+" not in sentence


PHRASES = [
    (
        the.lower(the.level("3", unit="家", decimals=0)),
        "4",
        (
            "2025年实际4家，规划目标3家，完成率75%（越低越好，目标与实际之比），差于目标1家；"
            "预期性指标完成率90%及以上为基本完成或接近完成，以下为未完成，建议为未完成。"
        ),
    ),
    (
        the.reduction("18"),
        every_year("4", "4", "4", "4", "4"),
        (
            "2025年实际累计18.46%，规划目标18%，完成率102.56%，优于目标0.46个百分点；"
            "末年才优于目标，建议为全面完成。"
        ),
    ),
    (
        the.lower(the.level("0", unit="%")),
        "0",
        "2025年实际0%，规划目标0%，与目标相等；达到目标，建议为全面完成。",
    ),
    (
        the.reduction("[0]"),
        "[32.12]",
        (
            "2025年实际累计32.12%，规划目标累计0%，优于目标32.12个百分点；"
            "优于目标且无分年数据，建议为提前完成。"
        ),
    ),
    (
        the.level("3-5", unit="家", decimals=0),
        "4",
        "2025年实际4家，规划目标3-5家，完成率133.33%，优于目标1家；达到目标，建议为全面完成。",
    ),
    (
        the.keep(the.words("稳定"), "4", unit="万亩"),
        "4",
        "2025年实际4万亩，规划目标稳定，完成率100%，与目标相等；达到目标，建议为全面完成。",
    ),
    (
        the.level("五大", unit="个", decimals=0),
        "5",
        "2025年实际5个，规划目标五大，完成率100%，与目标相等；达到目标，建议为全面完成。",
    ),
    (
        the.revised(the.level(Target(None, low=Decimal(39)), unit="项"), "35", "区人大常委会批准"),
        "35",
        (
            "2025年实际35项，规划目标39项（原表列位不明），已调整为35项（区人大常委会批准），"
            "完成率100%，与目标相等；达到目标，建议为全面完成。"
        ),
    ),
    (
        the.revised(the.level("50"), the.pending(), "改由市下达"),
        "40",
        (
            "2025年实际40亿元，规划目标50亿元，已调整为待下达（改由市下达）；"
            "目标没有可比的数值，不作建议。"
        ),
    ),
]


@pytest.mark.parametrize(("indicator", "figures", "sentence"), PHRASES)
def test_the_rarer_phrases_read_well(indicator, figures, sentence):
    assert the.judged(indicator, figures).sentence == sentence


def test_in_a_plan_that_tells_exceeding_apart_the_last_year_did_it():
    found = the.judged(the.level("100"), {2024: "99", 2025: "101"}, dictionary=the.WITH_EXCEEDED)
    assert found.sentence.endswith("；末年才优于目标，建议为超额完成。")


def test_a_decision_without_a_suggestion_names_its_grounds():
    item = the.level(the.pending("省下达控制指标"), unit="%")
    found = judge(
        the.plan(item), item, the.quarter(), the.reported("[21.4]"), the.decision("提前完成")
    )
    assert found.overridden
    assert found.sentence == (
        "2025年实际累计21.4%，规划目标省下达控制指标；目标没有可比的数值，不作建议；"
        "规划原文为提前完成（依据：附表1印出）。"
    )


@pytest.mark.parametrize(
    ("given", "noted"),
    [
        ({}, ""),
        ({"missing": Missing.WITHHELD}, "（不公开）"),
        ({"explanation": "待“三调”公布"}, "（待“三调”公布）"),
    ],
)
def test_of_a_missing_figure_only_what_was_recorded_is_told(given, noted):
    item = the.level("4")
    entries = {the.quarter(): the.entry("", **given)}
    sentence = judge(the.plan(item), item, the.quarter(), entries).sentence
    assert sentence == f"2025年无数据{noted}，规划目标4亿元；完成情况待定。"

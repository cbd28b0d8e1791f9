"""总结评估: worked cases by hand, measure by measure; figures of 2025 unless a year is named."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.completion import assess, judge
from core.domain.indicator import Direction, EnteredAs
from core.domain.judging.judgement import Light
from core.domain.judging.verdict import AT_THE_END, light, word
from core.domain.plan import Dictionary
from tests import factory as the
from tests.core.domain.laws import law

EARLY, FULL, NEARLY, MISSED = "提前完成", "全面完成", "基本完成或接近完成", "未完成"
EXCEEDED = "超额完成"
YEARS = range(2021, 2026)


def every_year(*texts):
    return dict(zip(YEARS, texts, strict=True))


CASES = [
    # level: higher is better, expected, floor of 90 %
    (the.level("750"), "750", FULL),
    (the.level("750"), "750.00", FULL),
    (the.level("750"), "750.004", FULL),
    (the.level("750"), "750.005", EARLY),
    (the.level("750"), "751", EARLY),
    (the.level("突破750"), "751", EARLY),
    (the.level("750"), "749.995", FULL),
    (the.level("750"), "749.99", NEARLY),
    (the.level("750"), "675", NEARLY),
    (the.level("750"), "674.99", MISSED),
    (the.level("750", "800"), "750", FULL),
    (the.level("750", "750"), "760", EARLY),
    # what earlier years tell
    (the.level("750"), {2024: "750", 2025: "760"}, EARLY),
    (the.level("750"), {2024: "749", 2025: "760"}, FULL),
    (the.level("750"), {2023: "755", 2024: "740", 2025: "760"}, EARLY),
    (the.level("750"), {2023: "755", 2024: "740", 2025: "750"}, FULL),
    (the.level("750"), {2023: "755", 2025: "749"}, NEARLY),
    # binding: no floor helps
    (the.binding(the.level("750")), "749.99", MISSED),
    (the.binding(the.level("750")), "750", FULL),
    # lower is better
    (the.lower(the.level("2.22", "2.39")), "2.22", FULL),
    (the.lower(the.level("2.22", "2.39")), "2.20", EARLY),
    (the.lower(the.level("2.22", "2.39")), "2.30", NEARLY),
    (the.lower(the.level("2.22", "2.39")), "2.50", MISSED),
    # zero and negative
    (the.lower(the.level("0", "3.39")), "0", FULL),
    (the.lower(the.level("0", "3.39")), "0.01", MISSED),
    (the.level("0"), "0.01", EARLY),
    (the.level("0"), "-0.01", MISSED),
    (the.level("-2"), "-3", MISSED),
    (the.level("-2"), "-1", EARLY),
    # ranges and 左右
    (the.level("3-5"), "3", FULL),
    (the.level("3-5"), "5", FULL),
    (the.level("3-5"), "5.01", EARLY),
    (the.level("3-5"), "2.9", NEARLY),
    (the.level("100左右"), "98", FULL),
    (the.level("100左右"), "97.99", NEARLY),
    (the.level("100左右"), "100.01", EARLY),
    (the.binding(the.level("100左右")), "99", MISSED),
    # words with a number, numerals, ratios of two
    (the.level("全覆盖", unit="%"), "100", FULL),
    (the.level("全覆盖", unit="%"), "99", NEARLY),
    (the.level("六"), "六", FULL),
    (the.level("1:1"), "1:1", FULL),
    # control and keep
    (the.control("5.5左右"), "5.5", FULL),
    (the.control("5.5左右"), "5.6", FULL),
    (the.control("35以内"), "25", EARLY),
    (the.control("35以内"), "36", NEARLY),
    (the.keep("60", "60.54"), "60", FULL),
    (the.keep("60", "60.54"), "60.1", EARLY),
    (the.binding(the.keep("60")), "59.99", MISSED),
    (the.keep(the.words("稳定"), "4"), "4", FULL),
    (the.keep(the.words("稳定"), "4"), "3.9", NEARLY),
    # structure: by its last component
    (the.structure("1:34:65"), "0.7:34.4:64.9", NEARLY),
    (the.structure("1:34:65"), "0.7:34.3:65", FULL),
    (the.structure("1:34:65"), "0.7:33:66.3", EARLY),
    # growth: an average given, or the geometric mean of the years
    (the.growth("年均20"), "年均8.6", MISSED),
    (the.growth("年均7.5左右"), "年均7.4", FULL),
    (the.growth("7.5"), every_year("7.5", "7.5", "7.5", "7.5", "7.5"), FULL),
    (the.growth("7.5"), every_year("9", "8", "8", "8", "8"), EARLY),
    (the.growth("7.5"), every_year("1", "1", "1", "1", "1"), MISSED),
    # sums: the years together, or as entered since the plan began
    (the.cumulative("100"), every_year("20", "20", "20", "20", "20"), FULL),
    (the.cumulative("100"), every_year("60", "50", "1", "1", "1"), EARLY),
    (the.cumulative("100"), every_year("20", "20", "20", "20", "30"), FULL),
    (the.cumulative("100"), every_year("20", "20", "20", "20", "10"), NEARLY),
    (the.cumulative("100", EnteredAs.PLAN), "89", MISSED),
    (the.cumulative("[0.6939]", EnteredAs.PLAN, decimals=4), "[0.6483]", NEARLY),
    (the.revised(the.cumulative("[0.6939]", EnteredAs.PLAN, decimals=4), "[0.6483]"), "[0.6483]",
     FULL),
    # falls: 1 − 0.96⁵ = 18.46 %
    (the.reduction("18.46"), every_year("4", "4", "4", "4", "4"), FULL),
    (the.reduction("18.5"), every_year("4", "4", "4", "4", "4"), NEARLY),
    (the.reduction("[0]", EnteredAs.PLAN), "[32.12]", EARLY),
    # every year by itself: 4 of 5 are 80 %
    (the.annual("3以上"), every_year("3", "4", "5", "3", "3"), FULL),
    (the.annual("3以上"), every_year("9", "9", "9", "9", "2"), MISSED),
]  # fmt: skip


@pytest.mark.parametrize(("indicator", "figures", "suggested"), CASES)
def test_the_final_figure_is_compared_with_the_target(indicator, figures, suggested):
    judgement = the.judged(indicator, figures)
    assert judgement.suggested == judgement.status == suggested
    assert judgement.sentence.endswith("。")
    assert f"建议为{suggested}" in judgement.sentence


NO_TARGET = "目标没有可比的数值，不作建议。"
UNDECIDED = [
    (the.level("750"), {}, "2025年无数据，规划目标750亿元；完成情况待定。"),
    (
        the.level("750"),
        {2025: "稳定"},
        "“稳定”没有可比的数值，规划目标750亿元；完成情况待定。",
    ),
    (
        the.level(the.pending("省下达控制指标")),
        "21.4",
        f"2025年实际21.4亿元，规划目标省下达控制指标；{NO_TARGET}",
    ),
    (the.level(the.pending()), "21.4", f"2025年实际21.4亿元，规划目标待下达；{NO_TARGET}"),
    (the.level(""), "25", f"2025年实际25亿元，规划目标未印出；{NO_TARGET}"),
    (
        the.cumulative("100"),
        {2024: "9", 2025: "9"},
        "缺2021、2022、2023年数据，不能合计，规划目标100名；完成情况待定。",
    ),
    (
        the.cumulative("100"),
        every_year("1", "稳定", "1", "1", "1"),
        "有的年份没有可比的数值，不能合计，规划目标100名；完成情况待定。",
    ),
    (
        the.structure(the.words("稳定")),
        "0.7:34.4:64.9",
        f"2025年实际0.7:34.4:64.9，规划目标稳定；{NO_TARGET}",
    ),
]


@pytest.mark.parametrize(("indicator", "figures", "sentence"), UNDECIDED)
def test_without_a_number_on_either_side_there_is_no_word_and_the_reason_is_told(
    indicator, figures, sentence
):
    judgement = the.judged(indicator, figures)
    assert (judgement.suggested, judgement.light) == ("", Light.GREY)
    assert judgement.sentence == sentence


def test_a_plan_that_tells_exceeding_apart_uses_its_word():
    judgement = the.judged(
        the.level("750"), {2024: "700", 2025: "760"}, dictionary=the.WITH_EXCEEDED
    )
    assert (judgement.suggested, judgement.light) == (EXCEEDED, Light.BLUE)


@pytest.mark.parametrize(("words", "shown"), [(Dictionary(), FULL), (the.WITH_EXCEEDED, EXCEEDED)])
def test_the_light_is_that_of_the_word_whoever_gave_it(words, shown):
    item, figures = the.level("750"), {2024: "700", 2025: "760"}
    plan, entries = the.plan(item, dictionary=words), the.reported(figures)
    own = judge(plan, item, plan.end, entries)
    person = judge(plan, item, plan.end, entries, the.decision(shown))
    assert (own.status, own.light) == (shown, person.light)
    assert own.light is (Light.GREEN if shown == FULL else Light.BLUE)
    assert f"末年才优于目标，建议为{shown}" in own.sentence


def test_a_plan_without_a_floor_calls_43_per_cent_nearly_complete():
    judgement = the.judged(the.growth("年均20"), "年均8.6", dictionary=the.NO_FLOOR)
    assert (judgement.suggested, judgement.light) == (NEARLY, Light.YELLOW)


def test_in_a_plan_of_one_year_the_year_itself_is_compared():
    judgement = the.judged(the.growth("6左右"), "6.1", first=2025)
    assert judgement.suggested == EARLY


def test_a_level_shows_its_way_from_the_base():
    judgement = the.judged(the.level("54.16", "33.63"), "45.58")
    assert round(judgement.progress, 3) == Decimal("0.582")
    assert round(judgement.completion, 4) == Decimal("0.8416")


@pytest.mark.parametrize(
    "indicator", [the.level("85", "91.8"), the.level("100", "100"), the.level("8", "[8.6]")]
)
def test_no_way_is_shown_where_the_target_is_not_beyond_the_base(indicator):
    assert the.judged(indicator, "95").progress is None


@pytest.mark.parametrize("actual", ["0", "0.5"])
def test_no_share_is_shown_of_a_zero_target(actual):
    assert the.judged(the.lower(the.level("0", "3.39")), actual).completion is None


def test_before_the_end_the_way_of_the_plan_gives_the_word():
    judgement = the.judged(the.level("750", "521.94"), {2023: "631.20"}, at="2023Q4")
    assert (judgement.status, judgement.suggested) == ("略有滞后", "略有滞后")
    assert judgement.light is Light.YELLOW
    assert str(judgement.data_period) == "2023Q4"


def test_a_decision_stands_and_the_suggestion_beside_it():
    item = the.level("92.9", "95.7", unit="%")
    judgement = judge(
        the.plan(item), item, the.quarter(), the.reported("95.6"), the.decision(FULL, "区政府审定")
    )
    assert (judgement.status, judgement.suggested) == (FULL, EARLY)
    assert judgement.overridden
    assert judgement.light is Light.GREEN
    assert judgement.sentence.endswith("；规划原文为全面完成（依据：区政府审定）。")


def test_a_decision_that_agrees_is_no_override():
    item = the.level("750")
    judgement = judge(the.plan(item), item, the.quarter(), the.reported("750"), the.decision(FULL))
    assert not judgement.overridden
    assert "依据" not in judgement.sentence


def test_a_word_outside_the_dictionary_has_no_light():
    assert light(Dictionary(), "另行说明") is Light.GREY


@pytest.mark.parametrize("grade", AT_THE_END)
def test_every_grade_has_a_word(grade):
    assert word(the.WITH_EXCEEDED, grade) in the.WITH_EXCEEDED.words


def test_a_figure_of_the_same_source_is_judged_from_where_it_was_entered():
    entered = the.level("3")
    relayed = the.level("3", code="P02-01-01", same_source="B-01")
    both = assess(the.plan(entered, relayed), the.quarter(), {"B-01": the.reported("3")}, {})
    assert [judgement.suggested for judgement in both] == [FULL, FULL]


amounts = st.decimals(0, 10_000, places=2)
RANKS = (MISSED, NEARLY, FULL, EARLY)


@law
@given(amounts, amounts)
def test_more_never_looks_worse_where_higher_is_better(one, other):
    low, high = sorted((one, other))
    ranks = [
        RANKS.index(the.judged(the.level("750"), f"{each:f}").suggested) for each in (low, high)
    ]
    assert ranks == sorted(ranks)


@law
@given(amounts, amounts)
def test_less_never_looks_worse_where_lower_is_better(one, other):
    low, high = sorted((one, other))
    item = the.level("750", direction=Direction.LOWER)
    ranks = [RANKS.index(the.judged(item, f"{each:f}").suggested) for each in (high, low)]
    assert ranks == sorted(ranks)


@law
@given(st.permutations(range(2021, 2026)))
def test_the_order_of_entry_does_not_matter(order):
    figures = {year: str(year - 2000) for year in order}
    assert the.judged(the.cumulative("100"), figures).suggested == FULL

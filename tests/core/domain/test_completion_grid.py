"""The rule of the 总结, all eight measures over: better, equal, near and far."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.domain.completion import assess
from core.domain.indicator import EnteredAs
from core.domain.judging.judgement import Light
from core.domain.plan import Dictionary
from tests import factory as the
from tests.core.domain.laws import law

EARLY, EXCEEDED, FULL, NEARLY, MISSED = (
    "提前完成", "超额完成", "全面完成", "基本完成或接近完成", "未完成",
)  # fmt: skip
LIGHTS = {EARLY: Light.BLUE, EXCEEDED: Light.BLUE, FULL: Light.GREEN, NEARLY: Light.YELLOW,
          MISSED: Light.RED}  # fmt: skip
YEARS = range(2021, 2026)


def every_year(*texts):
    return dict(zip(YEARS, texts, strict=True))


def always(text):
    return every_year(*[text] * 5)


# what was reported when the plan came out better, equal, within 10 % and far off
ENDS = {
    "水平": (the.level("100"), "101", "100", "95", "50"),
    "水平，越低越好": (the.lower(the.level("10")), "9", "10", "10.5", "20"),
    "增速": (the.growth("年均10"), "年均10.1", "年均10", "年均9.5", "年均5"),
    "累计": (the.cumulative("[100]"), "[101]", "[100]", "[95]", "[50]"),
    "累计降幅": (the.reduction("[10]"), "[10.1]", "[10]", "[9.5]", "[5]"),
    "逐年": (the.annual("20"), always("21"), always("20"), always("19"), always("5")),
    "控制线": (the.control("10以内"), "9", "10", "10.5", "20"),
    "保持": (the.keep("60"), "61", "60", "59", "30"),
    "结构": (the.structure("1:34:65"), "1:33:66", "1:34:65", "1:35:64", "1:59:40"),
}


# of 逐年 the years are counted: 19 of 20 in each of them is no year met
BY_SHARE = [name for name in ENDS if name != "逐年"]


@pytest.mark.parametrize(("name", "floor"), [*product(BY_SHARE, (True, False))])
def test_an_expected_target_may_be_nearly_reached(name, floor):
    item, *ends = ENDS[name]
    words = Dictionary() if floor else the.NO_FLOOR
    found = [the.judged(item, each, dictionary=words) for each in ends]
    asked = [EARLY, FULL, NEARLY, MISSED if floor else NEARLY]
    assert [each.suggested for each in found] == asked
    assert [each.light for each in found] == [LIGHTS[word] for word in asked]


@pytest.mark.parametrize(("name", "floor"), [*product(ENDS, (True, False))])
def test_a_binding_target_is_reached_or_missed(name, floor):
    item, *ends = ENDS[name]
    words = Dictionary() if floor else the.NO_FLOOR
    found = [the.judged(the.binding(item), each, dictionary=words).suggested for each in ends]
    assert found == [EARLY, FULL, MISSED, MISSED]


@pytest.mark.parametrize("name", ENDS)
def test_before_the_plans_end_a_missing_figure_is_told_for_every_measure(name):
    item, *_ = ENDS[name]
    found = the.judged(item, {2021: "稳定", 2022: "5"}, at="2023Q4")
    assert (found.status, found.suggested, found.light) == ("缺数", "缺数", Light.GREY)


# all end better than the target; the last column: had a year before 2025 reached it?
ROADS = [
    (the.level("100"), "101", True),
    (the.level("100"), {2024: "100", 2025: "101"}, True),
    (the.level("100"), {2021: "120", 2024: "90", 2025: "101"}, True),
    (the.level("100"), {2024: "99.99", 2025: "101"}, False),
    (the.level("100"), {2024: "稳定", 2025: "101"}, False),
    (the.lower(the.level("2.22")), {2024: "2.22", 2025: "2.2"}, True),
    (the.lower(the.level("2.22")), {2024: "2.23", 2025: "2.2"}, False),
    (the.control("35以内"), {2021: "35", 2024: "36", 2025: "25"}, True),
    (the.control("35以内"), {2024: "36", 2025: "25"}, False),
    (the.keep("60"), {2024: "60.54", 2025: "61"}, True),
    (the.keep("60"), {2024: "59.9", 2025: "61"}, False),
    (the.structure("1:34:65"), {2024: "1:33:66", 2025: "1:32:67"}, True),
    (the.structure("1:34:65"), {2024: "1:35:64", 2025: "1:33:66"}, False),
    (the.annual("3"), every_year("4", "9", "4", "5", "4"), True),
    # sums, falls and averages as they stood at the end of each year
    (the.cumulative("100"), every_year("60", "40", "0", "0", "1"), True),
    (the.cumulative("100"), every_year("60", "39", "0", "0", "2"), False),
    (the.cumulative("100"), {2023: "90", 2024: "90", 2025: "[150]"}, False),
    (the.cumulative("100", EnteredAs.PLAN), {2024: "100", 2025: "110"}, True),
    (the.cumulative("100", EnteredAs.PLAN), {2024: "90", 2025: "110"}, False),
    (the.reduction("18"), every_year("10", "10", "0", "0", "0"), True),
    (the.reduction("18"), every_year("4", "4", "4", "4", "4"), False),
    (the.growth("7.5"), every_year("9", "7", "7", "8", "8"), True),
    (the.growth("7.5"), every_year("7", "7", "7", "8", "10"), False),
    (the.growth("7.5"), {2021: "7", 2025: "年均8"}, False),
    (the.growth("7.5"), {2021: "8", 2025: "年均8"}, True),
]


@pytest.mark.parametrize(("indicator", "figures", "before"), ROADS)
def test_early_is_what_an_earlier_year_had_reached(indicator, figures, before):
    four = the.judged(indicator, figures)
    five = the.judged(indicator, figures, dictionary=the.WITH_EXCEEDED)
    assert four.suggested == (EARLY if before else FULL)
    assert five.suggested == (EARLY if before else EXCEEDED)
    assert five.light is Light.BLUE


@pytest.mark.parametrize(
    ("indicator", "figures", "suggested"),
    [
        # a range is reached at its near end and passed at its far one, from either side
        (the.level("3-5"), "4", FULL),
        (the.level("3-5"), "5", FULL),
        (the.level("3-5"), "6", EARLY),
        (the.lower(the.level("3-5")), "5", FULL),
        (the.lower(the.level("3-5")), "3", FULL),
        (the.lower(the.level("3-5")), "2.9", EARLY),
        (the.lower(the.level("3-5")), "5.1", NEARLY),
        # 左右 is two per cent, of the target in force, not for 约束性 and not for a structure
        (the.growth("年均7.5左右"), "年均7.35", FULL),
        (the.growth("年均7.5左右"), "年均7.3", NEARLY),
        (the.control("5左右"), "5.1", FULL),
        (the.control("5左右"), "5.11", NEARLY),
        (the.binding(the.control("5左右")), "5.1", MISSED),
        (the.level("-100左右"), "-102", FULL),
        (the.level("-100左右"), "-102.01", MISSED),
        (the.level("0左右"), "-0.01", MISSED),
        (the.structure("1:34:65左右"), "1:34.1:64.9", NEARLY),
        (the.revised(the.level("100左右"), "100"), "99", NEARLY),
        (the.revised(the.level("100"), "100左右"), "99", FULL),
        # a base says nothing about the end
        (the.level("85", "91.8"), "85", FULL),
        (the.level("91.8", "91.8"), "91.8", FULL),
        (the.level("8", "[12.3]"), "8.1", EARLY),
    ],
)
def test_ranges_and_tolerance_are_judged_in_their_direction(indicator, figures, suggested):
    assert the.judged(indicator, figures).suggested == suggested


def test_without_a_declared_binding_a_target_counts_as_expected():
    assert the.judged(the.level("100", binding=None), "95").suggested == NEARLY


def test_a_plans_own_words_are_used():
    own = Dictionary(early="提前", full="完成", nearly="接近", missed="没有完成")
    found = [the.judged(the.level("100"), text, dictionary=own).suggested for text in
             ("101", "100", "95", "5")]  # fmt: skip
    assert found == ["提前", "完成", "接近", "没有完成"]


@law
@given(st.permutations([*YEARS]), st.sampled_from([*ENDS]))
def test_a_judgement_depends_neither_on_the_order_of_entry_nor_on_the_hour(order, name):
    item, *_ = ENDS[name]
    plan = the.plan(item)
    figures = the.reported({year: str(year - 2015) for year in sorted(order)})
    shuffled = {the.quarter(f"{year}Q4"): figures[the.quarter(f"{year}Q4")] for year in order}
    found = [assess(plan, plan.end, {"B-01": each}, {}) for each in (figures, shuffled, figures)]
    assert found[0] == found[1] == found[2]


@law
@given(st.lists(st.integers(0, 40), min_size=5, max_size=5), st.integers(0, 4), st.integers(1, 9))
def test_one_year_with_more_never_lets_a_sum_look_worse(figures, year, more):
    better = [each + (more if index == year else 0) for index, each in enumerate(figures)]
    item = the.cumulative("100")
    ranks = [
        [MISSED, NEARLY, FULL, EARLY].index(the.judged(item, every_year(*map(str, each))).suggested)
        for each in (figures, better)
    ]
    assert ranks == sorted(ranks)

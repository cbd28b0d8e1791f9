"""逐年 at the plan's end, worked by hand: each year against its own target, then the years met."""

from dataclasses import replace
from decimal import Decimal

import pytest

from core.domain.completion import judge
from core.domain.judging.judgement import Grey, Light
from core.domain.outlook import projected
from core.domain.target import AnnualTarget
from core.domain.vintage import Vintage
from tests import factory as the

EARLY, FULL, NEARLY, MISSED = "提前完成", "全面完成", "基本完成或接近完成", "未完成"
SCHOOLS = the.annual("3以上")  # 专栏1: 每年建成3家以上培训机构
FLOOR = "预期性指标达到当年目标的年份占90%及以上为基本完成或接近完成，以下为未完成，建议为"
DECADE = {"first": 2016, "last": 2025}


def years(*texts):
    """The figures of the plan's years, of which 2025 is the last."""
    return {2026 - len(texts) + at: text for at, text in enumerate(texts)}


def asked(item, **texts):
    """The same indicator where documents ask for single years: asked(item, y2023="5")."""
    given = (AnnualTarget(int(year[1:]), the.figure(text)) for year, text in texts.items())
    return replace(item, annual_targets=tuple(given))


CASES = [
    # (indicator, figures, status, share of the years that met their targets)
    (SCHOOLS, years("3", "3", "3", "3", "3"), FULL, "1"),
    (SCHOOLS, years("4", "9", "4", "5", "4"), EARLY, "1"),
    # one year only just met: reached in every year, but not better than asked
    (SCHOOLS, years("4", "9", "3", "5", "4"), FULL, "1"),
    # more in other years does not make up for one: 24 built where 15 were asked for
    (SCHOOLS, years("9", "9", "2", "2", "2"), MISSED, "0.4"),
    (SCHOOLS, years("3", "3", "2", "4", "3"), MISSED, "0.8"),
    (SCHOOLS, years("2", "2", "2", "2", "2"), MISSED, "0"),
    (the.binding(SCHOOLS), years("3", "3", "3", "3", "3"), FULL, "1"),
    (the.binding(SCHOOLS), years("3", "3", "2", "4", "3"), MISSED, "0.8"),
    # a document asks another number of a year, in either direction
    (asked(SCHOOLS, y2023="5"), years("3", "3", "4", "3", "3"), MISSED, "0.8"),
    (asked(SCHOOLS, y2023="2"), years("3", "3", "2", "3", "3"), FULL, "1"),
    (asked(SCHOOLS, y2023="2", y2025="1"), years("4", "4", "3", "4", "2"), EARLY, "1"),
    # the plan waits for its target, documents ask for each year all the same
    (asked(the.annual(the.pending()), y2021="1", y2022="2", y2023="3", y2024="4", y2025="5"),
     years("1", "2", "3", "4", "5"), FULL, "1"),
    # lower is better
    (the.lower(the.annual("3以内")), years("3", "2", "1", "3", "0"), FULL, "1"),
    (the.lower(the.annual("3以内")), years("2", "2", "1", "2", "0"), EARLY, "1"),
    (the.lower(the.annual("3以内")), years("4", "2", "1", "2", "0"), MISSED, "0.8"),
    # 左右 2 %: 98 of 100; none for a binding one
    (the.annual("100左右"), years("98", "100", "101", "100", "100"), FULL, "1"),
    (the.annual("100左右"), years("97", "100", "101", "100", "100"), MISSED, "0.8"),
    (the.binding(the.annual("100左右")), years("98", "100", "101", "100", "100"), MISSED, "0.8"),
    # a range is reached at its low end and only bettered beyond its high one
    (the.annual("3-5"), years("3", "4", "5", "5", "6"), FULL, "1"),
    (the.annual("3-5"), years("6", "6", "6", "6", "6"), EARLY, "1"),
    # a figure that was given of all years together is compared with the plan's target
    (SCHOOLS, years("2", "2", "2", "2", "年均3"), FULL, "1"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "figures", "status", "share"), CASES)
def test_at_the_end_each_year_is_held_against_its_own_target(item, figures, status, share):
    found = the.judged(item, figures)
    assert (found.status, found.completion) == (status, Decimal(share))


@pytest.mark.parametrize(
    ("met", "status", "light"),
    [(10, FULL, Light.GREEN), (9, NEARLY, Light.YELLOW), (8, MISSED, Light.RED)],
)
def test_from_nine_years_of_ten_the_whole_is_nearly_complete(met, status, light):
    found = the.judged(SCHOOLS, years(*["3"] * met, *["2"] * (10 - met)), **DECADE)
    assert (found.status, found.light) == (status, light)


def test_without_a_floor_missed_years_are_still_nearly_complete():
    figures = years("3", "3", "2", "4", "3")
    found = the.judged(SCHOOLS, figures, dictionary=the.NO_FLOOR)
    assert found.sentence.endswith(
        "（2023年实际2家，目标3家以上，未达到），占80%；"
        "本规划对基本完成或接近完成不设下限，建议为基本完成或接近完成。"
    )


def test_years_that_are_all_better_need_no_word_for_exceeding():
    found = the.judged(SCHOOLS, years("4", "4", "4", "4", "4"), dictionary=the.WITH_EXCEEDED)
    assert found.status == EARLY


def test_in_a_plan_of_one_year_the_year_is_compared_as_any_figure():
    found = the.judged(SCHOOLS, "4", first=2025)
    assert found.sentence == (
        "2025年实际4家，规划目标3家以上，完成率133.33%，优于目标1家；"
        "优于目标且无分年数据，建议为提前完成。"
    )


SENTENCES = [
    (
        SCHOOLS,
        years("3", "3", "2", "4", "3"),
        (
            "2021—2025年五年中有4年达到当年目标（2023年实际2家，目标3家以上，未达到），占80%；"
            f"{FLOOR}未完成。"
        ),
    ),
    (
        the.binding(asked(SCHOOLS, y2023="5")),
        years("3", "2", "4", "4", "3"),
        (
            "2021—2025年五年中有3年达到当年目标（2022年实际2家，目标3家以上，未达到；"
            "2023年实际4家，目标5家，未达到），占60%；"
            "约束性指标各年均须达到目标，建议为未完成。"
        ),
    ),
    (
        SCHOOLS,
        years("2", "1", "0", "2", "1"),
        (
            "2021—2025年五年均未达到当年目标（2021年实际2家、2022年实际1家、2023年实际0家、"
            "2024年实际2家、2025年实际1家，目标均为3家以上，均未达到）；"
            f"{FLOOR}未完成。"
        ),
    ),
    (
        the.annual("3-5"),
        years("6", "4", "3", "6", "6"),
        (
            "2021—2025年五年均达到当年目标（2022年实际4家、2023年实际3家，"
            "目标均为3-5家，均在目标范围内）；"
            "各年均达到但并非均优于当年目标，建议为全面完成。"
        ),
    ),
    (
        the.annual("100左右"),
        years("98", "101", "101", "101", "101"),
        (
            "2021—2025年五年均达到当年目标（2021年实际98家，目标100家左右，与目标相差2%以内）；"
            "各年均达到但并非均优于当年目标，建议为全面完成。"
        ),
    ),
    (
        the.revised(SCHOOLS, "2以上", "区人大常委会批准"),
        years("3", "3", "3", "3", "3"),
        (
            "2021—2025年五年均达到当年目标（2021年实际3家、2022年实际3家、2023年实际3家、"
            "2024年实际3家、2025年实际3家，目标均为2家以上，均优于目标），"
            "规划目标3家以上，已调整为2家以上（区人大常委会批准）；"
            "各年均优于当年目标，建议为提前完成。"
        ),
    ),
]


@pytest.mark.parametrize(("item", "figures", "sentence"), SENTENCES)
def test_the_sentence_names_the_years_that_decide(item, figures, sentence):
    assert the.judged(item, figures).sentence == sentence


def test_two_years_are_called_by_their_own_word_and_an_expected_figure_by_its_own():
    item, end = SCHOOLS, the.quarter()
    entries = the.reported(years("3", "2"))
    entries[end] = replace(entries[end], vintage=Vintage.EXPECTED)
    found = judge(the.plan(item, first=2024), item, end, entries)
    assert found.sentence.startswith(
        "2024—2025年两年中有1年达到当年目标（2025年预计2家，目标3家以上，未达到），占50%；"
    )


WANTING = [
    (SCHOOLS, {2021: "3", 2022: "3", 2024: "3", 2025: "3"}, Grey.UNDECIDED,
     "缺2023年数据，不能逐年比较，规划目标3家以上；完成情况待定。"),
    (SCHOOLS, years("3", "3", "若干", "3", "3"), Grey.UNDECIDED,
     "有的年份没有可比的数值，不能逐年比较，规划目标3家以上；完成情况待定。"),
    (SCHOOLS, {2021: "3", 2022: "3", 2023: "3", 2024: "3"}, Grey.MISSING,
     "2025年无数据，规划目标3家以上；完成情况待定。"),
    # nothing asks for the years but the last
    (asked(the.annual(the.pending()), y2025="3"), years("3", "3", "3", "3", "3"), Grey.PENDING,
     "2025年实际3家，规划目标待下达；目标没有可比的数值，不作建议。"),
    (asked(SCHOOLS, y2023="若干"), years("3", "3", "3", "3", "3"), Grey.UNDECIDED,
     "2025年实际3家，规划目标3家以上；目标没有可比的数值，不作建议。"),
]  # fmt: skip


@pytest.mark.parametrize(("item", "figures", "grey", "sentence"), WANTING)
def test_without_a_year_or_its_target_there_is_no_word_and_the_reason_is_told(
    item, figures, grey, sentence
):
    found = the.judged(item, figures)
    assert (found.status, found.grey, found.completion) == ("", grey, None)
    assert found.sentence == sentence


@pytest.mark.parametrize(
    ("assumed", "said"),
    [
        ("3", "2021—2025年五年中有4年达到当年目标；届时建议为未完成。"),
        ("2", "2021—2025年五年中有2年达到当年目标；届时建议为未完成。"),
    ],
)
def test_an_assumption_tells_how_many_years_would_be_met(assumed, said):
    plan, known = the.plan(SCHOOLS), the.reported({2021: "3", 2022: "2", 2023: "3"})
    found = projected(plan, SCHOOLS, the.quarter("2023Q4"), known, the.figure(assumed))
    assert found is not None
    assert found.sentence.startswith(f"如2024年为{assumed}家，此后照此发展，2025年{assumed}家，")
    assert found.sentence.endswith(said)

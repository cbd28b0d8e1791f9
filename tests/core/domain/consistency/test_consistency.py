"""The shipped plans disagree with themselves where NOTES.md §5 found it by hand, and only there."""

from dataclasses import replace
from decimal import Decimal

import pytest

import resources
from core.domain.consistency.consistency import findings
from core.domain.consistency.inconsistency import Kind
from core.domain.indicator import EnteredAs, GrowthKind, Nature
from core.domain.issue import Rule, Severity
from core.plans.folder import load
from tests import factory as the


def shipped(name):
    """What the shipped plan says against itself, by kind and code."""
    loaded = load(resources.path("plans", name))
    results = {each.code: {each.quarter: each} for each in loaded.entries}
    found = findings(loaded.plan, results)
    return {(each.kind, each.codes[0]): each for each in found}


FIVE_YEARS = shipped("zhanggong-2021-2025")
BEFORE = shipped("zhanggong-2016-2020")
YEAR = shipped("ganzhou-2024")


def grown(target, base, growth, **rest):
    """A level with a cell in the column 年均增长."""
    return the.level(target, base, growth_text=growth, **rest)


def codes(found, kind):
    return {code for each, code in found if each is kind}


@pytest.mark.parametrize(
    ("code", "expected", "deviation", "implied", "grave"),
    [
        ("B-01", "759.83", "-0.0129", "7.52", False),
        ("B-02", "9.04", "-0.0049", "7.39", False),
        ("B-05", "456.99", "-0.1247", "5.16", True),
        ("B-15", "49.40", "0.0466", "1.92", True),
        ("B-16", "2.43", "-0.0191", "6.59", False),
        ("B-25", "66914.23", "-0.0257", "7.94", False),
        ("B-26", "28086.56", "0.0457", "9.57", True),
    ],
)
def test_base_and_growth_lead_past_the_target(code, expected, deviation, implied, grave):
    found = FIVE_YEARS[Kind.GROWTH, code]
    assert round(found.expected, 2) == Decimal(expected)
    assert found.deviation is not None
    assert round(found.deviation, 4) == Decimal(deviation)
    assert found.implied is not None
    assert round(found.implied, 2) == Decimal(implied)
    assert found.grave is grave


def test_no_other_growth_of_the_shipped_plans_disagrees():
    seven = {"B-01", "B-02", "B-05", "B-15", "B-16", "B-25", "B-26"}
    assert codes(FIVE_YEARS, Kind.GROWTH) == seven
    assert not codes(BEFORE, Kind.GROWTH)
    assert not codes(YEAR, Kind.GROWTH)


def test_the_sentence_gives_every_number_of_the_disagreement():
    assert FIVE_YEARS[Kind.GROWTH, "B-05"].sentence == (
        "社会消费品零售总额：2020年311.02亿元按印出的年均增长8%左右推算，2025年为456.99亿元，"
        "目标400亿元比它低12.47%；由目标反推年均增长5.16%；两者不一致，以目标为准。"
    )


def test_exports_look_as_if_grown_once_in_five_years():
    assert "（目标恰为基期的1.1倍，像是五年共增长10%）" in FIVE_YEARS[Kind.GROWTH, "B-15"].sentence


def test_a_difference_within_the_rounding_of_the_target_is_called_so():
    assert "；差别在目标的取整之内（印出的增长按不变价" in FIVE_YEARS[Kind.GROWTH, "B-02"].sentence


def test_by_the_printed_growths_the_ratio_of_incomes_only_falls_to_2_38():
    found = FIVE_YEARS[Kind.RELATION_GROWTH, "B-13"]
    assert found.codes == ("B-13", "B-25", "B-26")
    assert found.printed == Decimal("2.22")
    assert round(found.expected, 2) == Decimal("2.38")
    assert found.sentence == (
        "2025年目标符合“城乡居民人均可支配收入比” ≈ “城镇居民人均可支配收入” / "
        "“农村居民人均可支配收入”（左边为2.22，右边为2.2198，相差0.01%），但按印出的年均增长"
        "（城镇居民人均可支配收入8.5%左右、农村居民人均可支配收入8.6%左右）推算，"
        "左边为2.22，右边为2.38，相差6.82%；增长列不自洽，以目标为准。"
    )


def test_every_printed_increment_is_target_less_base():
    assert not codes(FIVE_YEARS, Kind.INCREMENT)


def test_an_increment_that_is_not_target_less_base_is_told():
    item = grown("16.44", "12.9", "[3.45]", unit="件")
    (found,) = findings(the.plan(item))
    assert (found.printed, found.expected) == (Decimal("3.45"), Decimal("3.54"))
    assert found.sentence == (
        "地区生产总值：目标16.44件减基期12.9件为3.54，印出的累计数为[3.45]；以目标为准。"
    )


def test_targets_looser_than_their_bases_are_told():
    assert codes(BEFORE, Kind.LOOSER) == {"A1-13", "A1-17", "A1-28", "A1-35", "A1-36"}
    assert BEFORE[Kind.LOOSER, "A1-35"].sentence == (
        "城镇登记失业率：目标4.5%松于2015年的4%，差0.5个百分点；不算增量进度，只看是否达到。"
    )
    assert codes(FIVE_YEARS, Kind.LOOSER) == {"P24-01-01"}
    assert codes(YEAR, Kind.LOOSER) == {"W24-T028"}


def test_results_worse_than_their_bases_are_told():
    assert codes(BEFORE, Kind.WORSE) == {"A1-11", "A1-17", "A1-28"}
    assert BEFORE[Kind.WORSE, "A1-11"].sentence == (
        "工业化率：2020年26%，比2015年的30%差4个百分点。"
    )


def test_results_ten_times_as_far_as_planned_are_doubted():
    assert codes(BEFORE, Kind.BEYOND) == {"A1-10", "A1-18"}
    assert BEFORE[Kind.BEYOND, "A1-18"].sentence == (
        "森林蓄积量：目标只比2015年的0.0114亿立方米多走0.0001亿立方米，"
        "2020年0.0155亿立方米走了0.0041亿立方米，为41倍；请核对单位和口径。"
    )


def test_bases_of_sums_without_brackets_are_of_unclear_definition():
    told = {"A1-20", "A1-22", "A1-23", "A1-24", "A1-25", "A1-33"}
    assert codes(BEFORE, Kind.BASE) == told
    assert BEFORE[Kind.BASE, "A1-23"].sentence == (
        "氨氮：2015年列23.20%没有方括号，按注不是累计数，口径不明，"
        "比整个规划期的目标还大；只照印，不作基期。"
    )
    assert "还大" not in BEFORE[Kind.BASE, "A1-22"].sentence
    assert "还大" not in BEFORE[Kind.BASE, "A1-20"].sentence
    assert not codes(FIVE_YEARS, Kind.BASE)
    assert not codes(YEAR, Kind.BASE)


def test_targets_that_break_a_relation_of_the_plan_are_told():
    assert codes(BEFORE, Kind.RELATION) == {"A1-11"}
    assert BEFORE[Kind.RELATION, "A1-11"].sentence == (
        "2020年目标不符合“工业化率” ≤ “三产比例”第2项：左边为44，右边为34，相差22.73%，请核对。"
    )


@pytest.mark.parametrize(
    "item",
    [
        the.level("110", "100"),
        grown("3", "1.8", "1.2", unit="%", growth_kind=GrowthKind.POINTS),
        grown("78.1", "77.3", "0.8", unit="岁", growth_kind=GrowthKind.DIFFERENCE),
        grown(the.pending(), "100", "8"),
        grown("110", "0", "8"),
        grown("110", "", "8"),
        the.lower(grown("0", "100", "8")),
        grown("120", "100", "-100"),
        grown("120", "[100]", "8"),
        grown("120", "100", "保持稳定"),
        grown("120", "", "[20]"),
        grown(the.pending(), "100", "[20]"),
        the.growth("7.5", base="[8.6]"),
        the.cumulative("100", base="[80]"),
        the.cumulative("100", base="未统计"),
        the.cumulative("100", base="1:0"),
        the.control("5.5左右"),
    ],
)
def test_cells_that_lead_nowhere_are_no_finding(item):
    assert findings(the.plan(item)) == ()


def test_a_growth_that_leads_to_the_target_is_no_finding():
    assert findings(the.plan(grown("161.051", "100", "10"))) == ()


def test_a_growth_that_falls_short_by_a_decline_is_worded_as_one():
    (found,) = findings(the.plan(the.lower(grown("59.049", "100", "-8"))))
    assert "高" not in found.sentence
    assert "；由目标反推年均下降10%；" in found.sentence


def test_what_another_indicator_carries_is_found_once():
    item = grown("400", "311.02", "8", code="B-05")
    twin = replace(item, code="P01-01", same_source="B-05")
    assert [each.codes for each in findings(the.plan(item, twin))] == [("B-05",)]


def test_without_results_nothing_is_said_of_them():
    plan = the.plan(the.level("44", "30", unit="%"))
    assert findings(plan) == ()
    assert findings(plan, {"B-01": the.reported("40")}) == ()
    (found,) = findings(plan, {"B-01": the.reported("26")})
    assert found.kind is Kind.WORSE
    missing = {the.quarter(): the.entry("")}
    assert findings(plan, {"B-01": missing}) == ()


def test_in_a_one_year_plan_a_base_of_a_sum_is_last_years():
    item = the.cumulative("100", base="80")
    assert findings(the.plan(item, first=2025)) == ()
    running = the.cumulative("100", EnteredAs.PLAN, base="80", nature=Nature.RUNNING)
    assert [each.kind for each in findings(the.plan(running))] == [Kind.BASE]


def related(formula, *items):
    """Findings of a plan with one relation."""
    return findings(the.plan(*items, rules=(Rule("R-01", Severity.HINT, formula, "请核对"),)))


def one(code, target, base="", growth=""):
    return grown(target, base, growth, code=code, name=code)


def test_bases_that_break_a_relation_are_told():
    (found,) = related("[A] ≤ [B]", one("A", "5", "4"), one("B", "6", "3"))
    assert found.sentence == "2020年基期不符合“A” ≤ “B”：左边为4，右边为3，相差25%，请核对。"
    assert found.deviation is not None
    assert round(found.deviation, 4) == Decimal("0.3333")


def test_numbers_that_would_read_alike_are_told_apart():
    (found,) = related("[A] = [B]", one("A", "5.0001"), one("B", "5.0002"))
    assert "左边为5.0001，右边为5.0002" in found.sentence


def test_against_nothing_there_is_no_deviation():
    (found,) = related("[A] ≤ [B]", one("A", "5"), one("B", "0"))
    assert found.deviation is None
    assert found.grave
    (found,) = related("[A] < [B]", one("A", "0"), one("B", "0"))
    assert "左边为0，右边为0，相差0%" in found.sentence


@pytest.mark.parametrize("formula", ["[A] ≈ (", "[A] + 1", "[A] ≤ [Z]"])
def test_a_relation_that_cannot_be_judged_is_no_finding(formula):
    assert related(formula, one("A", "5")) == ()


def test_growths_that_keep_the_relation_are_no_finding():
    items = (one("A", "161.051", "100", "10"), one("B", "200"))
    assert related("[A] ≤ [B]", *items) == ()

"""Years and quarters that no document speaks of have rows too, made of the plan's target."""

from dataclasses import replace

from core.domain.indicator import Frequency
from core.domain.target import AnnualTarget, QuarterlyTarget
from core.plans.proposed import annual, quarterly
from tests import factory as the

GDP = the.level("750", "500")


def test_every_year_without_a_target_is_given_a_derived_one():
    item = replace(GDP, annual_targets=(AnnualTarget(2023, the.figure("620"), "区府〔2023〕1号"),))
    found = list(annual(the.plan(item), item))
    assert [(each.cells["年份"], each.cells["年度目标"], each.note) for each in found] == [
        ("2021", "537.17", "推算"),
        ("2022", "577.1", "推算"),
        ("2024", "681.91", "推算"),
        ("2025", "750", "即规划目标"),
    ]
    assert found[0].cells["发文字号"] == ""


def test_quarters_say_how_their_year_was_parted():
    year = AnnualTarget(2023, the.figure("600"))
    item = replace(
        GDP,
        annual_targets=(year,),
        quarterly_targets=(QuarterlyTarget(the.quarter("2023Q2"), the.figure("280")),),
    )
    plan = the.plan(item)
    even = list(quarterly(plan, item, 2023, {}))
    assert [tuple(each.cells.values()) for each in even] == [
        ("2023Q1", "150"),
        ("2023Q3", "450"),
        ("2023Q4", "600"),
    ]
    assert [each.note for each in even] == ["按四分之几均分"] * 2 + ["与全年目标相同"]
    before = [the.entry("100", "2022Q1"), the.entry("500", "2022Q4")]
    shared = next(quarterly(plan, item, 2023, {each.quarter: each for each in before}))
    assert (shared.cells["年初至期末目标"], shared.note) == ("120", "按上年同期占全年的比重")


def test_quarters_that_ask_for_nothing_and_targets_that_wait_have_no_rows():
    yearly = replace(GDP, frequency=Frequency.ANNUAL)
    assert [each.cells["报告期"] for each in quarterly(the.plan(yearly), yearly, 2023, {})] == [
        "2023Q4"
    ]
    waiting = replace(GDP, target=the.pending())
    assert list(annual(the.plan(waiting), waiting)) == []
    assert list(quarterly(the.plan(waiting), waiting, 2023, {})) == []

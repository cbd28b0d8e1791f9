"""约束性 in danger are named, and what the years to come must bring is told as it was computed."""

from dataclasses import replace

from core.domain.submission import Entry, Missing
from core.reports.narrative import ahead
from core.reports.narrative.account import Account
from tests import factory
from tests.core.reports.narrative.told import NOW, facts, lines, plan


def known(*statuses, figures, missing=None, bound=1, at=NOW):
    """Facts of a way from 100 to 120, with full-year figures from 2021 on."""
    years = range(2021, 2021 + len(figures))
    entries = {
        f"B-{number:02}": {
            (when := factory.quarter(f"{year}Q4")): Entry(
                f"B-{number:02}", when, factory.figure(text), missing
            )
            for year, text in zip(years, figures, strict=True)
        }
        for number in range(len(statuses))
    }
    return facts(list(statuses), entries=entries, of=plan(len(statuses), bound), at=at)


def said(of, make):
    return lines(make(Account(of, of.plan.indicators)))


def test_what_is_behind_is_told_what_it_needs():
    behind = known("略有滞后", "快于预期", figures=("101", "102", "103"))
    assert said(behind, ahead.behind) == ["要实现规划目标：甲，2024—2025年需年均增长7.9%。"]


def test_what_has_reached_its_target_or_has_no_number_needs_nothing():
    assert said(known("略有滞后", figures=("101", "102", "130")), ahead.behind) == []
    worded = replace(plan(1).indicators[0], target=factory.words("稳定"))
    assert said(facts(["略有滞后"], of=factory.plan(worded)), ahead.behind) == []


def test_at_the_plans_end_nothing_is_needed_and_nothing_is_in_danger_any_more():
    end = factory.quarter("2025Q4")
    over = known("未完成", figures=("101",) * 5, at=end)
    assert said(over, ahead.behind) == []
    assert said(over, ahead.binding) == ["约束性指标1个，为未完成。"]


def test_a_binding_one_is_in_danger_by_its_light_or_by_what_no_year_has_brought():
    risky = known("明显滞后", "基本符合预期", figures=("101", "102", "103"), bound=2)
    assert said(risky, ahead.binding) == [
        "约束性指标2个，其中基本符合预期1个、明显滞后1个。可能完不成的2个是甲和乙。",
        "要实现规划目标：乙，2024—2025年需年均增长7.9%，以往没有一年达到过。",
    ]


def test_without_danger_that_is_said_and_without_binding_ones_nothing():
    safe = known("快于预期", figures=("105", "110", "118"))
    assert said(safe, ahead.binding) == ["约束性指标1个，为快于预期。没有可能完不成的约束性指标。"]
    assert said(known("快于预期", figures=("105",), bound=0), ahead.binding) == []
    assert said(facts([""], of=plan(1, 1)), ahead.binding) == [
        "约束性指标1个，尚不能判断（缺数）。"
    ]


def test_of_many_the_first_are_told_and_the_others_counted():
    many = known(*["略有滞后"] * 10, figures=("101", "102", "103"), bound=0)
    (told,) = said(many, ahead.behind)
    assert told.count("需年均增长7.9%") == 8
    assert told.endswith("。其余2个指标从略。")


def test_what_is_reckoned_from_withheld_figures_stands_apart_and_withheld():
    hidden = known("略有滞后", figures=("101", "102", "103"), missing=Missing.WITHHELD)
    (paragraph,) = ahead.behind(Account(hidden, hidden.plan.indicators))
    assert paragraph.withheld
    open_ = known("略有滞后", figures=("101", "102", "103"))
    (paragraph,) = ahead.behind(Account(open_, open_.plan.indicators))
    assert not paragraph.withheld

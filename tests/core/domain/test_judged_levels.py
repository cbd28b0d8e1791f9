"""水平 before the plan's end, worked by hand: flows, states, rates, means; higher and lower.

A case: the indicator, what was reported by quarter, as of when, the status, and what decided: the
yardstick, what was asked by then, progress, pace and r.
"""

from dataclasses import replace

import pytest

from core.domain.indicator import Frequency, Nature
from core.domain.target import AnnualTarget, QuarterlyTarget
from tests import factory as the
from tests.core.domain.worked import check, judged

REACHED, AHEAD, ON, BEHIND, FAR = "提前实现", "快于预期", "基本符合预期", "略有滞后", "明显滞后"
NO_BASE = "基期待补"
POINT, RATE, MEAN = Nature.POINT, Nature.RATE, Nature.MEAN


def given(item, year, text):
    """The same indicator with a year's target of a document."""
    return replace(item, annual_targets=(AnnualTarget(year, the.figure(text)),))


def quarterly(item, at, text):
    """The same indicator with a document's target of a quarter (分季度目标)."""
    return replace(item, quarterly_targets=(QuarterlyTarget(the.quarter(at), the.figure(text)),))


# 附表2 B-01: 521.94 × (750 / 521.94)^(3/5) = 648.76, that is 126.82 of 228.06
GDP = the.level("750", "521.94")
# 100 × 1.1^5 = 161.051: 110, 121, 133.1, 146.41 on the way of 61.051
FLOW = the.level("161.051", "100", decimals=3)

YEAR_ENDS = [
    (GDP, {"2023Q4": "631.20"}, "2023Q4", BEHIND,
     "规划 648.76 109.26/228.06 126.82/228.06 109.26/126.82"),
    (FLOW, {"2021Q4": "110"}, "2021Q4", ON, "规划 110 10/61.051 10/61.051 1"),
    # due by 2022: 21; 23.1 = 1.1 × 21, 19.95 = 0.95 × 21, 15.75 = 0.75 × 21
    (FLOW, {"2022Q4": "123.1"}, "2022Q4", AHEAD, "规划 121 23.1/61.051 21/61.051 1.1"),
    (FLOW, {"2022Q4": "123.099"}, "2022Q4", ON, "规划 121 23.099/61.051 21/61.051 23.099/21"),
    (FLOW, {"2022Q4": "121"}, "2022Q4", ON, "规划 121 21/61.051 21/61.051 1"),
    (FLOW, {"2022Q4": "119.95"}, "2022Q4", ON, "规划 121 19.95/61.051 21/61.051 0.95"),
    (FLOW, {"2022Q4": "119.949"}, "2022Q4", BEHIND,
     "规划 121 19.949/61.051 21/61.051 19.949/21"),
    (FLOW, {"2022Q4": "115.75"}, "2022Q4", BEHIND, "规划 121 15.75/61.051 21/61.051 0.75"),
    (FLOW, {"2022Q4": "115.749"}, "2022Q4", FAR, "规划 121 15.749/61.051 21/61.051 15.749/21"),
    # worse than the base: nothing is gone
    (FLOW, {"2022Q4": "98"}, "2022Q4", FAR, "规划 121 -2/61.051 21/61.051 -2/21"),
    # the target itself, and beyond
    (FLOW, {"2022Q4": "161.051"}, "2022Q4", REACHED, "规划 121 1 21/61.051 61.051/21"),
    (FLOW, {"2022Q4": "170"}, "2022Q4", REACHED, "规划 121 70/61.051 21/61.051 70/21"),
    # reached in 2022 and lost in 2023: the latest figure counts; due 33.1
    (FLOW, {"2022Q4": "165", "2023Q4": "130"}, "2023Q4", BEHIND,
     "规划 133.1 30/61.051 33.1/61.051 30/33.1"),
    # a document asks for 130 in 2022, through which the way then leads
    (given(FLOW, 2022, "130"), {"2022Q4": "128.5"}, "2022Q4", ON,
     "规划 130 28.5/61.051 30/61.051 0.95"),
    # and one that asks for less than the base: whoever is beyond the base is ahead
    (given(FLOW, 2021, "90"), {"2021Q4": "101"}, "2021Q4", AHEAD, "规划 90 1/61.051 -10/61.051 —"),
    (given(FLOW, 2021, "90"), {"2021Q4": "95"}, "2021Q4", ON, "规划 90 -5/61.051 -10/61.051 —"),
    (given(FLOW, 2021, "90"), {"2021Q4": "80"}, "2021Q4", FAR, "规划 90 -20/61.051 -10/61.051 —"),
    # rounded to the published decimals before it is compared: 103.0995 → 103.100
    (FLOW, {"2021Q4": "109.4995"}, "2021Q4", ON, "规划 110 9.5/61.051 10/61.051 0.95"),
]  # fmt: skip

LAST = {"2021Q2": "50", "2021Q4": "110"}  # 5/11 of the year by its middle

WITHIN = [
    # a flow meets the plan's target with full years only; 121 × 50 / 110 = 55
    (FLOW, {**LAST, "2022Q2": "60.5"}, "2022Q2", AHEAD, "年度 55 0.5 55/121 1.1"),
    (FLOW, {**LAST, "2022Q2": "55"}, "2022Q2", ON, "年度 55 55/121 55/121 1"),
    (FLOW, {**LAST, "2022Q2": "52.25"}, "2022Q2", ON, "年度 55 52.25/121 55/121 0.95"),
    (FLOW, {**LAST, "2022Q2": "52.249"}, "2022Q2", BEHIND, "年度 55 52.249/121 55/121 52.249/55"),
    (FLOW, {**LAST, "2022Q2": "41.25"}, "2022Q2", BEHIND, "年度 55 41.25/121 55/121 0.75"),
    (FLOW, {**LAST, "2022Q2": "41.249"}, "2022Q2", FAR, "年度 55 41.249/121 55/121 41.249/55"),
    # the plan's own number within the year is no 提前实现: half of the year's 121 are 60.5
    (FLOW, {"2022Q2": "162"}, "2022Q2", AHEAD, "年度 60.5 162/121 0.5 162/60.5"),
    # without last year's quarter by fourths
    (FLOW, {"2022Q2": "60.5"}, "2022Q2", ON, "年度 60.5 0.5 0.5 1"),
    (FLOW, {"2021Q1": "20"}, "2021Q1", FAR, "年度 27.5 20/110 0.25 20/27.5"),
    # a document's 分季度目标, a document's year
    (quarterly(FLOW, "2022Q2", "70"), {**LAST, "2022Q2": "66.5"}, "2022Q2", ON,
     "年度 70 66.5/121 70/121 0.95"),
    (given(FLOW, 2022, "130"), {"2022Q1": "32.5"}, "2022Q1", ON, "年度 32.5 0.25 0.25 1"),
    # money without decimals is no count: 48033 / 4 = 12008.25 → 12008
    (the.level("65195", "44501", decimals=0), {"2021Q1": "12008"}, "2021Q1", ON,
     "年度 12008 12008/48033 12008/48033 1"),
    # rates and means are asked for the year's target in every quarter: 2.04 → 2.28 in 2022
    (the.level("3", "1.8", nature=RATE), {"2022Q2": "2.28"}, "2022Q2", ON, "年度 2.28 1 1 1"),
    (the.level("3", "1.8", nature=RATE), {"2022Q2": "2.26"}, "2022Q2", BEHIND,
     "年度 2.28 0.22/0.24 1 0.22/0.24"),
    (the.level("78.5", "77.5", nature=MEAN, decimals=1), {"2021Q3": "77.7"}, "2021Q3", ON,
     "年度 77.7 1 1 1"),
]  # fmt: skip

BEDS = the.level("10", "0", nature=POINT, decimals=0, unit="张")  # 2, 4, 6, 8, 10
STATE = the.level("161.051", "100", nature=POINT, decimals=3)

STATES = [
    # a state counts in any quarter; 110 → 121 in 2022, half of it 115.5
    (STATE, {"2022Q2": "115.5"}, "2022Q2", ON, "规划 115.5 15.5/61.051 15.5/61.051 1"),
    (STATE, {"2022Q2": "114"}, "2022Q2", BEHIND, "规划 115.5 14/61.051 15.5/61.051 14/15.5"),
    (STATE, {"2022Q3": "161.051"}, "2022Q3", REACHED, "规划 118.25 1 18.25/61.051 61.051/18.25"),
    (quarterly(STATE, "2022Q2", "120"), {"2022Q2": "119"}, "2022Q2", ON,
     "规划 120 19/61.051 20/61.051 0.95"),
    # counts: 0.5 is due after a quarter, that is none yet
    (BEDS, {"2021Q1": "0"}, "2021Q1", ON, "规划 0 0 0 —"),
    (BEDS, {"2021Q1": "1"}, "2021Q1", AHEAD, "规划 0 0.1 0 —"),
    # 1.5 after three: one; nobody has it, and it is one short
    (BEDS, {"2021Q3": "0"}, "2021Q3", BEHIND, "规划 1 0 0.1 0"),
    (BEDS, {"2022Q2": "3"}, "2022Q2", ON, "规划 3 0.3 0.3 1"),
    (BEDS, {"2022Q2": "2"}, "2022Q2", BEHIND, "规划 3 0.2 0.3 2/3"),
    (BEDS, {"2022Q2": "1"}, "2022Q2", FAR, "规划 3 0.1 0.3 1/3"),
    (BEDS, {"2023Q4": "10"}, "2023Q4", REACHED, "规划 6 1 0.6 10/6"),
    # 243 × (3125 / 243)^(1/5) = 405, though a root of it has only 404.99…
    (the.level("3125", "243", nature=POINT, decimals=0), {"2021Q4": "405"}, "2021Q4", ON,
     "规划 405 162/2882 162/2882 1"),
    # fewer is better: 9.5 → 10 may still be there after a quarter
    (the.lower(the.level("0", "10", nature=POINT, decimals=0)), {"2021Q1": "10"}, "2021Q1", ON,
     "规划 10 0 0 —"),
    (the.lower(the.level("0", "10", nature=POINT, decimals=0)), {"2021Q1": "9"}, "2021Q1", AHEAD,
     "规划 10 0.1 0 —"),
    (the.lower(the.level("0", "10", nature=POINT, decimals=0)), {"2021Q1": "11"}, "2021Q1", BEHIND,
     "规划 10 -0.1 0 —"),
    (the.lower(the.level("0", "10", nature=POINT, decimals=0)), {"2021Q1": "12"}, "2021Q1", FAR,
     "规划 10 -0.2 0 —"),
]  # fmt: skip

# 附表2 B-08: 1.8 → 3 by 0.24 a year: 2.04, 2.28, 2.52, 2.76
R_AND_D = the.level("3", "1.8", nature=RATE, frequency=Frequency.ANNUAL, unit="%")
# 附表2 B-13: 2.39 → 2.22 by 0.034: 2.356 → 2.36, 2.322 → 2.32
RATIO = the.lower(the.level("2.22", "2.39", nature=RATE, frequency=Frequency.ANNUAL))
# 77.5 → 78 by 0.1 a year, published with one decimal
LIFE = the.level("78", "77.5", nature=MEAN, frequency=Frequency.ANNUAL, decimals=1, unit="岁")
POVERTY = the.lower(the.level("0", "3.39", nature=POINT))  # 附表1 A1-34: 2.034 → 2.03 by 2022

RATES = [
    (R_AND_D, {"2023Q4": "2.52"}, "2023Q4", ON, "规划 2.52 0.6 0.6 1"),
    (R_AND_D, {"2023Q4": "2.49"}, "2023Q4", ON, "规划 2.52 0.575 0.6 0.69/0.72"),
    # 2.484 is exactly 0.95 of the way, but 2.48 is published
    (R_AND_D, {"2023Q4": "2.484"}, "2023Q4", BEHIND, "规划 2.52 0.68/1.2 0.6 0.68/0.72"),
    (R_AND_D, {"2023Q4": "2.59"}, "2023Q4", ON, "规划 2.52 0.79/1.2 0.6 0.79/0.72"),
    (R_AND_D, {"2023Q4": "2.6"}, "2023Q4", AHEAD, "规划 2.52 0.8/1.2 0.6 0.8/0.72"),
    # lower is better: due 0.07 of 0.17
    (RATIO, {"2022Q4": "2.32"}, "2022Q4", ON, "规划 2.32 0.07/0.17 0.07/0.17 1"),
    (RATIO, {"2022Q4": "2.31"}, "2022Q4", AHEAD, "规划 2.32 0.08/0.17 0.07/0.17 0.08/0.07"),
    (RATIO, {"2022Q4": "2.33"}, "2022Q4", BEHIND, "规划 2.32 0.06/0.17 0.07/0.17 0.06/0.07"),
    (RATIO, {"2022Q4": "2.34"}, "2022Q4", FAR, "规划 2.32 0.05/0.17 0.07/0.17 0.05/0.07"),
    (RATIO, {"2022Q4": "2.45"}, "2022Q4", FAR, "规划 2.32 -0.06/0.17 0.07/0.17 -0.06/0.07"),
    (RATIO, {"2022Q4": "2.22"}, "2022Q4", REACHED, "规划 2.32 1 0.07/0.17 0.17/0.07"),
    # one unit of the published decimals short of what is due is at worst 略有滞后
    (LIFE, {"2021Q4": "77.6"}, "2021Q4", ON, "规划 77.6 0.2 0.2 1"),
    (LIFE, {"2021Q4": "77.5"}, "2021Q4", BEHIND, "规划 77.6 0 0.2 0"),
    (LIFE, {"2021Q4": "77.4"}, "2021Q4", FAR, "规划 77.6 -0.2 0.2 -1"),
    # a target of zero compares by difference: due 1.36 of 3.39
    (POVERTY, {"2022Q4": "2.03"}, "2022Q4", ON, "规划 2.03 1.36/3.39 1.36/3.39 1"),
    (POVERTY, {"2022Q4": "2.37"}, "2022Q4", BEHIND, "规划 2.03 1.02/3.39 1.36/3.39 0.75"),
    (POVERTY, {"2022Q4": "0"}, "2022Q4", REACHED, "规划 2.03 1 1.36/3.39 3.39/1.36"),
    # negative numbers: −5 → 5 by 2 a year, −10 → −2 by 1.6
    (the.level("5", "-5", nature=RATE), {"2022Q4": "-1"}, "2022Q4", ON, "规划 -1 0.4 0.4 1"),
    (the.level("5", "-5", nature=RATE), {"2022Q4": "-1.2"}, "2022Q4", ON, "规划 -1 0.38 0.4 0.95"),
    (the.level("5", "-5", nature=RATE), {"2022Q4": "-4"}, "2022Q4", FAR, "规划 -1 0.1 0.4 0.25"),
    (the.level("-2", "-10", nature=RATE), {"2023Q4": "-5.2"}, "2023Q4", ON,
     "规划 -5.2 0.6 0.6 1"),
    (the.level("-2", "-10", nature=RATE), {"2023Q4": "-2"}, "2023Q4", REACHED,
     "规划 -5.2 1 0.6 8/4.8"),
    # and downwards through zero: 10 → −10 by 4 a year, −6 after four; then −2 is 0.75 of 16
    (the.lower(the.level("-10", "10", nature=RATE)), {"2024Q4": "-6"}, "2024Q4", ON,
     "规划 -6 0.8 0.8 1"),
    (the.lower(the.level("-10", "10", nature=RATE)), {"2024Q4": "-2"}, "2024Q4", BEHIND,
     "规划 -6 0.6 0.8 0.75"),
    (the.lower(the.level("-10", "10", nature=RATE)), {"2024Q4": "-1.99"}, "2024Q4", FAR,
     "规划 -6 0.5995 0.8 11.99/16"),
    # a range is reached at its low end: 1.4, 1.8, 2.2, 2.6, 3
    (the.level("3-5", "1", nature=RATE), {"2023Q4": "2.2"}, "2023Q4", ON, "规划 2.2 0.6 0.6 1"),
    (the.level("3-5", "1", nature=RATE), {"2023Q4": "3"}, "2023Q4", REACHED,
     "规划 2.2 1 0.6 2/1.2"),
    (the.lower(the.level("3-5", "10", nature=RATE)), {"2023Q4": "5"}, "2023Q4", REACHED,
     "规划 7 1 0.6 5/3"),
    # words with a value: from 80 to 全覆盖 by 4 a year
    (the.level("全覆盖", "80", nature=RATE), {"2022Q4": "88"}, "2022Q4", ON, "规划 88 0.4 0.4 1"),
]  # fmt: skip

LOOSE = [
    # a target equal to its base, or looser, is a line: met or not, never 提前实现
    (the.level("100", "100", nature=RATE), {"2022Q4": "100"}, "2022Q4", ON, "规划 100 — — —"),
    (the.level("100", "100", nature=RATE), {"2022Q4": "101"}, "2022Q4", ON, "规划 100 — — —"),
    (the.level("100", "100", nature=RATE), {"2022Q4": "99.99"}, "2022Q4", FAR, "规划 100 — — —"),
    (the.level("85", "91.8", nature=RATE), {"2022Q4": "86"}, "2022Q4", ON, "规划 85 — — —"),
    (the.level("85", "91.8", nature=RATE), {"2022Q4": "84.99"}, "2022Q4", FAR, "规划 85 — — —"),
    # 附表1 A1-35: 失业率 4 → 4.5
    (the.lower(the.level("4.5", "4", nature=RATE)), {"2022Q4": "4.5"}, "2022Q4", ON,
     "规划 4.5 — — —"),
    (the.lower(the.level("4.5", "4", nature=RATE)), {"2022Q4": "4.51"}, "2022Q4", FAR,
     "规划 4.5 — — —"),
    # 附表1 A1-36: 新增就业 0.73 → 0.7, a flow: half a year is asked for 0.35
    (the.level("0.7", "0.73"), {"2022Q4": "0.7"}, "2022Q4", ON, "规划 0.7 — — —"),
    (the.level("0.7", "0.73"), {"2022Q2": "0.35"}, "2022Q2", ON, "年度 0.35 0.5 0.5 1"),
    (the.level("0.7", "0.73"), {"2022Q2": "0.34"}, "2022Q2", BEHIND,
     "年度 0.35 0.34/0.7 0.5 0.34/0.35"),
    (the.level("0.7", "0.73"), {"2022Q2": "0.33"}, "2022Q2", FAR,
     "年度 0.35 0.33/0.7 0.5 0.33/0.35"),
    # 左右 of an expected one: 98 × 0.98 = 96.04; none of a binding one
    (the.level("98左右", "100", nature=RATE), {"2022Q4": "96.04"}, "2022Q4", ON, "规划 98 — — —"),
    (the.level("98左右", "100", nature=RATE), {"2022Q4": "96.03"}, "2022Q4", FAR, "规划 98 — — —"),
    (the.binding(the.level("98左右", "100", nature=RATE)), {"2022Q4": "97.99"}, "2022Q4", FAR,
     "规划 98 — — —"),
]  # fmt: skip

BASELESS = [
    # without a base only the plan's target can be seen reached
    (the.level("750"), {"2023Q4": "631.20"}, "2023Q4", NO_BASE, ""),
    (the.level("750"), {"2023Q4": "750"}, "2023Q4", REACHED, "规划 — — — —"),
    (the.level("750"), {"2024Q2": "300"}, "2024Q2", NO_BASE, ""),
    (the.level("750"), {"2021Q2": "300"}, "2021Q2", NO_BASE, ""),
    (the.level("750", "[8.6]"), {"2023Q4": "631.20"}, "2023Q4", NO_BASE, ""),
    # reached in 2023, and the year 2024 is asked for nothing
    (the.level("750"), {"2023Q4": "760", "2024Q2": "300"}, "2024Q2", REACHED, "规划 — — — —"),
    # the plan's last year is asked for the plan's target, and a document may ask any year
    (the.level("750"), {"2025Q2": "375"}, "2025Q2", ON, "年度 375 0.5 0.5 1"),
    (given(the.level("750"), 2023, "600"), {"2023Q4": "570"}, "2023Q4", ON, "年度 600 0.95 1 0.95"),
    (the.level("10", nature=POINT), {"2023Q2": "5"}, "2023Q2", NO_BASE, ""),
    (the.level("10", nature=POINT), {"2025Q2": "5"}, "2025Q2", NO_BASE, ""),
    (the.level("10", nature=POINT), {"2023Q2": "10"}, "2023Q2", REACHED, "规划 — — — —"),
    # 附表2 B-28 prints only [0.7]: from 10 that is 10.7, 10.28 by 2022; without a base it waits
    (the.level("[0.7]", nature=RATE), {"2022Q4": "10.3"}, "2022Q4", NO_BASE, ""),
    (the.level("[0.7]", "10", nature=RATE), {"2022Q4": "10.28"}, "2022Q4", ON,
     "规划 10.28 0.4 0.4 1"),
    (the.level(the.pending(), growth_text="[0.7]", nature=RATE), {"2022Q4": "10.3"}, "2022Q4",
     NO_BASE, ""),
    (the.level(the.pending(), "10", growth_text="[0.7]", nature=RATE), {"2022Q4": "10.28"},
     "2022Q4", ON, "规划 10.28 0.4 0.4 1"),
]  # fmt: skip

REVISED = [
    # 500 → 750 was cut to 600: 540 by 2022 instead of 600
    (the.revised(the.level("750", "500", nature=RATE), "600"), {"2022Q4": "540"}, "2022Q4", ON,
     "规划 540 0.4 0.4 1"),
    (the.level("750", "500", nature=RATE), {"2022Q4": "540"}, "2022Q4", FAR,
     "规划 600 0.16 0.4 0.4"),
    # cut to less than the base it is a line
    (the.revised(the.level("750", "500", nature=RATE), "490"), {"2022Q4": "489.99"}, "2022Q4", FAR,
     "规划 490 — — —"),
    (the.revised(the.level("750", "500", nature=RATE), the.pending()), {"2022Q4": "540"},
     "2022Q4", "待下达", ""),
]  # fmt: skip


@pytest.mark.parametrize(
    "case", [*YEAR_ENDS, *WITHIN, *STATES, *RATES, *LOOSE, *BASELESS, *REVISED]
)
def test_a_level_is_judged_along_its_way(case):
    check(case)


def test_without_a_base_the_share_of_the_target_is_told_alone():
    found = judged(the.level("750"), {"2023Q4": "600"}, "2023Q4")
    assert (found.completion, found.progress, found.pace) == (the.figure("0.8").value, None, None)


def test_within_a_year_the_plan_stands_at_the_last_complete_one():
    found = judged(FLOW, {"2021Q4": "110", "2022Q2": "60.5"}, "2022Q2")
    assert found.side.label == "年度"
    assert str(found.data_period) == "2022Q2"
    assert (str(found.overall.period), found.overall.ratio) == ("2021Q4", 1)
    assert found.progress == found.overall.progress


def test_at_a_year_s_end_the_year_stands_beside_the_plan():
    found = judged(GDP, {"2023Q4": "631.20"}, "2023Q4")
    assert (found.side.label, found.annual.asked) == ("规划", the.figure("648.76").value)
    assert found.annual.grade == "on"  # 631.20 / 648.76 = 0.97


def test_a_year_parted_by_fourths_says_so():
    (even, seasonal) = (
        judged(FLOW, {**past, "2022Q2": "60.5"}, "2022Q2").annual for past in ({}, LAST)
    )
    assert (even.even, even.derived) == (True, True)
    assert (seasonal.even, seasonal.derived) == (False, True)
    fixed = judged(given(FLOW, 2022, "130"), {"2022Q4": "130"}, "2022Q4").annual
    assert (fixed.even, fixed.derived) == (False, False)

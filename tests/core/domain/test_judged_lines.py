"""增速, 控制线, 保持, 逐年 and 结构 before the plan's end, worked by hand.

A case: the indicator, what was reported by quarter, as of when, the status, and what decided: the
yardstick and what was asked; of a growth its 百分点, else progress, pace and r.
"""

from dataclasses import replace

import pytest

from core.domain.indicator import Frequency, Nature
from core.domain.target import AnnualTarget, QuarterlyTarget
from tests import factory as the
from tests.core.domain.worked import check, judged

AHEAD, ON, BEHIND, FAR = "快于预期", "基本符合预期", "略有滞后", "明显滞后"
NO_BASE, UNDECIDED = "基期待补", "待定"
POINT, RATE, FLOW = Nature.POINT, Nature.RATE, Nature.FLOW


def given(item, year, text):
    """The same indicator with a year's target of a document."""
    return replace(item, annual_targets=(AnnualTarget(year, the.figure(text)),))


def quarterly(item, at, text):
    """The same indicator with a document's target of a quarter (分季度目标)."""
    return replace(item, quarterly_targets=(QuarterlyTarget(the.quarter(at), the.figure(text)),))


def years(*texts):
    """The figures of full years from 2021 on."""
    return {f"{2021 + at}Q4": text for at, text in enumerate(texts)}


INDUSTRY = the.growth("7.5左右")  # 附表2 B-03

GROWTH = [
    # the mean of the complete years against the target, in 百分点
    (INDUSTRY, years("7.5", "7.5", "7.5"), "2023Q4", ON, "规划 7.5 0"),
    (INDUSTRY, years("8", "8", "8"), "2023Q4", AHEAD, "规划 7.5 0.5"),
    (INDUSTRY, years("7.9", "7.9", "7.9"), "2023Q4", ON, "规划 7.5 0.4"),
    (INDUSTRY, years("7.3", "7.3", "7.3"), "2023Q4", ON, "规划 7.5 -0.2"),
    (INDUSTRY, years("7.2", "7.2", "7.2"), "2023Q4", BEHIND, "规划 7.5 -0.3"),
    (INDUSTRY, years("6.5", "6.5"), "2022Q4", BEHIND, "规划 7.5 -1"),
    (INDUSTRY, years("6.4", "6.4"), "2022Q4", FAR, "规划 7.5 -1.1"),
    # never 提前实现: there are years to come
    (INDUSTRY, years("20", "20"), "2022Q4", AHEAD, "规划 7.5 12.5"),
    # √(1.21 × 1) = 1.1, where the plain mean is 10.5
    (INDUSTRY, years("21", "0"), "2022Q4", AHEAD, "规划 7.5 2.5"),
    # √(1.5 × 0.5) = 0.8660: −13.4
    (INDUSTRY, years("50", "-50"), "2022Q4", FAR, "规划 7.5 -20.9"),
    (INDUSTRY, years("-2"), "2021Q4", FAR, "规划 7.5 -9.5"),
    (the.growth("-3"), years("-3", "-3"), "2022Q4", ON, "规划 -3 0"),
    (the.growth("0"), years("0.5"), "2021Q4", AHEAD, "规划 0 0.5"),
    # what the clerk has put together
    (the.growth("年均20"), years("9", "年均20"), "2022Q4", ON, "规划 20 0"),
    # within a year the growth so far against the year's
    (INDUSTRY, {**years("7"), "2022Q2": "7.3"}, "2022Q2", ON, "年度 7.5 -0.2"),
    (INDUSTRY, {"2022Q2": "7.0"}, "2022Q2", BEHIND, "年度 7.5 -0.5"),
    (given(INDUSTRY, 2022, "6左右"), {"2022Q3": "5.8"}, "2022Q3", ON, "年度 6 -0.2"),
    (quarterly(INDUSTRY, "2022Q1", "5"), {"2022Q1": "5.5"}, "2022Q1", AHEAD, "年度 5 0.5"),
    # lower is better: 物价涨幅
    (the.lower(the.growth("3")), {"2022Q2": "2.5"}, "2022Q2", AHEAD, "年度 3 -0.5"),
    (the.lower(the.growth("3")), {"2022Q2": "3.2"}, "2022Q2", ON, "年度 3 0.2"),
    (the.lower(the.growth("3")), {"2022Q2": "3.3"}, "2022Q2", BEHIND, "年度 3 0.3"),
    (the.lower(the.growth("3")), {"2022Q2": "4.1"}, "2022Q2", FAR, "年度 3 1.1"),
    # a year that is missing; one that cannot be compounded; words
    (INDUSTRY, {"2021Q4": "7", "2023Q4": "8"}, "2023Q4", "缺数", ""),
    (INDUSTRY, years("-100.1", "8"), "2022Q4", UNDECIDED, ""),
    (the.growth(the.words("促稳提质")), {"2022Q2": "3"}, "2022Q2", UNDECIDED, ""),
    (the.growth(the.pending()), {"2022Q2": "3"}, "2022Q2", "待下达", ""),
]  # fmt: skip

JOBLESS = the.control("5.5左右")  # 附表2 B-27: 5.5 × 1.02 = 5.61
AIR = the.control("35以内", nature=Nature.MEAN, decimals=0, unit="微克/立方米")  # 专栏24
DAYS = replace(the.keep("92.9"), measure=the.control("1").measure, decimals=1)  # 附表1 A1-28

CONTROL = [
    (JOBLESS, {"2022Q4": "5.5"}, "2022Q4", ON, "规划 5.5 — — —"),
    (JOBLESS, {"2022Q4": "5.61"}, "2022Q4", ON, "规划 5.5 — — —"),
    (JOBLESS, {"2022Q4": "5.62"}, "2022Q4", FAR, "规划 5.5 — — —"),
    (the.binding(JOBLESS), {"2022Q4": "5.51"}, "2022Q4", FAR, "规划 5.5 — — —"),
    # far better is met and no more
    (AIR, {"2022Q4": "25"}, "2022Q4", ON, "规划 35 — — —"),
    (AIR, {"2022Q4": "35"}, "2022Q4", ON, "规划 35 — — —"),
    (AIR, {"2022Q4": "36"}, "2022Q4", FAR, "规划 35 — — —"),
    # seasonal: within a year only the year is held against it
    (AIR, {"2022Q1": "36"}, "2022Q1", FAR, "年度 35 — — —"),
    (JOBLESS, {"2022Q1": "5.6"}, "2022Q1", ON, "年度 5.5 — — —"),
    (DAYS, {"2022Q3": "92.9"}, "2022Q3", ON, "年度 92.9 — — —"),
    (DAYS, {"2022Q3": "92.8"}, "2022Q3", FAR, "年度 92.9 — — —"),
    # a document asks more of a year than the plan: 5.2 × 1.02 = 5.304
    (given(JOBLESS, 2022, "5.2左右"), {"2022Q1": "5.3"}, "2022Q1", ON, "年度 5.2 — — —"),
    (given(JOBLESS, 2022, "5.2"), {"2022Q1": "5.3"}, "2022Q1", FAR, "年度 5.2 — — —"),
    (given(JOBLESS, 2022, "5.2"), {"2022Q4": "5.3"}, "2022Q4", ON, "规划 5.5 — — —"),
    (the.control("0"), {"2022Q4": "0"}, "2022Q4", ON, "规划 0 — — —"),
    (the.control("0"), {"2022Q4": "0.01"}, "2022Q4", FAR, "规划 0 — — —"),
    # met last year, not now
    (AIR, {"2021Q4": "25", "2022Q4": "40"}, "2022Q4", FAR, "规划 35 — — —"),
    (the.control(the.pending(), "95.6"), {"2022Q4": "96"}, "2022Q4", "待下达", ""),
]  # fmt: skip

FOREST = the.keep("60", "60")  # 附表2 B-24
GRAIN = the.binding(the.keep("0.46左右", "0.46", nature=FLOW))  # 附表2 B-06
PIGS = the.keep("660以上", nature=FLOW, decimals=2, unit="万头")  # 2024年市报告

KEEP = [
    (FOREST, {"2022Q4": "60"}, "2022Q4", ON, "规划 60 — — —"),
    (FOREST, {"2022Q4": "60.54"}, "2022Q4", ON, "规划 60 — — —"),
    (FOREST, {"2022Q4": "59.99"}, "2022Q4", FAR, "规划 60 — — —"),
    (FOREST, {"2022Q2": "60"}, "2022Q2", ON, "规划 60 — — —"),
    # 稳定: not worse than the base
    (the.keep(the.words("稳定"), "4", nature=POINT), {"2022Q2": "4"}, "2022Q2", ON,
     "规划 4 — — —"),
    (the.keep(the.words("稳定"), "4", nature=POINT), {"2022Q2": "3.99"}, "2022Q2", FAR,
     "规划 4 — — —"),
    (the.keep(the.words("稳定"), nature=POINT), {"2022Q2": "4"}, "2022Q2", NO_BASE, ""),
    (the.lower(the.keep("4", "4")), {"2022Q4": "4.01"}, "2022Q4", FAR, "规划 4 — — —"),
    # 左右 helps no binding one
    (GRAIN, {"2022Q4": "0.46"}, "2022Q4", ON, "规划 0.46 — — —"),
    (GRAIN, {"2022Q4": "0.45"}, "2022Q4", FAR, "规划 0.46 — — —"),
    (the.keep("100左右"), {"2022Q4": "98"}, "2022Q4", ON, "规划 100 — — —"),
    # a flow is met by full years: a half of 660 by mid-year
    (PIGS, {"2022Q2": "330"}, "2022Q2", ON, "年度 330 0.5 0.5 1"),
    (PIGS, {"2022Q2": "329.99"}, "2022Q2", BEHIND, "年度 330 329.99/660 0.5 329.99/330"),
    (PIGS, {"2022Q2": "329.98"}, "2022Q2", FAR, "年度 330 329.98/660 0.5 329.98/330"),
    (PIGS, {"2022Q4": "660"}, "2022Q4", ON, "规划 660 — — —"),
    (PIGS, {"2022Q4": "659.99"}, "2022Q4", FAR, "规划 660 — — —"),
]  # fmt: skip

SCHOOLS = the.annual("3以上")  # 专栏1: 每年建成3家以上

ANNUAL = [
    (SCHOOLS, {"2022Q4": "3"}, "2022Q4", ON, "规划 3 — — —"),
    (SCHOOLS, {"2022Q4": "9"}, "2022Q4", ON, "规划 3 — — —"),
    (SCHOOLS, {"2022Q4": "2"}, "2022Q4", FAR, "规划 3 — — —"),
    # each year against its own target, whatever the year before was
    (SCHOOLS, years("1", "3"), "2022Q4", ON, "规划 3 — — —"),
    (given(SCHOOLS, 2023, "5"), {"2023Q4": "4"}, "2023Q4", FAR, "规划 5 — — —"),
    # 3 × 2/4 = 1.5: one by mid-year
    (SCHOOLS, {"2022Q2": "1"}, "2022Q2", ON, "年度 1 1/3 1/3 1"),
    (SCHOOLS, {"2022Q2": "0"}, "2022Q2", BEHIND, "年度 1 0 1/3 0"),
    (SCHOOLS, {"2022Q1": "0"}, "2022Q1", ON, "年度 0 0 0 —"),
    (the.annual("30"), {"2022Q2": "13"}, "2022Q2", FAR, "年度 15 13/30 0.5 13/15"),
    (the.annual("30"), {"2022Q2": "40"}, "2022Q2", ON, "年度 15 40/30 0.5 40/15"),
]  # fmt: skip

SHARES = the.structure("1:34:65", "1:39:60", nature=RATE)  # the last part 61, 62, 63, 64, 65

# what is gone is not told in per cent: of 0.1 to go, 0.3 would be 300 %
STRUCTURE = [
    (SHARES, {"2022Q4": "1:37:62"}, "2022Q4", ON, "规划 62 — — 1"),
    (SHARES, {"2022Q4": "1:37.2:61.8"}, "2022Q4", BEHIND, "规划 62 — — 0.9"),
    (SHARES, {"2022Q4": "1:38:61"}, "2022Q4", FAR, "规划 62 — — 0.5"),
    # beyond the target, but never 提前实现
    (SHARES, {"2022Q4": "1:33:66"}, "2022Q4", AHEAD, "规划 62 — — 3"),
    (SHARES, {"2022Q2": "1:37:62"}, "2022Q2", ON, "年度 62 — — 1"),
    (SHARES, {"2022Q2": "1:37.1:61.9"}, "2022Q2", BEHIND, "年度 62 — — 0.9"),
    # 附表2 B-12 moves by 0.1 in five years: in 2023 nothing is due
    (the.structure("0.8:34.2:65", "0.7:34.4:64.9", nature=RATE), {"2023Q4": "0.7:34.4:64.9"},
     "2023Q4", ON, "规划 64.9 — — —"),
    (the.structure("0.8:34.2:65", "0.7:34.4:64.9", nature=RATE), {"2023Q4": "0.7:34.5:64.8"},
     "2023Q4", BEHIND, "规划 64.9 — — —"),
    (the.structure("1:34:65", nature=RATE), {"2022Q4": "1:37:62"}, "2022Q4", NO_BASE, ""),
    (the.structure("34:66", "1:39:60", nature=RATE), {"2022Q4": "1:37:62"}, "2022Q4", UNDECIDED,
     ""),
    (the.structure("1:39:60", "1:34:65", nature=RATE), {"2022Q4": "1:38:61"}, "2022Q4", ON,
     "规划 60 — — —"),
]  # fmt: skip


@pytest.mark.parametrize("case", [*GROWTH, *CONTROL, *KEEP, *ANNUAL, *STRUCTURE])
def test_what_has_to_hold_year_by_year_is_judged_by_the_year(case):
    check(case)


def test_within_a_year_the_mean_of_the_complete_years_stands_beside():
    found = judged(INDUSTRY, {**years("8.5", "8.5"), "2023Q2": "7"}, "2023Q2")
    assert (found.side.label, found.overall.actual, found.overall.points) == (
        "年度",
        the.figure("8.5").value,
        1,
    )


@pytest.mark.parametrize("frequency", Frequency)
def test_a_line_has_no_way(frequency):
    found = judged(replace(FOREST, frequency=frequency), {"2022Q4": "60"}, "2022Q4")
    assert (found.progress, found.pace, found.completion) == (None, None, 1)

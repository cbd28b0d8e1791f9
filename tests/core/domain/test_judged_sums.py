"""累计 and 累计降幅 before the plan's end, worked by hand: 当年数 and 规划累计数.

A case: the indicator, what was reported by quarter, as of when, the status, and what decided: the
yardstick, what was asked by then, progress, pace and r.
"""

from dataclasses import replace

import pytest

from core.domain.indicator import EnteredAs, Frequency, Nature
from core.domain.target import AnnualTarget, QuarterlyTarget
from tests import factory as the
from tests.core.domain.worked import check, judged

REACHED, AHEAD, ON, BEHIND, FAR = "提前实现", "快于预期", "基本符合预期", "略有滞后", "明显滞后"
MISSING, UNDECIDED = "缺数", "待定"
RATE, RUNNING, PLAN = Nature.RATE, Nature.RUNNING, EnteredAs.PLAN

TALENT = the.cumulative("100")  # 专栏1: 20 a year
RUN = the.cumulative("100", PLAN, nature=RUNNING)


def given(item, **texts):
    """The same indicator with yearly targets of documents: _2021="40"."""
    targets = [AnnualTarget(int(year[1:]), the.figure(text)) for year, text in texts.items()]
    return replace(item, annual_targets=tuple(targets))


def quarterly(item, at, text):
    """The same indicator with a document's target of a quarter (分季度目标)."""
    return replace(item, quarterly_targets=(QuarterlyTarget(the.quarter(at), the.figure(text)),))


def years(*texts):
    """The figures of full years from 2021 on."""
    return {f"{2021 + at}Q4": text for at, text in enumerate(texts)}


SUMS = [
    # 当年数 are put together: 40 of 100 are due after two years
    (TALENT, years("20", "20"), "2022Q4", ON, "规划 40 0.4 0.4 1"),
    (TALENT, years("20", "24"), "2022Q4", AHEAD, "规划 40 0.44 0.4 1.1"),
    (TALENT, years("20", "18"), "2022Q4", ON, "规划 40 0.38 0.4 0.95"),
    (TALENT, years("20", "17"), "2022Q4", BEHIND, "规划 40 0.37 0.4 0.925"),
    (TALENT, years("20", "10"), "2022Q4", BEHIND, "规划 40 0.3 0.4 0.75"),
    (TALENT, years("20", "9"), "2022Q4", FAR, "规划 40 0.29 0.4 0.725"),
    (TALENT, years("60", "40"), "2022Q4", REACHED, "规划 40 1 0.4 2.5"),
    (TALENT, years("60", "60", "0"), "2023Q4", REACHED, "规划 60 1.2 0.6 2"),
    # and what is there of this year: 20 + a half of 20
    (TALENT, {"2021Q4": "20", "2022Q2": "10"}, "2022Q2", ON, "规划 30 0.3 0.3 1"),
    (TALENT, {"2021Q4": "20", "2022Q2": "2"}, "2022Q2", FAR, "规划 30 0.22 0.3 22/30"),
    (TALENT, {"2021Q1": "5"}, "2021Q1", ON, "规划 5 0.05 0.05 1"),
    (TALENT, {"2021Q1": "4"}, "2021Q1", BEHIND, "规划 5 0.04 0.05 0.8"),
    # 3 of 5 is less than three quarters, and two short
    (TALENT, {"2021Q1": "3"}, "2021Q1", FAR, "规划 5 0.03 0.05 0.6"),
    # last year a quarter of it was there by mid-year: 20 + 20 × 5 / 20
    (TALENT, {"2021Q2": "5", "2021Q4": "20", "2022Q2": "5"}, "2022Q2", ON,
     "规划 25 0.25 0.25 1"),
    # 20 of the year before and a 分季度目标 of 12
    (quarterly(TALENT, "2022Q2", "12"), {"2021Q4": "20", "2022Q2": "12"}, "2022Q2", ON,
     "规划 32 0.32 0.32 1"),
    (quarterly(TALENT, "2022Q1", "12"), {"2021Q4": "20", "2022Q2": "10"}, "2022Q2", ON,
     "规划 30 0.3 0.3 1"),
    # a document asks for 40 at once, so 15 a year are left: 55
    (given(TALENT, _2021="40"), years("40", "15"), "2022Q4", ON, "规划 55 0.55 0.55 1"),
    (given(TALENT, _2021="40"), years("20", "20"), "2022Q4", FAR, "规划 55 0.4 0.55 40/55"),
    (given(TALENT, _2021="120"), years("100", "10"), "2022Q4", REACHED, "规划 120 1.1 1.2 110/120"),
    # 25 / 4 in each of the years before, and 15: 33.75, which no document says: 33
    (given(the.cumulative("40"), _2024="15"), years("9", "3", "9", "4"), "2024Q4", BEHIND,
     "规划 33 0.625 0.825 25/33"),
    # small counts: of 3 in five years 0.6, 1.2, 1.8, 2.4 are due, that is 0, 1, 1, 2
    (the.cumulative("3"), years("0"), "2021Q4", ON, "规划 0 0 0 —"),
    (the.cumulative("3"), years("1"), "2021Q4", AHEAD, "规划 0 1/3 0 —"),
    (the.cumulative("3"), years("0", "0"), "2022Q4", BEHIND, "规划 1 0 1/3 0"),
    (the.cumulative("3"), years("0", "0", "1"), "2023Q4", ON, "规划 1 1/3 1/3 1"),
    (the.cumulative("3"), years("0", "1", "0", "0"), "2024Q4", BEHIND, "规划 2 1/3 2/3 0.5"),
    (the.cumulative("7"), years("1", "1"), "2022Q4", ON, "规划 2 2/7 2/7 1"),  # 2.8
    # what has decimals is no count: 7 / 5 × 2 = 2.8
    (the.cumulative("7", decimals=1), years("1.4", "1.4"), "2022Q4", ON, "规划 2.8 0.4 0.4 1"),
    # years that are missing, or have no number
    (TALENT, {"2022Q4": "20"}, "2022Q4", MISSING, ""),
    (TALENT, {"2021Q4": "20", "2023Q2": "20"}, "2023Q2", MISSING, ""),
    (TALENT, years("稳定", "20"), "2022Q4", UNDECIDED, ""),
    (TALENT, years("20", "稳定"), "2022Q4", UNDECIDED, ""),
    # a sum that was put together by the clerk
    (TALENT, {"2022Q4": "[40]"}, "2022Q4", ON, "规划 40 0.4 0.4 1"),
    (TALENT, years("20", "[40]"), "2022Q4", ON, "规划 40 0.4 0.4 1"),
    # 不超过: met as long as the sum is not beyond it
    (the.lower(the.cumulative("不超过50")), years("20", "30"), "2022Q4", ON, "规划 50 — — —"),
    (the.lower(the.cumulative("不超过50")), years("20", "31"), "2022Q4", FAR, "规划 50 — — —"),
    (the.cumulative("0"), years("0"), "2021Q4", ON, "规划 0 — — —"),
    # a range by its low end: of 1 in five years nothing is due for four
    (the.cumulative("1-2", PLAN, nature=RUNNING), {"2024Q4": "0"}, "2024Q4", ON, "规划 0 0 0 —"),
    (the.cumulative("1-2", PLAN, nature=RUNNING), {"2024Q2": "1"}, "2024Q2", REACHED,
     "规划 0 1 0 —"),
    (the.cumulative(the.pending()), years("20"), "2021Q4", "待下达", ""),
    (the.cumulative(the.pending()), {"2021Q2": "10"}, "2021Q2", "待下达", ""),
]  # fmt: skip

RUNNING_SUMS = [
    # 规划累计数 stand for themselves: 20 → 40 in 2022, 30 by mid-year
    (RUN, {"2022Q2": "30"}, "2022Q2", ON, "规划 30 0.3 0.3 1"),
    (RUN, {"2022Q2": "33"}, "2022Q2", AHEAD, "规划 30 0.33 0.3 1.1"),
    (RUN, {"2022Q2": "27"}, "2022Q2", BEHIND, "规划 30 0.27 0.3 0.9"),
    (RUN, {"2022Q2": "22"}, "2022Q2", FAR, "规划 30 0.22 0.3 22/30"),
    (RUN, {"2021Q1": "5"}, "2021Q1", ON, "规划 5 0.05 0.05 1"),
    (RUN, {"2022Q4": "40"}, "2022Q4", ON, "规划 40 0.4 0.4 1"),
    # reached, then corrected downwards: the latest counts
    (RUN, {"2021Q4": "100", "2022Q4": "39"}, "2022Q4", ON, "规划 40 0.39 0.4 0.975"),
    (quarterly(RUN, "2022Q2", "25"), {"2022Q2": "25"}, "2022Q2", ON, "规划 25 0.25 0.25 1"),
    (given(RUN, _2022="10"), {"2022Q4": "10"}, "2022Q4", ON, "规划 10 0.1 0.1 1"),
    # from 10 by 30 a year to 100: 25 by the middle of 2023
    (given(RUN, _2022="10"), {"2023Q2": "25"}, "2023Q2", ON, "规划 25 0.25 0.25 1"),
    # whatever the plan calls its nature
    (the.cumulative("100", PLAN), {"2022Q2": "30"}, "2022Q2", ON, "规划 30 0.3 0.3 1"),
    (the.cumulative("100", None), {"2022Q4": "40"}, "2022Q4", ON, "规划 40 0.4 0.4 1"),
    (the.cumulative("100", PLAN, nature=RATE), {"2022Q2": "30"}, "2022Q2", ON,
     "规划 30 0.3 0.3 1"),
]  # fmt: skip

# 1 − 0.96^5 = 18.46273024 %: 4 % a year, 1 − 0.96² = 7.84 % after two
ENERGY = the.reduction("18.46273024", nature=RATE)
WAY = "18.46273024"
TONNES = the.reduction("18.46273024")

FALLS = [
    (ENERGY, years("4", "4"), "2022Q4", ON, f"规划 7.84 7.84/{WAY} 7.84/{WAY} 1"),
    (ENERGY, years("4"), "2021Q4", ON, f"规划 4.00 4/{WAY} 4/{WAY} 1"),
    # 1 − 0.95² = 9.75, 1 − 0.96 × 0.97 = 6.88, 1 − 0.97 × 0.98 = 4.94, 1 − 0.9² = 19
    (ENERGY, years("5", "5"), "2022Q4", AHEAD, f"规划 7.84 9.75/{WAY} 7.84/{WAY} 9.75/7.84"),
    (ENERGY, years("4", "3"), "2022Q4", BEHIND, f"规划 7.84 6.88/{WAY} 7.84/{WAY} 6.88/7.84"),
    (ENERGY, years("3", "2"), "2022Q4", FAR, f"规划 7.84 4.94/{WAY} 7.84/{WAY} 4.94/7.84"),
    (ENERGY, years("10", "10"), "2022Q4", REACHED, f"规划 7.84 19/{WAY} 7.84/{WAY} 19/7.84"),
    # a rise counts against the falls: 1 − 0.96 × 1.01 = 3.04
    (ENERGY, years("4", "-1"), "2022Q4", FAR, f"规划 7.84 3.04/{WAY} 7.84/{WAY} 3.04/7.84"),
    (ENERGY, {"2022Q4": "4"}, "2022Q4", MISSING, ""),
    # within a year a ratio of flows is held against the year's 4 %
    (ENERGY, {"2021Q4": "4", "2022Q2": "4"}, "2022Q2", ON, "年度 4 1 1 1"),
    (ENERGY, {"2021Q4": "4", "2022Q2": "3.8"}, "2022Q2", ON, "年度 4 0.95 1 0.95"),
    (ENERGY, {"2022Q2": "3"}, "2022Q2", BEHIND, "年度 4 0.75 1 0.75"),
    (ENERGY, {"2022Q2": "2.99"}, "2022Q2", FAR, "年度 4 0.7475 1 0.7475"),
    (given(ENERGY, _2022="3.2"), {"2022Q1": "3.2"}, "2022Q1", ON, "年度 3.2 1 1 1"),
    # a document's 10 % first; then by equal shares of what is left: (0.8154 / 0.9)^(1/4)
    (given(ENERGY, _2021="10"), years("10"), "2021Q4", ON, f"规划 10.00 10/{WAY} 10/{WAY} 1"),
    # falls that come together by quarters: 1 − 0.96 × 0.98 = 5.92 = 4 + 3.84 / 2
    (TONNES, {"2021Q4": "4", "2022Q2": "2"}, "2022Q2", ON,
     f"规划 5.92 5.92/{WAY} 5.92/{WAY} 1"),
    # 分季度目标 of 1 %: 4 + 96 × 1 % = 4.96
    (quarterly(TONNES, "2022Q2", "1"), {"2021Q4": "4", "2022Q2": "1"}, "2022Q2", ON,
     f"规划 4.96 4.96/{WAY} 4.96/{WAY} 1"),
    # 较基年累计 stands for itself; 0.96^1.5 = 0.9406: 5.94 by mid-2022
    (the.reduction(WAY, PLAN, nature=RUNNING), {"2022Q4": "7.84"}, "2022Q4", ON,
     f"规划 7.84 7.84/{WAY} 7.84/{WAY} 1"),
    (the.reduction(WAY, PLAN, nature=RUNNING), {"2022Q2": "5.94"}, "2022Q2", ON,
     f"规划 5.94 5.94/{WAY} 5.94/{WAY} 1"),
    (the.reduction(WAY, PLAN, nature=RATE, frequency=Frequency.ANNUAL), {"2022Q4": "18.5"},
     "2023Q3", REACHED, f"规划 7.84 18.5/{WAY} 7.84/{WAY} 18.5/7.84"),
    # 附表1 A1-25 氮氧化物 [0]: nothing has to fall, it must not rise
    (the.reduction("[0]", PLAN, nature=RUNNING), {"2022Q4": "32.12"}, "2022Q4", ON,
     "规划 0 — — —"),
    (the.reduction("[0]", PLAN, nature=RUNNING), {"2022Q4": "-0.01"}, "2022Q4", FAR,
     "规划 0 — — —"),
    # all of it gone: by equal shares of 20 points
    (the.reduction("[100]", PLAN, nature=RUNNING), {"2022Q4": "40"}, "2022Q4", ON,
     "规划 40 0.4 0.4 1"),
    # 附表2 B-19: the target is still to be set, whatever is reported
    (the.reduction(the.pending("省下达控制指标")), years("4"), "2021Q4", "待下达", ""),
    # but a document that asks for a year can be held against it
    (given(the.reduction(the.pending(), nature=RATE), _2021="4"), {}, "2021Q4", MISSING, ""),
    (given(the.reduction(the.pending(), nature=RATE), _2021="4"), years("3.8"), "2021Q4", ON,
     "年度 4 0.95 1 0.95"),
]  # fmt: skip


@pytest.mark.parametrize("case", [*SUMS, *RUNNING_SUMS, *FALLS])
def test_what_was_reached_since_the_plan_began_is_judged_along_its_way(case):
    check(case)


def test_the_year_s_own_part_stands_beside_the_sum():
    beside = judged(TALENT, {"2021Q4": "30", "2022Q2": "4"}, "2022Q2").annual
    assert (beside.actual, beside.target, beside.asked) == (4, 20, 10)
    assert (beside.progress, beside.pace, beside.ratio) == tuple(
        the.figure(text).value for text in ("0.2", "0.5", "0.4")
    )


def test_the_share_of_the_target_is_told_within_the_year():
    found = judged(TALENT, {"2021Q4": "20", "2022Q2": "10"}, "2022Q2")
    assert found.completion == the.figure("0.3").value


def test_what_no_document_says_of_running_sums_moves_by_fourths_within_the_year():
    beside = judged(RUN, {"2022Q2": "27"}, "2022Q2").annual  # from 20 to 40
    assert (beside.origin, beside.target, beside.asked, beside.even) == (20, 40, 30, True)
    assert beside.ratio == the.figure("0.7").value

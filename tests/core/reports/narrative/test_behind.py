"""What is behind is named with the reasons that were recorded, and no other."""

import pytest

from core.reports.narrative import behind
from core.reports.narrative.account import Account
from tests.core.reports.narrative.told import NAMES, facts, lines
from tests.factory import quarter

SLOW, FAR, GOOD = "略有滞后", "明显滞后", "快于预期"


def told(statuses, *reasons, **rest):
    known = facts(statuses, reasons=reasons, **rest)
    return lines(behind.behind(Account(known, known.plan.indicators)))


@pytest.mark.parametrize(
    ("statuses", "reasons", "said"),
    [
        ([GOOD, GOOD], [], "没有滞后的指标。"),
        ([GOOD, SLOW], ["", "受减产影响。"], "略有滞后的1个指标是乙，主要原因是受减产影响。"),
        ([FAR], [""], "明显滞后的1个指标是甲，原因未填报。"),
        ([FAR, FAR], [], "明显滞后的2个指标是甲和乙，原因均未填报。"),
        ([SLOW, SLOW], ["减产", "减产"], "略有滞后的2个指标是甲和乙，主要原因是减产。"),
        ([SLOW, SLOW], ["减产"], "略有滞后的2个指标是甲和乙，主要原因是：甲，减产。乙原因未填报。"),
        (
            [SLOW, FAR, SLOW],
            ["主要受减产影响", "停产；", "主要原因：受减产影响"],
            "滞后的3个指标是甲、乙、丙，其中明显滞后的1个是乙。主要原因是：甲和丙，受减产影响；乙，停产。",
        ),
        ([SLOW], ["减产。\n 正在复产。\n"], "略有滞后的1个指标是甲，主要原因是减产；正在复产。"),
    ],
)
def test_names_and_reasons(statuses, reasons, said):
    assert told(statuses, *reasons) == [said]


def test_where_nothing_could_be_judged_nobody_says_that_nothing_is_behind():
    assert told(["", ""]) == []


def test_of_many_the_first_are_named_beside_their_number():
    assert told([SLOW] * 9) == [
        "略有滞后的9个指标是甲、乙、丙、丁、戊、己、庚、辛等，原因均未填报。"
    ]


def test_of_many_reasons_the_first_are_told_and_the_others_counted():
    (said,) = told([SLOW] * 11, *(f"{name}减产" for name in NAMES[:10]))
    assert said.endswith("；辛，辛减产。其余2个指标的原因从略。子原因未填报。")


def test_many_that_share_a_reason_or_have_none_are_counted_there_too():
    (said,) = told([SLOW] * 19, *["减产"] * 10)
    assert "主要原因是：甲、乙、丙、丁、戊、己、庚、辛等10个指标，减产。" in said
    assert said.endswith("子、丑、寅、卯、辰、巳、午、未等9个指标原因未填报。")


def test_at_the_plans_end_its_own_words_are_told_the_worst_first():
    end = quarter("2025Q4")
    assert told(["基本完成或接近完成", "未完成"], "减产", "停产", at=end) == [
        "未完成的1个指标是乙，主要原因是停产。",
        "基本完成或接近完成的1个指标是甲，主要原因是减产。",
    ]
    assert told(["全面完成"], at=end) == ["没有基本完成或接近完成的指标，也没有未完成的指标。"]

"""Lights are counted, and those that changed since the quarter before are named."""

from dataclasses import replace

import pytest

from core.domain.lights import Lights
from core.reports.narrative import turned
from core.reports.narrative.account import Account
from tests.core.reports.narrative.told import facts, lines, with_lights
from tests.factory import quarter

ON, SLOW, FAR = "基本符合预期", "略有滞后", "明显滞后"


def changes(before, after):
    known = with_lights(facts(after), facts(before, at=quarter("2023Q3")))
    return lines(turned.turned(Account(known, known.plan.indicators)))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ([ON], [ON], "灯色没有变化。"),
        ([ON, ON], [SLOW, ON], "由绿灯转黄灯1个，是甲。"),
        (
            [ON, ON, SLOW],
            [SLOW, SLOW, ""],
            "3个指标灯色有变化：由绿灯转黄灯2个，是甲和乙；由黄灯转灰灯1个，是丙。",
        ),
        (["", ON], [ON, SLOW], "由绿灯转黄灯1个，是乙（首次判断1个不列）。"),
        (["", ""], [ON, SLOW], "灯色没有变化（首次判断2个不列）。"),
    ],
)  # fmt: skip
def test_changes_of_one_kind_stand_together(before, after, said):
    assert changes(before, after) == [f"与2023年前三季度相比，{said}"]


def test_without_a_quarter_before_nothing_is_said_of_changes():
    known = facts([ON])
    first = replace(known, lights=Lights(known.plan, (known.as_of,), ()))
    for each in (known, first):
        assert list(turned.turned(Account(each, each.plan.indicators))) == []


def test_lights_are_counted_best_first():
    known = facts([FAR, ON, SLOW, ON, ""])
    assert turned.shining(Account(known, known.plan.indicators)).text == (
        "按2023年全年填报情况，共5个指标，其中绿灯2个、黄灯1个、红灯1个、灰灯1个。"
    )

"""Which indicators wait for their base, and how it is entered later."""

from datetime import date

import pytest

from core.domain.bases import filled, gaps, read_base
from core.domain.dated import BaseRevision
from core.domain.past import plan_as_of
from core.errors import FigureError
from tests import factory


def why(indicator):
    found = gaps(factory.plan(indicator))
    return found[0].why if found else None


@pytest.mark.parametrize(
    ("indicator", "reason"),
    [
        (factory.level("750"), "规划没有印出基期"),
        (factory.level(factory.pending()), "规划没有印出基期，目标待下达"),
        (factory.level(factory.pending(), growth_text="[0.7]"), "规划没有印出基期"),
        (factory.level("750", "[8.6]"), "印出的“[8.6]”是上一规划的数"),
        (factory.level("750", "稳定"), "印出的“稳定”不是一个数"),
        (factory.level("750", "521.94"), None),
        (factory.level("750", same_source="B-08"), None),
        (factory.cumulative("100"), None),
        (factory.control("35"), None),
    ],
)
def test_a_level_without_a_number_to_count_from_waits_for_its_base(indicator, reason):
    assert why(indicator) == reason


def test_a_base_is_read_forgivingly_and_says_what_was_changed():
    gdp = factory.level("750")

    assert read_base(gdp, "521.94") == (factory.figure("521.94"), "")
    assert read_base(gdp, " ５２１.９４亿元 ") == (
        factory.figure("521.94"),
        "“ ５２１.９４亿元 ”读作521.94亿元",
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("无", "“无”不是一个数"),
        ("0.7:34.4:64.9", "“0.7:34.4:64.9”不是一个数"),
        ("全覆盖", "“全覆盖”不是一个数"),
        ("[8.6]", "“[8.6]”带有方括号"),
        ("约五百", "“约五百”不是"),
    ],
)
def test_what_progress_cannot_be_counted_from_is_refused(text, words):
    with pytest.raises(FigureError, match=words.replace("[", r"\[").replace("]", r"\]")):
        read_base(factory.level("750"), text)


def test_a_base_that_is_entered_later_holds_from_the_first_day_of_the_plan():
    a_plan = factory.plan(factory.level("750"), factory.level("8", code="B-02"))

    after = filled(a_plan, {"B-01": factory.figure("521.94")}, "年鉴", "赣市统〔2021〕3号")

    (revision,) = after.indicators[0].base_revisions
    assert revision == BaseRevision(
        factory.figure("521.94"), "年鉴", date(2021, 1, 1), document="赣市统〔2021〕3号"
    )
    (gap,) = gaps(plan_as_of(after, factory.quarter("2021Q1")))
    assert gap.indicator.code == "B-02"

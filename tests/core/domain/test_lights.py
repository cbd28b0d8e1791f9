"""晴雨表: what counts as a change of light, and the sentence for each."""

from dataclasses import dataclass
from typing import Any

import pytest

from core.domain.judging.judgement import Light
from core.domain.lights import Lights, Row, words
from core.domain.period import Quarter
from tests import factory as the

LETTERS = {"b": Light.BLUE, "g": Light.GREEN, "y": Light.YELLOW, "r": Light.RED, "-": Light.GREY}


@dataclass(frozen=True)
class Said:
    """As much of a judgement as 晴雨表 looks at."""

    light: Light
    status: str = "略有滞后"
    sentence: str = "进度为序时的0.86倍。"
    data_period: Quarter | None = None


def row(lights, item=None, entries=(), **rest) -> Any:
    """An item whose lights are given by letters, from 2021Q1 on: `gg-y`."""
    quarters = the.plan().quarters[: len(lights)]
    judged: Any = tuple(Said(LETTERS[letter], **rest) for letter in lights)
    past = {each.quarter: each for each in entries}
    return Row(item or the.level("750", "521.94"), quarters, judged, past)


def table(*rows):
    return Lights(the.plan(), rows[0].quarters, rows)


def heads(lights):
    return [turn.sentence.partition("：")[0] for turn in row(lights).turns]


def test_every_change_of_light_has_a_sentence_and_nothing_else_has():
    assert heads("gggg") == []
    assert heads("gyyr") == ["2021年上半年由绿转黄", "2021年全年由黄转红"]


def test_a_grey_quarter_does_not_hide_what_was_before_it():
    assert heads("-g-g-y") == [
        "2021年上半年由灰转绿",
        "2021年前三季度由绿转灰",
        "2021年全年由灰恢复为绿",
        "2022年一季度由绿转灰",
        "2022年上半年由灰转黄（此前为绿）",
    ]


def test_only_the_first_colour_ever_follows_none():
    assert [turn.first for turn in row("-g-y").turns] == [True, False, False]


def test_the_sentence_gives_the_reason_and_the_department_s_words():
    told = the.entry("7", "2021Q2", explanation="订单减少。")
    (turn,) = row("gy", entries=[told]).turns
    assert turn.sentence == "2021年上半年由绿转黄：进度为序时的0.86倍；部门说明：订单减少。"


def test_words_that_the_reason_holds_already_are_not_said_twice():
    told = the.entry("", "2021Q2", explanation="未统计")
    (turn,) = row("gy", entries=[told], sentence="缺数（未统计）。").turns
    assert turn.sentence == "2021年上半年由绿转黄：缺数（未统计）。"


def test_without_words_to_the_quarter_those_to_its_figure_count():
    silent = the.entry("7", "2021Q2")
    told = the.entry("7", "2021Q1", explanation="停产")
    (turn,) = row("gy", entries=[silent, told], data_period=the.quarter("2021Q1")).turns
    assert turn.explanation == "停产"


@pytest.mark.parametrize(
    ("lights", "worse", "better"),
    [
        ("gy", True, False),
        ("bg", False, False),
        ("yr", True, False),
        ("ry", False, True),
        ("yg", False, True),
        ("-y", True, False),
        ("-g", False, False),
        ("y-y", False, False),
        ("g-r", True, False),
        ("r-y", False, True),
        ("y-", False, False),
    ],
)
def test_worse_and_better_are_told_from_the_last_colour(lights, worse, better):
    turn = row(lights).turns[-1]
    assert (turn.worse, turn.better) == (worse, better)


def test_what_turned_worse_now_or_is_binding_and_in_danger_is_alarming():
    bound = the.binding(the.level("35"))
    node = the.milestone()
    assert row("gy").alarming
    assert not row("yy").alarming
    assert row("yy", bound).alarming
    assert not row("gg", bound).alarming
    assert not row("rr", node).alarming


def test_red_comes_before_yellow_and_binding_before_expected():
    bound, free = the.binding(the.level("35")), the.level("40")
    rows = (row("gy", free), row("gr", free), row("yy", bound), row("gg", free))
    assert table(*rows).alarms == (rows[1], rows[2], rows[0])


def test_the_news_of_an_item_are_its_change_or_else_its_status():
    assert row("gy").news.startswith("2021年上半年由绿转黄：")
    assert row("yy").news == "黄灯，略有滞后：进度为序时的0.86倍。"
    assert words(row("--", status="").latest) == "灰灯，待定"


def test_lights_are_counted_in_the_last_quarter_and_items_are_found():
    lights = table(row("gy"), row("gg", the.level("1", code="B-02")), row("y-", the.milestone()))
    assert list(lights.counts.items()) == [
        (Light.BLUE, 0),
        (Light.GREEN, 1),
        (Light.YELLOW, 1),
        (Light.RED, 0),
        (Light.GREY, 1),
    ]
    assert lights.judged
    assert not table(row("g-")).judged
    assert lights.row("B-02") is lights.rows[1]
    assert lights.row("B-99") is None
    assert lights.only(["B-02"]).rows == (lights.rows[1],)

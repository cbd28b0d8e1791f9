"""How far a form has come, and whether it is in time."""

from datetime import date

import pytest

from core.domain.standing import Standing, standing
from core.domain.submission import Signature, State, Submission
from tests import factory

QUARTER = factory.quarter("2024Q3")
DEADLINE = date(2024, 10, 21)


def form(day=date(2024, 10, 16), reported=(), required=("B-01", "B-02"), **rest):
    given = {"submission": None, "deadline": DEADLINE} | rest
    return standing(
        "D02", QUARTER, required=required, reported=frozenset(reported), today=day, **given
    )


def handed_in(day, state=State.SUBMITTED, at=""):
    signature = Signature("张三", "李四", "王五", "8888", day) if day else None
    return Submission("D02", QUARTER, state, signature, at, 1)


def closed(day, **rest):
    return form(submission=handed_in(day, **rest))


def test_before_anything_is_entered_a_form_waits():
    found = form(reported=("B-99",))

    assert (found.state, found.filled, found.required) == (State.PENDING, 0, 2)
    assert (found.word, found.timing, found.owed) == ("待填", "还剩5天", True)


def test_one_figure_begins_a_form():
    found = form(reported=("B-01", "B-99"))

    assert (found.word, found.filled) == ("填报中", 1)


@pytest.mark.parametrize(
    ("day", "timing", "late"),
    [
        (date(2024, 10, 20), "还剩1天", 0),
        (DEADLINE, "今天截止", 0),
        (date(2024, 10, 22), "逾期1天", 1),
        (date(2024, 11, 21), "逾期31天", 31),
    ],
)
def test_the_days_until_the_deadline_are_counted(day, timing, late):
    found = form(day)

    assert (found.timing, found.late, found.left) == (timing, late, (DEADLINE - day).days)


def test_nobody_is_late_in_a_quarter_that_was_never_collected():
    found = form(date(2024, 12, 1), counted=False)

    assert (found.late, found.timing, found.owed) == (0, "没有报送", True)


def test_a_quarter_that_still_runs_is_owed_by_nobody():
    running = form(date(2024, 9, 30))

    assert (running.word, running.over, running.owed) == ("未到期", False, False)
    assert form(date(2024, 9, 30), reported=["B-01"]).word == "填报中"
    assert form(date(2024, 10, 1)).owed


@pytest.mark.parametrize(
    ("day", "timing"), [(DEADLINE, "按时报送"), (date(2024, 10, 24), "迟报3天")]
)
def test_a_form_handed_in_says_whether_it_was_in_time(day, timing):
    found = closed(day)

    assert (found.word, found.timing, found.owed) == ("已报送", timing, False)


def test_a_form_without_a_signature_was_handed_in_when_it_was_stored():
    found = closed(None, at="2024-10-22T08:00:00+08:00")

    assert found.on == date(2024, 10, 22)
    assert closed(None).on is None


def test_a_form_taken_back_is_owed_again():
    found = form(date(2024, 10, 23), ("B-01",), submission=handed_in(DEADLINE, State.FILLING))

    assert (found.word, found.on, found.timing) == ("填报中", None, "逾期2天")


def test_a_quarter_that_asks_nothing_is_said_to():
    idle = form(date(2024, 12, 1), required=())

    assert (idle.word, idle.timing, idle.owed, idle.late) == ("无需填报", "", False, 0)
    assert form(required=(), submission=handed_in(DEADLINE)).word == "已报送"


def test_forms_rank_by_how_little_is_left_to_do():
    forms = [
        form(),
        form(date(2024, 9, 1)),
        form(reported=["B-01"]),
        closed(DEADLINE),
        closed(DEADLINE, state=State.REVIEWED),
        closed(DEADLINE, state=State.APPROVED),
        form(required=()),
    ]

    ranks = [each.rank for each in forms]
    assert ranks == sorted(set(ranks))


def test_a_standing_is_a_value():
    assert form() == Standing("D02", QUARTER, State.PENDING, 0, 2, DEADLINE, date(2024, 10, 16))

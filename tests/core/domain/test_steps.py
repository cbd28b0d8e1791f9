"""What can be done next, and how the quarter stands in a sentence."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from core.domain import advice, steps
from core.domain.profile import Role
from core.domain.standing import Standing
from core.domain.steps import Aim, Open
from core.domain.submission import State
from tests import factory

TODAY, DEADLINE = date(2024, 10, 16), date(2024, 10, 21)
NAMES = {"D01": "区发改委", "D02": "区统计局", "D03": "区财政局", "D04": "区工信局"}


def form(filled=0, required=18, state=None, at="2024Q3", today=TODAY, **rest):
    derived = State.FILLING if filled else State.PENDING
    given: dict[str, Any] = {
        "department": "D02",
        "deadline": DEADLINE,
        "state": state or derived,
    } | rest
    quarter = factory.quarter(at)
    return Standing(quarter=quarter, filled=filled, required=required, today=today, **given)


def own(a_form, *missing, **rest):
    return [
        (each.aim, each.action, each.detail, each.code)
        for each in steps.own(a_form, Open(missing, **rest))
    ]


def test_an_empty_form_is_begun_at_its_first_item():
    assert own(form(required=2), "B-01", "B-02") == [
        (Aim.FILL, "开始填报", "2项要填", "B-01"),
    ]


def test_a_step_knows_the_form_that_it_is_about():
    (step,) = steps.own(form(required=1), Open(("B-01",)))

    assert (step.department, step.quarter) == ("D02", factory.quarter("2024Q3"))


def test_a_begun_form_is_continued_at_the_first_item_that_is_missing():
    assert own(form(17), "B-07") == [(Aim.FILL, "继续填报", "还有1项未填", "B-07")]


def test_a_quarter_that_still_runs_can_be_prepared():
    early = form(required=1, today=date(2024, 9, 1))

    assert own(early, "B-01") == [
        (Aim.FILL, "提前填报", "1项要填，2024年前三季度还没有结束", "B-01"),
    ]
    assert own(replace(early, filled=1)) == []


def test_what_blocks_and_what_must_be_explained_come_before_handing_in():
    found = own(form(18), unexplained=("B-02", "B-03"), blocked=("B-01",))

    assert found == [
        (Aim.EXPLAIN, "改正问题", "1项有强制问题，改正后才能报送", "B-01"),
        (Aim.EXPLAIN, "补写说明", "2项须说明，写明后才能报送", "B-02"),
    ]


def test_a_form_that_is_filled_can_be_handed_in():
    assert own(form(18)) == [(Aim.SUBMIT, "去报送", "18项已填齐，请经科室审核后报送", "")]


def test_a_form_that_was_handed_in_can_be_looked_at():
    closed = form(18, state=State.SUBMITTED, on=date(2024, 10, 22))

    assert own(closed) == [(Aim.LOOK, "查看报表", "已报送，迟报1天", "")]


def test_a_form_that_asks_nothing_needs_no_step():
    assert own(form(required=0)) == []


def test_the_newest_earlier_form_that_is_owed_is_called_for():
    forms = [
        form(at="2023Q4", deadline=date(2024, 1, 22)),
        form(at="2024Q1", deadline=date(2024, 4, 22)),
        form(at="2024Q2", deadline=date(2024, 7, 22), counted=False),
        form(),
    ]

    (step,) = steps.earlier(forms, factory.quarter("2024Q3"))

    assert (step.action, step.quarter) == ("补报往期", factory.quarter("2024Q1"))
    assert step.detail == "2024年一季度还没有报送，逾期177天"
    assert list(steps.earlier(forms[2:], factory.quarter("2024Q3"))) == []


def test_an_earlier_form_that_was_begun_is_called_for_though_nobody_is_late():
    begun = form(3, at="2024Q2", deadline=date(2024, 7, 22), counted=False)

    (step,) = steps.earlier([begun, form()], factory.quarter("2024Q3"))

    assert step.detail == "2024年上半年还没有报送"


def test_the_office_is_told_who_is_late_the_latest_first():
    forms = [
        form(department="D01", today=date(2024, 10, 23)),
        form(department="D02", today=date(2024, 10, 26)),
        form(department="D03", today=date(2024, 10, 22)),
        form(department="D04", today=date(2024, 10, 22)),
        form(18, department="D05", state=State.SUBMITTED, on=DEADLINE),
    ]

    (step,) = steps.chasing(forms, NAMES)

    assert (step.aim, step.action) == (Aim.CHASE, "只看未报")
    assert step.detail == "4个部门逾期未报：区统计局、区发改委、区财政局等，最长逾期5天"


def test_before_the_deadline_the_office_sees_who_has_still_to_report():
    (step,) = steps.chasing([form(department="D01"), form(department="D99")], NAMES)

    assert step.detail == "2个部门还没有报送：区发改委、D99，还剩5天"


def test_where_nothing_is_owed_or_collected_nobody_is_chased():
    assert list(steps.chasing([form(required=0)], NAMES)) == []
    assert list(steps.chasing([form(counted=False)], NAMES)) == []


def test_bases_are_asked_for_as_long_as_some_are_missing():
    (step,) = steps.filling_bases(4)

    assert (step.aim, step.detail) == (
        Aim.BASES,
        "4项指标没有基期，补录后才能计算增量进度",
    )
    assert list(steps.filling_bases(0)) == []


def test_the_office_is_led_to_what_waits_for_it():
    handed = [form(18, state=State.SUBMITTED, on=DEADLINE) for _ in range(4)]
    reviewed = form(18, state=State.REVIEWED, on=DEADLINE)
    approved = form(18, state=State.APPROVED, on=DEADLINE)
    names = {"D02": "区科技局"}
    (both,) = steps.reviewing([form(), *handed, reviewed, approved], names)
    (last,) = steps.reviewing([reviewed, approved], names)

    assert (both.aim, both.action) == (Aim.REVIEW, "去审核")
    assert both.detail == "待审核4份：区科技局、区科技局、区科技局等；待审定1份：区科技局"
    assert (last.aim, last.action, last.detail) == (Aim.APPROVE, "去审定", "待审定1份：区科技局")
    assert (both.department, both.quarter) == (handed[0].department, handed[0].quarter)
    assert list(steps.reviewing([form(), approved], {})) == []


@pytest.mark.parametrize(
    ("departments", "role", "own_code", "action"),
    [
        ((), Role.OFFICE, "", "补上部门"),
        ((factory.STATISTICS,), None, "", "选择角色"),
        ((factory.STATISTICS,), Role.DEPARTMENT, "", "选择部门"),
        ((factory.STATISTICS,), Role.DEPARTMENT, "D02", None),
        ((factory.STATISTICS,), Role.OFFICE, "", None),
    ],
)
def test_first_it_is_settled_who_uses_the_program(departments, role, own_code, action):
    found = list(steps.preparing(factory.plan(departments=departments), role, own_code))

    assert [each.action for each in found] == ([action] if action else [])


@pytest.mark.parametrize(
    ("a_form", "sentence"),
    [
        (form(12), "2024年前三季度已填12/18项，10月21日截止，还剩5天。"),
        (
            form(required=0),
            "2024年前三季度没有要填的数，可以先看看下面各期的报送情况。",
        ),
        (
            form(18, state=State.REVIEWED, on=DEADLINE),
            "2024年前三季度的报表已审核，按时报送，没有别的事要做。",
        ),
        (
            form(today=date(2024, 9, 1)),
            "2024年前三季度已填0/18项，本期还没有结束，10月21日截止。",
        ),
        (
            form(today=date(2025, 1, 1)),
            "2024年前三季度已填0/18项，2024年10月21日截止，逾期72天。",
        ),
        (
            form(today=date(2030, 1, 1), counted=False),
            "2024年前三季度已填0/18项，2024年10月21日已经截止。",
        ),
    ],
)
def test_a_department_reads_how_its_form_stands(a_form, sentence):
    assert advice.for_department(a_form, a_form.today) == sentence


def test_the_office_reads_how_many_have_reported():
    done, idle = form(18, state=State.SUBMITTED, on=DEADLINE), form(required=0)

    assert advice.for_office([idle, done, form()], TODAY) == (
        "2024年前三季度应报2个部门，已报送1个，10月21日截止，还剩5天。"
    )
    assert advice.for_office([idle, done], TODAY) == "2024年前三季度应报1个部门，已经全部报送。"
    assert advice.for_office([idle], TODAY) == "2024年前三季度没有部门要填报。"

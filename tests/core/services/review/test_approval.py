"""审定: who or what approved a form, what was frozen, and what changed afterwards."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.domain.cell import Column
from core.domain.reviewing import snapshot
from core.domain.submission import Decision, State
from core.errors import UserError
from core.progress import finish
from core.services import completing, handing_in
from core.services.inbox import reasons, returning
from core.services.review import altering, amending, approval, remarks, review_steps
from core.services.review.amending import Amendment
from core.services.review.review_steps import Chosen
from core.workbooks.search.arrival import arrive
from tests import forms as the_forms
from tests.core.memory import MemoryStore
from tests.forms import HALF, entry
from tests.reviews import (
    BOSS,
    BY,
    MEETING,
    OURS,
    approved,
    content,
    events,
    handed_in,
    opened,
    put,
    remark,
    reviewed,
)

LATER = "2099-01-01T08:00:00+08:00"


def altered(desk):
    with desk.reading() as work:
        newest = approval.newest(work, "p", HALF).get("D05")
        return altering.altered(work, opened(desk), newest)


def amend(desk, code="B-02", text="13", reason="统计局核实"):
    return amending.amend(desk, "p", HALF, Amendment(code, Column.FIGURE, text, reason), BOSS)


def test_a_reviewed_form_is_approved_with_who_and_why_on_record(desk):
    made = approved(desk)

    assert opened(desk).state is State.APPROVED
    assert (made.meeting, made.document, made.on) == (
        "区长办公会",
        "章府字〔2024〕8号",
        date(2024, 8, 1),
    )
    assert (made.recorder, made.number) == (BOSS, 1)
    step = events(desk, review_steps.SUBJECT)[-1]
    assert step.after == (f"已审定：区长办公会，章府字〔2024〕8号，2024年8月1日，快照{made.sha256}")
    assert desk.problems() == ()


def test_figures_and_statuses_are_frozen_under_their_digest(desk):
    made = approved(desk)
    frozen = snapshot.read(content(desk, made))

    assert snapshot.digest(content(desk, made)) == made.sha256
    assert [(each.code, each.text) for each in frozen.entries] == [
        ("B-01", "300"),
        ("B-02", "12"),
        ("P01-01", "开工"),
        ("P01-02", ""),
    ]
    assert {code for code, _, _ in frozen.statuses} >= {"B-01", "B-02", "B-03"}
    assert altered(desk) == ()


def test_several_forms_are_approved_together_all_or_none(desk):
    reviewed(desk)
    both = replace(OURS, departments=("D05", "D02"))
    with pytest.raises(UserError, match="区统计局2024年上半年的表现在是“待填”，没有审定"):
        approval.approve(desk, both, MEETING, BOSS)
    assert opened(desk).state is State.REVIEWED

    put(desk, entry("B-03", "5"))
    theirs = opened(desk, "D02")
    handing_in.hand_in(desk, theirs, the_forms.SIGNED, BY)
    review_steps.review(desk, Chosen("p", HALF, ("D02",)), BOSS)
    made = approval.approve(desk, both, MEETING, BOSS)
    assert [each.department for each in made] == ["D05", "D02"]


@pytest.mark.parametrize(
    ("given_", "why"),
    [
        (replace(MEETING, meeting=" ", document=""), "请填写审定人、会议名称或文号，至少一项"),
        (replace(MEETING, by="长" * 101), "各不超过100个可以打印的字"),
        (replace(MEETING, document="章\x07"), "各不超过100个可以打印的字"),
        (replace(MEETING, on=date.today() + timedelta(2)), "还没有到，请改正"),  # noqa: DTZ011
    ],
)
def test_an_approval_names_somebody_and_a_day_that_has_come(desk, given_, why):
    reviewed(desk)
    with pytest.raises(UserError, match=why):
        approval.approve(desk, OURS, given_, BOSS)

    assert opened(desk).state is State.REVIEWED


def test_a_form_is_not_approved_before_it_was_reviewed_or_with_an_open_remark(desk):
    handed_in(desk)
    with pytest.raises(UserError, match="现在是“已报送”，没有审定"):
        approval.approve(desk, OURS, MEETING, BOSS)
    review_steps.review(desk, OURS, BOSS)
    remark(desk)
    with pytest.raises(UserError, match="还有1条意见没有处理，没有审定"):
        approval.approve(desk, OURS, MEETING, BOSS)


def test_a_later_change_shows_with_its_reason_beside_what_was_approved(desk):
    approved(desk)
    amend(desk)
    (found,) = altered(desk)

    assert (found.before.text, found.after.text) == ("12", "13")
    assert (found.reason, found.by, found.at != "") == ("统计局核实", BOSS, True)


def test_a_change_that_nobody_gave_a_reason_for_shows_who_made_it(desk):
    approved(desk)
    put(desk, entry("B-02", "13"), at=LATER)
    (found,) = altered(desk)

    assert (found.reason, found.by, found.at) == ("", "张三", LATER)


def test_a_status_that_a_person_changed_afterwards_shows_with_its_grounds(desk):
    approved(desk)
    status = lambda code: completing.look(desk, "p", HALF).facts.assessments[code].status  # noqa: E731
    was = status("B-02")
    decision = Decision("B-02", HALF, "快于预期", "常务会议纪要", BOSS, "2024-08-02")
    completing.override(desk, "p", decision, BY)
    (found,) = altered(desk)

    assert (found.statuses, found.reason) == ((was, "快于预期"), "常务会议纪要")
    assert (found.before, found.by, found.at != "") == (found.after, "张三", True)
    amend(desk)
    (found,) = altered(desk)
    assert found.reason == "统计局核实；常务会议纪要"
    completing.take_back(desk, "p", "B-02", HALF, BY)
    (found,) = altered(desk)
    assert (found.statuses is None) is (status("B-02") == was)


def test_a_status_that_the_rules_changed_or_of_a_figure_of_others_is_no_alteration(desk):
    approved(desk)
    put(desk, entry("B-02", "79", "2023Q4"), at=LATER)
    decision = Decision("B-03", HALF, "快于预期", "常务会议纪要", BOSS, "2024-08-02")
    completing.override(desk, "p", decision, BY)

    assert altered(desk) == ()


def test_a_computed_figure_names_what_made_it_another():
    desk, ratio = MemoryStore(), the_forms.own("B-09", "占比", formula="[B-02] / [B-03]")
    with desk.writing() as work:
        work.plans.add(the_forms.plan(the_forms.RESEARCH, the_forms.SHARED, ratio, milestones=()))
    put(desk, entry("B-03", "4"))
    handed_in(desk, entry("B-02", "12"))
    review_steps.review(desk, OURS, BOSS)
    approval.approve(desk, OURS, MEETING, BOSS)
    assert altered(desk) == ()
    put(desk, entry("B-03", "5"), at=LATER)

    (found,) = altered(desk)
    assert (found.before.text, found.after.text) == ("3.00", "2.40")
    assert (found.reason, found.by, found.at) == ("随B-03改动重算", "张三", LATER)


def test_an_approval_is_taken_back_with_a_reason_and_what_was_frozen_stays(desk):
    made = approved(desk)
    with pytest.raises(UserError, match="理由应为1至200个可以打印的字"):
        approval.revoke(desk, OURS, " ", BOSS)
    approval.revoke(desk, OURS, "会议要求复核", BOSS)

    assert opened(desk).state is State.REVIEWED
    assert events(desk, review_steps.SUBJECT)[-1].after == "已审核：撤销审定，会议要求复核"
    assert snapshot.digest(content(desk, made)) == made.sha256


def test_only_what_was_approved_can_be_taken_back(desk):
    reviewed(desk)
    with pytest.raises(UserError, match="现在是“已审核”，没有撤销审定"):
        approval.revoke(desk, OURS, "复核", BOSS)


def test_what_is_approved_again_is_compared_with_the_newest_snapshot(desk):
    first = approved(desk)
    amend(desk)
    approval.revoke(desk, OURS, "更正后重新审定", BOSS)
    (second,) = approval.approve(desk, OURS, MEETING, BOSS)

    assert second.sha256 != first.sha256
    assert altered(desk) == ()


def test_an_approved_form_goes_back_only_after_the_approval_was_taken_back(desk, tmp_path):
    approved(desk)
    asked = reasons.of_form(desk, "p", HALF, "D05", {"B-02": "请核对"})
    job = returning.give_back(desk, [asked], tmp_path / "out", arrive, BOSS)
    with pytest.raises(UserError, match=r"区科技局2024年上半年的表已审定，没有退回；请先撤销审定"):
        finish(job)
    assert not list((tmp_path / "out").glob("*"))

    approval.revoke(desk, OURS, "会议要求复核", BOSS)
    remark(desk)
    finish(
        returning.give_back(desk, review_steps.asked(desk, OURS), tmp_path / "out", arrive, BOSS)
    )
    assert opened(desk).state is State.FILLING


STEPS = {
    "amend": lambda desk: amend(desk, text="14"),
    "amend back": lambda desk: amend(desk, text="12"),
    "put": lambda desk: put(desk, entry("B-01", "999")),
    "remark": remark,
    "settle": lambda desk: remarks.settle(desk, "p", remark(desk), BOSS),
    "revoke": lambda desk: approval.revoke(desk, OURS, "复核", BOSS),
    "take back": lambda desk: review_steps.take_back(desk, OURS, BOSS),
    "review": lambda desk: review_steps.review(desk, OURS, BOSS),
    "approve": lambda desk: approval.approve(desk, OURS, MEETING, BOSS),
}


@settings(deadline=None, max_examples=40)
@given(st.lists(st.sampled_from(sorted(STEPS)), max_size=12))
def test_a_snapshot_never_changes_whatever_is_done_afterwards(steps):
    desk = MemoryStore()
    with desk.writing() as work:
        work.plans.add(the_forms.plan())
    kept = dict[int, tuple[Any, bytes]]()
    approved(desk)
    for step in steps:
        kept |= {each.number: (each, content(desk, each)) for each in made(desk)}
        try:
            STEPS[step](desk)
        except UserError:
            continue  # a step out of turn
        for each, before in kept.values():
            assert each in made(desk)
            assert content(desk, each) == before
            assert snapshot.digest(before) == each.sha256


def made(desk):
    with desk.reading() as work:
        return work.approvals.of("p", HALF)

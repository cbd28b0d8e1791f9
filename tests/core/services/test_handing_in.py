"""报送: what is lacking, who answers for it, and taking it back until somebody has reviewed it."""

from dataclasses import replace

import pytest

from core.domain.cell import Column
from core.domain.indicator import Duty
from core.domain.issue import Severity
from core.domain.submission import Missing, Origin, State, Submission
from core.errors import UserError
from core.services import forms as service
from core.services import handing_in
from core.services.handing_in import IncompleteError, hand_in, hints, lacks, take_back
from tests import factory as the
from tests.core.memory import MemoryStore
from tests.forms import HALF, INDUSTRY, RESEARCH, SIGNED, entry, own, plan

BY = Origin(service.THROUGH, "张三")
NOON = "2024-07-02T12:00:00+08:00"
COMPLETE = (
    entry("B-01", "300", growth=the.figure("6.1")),
    entry("B-02", "12"),
    entry("P01-01", "开工"),
    entry("P01-02", missing=Missing.UNCOUNTED),
)


def put(desk, *entries):
    with desk.writing() as work:
        work.entries.save("p", entries, BY, NOON)


def opened(desk):
    return service.load(desk, "p", "D05", HALF)


def submission(desk, department="D05"):
    with desk.reading() as work:
        found = {each.department: each for each in work.submissions.of("p", HALF)}
    return found.get(department)


def events(desk):
    with desk.reading() as work:
        return [(each.before, each.after) for each in work.changes.events("p", handing_in.SUBJECT)]


@pytest.fixture
def complete(desk):
    put(desk, *COMPLETE)
    return desk


def test_an_empty_form_lacks_every_row_that_is_asked_for(desk):
    found = lacks(opened(desk))

    assert [each.code for each in found] == ["B-01", "B-02", "P01-01", "P01-02"]
    assert found[0].message == "“高新产业产值”未填，请填本期数；没有数的，请选缺数原因"
    assert {each.severity for each in found} == {Severity.BLOCKING}


def test_what_is_only_a_hint_is_shown_and_hinders_nobody(desk):
    absent, unverified = entry("B-01", "300"), entry("B-02", missing=Missing.UNVERIFIED)
    put(desk, absent, unverified, *COMPLETE[2:])
    form = opened(desk)

    assert lacks(form) == ()
    assert [each.check for each in hints(form)] == ["growth_absent", "unverified"]
    assert hand_in(desk, form, SIGNED, BY).state is State.SUBMITTED


def test_what_must_be_explained_is_lacking_until_it_is(complete):
    put(complete, entry("B-02", "-5"))
    assert [each.check for each in lacks(opened(complete))] == ["negative"]

    put(complete, entry("B-02", "-5", explanation="冲销上年"))
    assert lacks(opened(complete)) == ()


def test_what_blocks_stays_lacking_even_when_explained(complete):
    put(complete, entry("B-02", "稳步增长", explanation="没有数"))

    assert [each.severity for each in lacks(opened(complete))] == [Severity.BLOCKING]


def test_a_form_that_lacks_something_is_not_handed_in(desk):
    with pytest.raises(IncompleteError) as refused:
        hand_in(desk, opened(desk), SIGNED, BY)

    assert str(refused.value).startswith("还有4处要处理，没有报送：“高新产业产值”未填")
    assert len(refused.value.issues) == 4
    assert (submission(desk), events(desk)) == (None, [])


def test_a_complete_form_is_handed_in_signed_locked_and_on_record(complete):
    found = hand_in(complete, opened(complete), SIGNED, BY)

    assert found.state is State.SUBMITTED
    assert found.lock(found.rows[0], Column.FIGURE) == "本表已报送，要改请先撤回"
    assert replace(submission(complete), at="") == Submission(
        "D05", HALF, State.SUBMITTED, SIGNED, "", 1
    )
    assert events(complete) == [
        (
            "填报中",
            "已报送：填表人张三，审核人李四，单位负责人王五，电话0797-8200000，报出日期2024-07-10",
        )
    ]


def test_what_is_handed_in_is_what_stands_in_the_database_not_what_was_seen(complete):
    seen = opened(complete)
    put(complete, replace(COMPLETE[1], figure=None))

    with pytest.raises(IncompleteError):
        hand_in(complete, seen, SIGNED, BY)


def test_a_form_is_handed_in_once(complete):
    form = opened(complete)
    hand_in(complete, form, SIGNED, BY)

    with pytest.raises(UserError, match="本表已报送，不用再报送"):
        hand_in(complete, form, SIGNED, BY)
    assert len(events(complete)) == 1


def test_taking_back_opens_the_form_and_keeps_who_had_signed(complete):
    form = take_back(complete, hand_in(complete, opened(complete), SIGNED, BY), BY)

    assert form.state is State.FILLING
    assert submission(complete).signature == SIGNED
    assert [after.partition("：")[0] for _, after in events(complete)] == ["已报送", "填报中"]


def test_handing_in_again_counts_and_takes_the_new_signature(complete):
    form = take_back(complete, hand_in(complete, opened(complete), SIGNED, BY), BY)
    hand_in(complete, form, replace(SIGNED, head="赵六"), BY)

    assert (submission(complete).revision, submission(complete).signature.head) == (2, "赵六")


@pytest.mark.parametrize("state", [State.REVIEWED, State.APPROVED])
def test_what_was_reviewed_is_not_taken_back(complete, state):
    form = hand_in(complete, opened(complete), SIGNED, BY)
    with complete.writing() as work:
        work.submissions.save("p", Submission("D05", HALF, state, SIGNED, NOON, 1))

    with pytest.raises(UserError, match=f"本表现在是“{state.label}”，不能撤回"):
        take_back(complete, form, BY)
    assert submission(complete).state is state


def test_what_was_never_handed_in_is_not_taken_back(desk):
    with pytest.raises(UserError, match="本表现在是“待填”，不能撤回"):
        take_back(desk, opened(desk), BY)
    assert submission(desk) is None


def test_handing_in_settles_the_figures_for_the_others(desk):
    put(desk, entry("B-03", "5"))
    theirs = service.load(desk, "p", "D02", HALF)
    hand_in(desk, theirs, SIGNED, BY)

    ours = opened(desk)
    assert ours.rows[ours.row("B-03")].settled == "已由区统计局核定，不能改"
    take_back(desk, service.load(desk, "p", "D02", HALF), BY)
    assert opened(desk).rows[ours.row("B-03")].settled == ""


def test_what_a_formula_computes_or_will_compute_is_not_asked_for():
    theirs = replace(INDUSTRY, duty=Duty("D02"), growth_kind=None)
    share = own("B-06", "研发强度", "3", unit="%", formula="[B-02] / [B-01] * 100")
    desk = MemoryStore()
    with desk.writing() as work:
        work.plans.add(plan(theirs, RESEARCH, share, milestones=()))
    assert [each.code for each in lacks(opened(desk))] == ["B-02"]

    put(desk, entry("B-02", "12"))
    handed = hand_in(desk, opened(desk), SIGNED, BY)
    assert handed.state is State.SUBMITTED
    put(desk, entry("B-01", "400"))
    after = opened(desk)
    assert after.rows[after.row("B-06")].text(Column.FIGURE) == "3.00"

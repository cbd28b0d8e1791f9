"""审核: what there is to review, one form figure by figure, and the steps that lead on."""

from dataclasses import replace

import pytest

from core.domain.submission import Origin, State
from core.errors import UserError
from core.progress import finish
from core.services import evidence, handing_in
from core.services.review import remarks, review, review_steps
from core.services.review.review_steps import Chosen
from tests import factory as the
from tests import forms as the_forms
from tests.core.memory import MemoryStore
from tests.forms import HALF, SIGNED, entry
from tests.reviews import (
    BOSS,
    BY,
    COMPLETE,
    OURS,
    approved,
    events,
    handed_in,
    opened,
    put,
    remark,
    reviewed,
)

LATER = "2099-01-01T08:00:00+08:00"
NOON = "2024-07-02T12:00:00+08:00"


def docket(desk):
    return {each.department: each for each in finish(review.docket(desk, "p", HALF))}


def case(desk):
    return review.case(desk, "p", "D05", HALF)


def figure(desk, code):
    return next(each for each in case(desk).figures if each.row.item.code == code)


def state(desk):
    return opened(desk).state


def test_every_department_with_a_form_stands_on_the_docket(desk):
    put(desk, entry("B-01", "300"))
    found = docket(desk)

    assert [(each.name, each.state, each.filled, each.asked) for each in found.values()] == [
        ("区科技局", State.FILLING, 1, 4),
        ("区统计局", State.PENDING, 0, 1),
    ]


def test_a_form_that_was_handed_in_is_counted_out(desk):
    put(desk, entry("B-02", "-5", explanation="冲销上年"))
    handed_in(desk, entry("B-02", "-5", explanation="冲销上年"), *COMPLETE[:1], *COMPLETE[2:])
    remark(desk)
    ours = docket(desk)["D05"]

    assert (ours.state, ours.explained, ours.remarks, ours.altered) == (State.SUBMITTED, 1, 1, 0)
    assert (ours.on, ours.revision, ours.returned) == (SIGNED.on, 1, False)


def test_a_figure_is_shown_with_what_stands_beside_it(desk):
    put(desk, entry("B-02", "10", "2023Q2"), entry("B-02", "6", "2024Q1"))
    form = handed_in(desk)
    evidence.add_document(desk, form, "B-02", "统字〔2024〕3号", Origin("填报", "张三"))
    said = remark(desk)
    found = figure(desk, "B-02")

    assert found.growth == "同比增加2亿元"
    assert found.remarks == found.open == (said,)
    assert [each.document for each in found.evidences] == ["统字〔2024〕3号"]
    assert found.assessment is not None
    assert (found.before, found.alteration, found.altered) == (None, None, False)


def test_at_the_first_time_nothing_has_changed_since(desk):
    handed_in(desk)

    assert (case(desk).since, case(desk).approval) == ("", None)


def test_after_it_came_again_what_changed_since_the_time_before_is_shown(desk):
    form = handing_in.take_back(desk, handed_in(desk), BY)
    put(desk, entry("B-02", "13"), at=LATER)
    open_ = figure(desk, "B-02")
    handing_in.hand_in(desk, form, SIGNED, BY)
    again = figure(desk, "B-02")

    assert [each.before for each in (open_, again)] == [entry("B-02", "12")] * 2
    assert again.altered
    assert figure(desk, "B-01").before is None
    assert docket(desk)["D05"].revision == 2


def test_what_was_not_there_at_the_time_before_came_since(desk):
    form = handing_in.take_back(desk, handed_in(desk), BY)
    put(desk, entry("B-03", "5"), at=LATER)
    handing_in.hand_in(desk, form, SIGNED, BY)

    assert figure(desk, "B-03").before == entry("B-03")


def test_a_form_that_came_back_open_is_called_returned(desk):
    handing_in.take_back(desk, handed_in(desk), BY)

    assert docket(desk)["D05"].returned


def test_a_form_in_order_is_reviewed_and_stays_closed(desk):
    form = handed_in(desk)
    review_steps.review(desk, OURS, BOSS)

    assert state(desk) is State.REVIEWED
    assert opened(desk).submission.signature == form.submission.signature == SIGNED
    assert opened(desk).submission.revision == 1
    (step,) = events(desk, review_steps.SUBJECT)
    assert (step.code, step.quarter, step.before, step.after) == (
        "D05",
        "2024Q2",
        "已报送",
        "已审核",
    )
    assert step.origin.by == BOSS


def test_a_form_with_an_open_remark_is_not_reviewed_until_it_is_dealt_with(desk):
    handed_in(desk)
    said = remark(desk)
    with pytest.raises(UserError, match=r"区科技局2024年上半年的表还有1条意见没有处理，没有审核"):
        review_steps.review(desk, OURS, BOSS)
    assert state(desk) is State.SUBMITTED

    remarks.settle(desk, "p", said, BOSS)
    review_steps.review(desk, OURS, BOSS)
    assert state(desk) is State.REVIEWED


def test_several_forms_are_reviewed_all_or_none(desk):
    handed_in(desk)
    with pytest.raises(UserError, match="区统计局2024年上半年的表现在是“待填”，没有审核"):
        review_steps.review(desk, replace(OURS, departments=("D05", "D02")), BOSS)

    assert state(desk) is State.SUBMITTED


def test_a_review_is_taken_back_without_counting_as_handed_in_again(desk):
    reviewed(desk)
    review_steps.take_back(desk, OURS, BOSS)

    assert (state(desk), opened(desk).submission.revision) == (State.SUBMITTED, 1)
    assert events(desk, review_steps.SUBJECT)[-1].after == "已报送：撤销审核"
    assert case(desk).since == ""


@pytest.mark.parametrize("step", [review_steps.take_back, review_steps.review])
def test_a_step_is_taken_from_the_state_before_it_only(desk, step):
    approved(desk)
    with pytest.raises(UserError, match="现在是“已审定”，没有"):
        step(desk, OURS, BOSS)


def test_the_open_remarks_are_what_goes_back(desk):
    handed_in(desk)
    settled = remark(desk, "B-01", "已核对")
    remarks.settle(desk, "p", settled, BOSS)
    remark(desk, "B-02", "请核对口径")
    remark(desk, "B-02", "请附文件")
    (asked,) = review_steps.asked(desk, OURS)

    assert [(each.code, each.found, each.message) for each in asked.findings] == [
        ("B-02", "12", "请核对口径；请附文件")
    ]


def test_without_an_open_remark_nothing_goes_back(desk):
    handed_in(desk)
    with pytest.raises(UserError, match="没有未处理的意见，没有退回"):
        review_steps.asked(desk, OURS)


def test_what_was_approved_or_never_handed_in_does_not_go_back(desk):
    with pytest.raises(UserError, match="现在是“待填”，没有退回"):
        review_steps.asked(desk, OURS)
    approved(desk)
    with pytest.raises(UserError, match="现在是“已审定”，没有退回"):
        review_steps.asked(desk, OURS)


def test_a_remark_is_kept_in_one_line_and_on_record(desk):
    handed_in(desk)
    said = remark(desk, text=" 请核对\n口径 ")
    remarks.settle(desk, "p", said, "李科长")
    remarks.settle(desk, "p", said, "李科长", done=False)

    assert (said.text, said.number, said.at != "") == ("请核对 口径", 1, True)
    assert figure(desk, "B-02").open == (said,)
    told = [(each.origin.by, each.after) for each in events(desk, remarks.SUBJECT)]
    assert told == [
        (BOSS, "请核对 口径"),
        ("李科长", "已处理：请核对 口径"),
        ("李科长", "未处理：请核对 口径"),
    ]


@pytest.mark.parametrize("text", ["", "  ", "字" * 501, "铃\x07"])
def test_a_remark_that_says_nothing_or_cannot_be_printed_is_refused(desk, text):
    with pytest.raises(UserError, match="意见应为1至500个可以打印的字"):
        remark(desk, text=text)


def test_a_computed_figure_is_counted_as_in_the_form_and_asked_of_nobody():
    desk, ratio = MemoryStore(), the_forms.own("B-09", "占比", formula="[B-02] / [B-03]")
    with desk.writing() as work:
        work.plans.add(the_forms.plan(the_forms.RESEARCH, the_forms.SHARED, ratio, milestones=()))
    put(desk, entry("B-02", "12"))
    line = docket(desk)["D05"]
    assert (line.filled, line.asked) == (1, 1)
    put(desk, entry("B-03", "4"))
    form = handed_in(desk, entry("B-02", "12"))
    line = docket(desk)["D05"]
    assert (line.filled, line.asked) == (form.filled, form.asked) == (2, 2)


def test_the_same_source_is_altered_where_it_is_entered_only(desk):
    approved(desk)
    put(desk, entry("B-01", "310", growth=the.figure("6.1")), at=LATER)
    found = [each.row.item.code for each in case(desk).figures if each.alteration]

    assert found == ["B-01"]
    assert docket(desk)["D05"].altered == 1


def test_a_plan_or_quarter_that_is_not_there_is_said(desk):
    with pytest.raises(UserError, match="没有规划“q”"):
        review_steps.review(desk, Chosen("q", HALF, ("D05",)), BOSS)

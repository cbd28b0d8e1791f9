"""What every store keeps of review and printing: remarks, approvals, reports, their wordings."""

from dataclasses import replace

import pytest

from core.domain.printed import Edition
from core.errors import NotFoundError, StorageError
from tests.db.factories import (
    AT,
    END,
    FORM,
    approval,
    decision,
    evidence,
    indicator,
    plan,
    printed,
    quarter,
    remark,
    wording,
)

PLAN = plan().code
EARLIER = quarter("2025Q3")
CONTENT = bytes(range(256)) * 300
LESS = replace(plan(), indicators=(indicator("B-02"), indicator("P01-02", "X1")))
ALONE = replace(plan(), departments=plan().departments[:1])


def say(store, *remarks):
    with store.writing() as work:
        return tuple(work.remarks.add(PLAN, each) for each in remarks)


def approve(store, *approvals, content=b"{}"):
    with store.writing() as work:
        return tuple(work.approvals.add(PLAN, each, content) for each in approvals)


def write(store, *reports, content=b"%PDF"):
    with store.writing() as work:
        for each in reports:
            work.printed.add(PLAN, each, content)


def word(store, *wordings):
    with store.writing() as work:
        for each in wordings:
            work.printed.word(PLAN, each)


def test_remarks_are_numbered_and_come_oldest_first(planned):
    given = remark(), remark("P01-01", text="节点未填"), remark(at="2025Q3", by="李四")
    kept = say(planned, *given)
    assert kept == tuple(replace(each, number=n) for n, each in enumerate(given, 1))
    with planned.reading() as work:
        assert work.remarks.of(PLAN) == kept
        assert work.remarks.of(PLAN, END) == kept[:2]
        assert work.remarks.of("p") == ()


def test_a_remark_is_settled_and_opened_again(planned):
    first, second = say(planned, remark(), remark())
    with planned.writing() as work:
        work.remarks.settle(PLAN, 2, AT)
    with planned.reading() as work:
        assert work.remarks.of(PLAN) == (first, replace(second, settled=AT))
    with planned.writing() as work:
        work.remarks.settle(PLAN, 2, "")
        assert work.remarks.of(PLAN) == (first, second)


@pytest.mark.parametrize("given", [remark("Z-99"), remark(department="D99")])
def test_a_remark_on_what_the_plan_does_not_know_is_refused(planned, given):
    with pytest.raises(NotFoundError, match="99"):
        say(planned, remark(), given)
    with planned.reading() as work:
        assert work.remarks.of(PLAN) == ()


def test_a_remark_that_is_not_there_cannot_be_settled(planned):
    say(planned, remark())
    with pytest.raises(NotFoundError, match="第2条"), planned.writing() as work:
        work.remarks.settle(PLAN, 2, AT)
    with pytest.raises(NotFoundError), planned.writing() as work:
        work.remarks.settle("p", 1, AT)


def test_nothing_of_review_is_stored_under_an_unknown_plan(store):
    with pytest.raises(NotFoundError, match="“p”"), store.writing() as work:
        work.remarks.add("p", remark())
    with pytest.raises(NotFoundError, match="“p”"), store.writing() as work:
        work.approvals.add("p", approval(), b"{}")
    with pytest.raises(NotFoundError, match="“p”"), store.writing() as work:
        work.printed.add("p", printed(), b"%PDF")
    with pytest.raises(NotFoundError, match="“p”"), store.writing() as work:
        work.printed.word("p", wording())


def test_approvals_are_numbered_and_earlier_ones_stay(planned):
    first, other, again = approval(), approval(at="2025Q3"), approval(by="", document="7号")
    kept = approve(planned, first, other, again)
    assert kept == tuple(replace(each, number=n) for n, each in enumerate((first, other, again), 1))
    with planned.reading() as work:
        assert work.approvals.of(PLAN) == kept
        assert work.approvals.of(PLAN, EARLIER) == (kept[1],)
        assert work.approvals.of("p") == ()


def test_an_approval_is_on_record_with_the_seal_of_all_that_it_says(planned):
    first, second = approve(planned, approval(), approval())
    with planned.reading() as work:
        events = work.changes.events(PLAN, "审定")
    assert [each.after for each in events] == [f"第1次，{first.seal}", f"第2次，{second.seal}"]
    assert (events[0].code, events[0].quarter, events[0].at) == ("D01", "2025Q4", AT)
    assert (events[0].origin.by, events[0].origin.sha256) == ("张三", approval().sha256)
    assert len({first.seal, second.seal, replace(first, by="王五").seal}) == 3
    assert planned.problems() == ()


def test_a_snapshot_comes_back_byte_for_byte(planned):
    approve(planned, approval(CONTENT), content=CONTENT)
    with planned.reading() as work:
        assert work.approvals.content(approval(CONTENT).sha256) == CONTENT
        with pytest.raises(NotFoundError):
            work.approvals.content("0" * 64)


def test_a_snapshot_that_is_not_what_the_approval_names_is_refused(planned):
    with pytest.raises(StorageError, match="与它的校验值不符"):
        approve(planned, approval(), content=b"another")
    with planned.reading() as work:
        assert work.approvals.of(PLAN) == ()


def test_an_approval_of_nobody_s_form_is_refused(planned):
    with pytest.raises(NotFoundError, match="D99"):
        approve(planned, approval(department="D99"))


def test_written_reports_come_oldest_first_with_their_bytes(planned):
    first = printed(CONTENT, department="D01", public=True, edition=Edition.INTERNAL)
    second = printed(at="2026-11-24T09:00:00+08:00", quarter=EARLIER)
    write(planned, first, content=CONTENT)
    write(planned, second)
    with planned.reading() as work:
        assert work.printed.of(PLAN) == (first, second)
        assert work.printed.of("p") == ()
        assert work.printed.content(first.sha256) == CONTENT
        with pytest.raises(NotFoundError):
            work.printed.content("0" * 64)


def test_the_same_report_twice_changes_nothing_but_another_edition_does(planned):
    final = printed(edition=Edition.FINAL)
    write(planned, printed(), printed(by="李四", at="2026-11-25T09:00:00+08:00"), final)
    with planned.reading() as work:
        assert work.printed.of(PLAN) == (printed(), final)


def test_a_report_is_found_by_the_beginning_of_its_code_in_whatever_plan(planned):
    with planned.writing() as work:
        work.plans.add(plan("q"))
        work.printed.add(PLAN, printed(), b"%PDF")
        work.printed.add("q", printed(at="2026-11-24T09:00:00+08:00"), b"%PDF")
    write(planned, printed(b"1"), content=b"1")
    with planned.reading() as work:
        found = work.printed.coded(printed().code[:4])
        assert [of for of, _ in found] == [PLAN, "q"]
        assert work.printed.coded(printed(b"1").code) == ((PLAN, printed(b"1")),)
        assert work.printed.coded("%") == work.printed.coded("_") == ()


def test_a_report_that_is_not_what_it_says_or_is_nobody_s_is_refused(planned):
    with pytest.raises(StorageError, match="与它的校验值不符"):
        write(planned, printed(), content=b"another")
    with pytest.raises(NotFoundError, match="D99"):
        write(planned, printed(department="D99"))
    with planned.reading() as work:
        assert work.printed.of(PLAN) == ()


def test_one_wording_per_kind_quarter_and_department_stands(planned):
    district, own = wording(), wording(department="D02", text="本单位……")
    earlier, other = wording(quarter=EARLIER), wording(kind="targets")
    word(planned, own, other, wording(text="初稿"), earlier, district)
    with planned.reading() as work:
        assert work.printed.wordings(PLAN) == (earlier, district, own, other)
        assert work.printed.wordings("p") == ()


def test_an_empty_wording_takes_the_edit_away(planned):
    word(planned, wording(), wording(department="D02"))
    word(planned, wording(text=""), wording(kind="targets", text=""))
    with planned.reading() as work:
        assert work.printed.wordings(PLAN) == (wording(department="D02"),)


def test_a_wording_for_nobody_is_refused(planned):
    with pytest.raises(NotFoundError, match="D99"):
        word(planned, wording(department="D99"))


def test_all_decisions_come_by_quarter(planned):
    earlier = decision("B-02", "2024Q4"), decision("P01-01", "2024Q4")
    with planned.writing() as work:
        work.decisions.save(PLAN, [decision(), *earlier[::-1]])
    with planned.reading() as work:
        found = work.decisions.every(PLAN)
        assert list(found.items()) == [(quarter("2024Q4"), earlier), (END, (decision(),))]
        assert work.decisions.every("p") == {}


def test_a_decision_is_taken_back(planned):
    with planned.writing() as work:
        work.decisions.save(PLAN, [decision(), decision("B-02"), decision(at="2024Q4")])
        work.decisions.remove(PLAN, "B-01", END)
        work.decisions.remove(PLAN, "B-01", EARLIER)
        work.decisions.remove("p", "B-02", END)
    with planned.reading() as work:
        assert work.decisions.of(PLAN, END) == (decision("B-02"),)
        assert work.decisions.of(PLAN, quarter("2024Q4")) == (decision(at="2024Q4"),)


def test_an_item_with_a_remark_is_not_lost_to_an_edit(planned):
    say(planned, remark())
    with pytest.raises(StorageError, match="B-01已有"), planned.writing() as work:
        work.plans.replace(LESS)


@pytest.mark.parametrize(
    "done",
    [
        lambda store: say(store, remark(department="D02")),
        lambda store: approve(store, approval(department="D02")),
        lambda store: write(store, printed(department="D02")),
        lambda store: word(store, wording(department="D02")),
    ],
    ids=["remark", "approval", "report", "wording"],
)
def test_a_department_of_which_something_was_said_or_printed_stays(planned, done):
    done(planned)
    with pytest.raises(StorageError, match="D02已有"), planned.writing() as work:
        work.plans.replace(ALONE)
    with planned.reading() as work:
        assert work.plans.get(PLAN) == plan()


def test_what_is_said_and_printed_of_the_whole_district_keeps_no_department(planned):
    write(planned, printed())
    word(planned, wording())
    with planned.writing() as work:
        work.plans.replace(ALONE)
        assert work.plans.get(PLAN) == ALONE
        assert (work.printed.of(PLAN), len(work.printed.wordings(PLAN))) == ((printed(),), 1)


def test_a_plan_goes_with_its_remarks_approvals_and_reports(planned):
    say(planned, remark())
    approve(planned, approval())
    write(planned, printed())
    word(planned, wording())
    with planned.writing() as work:
        work.plans.remove(PLAN, FORM, AT)
    with planned.reading() as work:
        assert (work.remarks.of(PLAN), work.approvals.of(PLAN)) == ((), ())
        assert (work.printed.of(PLAN), work.printed.wordings(PLAN)) == ((), ())
        for file in (approval().sha256, printed().sha256):
            with pytest.raises(NotFoundError):
                work.printed.content(file)
    assert planned.problems() == ()


def test_a_snapshot_that_is_evidence_too_stays_when_that_goes(planned):
    approve(planned, approval(b"1"), content=b"1")
    with planned.writing() as work:
        work.evidences.add(PLAN, evidence(b"1"), b"1")
        work.evidences.remove(PLAN, evidence(b"1"))
        assert work.approvals.content(approval(b"1").sha256) == b"1"

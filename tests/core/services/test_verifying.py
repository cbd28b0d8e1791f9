"""A printed code tells which data it shows, whether they still are so, and who approved them."""

from dataclasses import replace
from datetime import date

import pytest

from core.domain.indicator import Binding
from core.domain.printed import Edition
from core.errors import NotFoundError
from core.progress import finish
from core.reports import catalogue
from core.services import verifying
from core.services.reports import printing, recording, reporting
from core.services.reports.reporting import Format, Request
from core.services.review import approval, review_steps
from tests import forms, reviews

REQUEST = Request("completion", "p", forms.HALF, edition=Edition.REVIEW)


def printed(desk, folder, request=REQUEST):
    """Write a report and give its code."""
    (made,) = finish(printing.produce(desk, [request], [Format.PDF], folder)).reports
    return made.code


def verified(desk, code):
    """What is known of a code."""
    return finish(verifying.verify_code(desk, code))


def altered(desk, text="310"):
    """Another figure than the one that was printed."""
    reviews.put(desk, forms.entry("B-01", text), at="2024-08-02T12:00:00+08:00")


def approved_again(desk):
    """The form approved, changed and approved once more."""
    approval.revoke(desk, reviews.OURS, "数据有误", reviews.BOSS)
    review_steps.take_back(desk, reviews.OURS, reviews.BOSS)
    altered(desk)
    review_steps.review(desk, reviews.OURS, reviews.BOSS)
    approval.approve(desk, reviews.OURS, reviews.MEETING, reviews.BOSS)


def test_what_was_just_printed_shows_the_present_data(desk, tmp_path):
    reviews.put(desk, *reviews.COMPLETE)
    code = printed(desk, tmp_path)
    found = verified(desk, code)
    (shown,) = found.reports
    assert (found.known, found.current, shown.differences) == (True, True, ())
    assert (shown.plan, shown.printed.code, shown.printed.edition) == ("p", code, Edition.REVIEW)
    assert (shown.genre, shown.whose) == ("规划主要指标完成情况", "章贡区“十四五”规划")
    assert found.sentence == f"校验码“{code}”的报告就是现在的数据"


def test_a_figure_that_changed_is_named_as_printed_and_as_it_is(desk, tmp_path):
    reviews.put(desk, *reviews.COMPLETE)
    code = printed(desk, tmp_path)
    altered(desk)
    found = verified(desk, code)
    (shown,) = found.reports
    assert not found.current
    told = {(each.row, each.before, each.after) for each in shown.differences}
    assert ("高新产业产值（亿元）", "300", "310") in told
    assert "与现在的数据不一致" in found.sentence
    altered(desk, "300")
    assert verified(desk, code).current


def test_a_notice_of_forms_is_compared_as_of_the_day_of_its_printing(desk, tmp_path, monkeypatch):
    reviews.put(desk, *reviews.COMPLETE)
    monkeypatch.setattr(reporting, "today", lambda: date(2024, 8, 1))
    monkeypatch.setattr(recording, "now", lambda: "2024-08-01T09:00:00+08:00")
    code = printed(desk, tmp_path, replace(REQUEST, kind="submissions"))
    monkeypatch.undo()
    assert verified(desk, code).current


@pytest.mark.parametrize(
    "request_",
    [
        replace(REQUEST, department="D05", section="T1", binding=Binding.EXPECTED),
        replace(REQUEST, public=True, edition=Edition.INTERNAL),
        replace(REQUEST, kind="targets", edition=Edition.FINAL),
    ],
)
def test_the_same_report_is_asked_for_again(desk, tmp_path, request_):
    reviews.put(desk, *reviews.COMPLETE)
    found = verified(desk, printed(desk, tmp_path, request_))
    assert found.current
    assert found.reports[0].printed.public is request_.public


def test_whose_report_it_is_is_told_in_words(desk, tmp_path):
    asked = replace(REQUEST, department="D05", section="T1", binding=Binding.EXPECTED)
    (shown,) = verified(desk, printed(desk, tmp_path, asked)).reports
    assert shown.whose == "章贡区“十四五”规划，区科技局，综合质效，预期性"


def test_a_code_is_read_as_people_type_it(desk, tmp_path):
    code = printed(desk, tmp_path)
    wide = "".join(chr(ord(each) + 0xFEE0) for each in code.upper())
    spaced = f" 校验码：{code[:4]} {code[4:8]}\u3000{code[8:]}\n"
    misread = code.replace("0", "O").replace("1", "l")
    assert {verifying.spelled(each) for each in (code, wide, spaced, misread)} == {code}
    assert verified(desk, wide).known


@pytest.mark.parametrize(
    "code",
    ["", "12", "g" * 12, "0" * 13, "0" * 11, "' or 1=1 --", "%" * 12, "\x00" * 12, "零" * 5000],
)
def test_what_can_be_no_code_is_refused(desk, code):
    with pytest.raises(NotFoundError, match="不是校验码：校验码在报告页脚，是12位") as refused:
        verified(desk, code)
    assert len(str(refused.value)) < 120


def test_a_code_that_nobody_printed_is_unknown(desk):
    found = verified(desk, "0123456789ab")
    assert (found.known, found.current) == (False, False)
    assert found.sentence.startswith("没有找到校验码“0123456789ab”：")
    with pytest.raises(NotFoundError, match="没有找到校验码“0123456789ab”"):
        finish(verifying.reprint(desk, "0123456789ab"))


def test_an_old_page_is_drawn_again_as_it_was(desk, tmp_path):
    reviews.put(desk, *reviews.COMPLETE)
    before = finish(reporting.preview(desk, REQUEST))
    code = printed(desk, tmp_path)
    altered(desk)
    assert finish(verifying.reprint(desk, code)) == before
    assert verifying.archived(desk, code.upper()).edition is Edition.REVIEW


def test_reports_that_share_a_code_come_the_latest_first(desk, tmp_path):
    code = printed(desk, tmp_path)
    with desk.reading() as work:
        (kept,) = work.printed.of("p")
        content = work.printed.content(kept.sha256)
    later = replace(kept, edition=Edition.INTERNAL, at="2999-01-01T00:00:00+08:00")
    with desk.writing() as work:
        work.printed.add("p", later, content)
    assert [each.printed for each in verified(desk, code).reports] == [later, kept]


def test_a_kind_that_is_no_more_is_told_and_not_compared(desk, tmp_path, monkeypatch):
    code = printed(desk, tmp_path)
    monkeypatch.setattr(catalogue, "KINDS", catalogue.KINDS[1:])
    found = verified(desk, code)
    assert (found.known, found.current) == (True, False)
    assert "没有“completion”这种报告" in found.reports[0].problem


def test_without_an_approval_no_figure_is_said_to_be_approved(desk, tmp_path):
    reviews.put(desk, *reviews.COMPLETE)
    (shown,) = verified(desk, printed(desk, tmp_path)).reports
    (sanction,) = shown.sanctions
    assert (sanction.sentence, shown.approved) == ("区科技局：没有审定", False)


def test_a_page_printed_after_approval_shows_what_was_approved(desk, tmp_path):
    made = reviews.approved(desk)
    (shown,) = verified(desk, printed(desk, tmp_path)).reports
    (sanction,) = shown.sanctions
    assert (sanction.approval, sanction.matches, shown.approved) == (made, True, True)
    assert sanction.sentence == (
        "区科技局：区长办公会，章府字〔2024〕8号，2024年8月1日审定，报告上的数与审定时一致"
    )


def test_what_was_altered_since_is_counted_and_the_page_still_shows_the_approved(desk, tmp_path):
    reviews.approved(desk)
    code = printed(desk, tmp_path)
    altered(desk)
    (shown,) = verified(desk, code).reports
    assert (shown.current, shown.approved) == (False, True)
    assert shown.sanctions[0].sentence.endswith("报告上的数与审定时一致，此后改动了1处")


def test_a_page_printed_after_an_alteration_does_not_show_the_approved(desk, tmp_path):
    reviews.approved(desk)
    altered(desk)
    (shown,) = verified(desk, printed(desk, tmp_path)).reports
    assert (shown.current, shown.approved) == (True, False)
    assert "报告上的数与审定时不一致" in shown.sanctions[0].sentence


def test_an_older_page_matches_the_approval_of_its_time(desk, tmp_path, monkeypatch):
    monkeypatch.setattr(approval, "now", lambda: "2024-08-01T12:00:00+08:00")
    first = reviews.approved(desk)
    monkeypatch.setattr(recording, "now", lambda: "2024-08-01T13:00:00+08:00")
    code = printed(desk, tmp_path)
    monkeypatch.setattr(approval, "now", lambda: "2024-08-05T12:00:00+08:00")
    approved_again(desk)
    (shown,) = verified(desk, code).reports
    (sanction,) = shown.sanctions
    assert not shown.current
    assert (sanction.approval, sanction.matches, sanction.altered) == (first, True, 0)


def test_other_departments_do_not_spoil_an_approval(desk, tmp_path):
    reviews.approved(desk)
    reviews.put(desk, forms.entry("B-03", "8"))
    code = printed(desk, tmp_path)
    reviews.put(desk, forms.entry("B-03", "9"), at="2024-08-03T12:00:00+08:00")
    (shown,) = verified(desk, code).reports
    told = {each.department: each.matches for each in shown.sanctions}
    assert not shown.current
    assert told["D02"] is False

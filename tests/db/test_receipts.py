"""What every store keeps of the files that were taken in: receipts, decisions, the very bytes."""

from dataclasses import replace
from hashlib import sha256

import pytest

from core.domain.cell import Column
from core.domain.changes import Choice, Way
from core.domain.receipt import Doubt, Scan
from core.domain.returned import Verdict
from core.errors import NotFoundError, StorageError
from tests.db.factories import AT, END, FORM, evidence, plan, quarter, receipt, settled, slip

PLAN = plan().code
CONTENT = bytes(range(256)) * 300


def take_in(store, *receipts, content=b"PK"):
    with store.writing() as work:
        for each in receipts:
            work.receipts.add(each, content)


def receipts_of(store, *where):
    with store.reading() as work:
        return work.receipts.of(PLAN, *where)


def scan(content=b"%PDF", name="盖章扫描件.pdf"):
    return Scan(name, sha256(content).hexdigest(), len(content))


def test_a_receipt_comes_back_with_everything_that_was_decided(planned):
    cells = (
        settled(choice=Choice(Way.WRITE, "12.8")),
        settled("B-02", Column.EXPLANATION, None, place=None, raw=""),
        settled("P01-01", choice=Choice(Way.KEEP)),
        settled("P01-02", Column.GROWTH),
    )
    given = receipt(verdict=Verdict.DOUBTFUL, doubts=(Doubt.OLDER, Doubt.REVISED), cells=cells)
    take_in(planned, given)

    (kept,) = receipts_of(planned)
    assert kept == replace(given, number=1)
    assert kept.choices == {
        ("B-01", Column.FIGURE): Choice(Way.WRITE, "12.8"),
        ("P01-01", Column.FIGURE): Choice(Way.KEEP),
        ("P01-02", Column.GROWTH): Choice(Way.TAKE),
    }
    assert kept.open == {("B-02", Column.EXPLANATION)}


def test_receipts_come_in_the_order_of_taking_in_and_by_quarter(planned):
    first = receipt(of=slip("D02"), cells=())
    earlier = receipt(of=slip(at="2025Q3"))
    again = receipt(cells=(settled(choice=Choice(Way.KEEP)),))
    take_in(planned, first, earlier, again)

    kept = tuple(replace(each, number=n) for n, each in enumerate((first, earlier, again), 1))
    assert receipts_of(planned) == kept
    assert receipts_of(planned, END) == (kept[0], kept[2])
    assert receipts_of(planned, quarter("2025Q1")) == ()


def test_a_file_is_known_by_its_digest_in_whatever_plan(planned):
    with planned.writing() as work:
        work.plans.add(plan("q"))
    take_in(planned, receipt(), receipt(of=slip(plan="q"), at="2026-11-24T09:00:00+08:00"))

    with planned.reading() as work:
        found = work.receipts.of_file(receipt().sha256)
        assert [each.slip.plan for each in found] == [PLAN, "q"]
        assert work.receipts.of_file("0" * 64) == ()


def test_the_file_comes_back_byte_for_byte(planned):
    take_in(planned, receipt(CONTENT), content=CONTENT)
    with planned.reading() as work:
        assert work.receipts.content(receipt(CONTENT).sha256) == CONTENT
        with pytest.raises(NotFoundError):
            work.receipts.content("0" * 64)


def test_a_file_that_is_not_what_the_receipt_names_is_refused(planned):
    with pytest.raises(StorageError, match="与它的校验值不符"):
        take_in(planned, receipt(), content=b"another")
    assert receipts_of(planned) == ()


@pytest.mark.parametrize("given", [slip("D99"), slip(plan="q")])
def test_a_receipt_of_nobody_is_refused(planned, given):
    with pytest.raises(NotFoundError):
        take_in(planned, receipt(of=given))
    with planned.reading() as work, pytest.raises(NotFoundError):
        work.receipts.content(receipt().sha256)


def test_a_scanned_form_is_kept_beside_its_workbook_once(planned):
    take_in(planned, receipt())
    for _ in range(2):
        (kept,) = receipts_of(planned)
        with planned.writing() as work:
            work.receipts.add_scan(kept, scan(), b"%PDF")
    with planned.writing() as work:
        work.receipts.add_scan(receipts_of(planned)[0], scan(b"2"), b"2")

    assert receipts_of(planned)[0].scans == (scan(), scan(b"2"))
    with planned.reading() as work:
        assert work.receipts.content(scan().sha256) == b"%PDF"
    assert planned.problems() == ()


def test_taking_in_is_on_record_with_the_seal_of_what_was_decided(planned):
    take_in(planned, receipt())
    with planned.reading() as work:
        (event,) = work.changes.events(PLAN, "来件")
    assert (event.code, event.quarter, event.at) == ("D01", "2025Q4", AT)
    assert (event.origin.file, event.origin.sha256) == ("区发改委.xlsx", receipt().sha256)
    assert event.after == f"可入库，{receipt().seal}"
    assert receipt().seal != receipt(cells=(settled(choice=Choice(Way.KEEP)),)).seal


def test_a_plan_is_removed_with_its_receipts_and_their_files(planned):
    take_in(planned, receipt())
    with planned.writing() as work:
        work.plans.remove(PLAN, FORM, AT)

    assert receipts_of(planned) == ()
    with planned.reading() as work, pytest.raises(NotFoundError):
        work.receipts.content(receipt().sha256)
    assert planned.problems() == ()


def test_a_department_from_which_a_file_came_stays_in_the_plan(planned):
    take_in(planned, receipt(of=slip("D02")))
    less = plan(departments=plan().departments[:1])
    with pytest.raises(StorageError, match="D02"), planned.writing() as work:
        work.plans.replace(less)


def test_evidence_that_is_the_same_file_does_not_take_it_along_when_it_goes(planned):
    take_in(planned, receipt(b"1"), content=b"1")
    with planned.writing() as work:
        work.evidences.add(PLAN, evidence(b"1"), b"1")
        work.evidences.remove(PLAN, evidence(b"1"))
        assert work.receipts.content(evidence(b"1").sha256) == b"1"

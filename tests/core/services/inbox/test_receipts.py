"""What was taken in comes out again byte for byte, with what was decided and scanned beside it."""

import pytest

from core.domain.cell import Column
from core.domain.changes import Way
from core.domain.incoming import Ruling, everywhere
from core.domain.receipt import Scan
from core.errors import NotFoundError, UserError
from core.progress import finish
from core.services import provenance
from core.services.inbox import receipts
from core.services.inbox.taking import take
from tests import factory as the
from tests.forms import HALF
from tests.returning import filled, issued, read

BOSS = "王主任"


def take_in(desk, path):
    """Take a file in, whatever it says taken for true."""
    batch = read(desk, path)
    rulings = {e.sha256: Ruling(choices=everywhere(e, Way.TAKE)) for e in batch.files}
    finish(take(desk, batch, rulings, BOSS))


def traced(desk, code):
    """A figure's text, where it came from, and what stood there."""
    found = provenance.trace(desk, "p", code, HALF)
    assert found.last
    assert found.entry
    return found.entry.text, found.last.origin, found.raw


@pytest.fixture
def path(desk, tmp_path):
    """A file that was taken in."""
    made = filled(issued(desk, tmp_path), {"B-02": 12, ("B-02", Column.EXPLANATION): "见附件"})
    take_in(desk, made)
    return made


@pytest.fixture
def kept(desk, path):
    """Its receipt."""
    (found,) = receipts.history(desk, "p")
    return found


def test_the_latest_receipt_comes_first(desk, path, kept):
    later = filled(path, {"B-01": 300}, name="再.xlsx")
    take_in(desk, later)

    assert [each.name for each in receipts.history(desk, "p", HALF)] == ["再.xlsx", "回件.xlsx"]
    assert receipts.history(desk, "p", the.quarter("2024Q1")) == ()


def test_a_file_is_saved_out_as_it_came_and_beside_what_is_there(desk, path, kept, tmp_path):
    out = tmp_path / "出"
    saved = [receipts.save_original(desk, kept.name, kept.sha256, out) for _ in range(3)]

    assert [each.name for each in saved] == ["回件.xlsx", "回件（2）.xlsx", "回件（3）.xlsx"]
    assert {each.read_bytes() for each in saved} == {path.read_bytes()}


def test_a_name_that_a_file_cannot_have_is_written_otherwise(desk, kept, tmp_path):
    assert receipts.save_original(desk, "a/b:c?.xlsx", kept.sha256, tmp_path).name == "a_b_c_.xlsx"


def test_a_file_that_was_never_taken_in_is_said_so(desk, tmp_path):
    with pytest.raises(NotFoundError):
        receipts.save_original(desk, "a.xlsx", "0" * 64, tmp_path)
    assert list(tmp_path.glob("a.xlsx")) == []


def test_a_scanned_form_is_kept_once_and_comes_out_again(desk, kept, tmp_path):
    scan = tmp_path / "盖章.pdf"
    scan.write_bytes(b"%PDF-1.7")
    for _ in range(2):
        receipts.add_scan(desk, kept, scan, BOSS)

    (found,) = receipts.history(desk, "p")[0].scans
    assert found == Scan("盖章.pdf", found.sha256, 8)
    out = receipts.save_original(desk, found.name, found.sha256, tmp_path / "出")
    assert out.read_bytes() == b"%PDF-1.7"
    with desk.reading() as work:
        (event,) = work.changes.events("p", receipts.SCANNED)
    assert (event.code, event.after, event.origin.by) == ("D05", "回件.xlsx：盖章.pdf", BOSS)
    assert desk.problems() == ()


def test_a_scan_that_cannot_be_read_is_refused(desk, kept, tmp_path):
    with pytest.raises(UserError, match=r"没有.pdf”打不开"):
        receipts.add_scan(desk, kept, tmp_path / "没有.pdf", BOSS)


def test_a_figure_tells_the_cell_and_what_stood_in_it(desk, path, kept):
    text, origin, raw = traced(desk, "B-02")
    assert (text, origin.file, origin.cell, raw) == ("12.00", "回件.xlsx", "J6", "12")


def test_what_is_said_beside_a_figure_later_is_not_where_it_came_from(desk, path):
    later = filled(path, {("B-02", Column.EXPLANATION): "见附件二"}, name="再.xlsx")
    take_in(desk, later)
    found = provenance.trace(desk, "p", "B-02", HALF)

    assert [each.origin.file for each in found.changes] == ["回件.xlsx", "再.xlsx"]
    assert traced(desk, "B-02")[1].file == "回件.xlsx"


def test_a_reason_why_there_is_no_figure_has_come_from_somewhere_too(desk, path):
    later = filled(path, {"B-02": None, ("B-02", Column.MISSING): "未统计"}, name="再.xlsx")
    take_in(desk, later)
    text, origin, raw = traced(desk, "B-02")
    assert (text, origin.cell, raw) == ("", "L6", "未统计")


def test_a_milestone_is_traced_like_a_figure(desk, path):
    assert provenance.trace(desk, "p", "P01-01", HALF).last is None
    node = filled(path, {"P01-01": "开工"}, name="再.xlsx")
    take_in(desk, node)
    _, origin, raw = traced(desk, "P01-01")
    assert (origin.sheet, raw) == ("重点工程", "开工")


def test_the_choices_of_a_receipt_decide_the_same_again(desk, path, kept):
    assert Ruling(choices=kept.choices).choices == {
        ("B-02", Column.FIGURE): kept.cells[0].choice,
        ("B-02", Column.EXPLANATION): kept.cells[1].choice,
    }

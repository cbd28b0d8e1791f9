"""Whatever was done to the file behind the program's back is found, and named."""

import pytest

from core.domain.receipt import Scan
from core.domain.submission import Missing
from core.errors import StorageError
from tests.db.factories import (
    AT,
    FORM,
    approval,
    entry,
    event,
    evidence,
    plan,
    printed,
    receipt,
)
from tests.db.files import change, planned_file, rows

PLAN = plan().code
OTHERWISE = "或缺数原因、说明、数据性质、同比、形象进度与记录不符"
UNNAMED = "有一份存档的文件没有被任何指标、来件、审定或报告引用，它的校验值是"
FIGURE = f"规划“{PLAN}”的B-01在2025Q4"


def save(store, *entries):
    with store.writing() as work:
        work.entries.save(PLAN, entries, FORM, AT)


@pytest.fixture
def store(file):
    """A store with six changes: 1 to 5 of one figure, the last of another."""
    store = planned_file(file)
    save(store, *(entry(text=str(number)) for number in range(1, 6)))
    save(store, entry("B-02", text="", missing=Missing.UNCOUNTED, explanation="无"))
    return store


@pytest.mark.parametrize(
    ("done", "found"),
    [
        (
            ["UPDATE changes SET after = '30' WHERE sequence = 3"],
            [f"第3条修改记录（{FIGURE}）被改动或调换过，与校验值不符"],
        ),
        (
            ["UPDATE changes SET \"by\" = '李四' WHERE sequence = 6"],
            [f"第6条修改记录（规划“{PLAN}”的B-02在2025Q4）被改动或调换过，与校验值不符"],
        ),
        (["DELETE FROM changes WHERE sequence = 1"], ["第1条修改记录不见了"]),
        (["DELETE FROM changes WHERE sequence IN (2, 3, 4)"], ["第2—4条修改记录不见了"]),
        (
            ["DELETE FROM changes WHERE sequence = 6"],
            [
                "第6条修改记录不见了，它们在末尾",
                f"规划“{PLAN}”的B-02在2025Q4现为“”，但没有修改记录",
            ],
        ),
        (
            ["DELETE FROM chain_head"],
            ["修改记录共6条，与登记的末尾（第0条）不符"],
        ),
        (
            ["UPDATE chain_head SET digest = 'x'"],
            ["修改记录共6条，与登记的末尾（第6条）不符"],
        ),
        (
            ["UPDATE chain_head SET sequence = 5"],
            ["修改记录共6条，与登记的末尾（第5条）不符"],
        ),
        (
            ["UPDATE entries SET figure = '6' WHERE code = 'B-01'"],
            [f"{FIGURE}现为“6”，与最后一次修改记录“5”不符，{OTHERWISE}"],
        ),
        (
            ["UPDATE entries SET explanation = '另有原因' WHERE code = 'B-01'"],
            [f"{FIGURE}现为“5”，与最后一次修改记录“5”不符，{OTHERWISE}"],
        ),
        (
            ["UPDATE entries SET growth = '5.3' WHERE code = 'B-01'"],
            [f"{FIGURE}现为“5”，与最后一次修改记录“5”不符，{OTHERWISE}"],
        ),
        (
            ["UPDATE entries SET progress = '35' WHERE code = 'B-01'"],
            [f"{FIGURE}现为“5”，与最后一次修改记录“5”不符，{OTHERWISE}"],
        ),
        (
            ["UPDATE changes SET growth = '5.3' WHERE sequence = 3"],
            [f"第3条修改记录（{FIGURE}）被改动或调换过，与校验值不符"],
        ),
        (
            ["DELETE FROM entries WHERE code = 'B-01'"],
            [f"{FIGURE}最后记录为“5”，但现在不见了"],
        ),
        (
            ["UPDATE entries SET code = 'P99' WHERE code = 'B-01'"],
            [
                "表entries有一行所指的items不存在",
                f"{FIGURE}最后记录为“5”，但现在不见了",
                f"规划“{PLAN}”的P99在2025Q4现为“5”，但没有修改记录",
            ],
        ),
    ],
)
def test_tampering_is_named(file, store, done, found):
    assert store.problems() == ()
    change(file, *done)
    assert list(store.problems()) == found


def test_two_changes_in_each_other_s_place_are_found(file, store):
    change(
        file,
        "UPDATE changes SET sequence = 0 WHERE sequence = 2",
        "UPDATE changes SET sequence = 2 WHERE sequence = 3",
        "UPDATE changes SET sequence = 3 WHERE sequence = 0",
    )
    problems = store.problems()
    assert [problem[:3] for problem in problems] == ["第2条", "第3条", "第4条"]
    assert all("被改动或调换过" in problem for problem in problems)


def test_a_renumbered_gap_is_found(file, store):
    change(
        file,
        "DELETE FROM changes WHERE sequence = 2",
        "UPDATE changes SET sequence = sequence - 1 WHERE sequence > 2",
    )
    assert [problem[:2] for problem in store.problems()] == ["第2", "第3", "第4", "第5", "第6"]


@pytest.mark.parametrize("done", ["DELETE FROM chain_head", "UPDATE chain_head SET sequence = 3"])
def test_nothing_is_written_behind_a_false_end(file, store, done):
    change(file, done)
    with pytest.raises(StorageError, match=r"末尾与登记的不符.*没有保存.*verify"):
        save(store, entry(text="9"))
    assert rows(file, "SELECT count(*) FROM changes") == [(6,)]


def test_a_cut_tail_shows_even_after_further_changes(file, store):
    change(file, "DELETE FROM changes WHERE sequence > 4")
    save(store, entry(text="9"))
    assert store.problems()[0] == "第5—6条修改记录不见了"


def test_damaged_pages_are_named(file, store):
    (root,) = rows(
        file, "SELECT rootpage FROM sqlite_master WHERE name = 'ix_changes_plan_quarter_code'"
    )[0]
    content = bytearray(file.read_bytes())
    place = content.index(b"B-01", (root - 1) * 4096)
    content[place : place + 4] = b"A-01"
    file.write_bytes(content)
    problems = store.problems()
    assert all(problem.startswith("数据库文件的页有损坏：") for problem in problems)
    assert any("ix_changes_plan_quarter_code" in problem for problem in problems)


@pytest.fixture
def further(file):
    """A store in which 1 is the change of a figure, 2 and 3 are events; a file is evidence."""
    store = planned_file(file)
    save(store, entry())
    with store.writing() as work:
        work.changes.note(PLAN, event())
        work.changes.note("", event("设置", "期限", quarter=""))
        work.evidences.add(PLAN, evidence(b"1"), b"1")
    return store


@pytest.mark.parametrize(
    ("done", "found"),
    [
        (
            "UPDATE changes SET after = '填报中' WHERE sequence = 2",
            f"第2条修改记录（规划“{PLAN}”的D01在2025Q4）被改动或调换过，与校验值不符",
        ),
        (
            "UPDATE changes SET subject = '撤回' WHERE sequence = 3",
            "第3条修改记录（期限）被改动或调换过，与校验值不符",
        ),
        (
            "UPDATE archive SET packed = x'789c33020000330033'",
            f"{FIGURE}的佐证材料“证明.pdf”的内容被改动过，与校验值不符",
        ),
        (
            "UPDATE archive SET packed = x'00'",
            f"{FIGURE}的佐证材料“证明.pdf”的内容被改动过，与校验值不符",
        ),
        ("DELETE FROM archive", "表evidences有一行所指的archive不存在"),
        (
            "DELETE FROM evidences",
            f"{UNNAMED}{evidence(b'1').sha256}",
        ),
    ],
)
def test_tampering_with_what_is_no_figure_is_named(file, further, done, found):
    assert further.problems() == ()
    change(file, done)
    assert further.problems() == (found,)


def test_a_figure_that_is_made_an_event_is_missed(file, further):
    change(file, "UPDATE changes SET subject = '报送' WHERE sequence = 1")
    assert [problem[:3] for problem in further.problems()] == ["第1条", "规划“"]


def test_a_damaged_file_is_not_handed_out(file, further):
    change(file, "UPDATE archive SET packed = x'00'")
    with further.reading() as work, pytest.raises(StorageError, match=r"已损坏，没有取出.*verify"):
        work.evidences.content(evidence(b"1").sha256)


def test_figures_without_their_plan_are_missed_unless_it_was_removed(file, further):
    change(file, "DELETE FROM evidences", "DELETE FROM archive", "DELETE FROM entries")
    assert further.problems() == (f"{FIGURE}最后记录为“12.50”，但现在不见了",)
    with further.writing() as work:
        work.plans.remove(PLAN, FORM, AT)
    assert further.problems() == ()


TAKEN_IN = f"规划“{PLAN}”的D01在2025Q4的来件“区发改委.xlsx”"


@pytest.fixture
def received(file):
    """A store in which a file was taken in, with a scan beside it."""
    store = planned_file(file)
    with store.writing() as work:
        work.receipts.add(receipt(), b"PK")
        (kept,) = work.receipts.of(PLAN)
        work.receipts.add_scan(kept, Scan("扫描件.pdf", evidence(b"1").sha256, 1), b"1")
    return store


@pytest.mark.parametrize(
    ("done", "found"),
    [
        (
            "UPDATE archive SET packed = x'00' WHERE size = 2",
            [f"{TAKEN_IN}的内容被改动过，与校验值不符"],
        ),
        (
            "UPDATE archive SET packed = x'00' WHERE size = 1",
            [f"规划“{PLAN}”的D01在2025Q4的扫描件“扫描件.pdf”的内容被改动过，与校验值不符"],
        ),
        (
            "UPDATE settled SET way = 'keep'",
            [f"{TAKEN_IN}或对它的决定被改动过，与修改记录不符"],
        ),
        (
            "UPDATE receipts SET verdict = 'doubtful'",
            [f"{TAKEN_IN}或对它的决定被改动过，与修改记录不符"],
        ),
        (
            "UPDATE receipts SET \"by\" = '李四'",
            [f"{TAKEN_IN}或对它的决定被改动过，与修改记录不符"],
        ),
        (
            "DELETE FROM scans",
            [f"{UNNAMED}{evidence(b'1').sha256}"],
        ),
    ],
)
def test_tampering_with_what_was_taken_in_is_named(file, received, done, found):
    assert received.problems() == ()
    change(file, done)
    assert list(received.problems()) == found


def test_a_receipt_that_is_gone_is_missed(file, received):
    change(file, "DELETE FROM scans", "DELETE FROM settled", "DELETE FROM receipts")
    assert f"{TAKEN_IN}有修改记录，但现在不见了" in received.problems()


def test_a_receipt_that_was_never_recorded_is_found(file, received):
    twin = "INSERT INTO receipts SELECT plan_id, 2, department, quarter, issue, database, revision"
    change(file, f'{twin}, issued, name, sha256, verdict, "by", at, doubts FROM receipts')
    assert received.problems() == (f"{TAKEN_IN}或对它的决定被改动过，与修改记录不符",)


@pytest.fixture
def frozen(file):
    """A store with the snapshot of an approval and the content of a written report."""
    store = planned_file(file)
    with store.writing() as work:
        work.approvals.add(PLAN, approval(), b"{}")
        work.printed.add(PLAN, printed(), b"%PDF")
    return store


@pytest.mark.parametrize(
    ("done", "found"),
    [
        (
            "UPDATE archive SET packed = x'00' WHERE size = 2",
            f"规划“{PLAN}”的D01在2025Q4的审定快照的内容被改动过，与校验值不符",
        ),
        (
            "UPDATE archive SET packed = x'00' WHERE size = 4",
            f"规划“{PLAN}”的报告“完成情况表”（校验码{printed().code}）的内容被改动过，与校验值不符",
        ),
        (
            "UPDATE approvals SET \"by\" = '王五'",
            f"规划“{PLAN}”的D01在2025Q4的审定被改动过，与修改记录不符",
        ),
        (
            "UPDATE approvals SET number = 2",
            f"规划“{PLAN}”的D01在2025Q4的审定被改动过，与修改记录不符",
        ),
        (
            "DELETE FROM printed",
            f"{UNNAMED}{printed().sha256}",
        ),
    ],
)
def test_tampering_with_what_was_approved_or_printed_is_named(file, frozen, done, found):
    assert frozen.problems() == ()
    change(file, done)
    assert frozen.problems() == (found,)


def test_an_approval_that_is_gone_is_missed_unless_its_plan_is(file, frozen):
    change(file, "DELETE FROM approvals")
    missed = f"规划“{PLAN}”的D01在2025Q4的审定有修改记录，但现在不见了"
    assert frozen.problems() == (f"{UNNAMED}{approval().sha256}", missed)
    with frozen.writing() as work:
        work.plans.remove(PLAN, FORM, AT)
    assert frozen.problems() == ()

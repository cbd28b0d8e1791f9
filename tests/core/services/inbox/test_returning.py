"""退回: a department gets its workbook back annotated, with a 退回单; its form is open again."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from core.domain import return_slip
from core.domain.cell import Column
from core.domain.issue import Severity
from core.domain.profile import Profile, Role
from core.domain.receipt import Doubt
from core.domain.returned import Finding, Verdict
from core.domain.submission import Origin, State, Submission
from core.errors import NotFoundError, OutputError, UserError
from core.progress import finish
from core.services import distribution, forms, handing_in, profiles
from core.services.inbox import reasons, returning
from core.services.inbox.taking import take
from core.workbooks.layout import HIDDEN
from core.workbooks.search.arrival import arrive
from tests import returning as back
from tests.core.reports.paper import pages
from tests.forms import HALF, OTHER, OWN, SIGNED, entry, plan
from tests.returning import filled, issued, read

NOON = "2024-07-02T12:00:00+08:00"
BY, BOSS = Origin("填报", "张三"), "王主任"
ODD = {
    "B-01": "三百",
    ("B-01", Column.GROWTH): 6.1,
    "B-02": 12,
    "P01-01": "开工",
    ("P01-02", Column.MISSING): "未统计",
}
SOUND = ODD | {"B-01": 300}
MONDAY = date(2024, 7, 29)


@pytest.fixture
def sent(desk, tmp_path):
    """The form of the science department as it was sent out."""
    return issued(desk, tmp_path)


def found(desk, path):
    """What is wrong with a file."""
    (file,) = read(desk, path).files
    return reasons.of_file(file)


def give_back(desk, folder, *asked):
    return finish(returning.give_back(desk, asked, folder, arrive, BOSS))


def hand_in(desk, *entries):
    """Have the department report by typing."""
    with desk.writing() as work:
        work.entries.save("p", entries, BY, NOON)
        work.submissions.save("p", Submission("D05", HALF, State.SUBMITTED, SIGNED, NOON, 1))


def state(desk):
    return forms.load(desk, "p", "D05", HALF).state


def events(desk, subject):
    with desk.reading() as work:
        return work.changes.events("p", subject)


def marked(path):
    """The cells with a comment, and what it says, by sheet and address."""
    book = openpyxl.load_workbook(path)
    return {
        f"{sheet.title}!{cell.coordinate}": cell.comment.text
        for sheet in book.worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.comment
    }


def test_a_file_goes_back_marked_in_its_own_cells_beside_a_slip(desk, sent, tmp_path):
    asked = replace(found(desk, filled(sent, ODD, back.SIGNED)), until=MONDAY)
    (done,) = give_back(desk, tmp_path / "out", asked)

    copy, pdf, table = done.files
    assert [each.name for each in done.files] == [
        "2024年上半年-区科技局-批注本.xlsx",
        "2024年上半年-区科技局-退回单.pdf",
        "2024年上半年-区科技局-退回单.xlsx",
    ]
    assert list(marked(copy)) == ["填报表!J5"]
    (page,) = pages(pdf.read_bytes())
    assert "第1次退回" in page
    assert "填报单位：区科学技术局改正时限：2024年7月29日" in page
    assert "1高新产业产值填报表!J5三百" in page
    assert openpyxl.load_workbook(table).worksheets[0]["E7"].value in marked(copy).values()


def test_the_copy_is_corrected_and_comes_back_itself(desk, sent, tmp_path):
    (done,) = give_back(desk, tmp_path / "out", found(desk, filled(sent, ODD, back.SIGNED)))
    corrected = filled(done.files[0], {"B-01": 300}, name="改好.xlsx")

    (file,) = read(desk, corrected).files
    assert (file.verdict, file.issues, file.doubts) == (Verdict.READY, (), ())
    finish(take(desk, read(desk, corrected), {}, BOSS))
    assert state(desk) is State.SUBMITTED


def test_a_return_is_recorded_with_what_is_to_be_corrected(desk, sent, tmp_path):
    path = filled(sent, ODD, back.SIGNED)
    give_back(desk, tmp_path / "out", replace(found(desk, path), until=MONDAY))

    (told,) = events(desk, return_slip.SUBJECT)
    assert (told.code, told.quarter, told.before) == ("D05", "2024Q2", "待填")
    assert told.after == "第1次：1处，2024年7月29日前改正"
    (reason,) = events(desk, returning.REASON)
    assert (reason.code, reason.before) == ("B-01", "三百")
    assert "三百" in reason.after
    assert (reason.origin.by, reason.origin.file) == (BOSS, path.name)
    assert (reason.origin.sheet, reason.origin.cell) == ("填报表", "J5")
    assert events(desk, handing_in.SUBJECT) == ()
    assert desk.problems() == ()


def test_a_form_that_was_taken_in_is_open_again_and_its_own_file_comes_back(desk, sent, tmp_path):
    finish(take(desk, read(desk, filled(sent, SOUND, back.SIGNED)), {}, BOSS))
    assert state(desk) is State.SUBMITTED
    words = {"B-02": "与财政局的数不一致，请核对", "P01-01": "请填最近到达的节点"}
    (done,) = give_back(desk, tmp_path / "out", reasons.of_form(desk, "p", HALF, "区科技局", words))

    assert state(desk) is State.FILLING
    assert done.files[0].name == "2024年上半年-区科技局-批注本.xlsx"
    assert marked(done.files[0]) == {
        "填报表!J6": "与财政局的数不一致，请核对",
        "重点工程!F5": "请填最近到达的节点",
    }
    assert [each.found for each in done.slip.findings] == ["12.00", "开工"]
    step = events(desk, handing_in.SUBJECT)[-1]
    assert (step.before, step.after, step.origin.through) == ("已报送", "填报中", "退回")
    assert step.origin.file == "回件.xlsx"


def test_a_form_that_was_typed_goes_back_as_a_fresh_one(desk, tmp_path):
    hand_in(desk, entry("B-01", "300"), entry("B-02", "12"))
    asked = reasons.of_form(desk, "p", HALF, "D05", {"B-02": "请核对单位"})
    (done,) = give_back(desk, tmp_path, asked)

    assert done.files[0].name == "2024年上半年-区科技局-填报表.xlsx"
    assert marked(done.files[0]) == {"填报表!J6": "请核对单位"}
    assert state(desk) is State.FILLING
    assert [each.after for each in events(desk, distribution.SUBJECT)] == [
        "第1次：2024年上半年-区科技局-填报表.xlsx"
    ]
    corrected = filled(done.files[0], {"B-02": 13}, name="改好.xlsx")
    (file,) = read(desk, corrected).files
    assert [(each.spot, each.difference.texts) for each in file.matches] == [
        (("B-02", Column.FIGURE), ("12", "12", "13.00"))
    ]


def test_what_was_typed_after_a_file_came_goes_back_as_it_stands(desk, sent, tmp_path):
    finish(take(desk, read(desk, filled(sent, SOUND, back.SIGNED)), {}, BOSS))
    form = handing_in.take_back(desk, forms.load(desk, "p", "D05", HALF), BY)
    handing_in.hand_in(desk, form, SIGNED, BY)
    asked = reasons.of_form(desk, "p", HALF, "D05", {"B-02": "请核对"})

    assert give_back(desk, tmp_path, asked)[0].files[0].name == (
        "2024年上半年-区科技局-填报表（第2次）.xlsx"
    )


def test_without_a_word_a_stored_form_goes_back_with_what_the_checks_find(desk):
    with desk.writing() as work:
        work.entries.save("p", [entry("B-01", "300"), entry("B-02", "-5")], BY, NOON)
    asked = reasons.of_form(desk, "p", HALF, "D05", {})

    assert [each.code for each in asked.findings] == ["B-02", "P01-01", "P01-02"]
    assert asked.findings[0].column is Column.FIGURE


def test_a_form_in_which_nothing_is_wrong_does_not_go_back(desk, sent):
    finish(take(desk, read(desk, filled(sent, SOUND, back.SIGNED)), {}, BOSS))
    with pytest.raises(UserError, match=r"没有查出要改正的地方.*请写明怎么改"):
        reasons.of_form(desk, "p", HALF, "D05", {})


def test_a_file_in_which_nothing_is_wrong_does_not_go_back(desk, sent):
    with pytest.raises(UserError, match=r"“回件\.xlsx”没有查出要改正的地方"):
        found(desk, filled(sent, SOUND, back.SIGNED))


def test_a_locked_cell_that_was_changed_goes_back_to_be_changed_back(desk, sent):
    book = openpyxl.load_workbook(filled(sent, SOUND, back.SIGNED))
    book["填报表"]["F5"].value = "999"
    book.save(sent.with_name("改.xlsx"))
    (finding,) = found(desk, sent.with_name("改.xlsx")).findings

    assert str(finding.place) == "填报表!F5"
    assert finding.message.endswith("没有采用；请改回，确需调整的请另行说明")


def test_a_cell_that_cannot_be_read_is_not_called_empty_besides(desk, sent):
    (finding,) = found(desk, filled(sent, ODD | {"B-01": "=1/0"}, back.SIGNED)).findings
    assert finding.message.startswith("“高新产业产值”的本期：是公式，而文件里没有存下结果")


def test_a_foot_that_is_not_filled_in_is_asked_for(desk, sent):
    signed = {name: text for name, text in back.SIGNED.items() if name != "head"}
    (finding,) = found(desk, filled(sent, SOUND, signed)).findings
    assert (finding.message, finding.place) == ("表尾没有填单位负责人，请补填", None)


def test_what_makes_the_office_doubt_is_worded_for_the_department(desk, sent, tmp_path):
    issued(desk, tmp_path)
    first, *_ = found(desk, filled(sent, SOUND, back.SIGNED)).findings
    assert first.message == "这是以前分发的填报表，请在最近一次收到的填报表里填写"
    assert set(reasons._DOUBTS) == {*Doubt} - {Doubt.FORGED}


def test_a_form_whose_seal_is_broken_goes_back_as_a_fresh_one(desk, sent, tmp_path):
    book = openpyxl.load_workbook(filled(sent, ODD, back.SIGNED))
    hidden = book[HIDDEN]
    moved = next(cell for row in hidden.iter_rows() for cell in row if cell.value == "750")
    moved.value = "700"
    book["填报表"].insert_rows(5)
    book.save(sent.with_name("改.xlsx"))
    asked = found(desk, sent.with_name("改.xlsx"))
    assert "或请用原表重填" in asked.findings[0].message
    (done,) = give_back(desk, tmp_path / "out", asked)

    assert done.files[0].name == "2024年上半年-区科技局-填报表（第2次）.xlsx"
    assert "填报表!J5" in marked(done.files[0])


def test_a_form_that_was_reviewed_goes_back_without_speaking_of_the_office_s_own_matter(
    desk, sent, tmp_path
):
    hand_in(desk)
    with desk.writing() as work:
        work.submissions.save("p", Submission("D05", HALF, State.REVIEWED, SIGNED, NOON, 1))
    asked = found(desk, filled(sent, ODD, back.SIGNED))
    assert all("退回" not in each.message for each in asked.findings)
    give_back(desk, tmp_path, asked)
    assert state(desk) is State.FILLING


def test_what_is_no_form_goes_back_as_a_fresh_one_to_whom_the_office_names(desk, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 nothing")
    (file,) = read(desk, tmp_path / "坏.xlsx").files
    with pytest.raises(UserError, match=r"“坏\.xlsx”认不出是哪个单位的表，没有退回"):
        reasons.of_file(file)
    asked = reasons.of_unread(desk, file, "p", HALF, "区科学技术局")
    (done,) = give_back(desk, tmp_path, asked)

    assert done.files[0].name == "2024年上半年-区科技局-填报表.xlsx"
    assert marked(done.files[0]) == {}
    listed = openpyxl.load_workbook(done.files[0]).worksheets[0]
    assert (listed.title, listed["B7"].value) == ("退回说明", "整个文件")
    assert "对方" not in listed["E7"].value
    assert [each.origin.file for each in events(desk, returning.REASON)] == ["坏.xlsx"]


def test_a_later_return_leaves_the_files_of_the_earlier_one_alone(desk, sent, tmp_path):
    asked = found(desk, filled(sent, ODD, back.SIGNED))
    first, second = give_back(desk, tmp_path, asked, asked)
    assert second.slip.number == 2
    assert second.files[1].name == "2024年上半年-区科技局-退回单（第2次）.pdf"
    assert all(each.exists() for each in (*first.files, *second.files))


def test_who_returns_it_stands_on_the_slip(desk, sent, tmp_path):
    profiles.save(desk, Profile(Role.OFFICE, "李四", "8200000", {"章贡区": OTHER.code}))
    (done,) = give_back(desk, tmp_path, found(desk, filled(sent, ODD, back.SIGNED)))
    assert (done.slip.office, done.slip.contact) == ("区统计局", "经办人：李四　电话：8200000")


def test_without_a_day_a_correction_has_three_working_days(desk, sent, tmp_path, monkeypatch):
    monkeypatch.setattr("core.services.inbox.returning.now", lambda: "2024-07-25T17:00:00+08:00")
    (done,) = give_back(desk, tmp_path, found(desk, filled(sent, ODD, back.SIGNED)))
    assert (done.slip.on, done.slip.until) == (date(2024, 7, 25), date(2024, 7, 30))


def test_a_file_that_changed_since_it_was_read_does_not_go_back(desk, sent, tmp_path):
    asked = found(desk, path := filled(sent, ODD, back.SIGNED))
    path.write_bytes(sent.read_bytes())
    with pytest.raises(UserError, match="在读入以后有改动，没有退回"):
        give_back(desk, tmp_path / "out", asked)
    assert list((tmp_path / "out").iterdir()) == []
    assert events(desk, return_slip.SUBJECT) == ()


def test_what_cannot_be_written_is_not_recorded(desk, sent, tmp_path):
    hand_in(desk, entry("B-01", "300"))
    (tmp_path / "2024年上半年-区科技局-退回单.pdf").mkdir()
    with pytest.raises(OutputError):
        give_back(desk, tmp_path, found(desk, filled(sent, ODD, back.SIGNED)))
    assert events(desk, return_slip.SUBJECT) == ()
    assert state(desk) is State.SUBMITTED


def test_a_form_that_asks_for_nothing_does_not_go_back(desk, tmp_path):
    with desk.writing() as work:
        work.plans.replace(plan(milestones=(), departments=(OWN, OTHER), rules=()))
    nothing = Finding(Severity.BLOCKING, "", "请核对")
    asked = reasons.Return("p", HALF, OTHER.code, (nothing,))
    with desk.writing() as work:
        moved = plan(milestones=(), rules=()).indicators[0]
        work.plans.replace(plan(moved, milestones=(), rules=()))
    with pytest.raises(UserError, match=r"区统计局2024年上半年没有要填的指标，没有退回"):
        give_back(desk, tmp_path, asked)


@pytest.mark.parametrize(
    ("department", "words", "said"),
    [
        ("区旅游局", {}, "没有单位“区旅游局”，规划里的单位：D05区科技局、D02区统计局"),
        ("D05", {"B-99": "请核对"}, "这张表里没有编码“B-99”，没有退回"),
    ],
)
def test_what_the_plan_does_not_know_is_named(desk, department, words, said):
    with pytest.raises(NotFoundError, match=said):
        reasons.of_form(desk, "p", HALF, department, words)

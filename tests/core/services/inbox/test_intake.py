"""Returned workbooks are read and put beside the database; nothing is written by that."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from core.domain.cell import Column
from core.domain.changes import Side, Way
from core.domain.department import Department
from core.domain.incoming import Incoming, Ruling, everywhere, resolved
from core.domain.issue import Severity
from core.domain.profile import Profile, Role
from core.domain.receipt import Doubt
from core.domain.returned import Verdict
from core.domain.submission import Missing, Origin, State, Submission
from core.progress import Progress
from core.services import profiles
from core.services.inbox import intake
from core.services.inbox.doubts import Expected
from core.workbooks.search.arrival import arrive
from tests import factory as the
from tests import forms, returning
from tests.core.memory import MemoryStore
from tests.forms import HALF, SIGNED, entry
from tests.returning import filled, issued, read

NOON = "2024-07-02T12:00:00+08:00"
BY = Origin("填报", "张三")
COMPLETE = {
    "B-01": 300,
    ("B-01", Column.GROWTH): 6.1,
    "B-02": 12,
    "P01-01": "开工",
    ("P01-02", Column.MISSING): "未统计",
}


@pytest.fixture
def sent(desk, tmp_path):
    """The form of the science department as it was sent out."""
    return issued(desk, tmp_path)


def put(desk, *entries):
    with desk.writing() as work:
        work.entries.save("p", entries, BY, NOON)


def of(desk, path, **rest):
    """What comes of the one file that is read."""
    (file,) = read(desk, path, **rest).files
    return file


def told(file, severity=None):
    """The messages about a file."""
    return [each.message for each in file.issues if severity in (None, each.severity)]


def differing(file):
    return {(*each.spot, each.difference.side): each.difference.texts for each in file.matches}


def test_a_complete_and_signed_form_is_ready_with_the_cells_that_differ(desk, sent):
    file = of(desk, filled(sent, COMPLETE, returning.SIGNED))

    assert (file.verdict, file.issues, file.doubts) == (Verdict.READY, (), ())
    assert (file.plan, file.department) == ("国民经济和社会发展规划纲要", "区科技局")
    assert (file.slip.plan, file.slip.department, file.slip.quarter) == ("p", "D05", HALF)
    assert differing(file) == {
        ("B-01", Column.FIGURE, Side.RETURNED): ("", "", "300.00"),
        ("B-01", Column.GROWTH, Side.RETURNED): ("", "", "6.1"),
        ("B-02", Column.FIGURE, Side.RETURNED): ("", "", "12.00"),
        ("P01-01", Column.FIGURE, Side.RETURNED): ("", "", "开工"),
        ("P01-02", Column.FIGURE, Side.RETURNED): ("", "", "未统计"),
    }
    first, *_, last = file.matches
    assert (first.name, first.raw, str(first.place)) == ("高新产业产值", "300", "填报表!J5")
    assert (last.name, last.raw, str(last.place)) == ("成果平台", "未统计", "重点工程!H6")


def test_nothing_is_written_by_reading(desk, sent):
    before = list(desk.vault.backups()) if desk.vault else []
    of(desk, filled(sent, COMPLETE))

    with desk.reading() as work:
        assert work.entries.of("p") == ()
        assert work.receipts.of("p") == ()
    assert (list(desk.vault.backups()) if desk.vault else []) == before


def test_conflicts_come_first_and_nothing_else_is_one(desk, sent):
    put(desk, entry("B-02", "11", explanation="初步数"), entry("P01-01", "开工"))
    file = of(desk, filled(sent, COMPLETE | {("B-02", Column.EXPLANATION): "已核"}))

    assert [each.spot for each in file.conflicts] == [
        ("B-02", Column.FIGURE),
        ("B-02", Column.EXPLANATION),
    ]
    assert file.matches[:2] == file.conflicts
    assert differing(file)["B-02", Column.FIGURE, Side.BOTH] == ("", "11", "12.00")


def test_what_was_sent_filled_in_and_came_back_untouched_is_no_difference(desk, tmp_path):
    put(
        desk,
        entry("B-01", "300.5", growth=the.figure("6")),
        entry("P01-02", missing=Missing.UNCOUNTED),
    )
    sent = issued(desk, tmp_path)
    put(desk, entry("P01-02", "推进中"))
    file = of(desk, filled(sent, {}))

    assert differing(file) == {
        ("P01-02", Column.FIGURE, Side.STORED): ("未统计", "推进中", "未统计"),
    }
    assert file.conflicts == ()


def test_what_the_checks_find_is_shown_in_the_cell_of_the_file(desk, sent):
    file = of(desk, filled(sent, COMPLETE | {"B-02": -5}, returning.SIGNED))

    (found,) = [each for each in file.issues if each.severity is Severity.EXPLAIN]
    assert (found.code, found.column, str(found.place)) == ("B-02", Column.FIGURE, "填报表!J6")
    assert found.message.startswith("“研发经费”")
    assert file.verdict is Verdict.READY


def test_what_is_lacking_for_handing_in_is_said_beside_its_cell(desk, sent):
    file = of(desk, filled(sent, {"B-01": 300}))

    lacking = [each for each in file.issues if each.severity is Severity.BLOCKING]
    assert [(each.code, str(each.place)) for each in lacking] == [
        ("B-02", "填报表!J6"),
        ("P01-01", "重点工程!F5"),
        ("P01-02", "重点工程!F6"),
    ]
    assert "表尾没有填单位负责人、审核人、填表人、联系电话、报出日期" in told(file)[-1]
    assert file.verdict is Verdict.DOUBTFUL


def test_the_plan_s_rules_look_at_the_form_as_it_would_stand(desk, sent):
    put(desk, entry("B-01", "10"))
    file = of(desk, filled(sent, {"B-02": 12}))

    assert "请核对" in "".join(told(file, Severity.HINT))
    assert [each.code for each in file.issues if each.severity is Severity.HINT][:1] == ["B-01"]


def test_a_locked_cell_that_was_changed_is_named_and_not_taken(desk, sent):
    book = openpyxl.load_workbook(sent)
    book["填报表"]["F5"].value = "999"
    book.save(sent.with_name("改.xlsx"))
    file = of(desk, sent.with_name("改.xlsx"))

    (found,) = [each for each in file.issues if str(each.place) == "填报表!F5"]
    assert found.found == "999"
    assert (
        found.message == "“高新产业产值”的规划目标是锁定的，下发时是“750”，没有采用；请与对方核实"
    )
    assert (file.verdict, file.matches) == (Verdict.DOUBTFUL, ())


def test_a_figure_that_its_provider_has_handed_in_since_is_not_taken(desk, sent):
    put(desk, entry("B-03", "5"))
    path = filled(sent, {("B-03", Column.EXPLANATION): "本单位另有口径"})
    with desk.writing() as work:
        work.submissions.save("p", Submission("D02", HALF, State.SUBMITTED, SIGNED, NOON, 1))

    assert [each.spot for each in of(desk, path).matches if not each.barred] == [
        ("B-03", Column.EXPLANATION)
    ]


def test_a_row_that_the_quarter_no_longer_asks_for_is_not_taken(desk, sent):
    path = filled(sent, COMPLETE)
    put(desk, entry("P01-01", "投用", at="2024Q1"))
    file = of(desk, path)

    (match,) = [each for each in file.matches if each.barred]
    assert (match.spot[0], match.conflict) == ("P01-01", False)
    assert "“科创大桥”2024年一季度已报告完成，不再填报；来件的本期没有采用" in told(file)


def test_an_item_that_left_the_department_is_not_taken(desk, sent):
    path = filled(sent, COMPLETE)
    with desk.writing() as work:
        moved = replace(forms.RESEARCH, duty=forms.SHARED.duty)
        moved = replace(moved, duty=replace(moved.duty, lead="D02", provider=""))
        work.plans.replace(
            forms.plan(forms.INDUSTRY, moved, forms.SHARED, forms.YEARLY, forms.SAME)
        )
    file = of(desk, path)

    assert [each.barred for each in file.matches if each.spot[0] == "B-02"] == [
        "已不在这个单位的表里"
    ]
    assert Doubt.REVISED in file.doubts


@pytest.fixture
def later(desk, tmp_path):
    """A function that sends a further form out."""

    def send(**rest):
        return issued(desk, tmp_path, **rest)

    return send


def test_an_older_issue_is_named(desk, sent, later):
    later()
    assert of(desk, sent).doubts == (Doubt.OLDER,)
    assert "这是第1次分发的表，最近一次是第2次" in told(of(desk, sent))[0]


def test_a_form_of_an_earlier_quarter_is_named_once_a_later_one_went_out(desk, sent, later):
    assert of(desk, sent).doubts == ()
    later(quarter=the.quarter("2024Q3"))
    assert of(desk, sent).doubts == (Doubt.QUARTER,)
    assert "这是2024年上半年的表，现在收的是2024年前三季度" in told(of(desk, sent))[0]


def test_a_form_of_another_quarter_or_department_than_the_expected_is_named(desk, sent):
    third = Expected(the.quarter("2024Q3"), "D02")
    assert of(desk, sent, expected=third).doubts == (Doubt.QUARTER, Doubt.DEPARTMENT)
    assert of(desk, sent, expected=Expected(HALF, "D05")).doubts == ()
    unknown = of(desk, sent, expected=Expected(department="D99"))
    assert "这是区科技局的表，不是D99的" in told(unknown)[0]


def test_a_department_is_warned_of_another_one_s_form(desk, sent):
    profiles.save(desk, Profile(Role.DEPARTMENT, "张三", "", {"章贡区": "D02"}))
    assert of(desk, sent).doubts == (Doubt.DEPARTMENT,)
    profiles.save(desk, Profile(Role.OFFICE, "张三", "", {"章贡区": "D02"}))
    assert of(desk, sent).doubts == ()


def test_a_form_of_another_database_is_named(desk, sent, tmp_path):
    other = MemoryStore()
    with other.writing() as work:
        work.plans.add(forms.plan())
    assert of(other, sent).doubts == (Doubt.FOREIGN,)
    issued(other, tmp_path / "other")
    assert of(other, sent).doubts == (Doubt.FOREIGN,)
    assert of(other, sent).verdict is Verdict.DOUBTFUL
    assert not of(other, sent).goes_in()
    assert of(other, sent).goes_in(Ruling(goes_in=True))


def test_a_form_whose_hidden_part_was_changed_is_named(desk, sent):
    book = openpyxl.load_workbook(sent)
    (numbered,) = [row for row in book["_guiji"].iter_rows() if row[0].value == "number"]
    numbered[1].value = "7"
    book.save(sent)
    file = of(desk, sent)
    assert file.doubts == (Doubt.FORGED,)
    assert file.verdict is Verdict.DOUBTFUL


@pytest.mark.parametrize(("cell", "proposed"), [(date(1900, 2, 14), "45"), ("—", "未统计")])
def test_what_only_a_person_can_confirm_is_open_until_somebody_does(desk, sent, cell, proposed):
    file = of(desk, filled(sent, {"B-02": cell, "B-01": 300}))
    (asked,) = file.conflicts
    assert asked == file.matches[0]
    assert (asked.spot, asked.difference.texts[2]) == (("B-02", Column.FIGURE), proposed)
    assert asked.asked.startswith("“研发经费”的本期：")

    def open_parts(choices):
        decided = resolved([file], {file.sha256: Ruling(choices=choices)})[file.sha256]
        return [each.match.spot for each in decided if each.choice is None]

    assert open_parts({}) == [asked.spot]
    assert open_parts(everywhere(file, Way.TAKE)) == []


def test_a_form_from_before_an_edit_of_the_plan_is_named(desk, sent):
    with desk.writing() as work:
        changed = replace(forms.RESEARCH, target=the.target("90"))
        work.plans.replace(
            forms.plan(forms.INDUSTRY, changed, forms.SHARED, forms.YEARLY, forms.SAME)
        )
    assert of(desk, sent).doubts == (Doubt.REVISED,)


@pytest.mark.parametrize(
    ("plan", "why"),
    [
        (None, "数据库里没有规划“p”，或它没有2024年上半年这个报告期"),
        (forms.plan(first=2016, last=2020), "数据库里没有规划“p”，或它没有2024年上半年这个报告期"),
        (
            forms.plan(departments=(forms.OTHER, Department("D09", "区工信局", "区工信局"))),
            "规划“国民经济和社会发展规划纲要”里没有代码为“D05”的单位",
        ),
    ],
)
def test_a_form_that_the_database_knows_nothing_of_cannot_go_in(sent, plan, why):
    other = MemoryStore()
    with other.writing() as work:
        if plan:
            work.plans.add(plan)
    file = of(other, sent)

    assert (file.refusal, told(file)) == (why, [f"{why}；没有读入这份来件"])
    assert (file.verdict, file.matches) == (Verdict.DOUBTFUL, ())
    assert not file.goes_in(Ruling(goes_in=True))


@pytest.mark.parametrize("state", [State.REVIEWED, State.APPROVED])
def test_a_form_that_was_reviewed_takes_nothing_more(desk, sent, state):
    with desk.writing() as work:
        work.submissions.save("p", Submission("D05", HALF, state, SIGNED, NOON, 1))
    file = of(desk, sent)

    told = {State.REVIEWED: "请先退回", State.APPROVED: "请先撤销审定，再退回"}[state]
    assert file.refusal == f"本表{state.label}，要改{told}"
    assert not file.goes_in(Ruling(goes_in=True))


def test_what_is_no_form_has_its_verdict_and_ends_nothing(desk, sent, tmp_path):
    (tmp_path / "坏.xlsx").write_bytes(b"PK\x03\x04 nothing")
    batch = read(desk, tmp_path / "坏.xlsx", tmp_path / "没有.xlsx", sent)

    assert [each.verdict for each in batch.files] == [
        *(Verdict.UNREADABLE, Verdict.UNREADABLE, Verdict.DOUBTFUL)
    ]
    assert all(each.issues for each in batch.files)
    assert not batch.files[0].goes_in(Ruling(goes_in=True))


def test_the_same_file_under_two_names_is_read_once(desk, sent):
    twin = sent.with_name("副本.xlsx")
    twin.write_bytes(sent.read_bytes())
    batch = read(desk, sent, twin)

    assert [each.path for each in batch.files] == [sent]
    assert batch.skipped[0].reason == f"与“{sent.name}”是同一个文件，跳过"


def test_two_files_of_one_department_show_where_they_contradict_each_other(desk, sent):
    one = filled(sent, {"B-01": 300, "B-02": 12}, name="一.xlsx")
    two = filled(sent, {"B-01": 301, "P01-01": "开工"}, name="二.xlsx")
    first, second = read(desk, one, two).files

    assert [each.spot for each in first.conflicts] == [("B-01", Column.FIGURE)]
    (rival,) = first.conflicts[0].rivals
    assert (rival.name, rival.text, rival.sha256) == ("二.xlsx", "301.00", second.sha256)
    assert [each.rivals[0].text for each in second.conflicts] == ["300.00"]


def test_two_departments_may_contradict_each_other_in_what_they_explain(desk, sent, later):
    why = ("B-03", Column.EXPLANATION)
    other = later(department="D02")
    one = filled(sent, COMPLETE | {why: "项目延后"})
    two = filled(other, {"B-03": 5, why: "口径调整"}, name="统计局.xlsx")
    first, second = read(desk, one, two).files
    assert [(each.spot, each.rivals[0].text) for each in first.conflicts] == [(why, "口径调整")]
    assert [each.spot for each in second.conflicts] == [why]

    two = filled(other, {"B-03": 5, why: "项目延后"}, name="统计局.xlsx")
    assert all(not each.conflicts for each in read(desk, one, two).files)


def test_verdicts_stream_in_while_others_are_read(desk, sent):
    two = filled(sent, COMPLETE, returning.SIGNED, "二.xlsx")
    steps = list(intake.read(desk, [sent, two], arrive))

    assert [type(each) for each in steps] == [Progress, intake.Judged] * 2
    assert [each.words for each in steps] == [
        f"正在读{sent.name}",
        f"{sent.name}：有问题",
        "正在读二.xlsx",
        "二.xlsx：可入库",
    ]
    assert [(each.done, each.total) for each in steps] == [(0, 2), (0, 2), (1, 2), (1, 2)]
    assert isinstance(steps[3], intake.Judged)
    assert steps[3].file.path == two


def test_a_file_that_is_read_again_takes_its_place_in_the_batch(desk, sent, tmp_path):
    one, two = (filled(sent, {"B-01": n}, name=f"{n}.xlsx") for n in (300, 301))
    (tmp_path / "空.xlsx").write_bytes(b"")
    before = read(desk, one, tmp_path / "空.xlsx")
    filled(sent, {"B-01": 302}, name="300.xlsx")
    joined = before.joined(read(desk, one, two, tmp_path / "空.xlsx"))

    assert [each.path for each in joined.files] == [one, two]
    assert [each.conflicts[0].rivals[0].text for each in joined.files] == ["301.00", "302.00"]
    assert len(joined.skipped) == 1


def test_a_file_that_asks_for_a_password_says_so_until_it_is_given(desk, sent):
    asked = []

    def locked(name, content, password):
        asked.append(password)
        arrived = arrive(name, content)
        return arrived if password else replace(arrived, manifest=None, rows={}, locked=True)

    def come(password):
        job = intake.read(desk, [sent], locked, password=password)
        steps = [each for each in job if isinstance(each, intake.Judged)]
        return steps[0].file

    assert (come("").locked, come("").verdict) == (True, Verdict.UNREADABLE)
    assert come("秘密").verdict is not Verdict.UNREADABLE
    assert asked == ["", "", "秘密"]


def test_a_bare_file_has_a_place_and_no_verdict_but_the_worst(tmp_path):
    file = Incoming(tmp_path, "a.xlsx", inside=(1, 0))
    assert (file.place, file.verdict) == ((tmp_path, (1, 0)), Verdict.UNREADABLE)

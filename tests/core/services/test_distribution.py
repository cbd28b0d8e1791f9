"""The office sends forms out: whole files, counted, and none to whom there is nothing to ask."""

from dataclasses import replace
from io import BytesIO

import openpyxl
import pytest

from core.domain.department import Department
from core.domain.indicator import Duty, Frequency
from core.domain.profile import Profile, Role
from core.domain.submission import Origin, State, Submission
from core.errors import NotFoundError, OutputError, UsageError, UserError
from core.progress import Progress, finish
from core.services import distribution, forms, issuer, profiles
from core.services.distribution import SUBJECT, Request
from core.workbooks.layout import HIDDEN
from core.workbooks.manifest import manifest
from core.workbooks.seal import is_genuine
from tests import factory as the
from tests import forms as made
from tests.core.memory import MemoryStore

HALF = made.HALF
ALL = Request("p", HALF)
OWN, OTHER = "2024年上半年-区科技局-填报表.xlsx", "2024年上半年-区统计局-填报表.xlsx"


def send(desk, folder, request=ALL, by="王五"):
    """Send forms out and give what came of it."""
    return finish(distribution.distribute(desk, request, folder, by))


def opened(path):
    """What was sent in a file."""
    sheet = openpyxl.load_workbook(BytesIO(path.read_bytes()))[HIDDEN]
    return manifest([str(each or "") for each in row] for row in sheet.iter_rows(values_only=True))


def replan(desk, **changes):
    """Change the plan."""
    with desk.writing() as work:
        work.plans.replace(replace(work.plans.get("p"), **changes))


def hand_in(desk, department="D05"):
    """Let a department hand in its form."""
    with desk.writing() as work:
        work.submissions.save("p", Submission(department, HALF, State.SUBMITTED, made.SIGNED))


def issues(desk):
    """The recorded issues: whose, and what was written."""
    with desk.reading() as work:
        return [(each.code, each.before, each.after) for each in work.changes.events("p", SUBJECT)]


def test_each_department_that_has_something_to_report_gets_a_file(desk, tmp_path):
    steps: list[Progress] = []
    done = finish(distribution.distribute(desk, ALL, tmp_path / "out", "王五"), steps.append)
    assert done.files == (tmp_path / "out" / OWN, tmp_path / "out" / OTHER)
    assert done.left_out == ()
    assert [step.words for step in steps] == [
        *("正在写出区科技局的填报表", "正在写出区统计局的填报表")
    ]
    assert (steps[1].done, steps[1].total) == (1, 2)


def test_a_file_says_which_form_it_is_under_the_seal_of_the_database(desk, tmp_path):
    path, _ = send(desk, tmp_path).files
    sent = opened(path)
    assert (sent.slip.plan, sent.slip.department, sent.slip.quarter) == ("p", "D05", HALF)
    assert sent.slip.number == 1
    with desk.reading() as work:
        known = issuer.read(work)
    assert known is not None
    assert sent.slip.database == known.identity
    assert is_genuine(sent, known.key)


def test_every_database_has_an_identity_and_a_key_of_its_own(desk):
    first = issuer.ensure(desk)
    assert issuer.ensure(desk) == first
    assert (len(first.identity), len(first.key)) == (16, 32)
    assert issuer.ensure(MemoryStore()) != first


def test_issues_are_counted_and_recorded_and_leave_earlier_files_alone(desk, tmp_path):
    first, _ = send(desk, tmp_path).files
    before = first.read_bytes()
    again = send(desk, tmp_path, Request("p", HALF, "D05"))
    assert [path.name for path in again.files] == ["2024年上半年-区科技局-填报表（第2次）.xlsx"]
    assert opened(again.files[0]).slip.number == 2
    assert first.read_bytes() == before
    assert issues(desk) == [
        ("D05", "", f"第1次：{OWN}"),
        ("D02", "", f"第1次：{OTHER}"),
        ("D05", "第1次", "第2次：2024年上半年-区科技局-填报表（第2次）.xlsx"),
    ]
    with desk.reading() as work:
        last = work.changes.events("p", SUBJECT)[-1]
    assert (last.quarter, last.origin) == ("2024Q2", Origin("分发", "王五"))
    assert opened(again.files[0]).slip.issued == last.at


def test_each_quarter_is_counted_by_itself(desk, tmp_path):
    send(desk, tmp_path)
    later = send(desk, tmp_path, Request("p", the.quarter("2024Q3"), "D05"))
    assert opened(later.files[0]).slip.number == 1


@pytest.mark.parametrize("name", ["D05", "区科技局", "区科学技术局"])
def test_one_department_is_called_by_code_or_name(desk, tmp_path, name):
    (path,) = send(desk, tmp_path, Request("p", HALF, name)).files
    assert path.name == OWN


def test_some_departments_can_be_chosen(desk, tmp_path):
    (path,) = send(desk, tmp_path, Request("p", HALF, only=("D02",))).files
    assert path.name == OTHER


def test_who_has_nothing_to_report_gets_no_form(desk, tmp_path):
    replan(desk, indicators=(made.YEARLY,), milestones=(), rules=())
    done = send(desk, tmp_path)
    assert done.files == ()
    assert done.left_out == ("区科技局2024年上半年没有要填的指标，没有给它写填报表",)
    with pytest.raises(UserError, match=r"^区科技局2024年上半年没有要填的指标，没有写出填报表$"):
        send(desk, tmp_path, Request("p", HALF, "D05"))
    assert issues(desk) == []


def test_who_has_reported_gets_no_form(desk, tmp_path):
    hand_in(desk)
    done = send(desk, tmp_path)
    assert [path.name for path in done.files] == [OTHER]
    assert done.left_out == ("区科技局的2024年上半年报表已报送，没有给它写填报表",)
    with pytest.raises(UserError, match="已报送，没有写出填报表"):
        send(desk, tmp_path, Request("p", HALF, "D05"))


@pytest.mark.parametrize("steps", [1, 2])
def test_a_cancelled_job_leaves_whole_files_and_records_them(desk, tmp_path, steps):
    job = distribution.distribute(desk, ALL, tmp_path / "out", "王五")
    for _ in range(steps):
        next(job)
    job.close()
    left = [path.name for path in (tmp_path / "out").iterdir()]
    assert left == [OWN][: steps - 1]
    assert [after for _, _, after in issues(desk)] == [f"第1次：{name}" for name in left]


def test_what_a_lost_process_has_not_recorded_is_issued_again(desk, tmp_path, monkeypatch):
    with monkeypatch.context() as lost:
        lost.setattr(distribution, "_record", lambda *_: None)
        send(desk, tmp_path)
    assert issues(desk) == []
    again = send(desk, tmp_path).files
    assert [path.name for path in again] == [OWN, OTHER]
    assert opened(again[0]).slip.number == 1


def test_a_file_that_cannot_be_written_is_not_recorded(desk, tmp_path):
    (tmp_path / OTHER).mkdir()
    with pytest.raises(OutputError, match="那里已有同名文件夹"):
        send(desk, tmp_path)
    assert [code for code, *_ in issues(desk)] == ["D05"]


@pytest.mark.parametrize(
    ("request_", "error", "said"),
    [
        (Request("q", HALF), NotFoundError, "没有规划“q”"),
        (Request("p", the.quarter("2030Q1")), UsageError, "不在““十四五”规划”的"),
        (
            Request("p", HALF, "某局"),
            NotFoundError,
            "没有单位“某局”，有填报任务的单位：D05区科技局、",
        ),
    ],
)
def test_what_is_not_there_is_named(desk, tmp_path, request_, error, said):
    with pytest.raises(error, match=said):
        send(desk, tmp_path / "out", request_)
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("names", "files"),
    [
        (('区科/技*局?"<>|:\\\\', "区统计局"), ("区科 技 局", "区统计局")),
        (("CON", "区统计局."), ("CON", "区统计局")),
        (("区局", "区局"), ("区局（D05）", "区局（D02）")),
        (("Bureau", "BUREAU"), ("Bureau（D05）", "BUREAU（D02）")),
        (("...", "局" * 80), ("D05", "局" * 60)),
    ],
)
def test_files_have_names_that_are_legal_everywhere(desk, tmp_path, names, files):
    codes = ("D05", "D02")
    replan(desk, departments=tuple(map(Department, codes, names, names)))
    found = [path.name for path in send(desk, tmp_path).files]
    assert found == [f"2024年上半年-{name}-填报表.xlsx" for name in files]


def test_two_plans_of_a_region_do_not_write_over_each_other(desk, tmp_path):
    report = replace(
        made.plan(), code="q", name="2024年政府工作报告", first_year=2024, last_year=2024
    )
    with desk.writing() as work:
        work.plans.add(report)
    first = send(desk, tmp_path).files + send(desk, tmp_path, Request("q", HALF)).files
    assert len({*first}) == 4
    assert first[2].name == "2024年上半年-区科技局-2024年政府工作报告-填报表.xlsx"


def test_the_office_is_named_in_what_it_sends(desk, tmp_path):
    profiles.save(desk, Profile(Role.OFFICE, "王五", "0797-8200001", {"章贡区": "D02"}))
    sent = opened(send(desk, tmp_path).files[0])
    assert (sent.contact.office, sent.contact.name) == ("区统计局", "王五")
    assert sent.contact.phone == "0797-8200001"


def test_what_is_stored_goes_out(desk, tmp_path):
    form = forms.load(desk, "p", "D05", HALF)
    number = form.row("B-01")
    entry = made.entry("B-01", "12.50", explanation="=1")
    forms.save(desk, form, {number: entry}, Origin("填报", "张三"))
    (line,) = [each for each in opened(send(desk, tmp_path).files[0]).lines if each.code == "B-01"]
    assert {*line.typed.values()} == {"12.50", "=1"}


@pytest.mark.parametrize(
    ("changes", "revised"),
    [
        ({"definition": "新口径"}, True),
        ({"unit": "万元"}, True),
        ({"frequency": Frequency.ANNUAL}, True),
        ({"duty": Duty("D05", provider="D02")}, True),
        ({"remark": "备注"}, False),
    ],
)
def test_the_digest_tells_whether_the_plan_was_revised_for_a_department(
    desk, tmp_path, changes, revised
):
    before = opened(send(desk, tmp_path / "1").files[0]).slip.revision
    rest = (made.RESEARCH, made.SHARED, made.YEARLY, made.SAME)
    replan(desk, indicators=(replace(made.INDUSTRY, **changes), *rest))
    after = opened(send(desk, tmp_path / "2").files[0]).slip.revision
    assert (after != before) is revised


def test_the_digest_is_not_touched_by_other_departments(desk, tmp_path):
    before = opened(send(desk, tmp_path / "1").files[0]).slip.revision
    others = the.level("9", code="B-09", name="产值")
    replan(desk, indicators=(*made.plan().indicators, others))
    assert opened(send(desk, tmp_path / "2").files[0]).slip.revision == before

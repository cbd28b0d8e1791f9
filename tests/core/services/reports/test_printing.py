"""What is written is stored under its code: once, for every edition, and never instead of files."""

from dataclasses import replace

import pytest

from core.domain.indicator import Binding
from core.domain.printed import Edition
from core.domain.submission import Origin
from core.errors import NotFoundError, StorageError, UsageError, UserError
from core.progress import Progress, finish
from core.reports import canonical, catalogue
from core.reports.catalogue import Need
from core.reports.prose import Paragraph, Prose
from core.services.reports import narratives, printing, reporting
from core.services.reports.reporting import Format, Request
from db.engine import open_store
from tests import factory as the
from tests import forms
from tests.core.memory import MemoryStore

REQUEST = Request("completion", "p", forms.HALF)
PDF, BOTH = (Format.PDF,), (Format.PDF, Format.XLSX)
CODE_LENGTH = 12


class FullStore(MemoryStore):
    """A store on a full disk."""

    def writing(self):
        raise StorageError("磁盘空间不足，没有保存")


def furnished(store):
    """The plan of `tests.forms`, one indicator 约束性, with a figure."""
    rows = (the.binding(forms.INDUSTRY), forms.RESEARCH, forms.SHARED, forms.SAME)
    with store.writing() as work:
        work.plans.add(forms.plan(*rows))
        work.entries.save("p", [forms.entry("B-01", "300")], Origin("填报", "张三"), "2024-07-01")
    return store


@pytest.fixture(params=["memory", "sql"])
def office(request, tmp_path):
    return furnished(
        MemoryStore() if request.param == "memory" else open_store(tmp_path / "guiji.db")
    )


def produced(store, folder, *requests, formats=PDF):
    return finish(printing.produce(store, requests, formats, folder))


@pytest.mark.parametrize("edition", Edition)
def test_each_edition_is_stored_under_the_code_of_its_content(office, tmp_path, edition):
    done = produced(office, tmp_path, replace(REQUEST, edition=edition), formats=BOTH)
    (made,), (kept,) = done.reports, printing.printed(office, "p")
    assert (made.code, len(made.code), done.notices) == (kept.code, CODE_LENGTH, ())
    with office.reading() as work:
        content = work.printed.content(kept.sha256)
    assert canonical.code(content) == kept.code
    assert canonical.read(content).edition is kept.edition is edition
    assert (kept.kind, kept.quarter, kept.department) == ("completion", forms.HALF, "")
    assert [path.suffix for path in made.files] == [".pdf", ".xlsx"]


def test_the_same_report_twice_is_one_record_and_the_same_file(office, tmp_path):
    first = produced(office, tmp_path / "1", REQUEST).files
    second = produced(office, tmp_path / "2", REQUEST, REQUEST).files
    assert first[0].read_bytes() == second[0].read_bytes()
    assert (len(second), len(printing.printed(office, "p"))) == (1, 1)


def test_another_figure_is_another_code_and_the_latest_comes_first(office, tmp_path):
    produced(office, tmp_path, REQUEST)
    with office.writing() as work:
        work.entries.save("p", [forms.entry("B-01", "301")], Origin("填报", "张三"), "2024-07-02")
    (made,) = produced(office, tmp_path, REQUEST).reports
    codes = [each.code for each in printing.printed(office, "p")]
    assert len({*codes}) == 2
    assert made.code in codes


def test_editions_do_not_overwrite_each_other(office, tmp_path):
    asked = [replace(REQUEST, edition=each) for each in Edition]
    asked += [replace(each, public=True) for each in asked]
    names = [path.stem for path in produced(office, tmp_path, *asked).files]
    assert len({*names}) == len(names) == 6
    assert names[1].endswith("(送审稿)")
    assert names[5].endswith("(公开版)(内部资料)")


def test_reports_of_one_name_in_one_job_stand_beside_each_other(office, tmp_path, monkeypatch):
    kinds = [
        replace(each, build=lambda f: replace(plain(f), name="同名")) for each in catalogue.KINDS
    ]
    plain = catalogue.kind("completion").build
    monkeypatch.setattr(catalogue, "KINDS", tuple(kinds))
    done = produced(office, tmp_path, REQUEST, replace(REQUEST, kind="targets"))
    assert [path.name for path in done.files] == ["同名.pdf", "同名(2).pdf"]


def test_where_nothing_can_be_stored_the_report_is_written_and_says_so(office, tmp_path):
    full = FullStore(office.held) if isinstance(office, MemoryStore) else None
    full = full or FullStore(furnished(MemoryStore()).held)
    done = produced(full, tmp_path, REQUEST, replace(REQUEST, kind="targets"))
    assert len(done.files) == 2
    assert all(path.is_file() for path in done.files)
    (notice,) = done.notices
    assert notice == (
        "报告已经写出，但内容没有存入数据库，以后不能用校验码核对：磁盘空间不足，没有保存"
    )


def test_a_file_that_was_not_put_in_place_is_no_record(office, tmp_path):
    name = reporting.content(office, REQUEST).name
    (tmp_path / f"{name}.pdf").mkdir()
    with pytest.raises(UserError, match="那里已有同名文件夹"):
        produced(office, tmp_path, REQUEST)
    assert printing.printed(office, "p") == ()


def test_a_cancelled_job_has_stored_what_it_has_written(office, tmp_path):
    job = printing.produce(office, [REQUEST, replace(REQUEST, kind="targets")], PDF, tmp_path)
    for step in job:
        if step.done and step.words.startswith("正在写出"):
            break
    job.close()
    assert len([*tmp_path.glob("*.pdf")]) == len(printing.printed(office, "p")) == 1


def test_a_report_for_the_printer_is_the_previewed_one_and_is_stored(office):
    paper = finish(printing.paper(office, REQUEST))
    assert paper.pdf == finish(reporting.preview(office, REQUEST))
    assert [each.code for each in printing.printed(office, "p")] == [paper.code]


def test_a_department_is_found_by_code_or_name_and_kept(office, tmp_path):
    by_name = replace(REQUEST, department="区科技局")
    (made,) = produced(office, tmp_path, by_name).reports
    assert made.department == printing.printed(office, "p")[0].department == "D05"
    assert reporting.content(office, by_name) == reporting.content(
        office, replace(REQUEST, department="D05")
    )


def test_a_report_remembers_of_which_part_of_the_plan_it_is(office):
    asked = replace(REQUEST, section="综合质效", binding=Binding.BINDING)
    report = reporting.content(office, asked)
    assert (report.section, report.binding) == ("T1", Binding.BINDING)
    assert canonical.read(canonical.content(report)) == report


@pytest.mark.parametrize(
    ("asked", "error", "words"),
    [
        ({"department": "某局"}, NotFoundError, "没有单位“某局”，规划里的单位：D05区科技局、D02"),
        ({"section": "某栏"}, NotFoundError, "没有类别或专栏“某栏”，规划里的有：T主要指标、T1"),
        ({"department": "D02"}, UserError, "选定的单位、类别和属性下没有指标或工程"),
        ({"kind": "department"}, UsageError, "“部门完成情况”是一个单位的报告，请选定单位"),
    ],
)
def test_what_cannot_be_reported_is_explained(office, asked, error, words):
    with pytest.raises(error, match=words):
        reporting.content(office, replace(REQUEST, **asked))


def test_departments_are_those_that_answer_for_something(office):
    assert [each.code for each in reporting.departments(office, "p", forms.HALF)] == ["D05"]


def test_a_kind_gets_what_it_needs_and_reports_of_one_quarter_share_a_read(
    office, tmp_path, monkeypatch
):
    seen = []

    def build(facts):
        seen.append(facts)
        return catalogue.KINDS[0].build(facts)

    kinds = (
        *catalogue.KINDS,
        catalogue.Kind("x", "晴", build, frozenset({Need.LIGHTS, Need.CHANGES})),
        catalogue.Kind("y", "报", build, frozenset({Need.STANDINGS})),
    )
    monkeypatch.setattr(catalogue, "KINDS", kinds)
    asked = [replace(REQUEST, kind=kind) for kind in ("x", "y")]
    produced(office, tmp_path, asked[0], replace(asked[0], department="D05"), asked[1])
    whole, own, _ = seen
    assert whole.lights.quarters == tuple(q for q in whole.plan.quarters if q <= forms.HALF)
    assert own.lights.rows
    assert {each.item.duty.lead for each in own.lights.rows} == {"D05"}
    assert [each.after for each in whole.changes["B-01"]] == ["300"]
    assert {each.department for each in whole.standings} == {"D05", "D02"}
    assert max(each.quarter for each in whole.standings) == forms.HALF
    assert {each.department for each in own.standings} == {"D05"}
    assert whole.entries is own.entries


def test_a_report_without_needs_reads_no_more_than_figures(office):
    facts = finish(reporting.gathered(office, REQUEST)).facts
    assert (facts.lights, facts.standings, facts.changes) == (None, (), {})


def counted(facts):
    """A report that says how many figures there are."""
    plain = catalogue.KINDS[0].build(facts)
    told = Prose((Paragraph(f"共{len(facts.entries)}个数。"),))
    return replace(plain, kind="counted", parts=(told, *plain.parts))


def test_an_edit_older_than_the_figures_is_noticed(office, tmp_path, monkeypatch):
    kinds = (*catalogue.KINDS, catalogue.Kind("counted", "计数", counted))
    monkeypatch.setattr(catalogue, "KINDS", kinds)
    asked = replace(REQUEST, kind="counted")
    finish(narratives.reword(office, asked, "各项工作平稳。"))
    assert produced(office, tmp_path, asked).notices == ()
    with office.writing() as work:
        work.entries.save("p", [forms.entry("B-02", "1")], Origin("填报", "张三"), "2024-07-02")
    (notice,) = produced(office, tmp_path, asked).notices
    assert "的文字是人工改过的，改后数据又有变动" in notice


def test_a_lenient_job_leaves_out_what_cannot_be_written_and_says_so(office, tmp_path):
    asked = [replace(REQUEST, kind="department"), replace(REQUEST, section="某栏"), REQUEST]
    done = finish(printing.produce(office, asked, PDF, tmp_path, lenient=True))
    assert [each.request for each in done.reports] == [REQUEST]
    assert [each.partition("：")[0] for each in done.notices] == [
        "没有写出“部门完成情况”",
        "没有写出“规划主要指标完成情况”",
    ]


def test_a_step_of_one_report_among_several_counts_as_that_report(office, tmp_path):
    steps = list[Progress]()
    asked = [REQUEST, replace(REQUEST, kind="targets")]
    finish(printing.produce(office, asked, PDF, tmp_path), steps.append)
    assert {(each.done, each.total) for each in steps} == {(0, 2), (1, 2)}
    assert {each.words for each in steps} >= {"正在写出主要指标", "正在绘制第1页"}

"""Reports are written whole, the preview is the very file, and a cancelled job leaves no half."""

import pytest

from core.domain.period import Quarter
from core.errors import NotFoundError, OutputError, UsageError
from core.progress import Progress, finish
from core.services.reports import printing, reporting
from core.services.reports.reporting import Format, Request
from tests import factory as the
from tests.core.memory import MemoryStore

COMPLETION = Request("completion", "zhanggong-2016-2020")
TARGETS = Request("targets", "zhanggong-2021-2025")
BOTH = (Format.PDF, Format.XLSX)


def test_the_preview_is_the_file_that_is_written(store, tmp_path):
    (path,) = finish(printing.produce(store, [COMPLETION], [Format.PDF], tmp_path / "out")).files
    assert path.read_bytes() == finish(reporting.preview(store, COMPLETION))
    assert path.name == "赣州市章贡区“十三五”规划主要指标完成情况.pdf"


def test_several_reports_are_written_in_each_format(store, tmp_path):
    steps: list[Progress] = []
    job = printing.produce(store, [COMPLETION, TARGETS], BOTH, tmp_path / "out")
    paths = finish(job, steps.append).files
    assert sorted(path.suffix for path in paths) == [".pdf", ".pdf", ".xlsx", ".xlsx"]
    assert all(path.is_absolute() and path.is_file() for path in paths)
    assert steps[0].words == "正在写出规划主要指标完成情况"


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 5])
def test_a_cancelled_job_leaves_only_whole_files(store, tmp_path, steps):
    job = printing.produce(store, [COMPLETION, TARGETS], BOTH, tmp_path)
    for _ in range(steps):
        next(job)
    job.close()
    left = [path for path in tmp_path.iterdir() if path.suffix in {".pdf", ".xlsx", ".tmp"}]
    assert len(left) in {0, 2}
    assert all(path.suffix != ".tmp" and path.stat().st_size > 5000 for path in left)


@pytest.fixture(params=["memory", "sqlite"])
def office(request, store):
    """A store with a small plan, in memory and in SQLite."""
    chosen = MemoryStore() if request.param == "memory" else store
    with chosen.writing() as work:
        work.plans.add(the.plan(the.level("750", "521.94"), departments=(the.STATISTICS,)))
    return chosen


def test_every_store_gives_the_same_report(office, tmp_path):
    request = Request("completion", "p", Quarter(2023, 1))
    assert reporting.content(office, request).name == (
        "章贡区“十四五”规划主要指标完成情况(2023年一季度)"
    )
    paths = finish(printing.produce(office, [request], BOTH, tmp_path)).files
    assert {path.suffix for path in paths} == {".pdf", ".xlsx"}
    assert paths[0].read_bytes() == finish(reporting.preview(office, request))


def test_nothing_asked_for_is_nothing_written(store, tmp_path):
    assert finish(printing.produce(store, [], BOTH, tmp_path / "out")).files == ()
    assert finish(printing.produce(store, [TARGETS], [], tmp_path / "out")).files == ()
    assert list((tmp_path / "out").iterdir()) == []


def test_reports_that_were_whole_stay_when_a_later_one_fails(store, tmp_path):
    job = printing.produce(store, [TARGETS, Request("targets", "q")], BOTH, tmp_path / "out")
    with pytest.raises(NotFoundError):
        finish(job)
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".pdf", ".xlsx"]


def test_a_report_that_cannot_take_its_place_is_named_and_leaves_no_half_file(store, tmp_path):
    name = reporting.content(store, TARGETS).name
    (tmp_path / f"{name}.xlsx").mkdir()
    with pytest.raises(OutputError, match=rf"不能写出“.*{name}\.xlsx”：那里已有同名文件夹"):
        finish(printing.produce(store, [TARGETS], [Format.XLSX, Format.PDF], tmp_path))
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_a_quarter_outside_the_plan_is_refused(store):
    with pytest.raises(UsageError, match="报告期2020Q4不在"):
        reporting.content(store, Request("targets", "zhanggong-2021-2025", Quarter(2020, 4)))


def test_an_unknown_kind_is_answered_with_the_known_ones(store):
    with pytest.raises(
        NotFoundError, match="没有“x”这种报告，现有：completion（规划主要指标完成情况）"
    ):
        reporting.content(store, Request("x", "zhanggong-2016-2020"))

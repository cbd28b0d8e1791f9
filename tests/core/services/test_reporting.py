"""Reports are written whole, the preview is the very file, and a cancelled job leaves no half."""

import pytest

from core.errors import NotFoundError
from core.progress import Progress, finish
from core.services import reporting
from core.services.reporting import Format, Request

COMPLETION = Request("completion", "zhanggong-2016-2020")
TARGETS = Request("targets", "zhanggong-2021-2025")
BOTH = (Format.PDF, Format.XLSX)


def test_the_preview_is_the_file_that_is_written(store, tmp_path):
    (path,) = finish(reporting.produce(store, [COMPLETION], [Format.PDF], tmp_path / "out"))
    assert path.read_bytes() == finish(reporting.preview(store, COMPLETION))
    assert path.name == "赣州市章贡区“十三五”规划主要指标完成情况.pdf"


def test_several_reports_are_written_in_each_format(store, tmp_path):
    steps: list[Progress] = []
    job = reporting.produce(store, [COMPLETION, TARGETS], BOTH, tmp_path / "out")
    paths = finish(job, steps.append)
    assert sorted(path.suffix for path in paths) == [".pdf", ".pdf", ".xlsx", ".xlsx"]
    assert all(path.is_absolute() and path.is_file() for path in paths)
    assert steps[0].words == "正在写出规划主要指标完成情况"


@pytest.mark.parametrize("steps", [1, 2, 3, 4, 5])
def test_a_cancelled_job_leaves_only_whole_files(store, tmp_path, steps):
    job = reporting.produce(store, [COMPLETION, TARGETS], BOTH, tmp_path)
    for _ in range(steps):
        next(job)
    job.close()
    left = [path for path in tmp_path.iterdir() if path.suffix in {".pdf", ".xlsx", ".tmp"}]
    assert len(left) in {0, 2}
    assert all(path.suffix != ".tmp" and path.stat().st_size > 5000 for path in left)


def test_an_unknown_kind_is_answered_with_the_known_ones(store):
    with pytest.raises(
        NotFoundError, match="没有“x”这种报告，现有：completion（规划主要指标完成情况）"
    ):
        reporting.content(store, Request("x", "zhanggong-2016-2020"))

"""A job yields its steps and returns its result."""

import pytest

from core.progress import Progress, finish


def job():
    yield Progress(0, 1, "第一步")
    return "done"


def test_a_job_is_run_to_its_end_and_its_steps_are_shown():
    steps: list[Progress] = []
    assert finish(job(), steps.append) == "done"
    assert steps == [Progress(0, 1, "第一步")]
    assert finish(job()) == "done"


def test_a_job_that_is_given_up_tidies_away_and_goes_no_further():
    told: list[str] = []

    def writing():
        try:
            yield Progress(0, 2, "第1页")
            told.append("第2页")
        finally:
            told.append("已清理")

    under_way = writing()
    assert next(under_way).words == "第1页"
    under_way.close()
    assert told == ["已清理"]


def test_a_job_that_fails_fails_where_it_is_run():
    def torn():
        yield Progress(0, 1, "开始")
        raise OSError("磁盘已满")

    with pytest.raises(OSError, match="磁盘已满"):
        finish(torn())

"""A job yields its steps and returns its result."""

from core.progress import Progress, finish


def job():
    yield Progress(0, 1, "第一步")
    return "done"


def test_a_job_is_run_to_its_end_and_its_steps_are_shown():
    steps: list[Progress] = []
    assert finish(job(), steps.append) == "done"
    assert steps == [Progress(0, 1, "第一步")]
    assert finish(job()) == "done"

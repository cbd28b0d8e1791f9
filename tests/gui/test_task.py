"""A job runs beside the window and ends in exactly one way."""

from threading import Event

import pytest

from core.errors import OutputError
from core.progress import Progress
from tests.gui.papers import job


class Ends:
    """Starts jobs and notes everything that they tell."""

    def __init__(self, background):
        self._background = background
        self.told = []

    def __call__(self, made):
        task = self._background.start(made)
        task.progressed.connect(lambda step: self.told.append(step.words))
        task.succeeded.connect(lambda result: self.told.append(("succeeded", result)))
        task.failed.connect(lambda error: self.told.append(("failed", str(error))))
        task.cancelled.connect(lambda: self.told.append("cancelled"))
        return task


@pytest.fixture
def ends(background):
    return Ends(background)


def test_a_job_tells_its_steps_and_its_result(qtbot, ends):
    with qtbot.waitSignal(ends(job("fertig", steps=2)).destroyed):
        pass
    assert ends.told == ["第1步", "第2步", ("succeeded", "fertig")]


def test_a_job_that_fails_tells_its_error(qtbot, ends):
    with qtbot.waitSignal(ends(job(OutputError("磁盘已满"))).destroyed):
        pass
    assert ends.told == ["第1步", ("failed", "磁盘已满")]


def test_a_cancelled_job_is_closed_at_its_next_step(qtbot, ends):
    begun, wanted, closed = Event(), Event(), []

    def long():
        try:
            yield Progress(0, 2, "第1步")
            begun.set()
            wanted.wait(10)
            yield Progress(1, 2, "第2步")
        finally:
            closed.append(True)

    task = ends(long())
    begun.wait(10)
    task.cancel()
    with qtbot.waitSignal(task.destroyed):
        wanted.set()
    assert ends.told[-1] == "cancelled"
    assert closed == [True]


def test_jobs_run_one_after_the_other(qtbot, ends):
    ends(job("erste"))
    with qtbot.waitSignal(ends(job("zweite")).destroyed):
        pass
    results = [told for told in ends.told if isinstance(told, tuple)]
    assert results == [("succeeded", "erste"), ("succeeded", "zweite")]


def test_stopping_twice_or_before_any_job_is_harmless(background):
    background.stop()
    background.stop()


def test_a_job_after_the_end_is_left_where_it_is(qtbot, background, ends):
    with qtbot.waitSignal(ends(job("erste")).destroyed):
        pass
    background.stop()
    ends(job("zweite"))
    assert ends.told[1:] == [("succeeded", "erste")]

"""The process in which files are opened: bounded, and replaced when it passes its bounds."""

import io
import pickle
import sys
from contextlib import suppress
from pathlib import Path

import pytest

import main
from core.workbooks import SERVE, sandbox, serving
from core.workbooks.sandbox import Sandbox
from core.workbooks.search import arrival
from tests.core.workbooks import returned as the
from tests.core.workbooks.traps import corpus, endless

SOUND = "填报表.xlsx"


def said(arrived):
    """The one thing that is said of a file."""
    (finding,) = arrived.findings
    return finding.message


def process_of(box):
    """The process that is there now."""
    assert box._process
    return box._process


def test_a_file_is_read_as_it_would_be_here():
    content = the.workbook()
    with Sandbox() as box:
        assert box.arrive(SOUND, content) == arrival.arrive(SOUND, content)
        assert box.arrive("b.xlsx", b"") == arrival.arrive("b.xlsx", b"")


@pytest.mark.slow
def test_every_trap_ends_in_there_as_it_does_here_and_none_takes_it_down():
    traps = corpus.all_of_them()
    assert len(traps) > 150
    with Sandbox(seconds=60) as box:
        box.arrive(SOUND, the.workbook())
        first = box._process
        for name, make in traps.items():
            content = make()
            assert box.arrive(name, content) == arrival.arrive(name, content), name
        assert box._process is first


def test_one_process_reads_file_after_file():
    with Sandbox() as box:
        box.arrive(SOUND, the.workbook())
        first = process_of(box)
        box.arrive(SOUND, the.workbook())
        assert process_of(box) is first
    assert first.returncode is not None


def test_what_takes_too_long_is_stopped_and_the_next_file_read():
    with Sandbox(seconds=0.2) as box:
        stopped = box.arrive("a.xlsx", endless.workbook(), "secret")
        assert "0.2秒还没有读完" in said(stopped)
        assert stopped.manifest is None
        box._seconds = 60
        assert box.arrive(SOUND, the.workbook()).rows


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux bounds the memory of a process")
def test_what_takes_too_much_memory_is_stopped_and_the_next_file_read():
    with Sandbox(megabytes=70) as box:
        assert "70MB以上的内存" in said(box.arrive("a.xlsx", endless.wide(60 * 2**20)))
        assert box.arrive(SOUND, the.workbook()).rows


def test_a_process_that_was_killed_is_replaced():
    with Sandbox() as box:
        box.arrive(SOUND, the.workbook())
        process_of(box).kill()
        process_of(box).wait()
        assert box.arrive(SOUND, the.workbook()).rows


def test_a_process_that_dies_over_a_file_says_so(monkeypatch):
    monkeypatch.setattr(sandbox, "_command", lambda _: (sys.executable, "-c", "print()"))
    with Sandbox() as box:
        assert "读不下去" in said(box.arrive(SOUND, the.workbook()))


def test_a_process_that_cannot_begin_says_so_and_the_next_file_is_tried(monkeypatch):
    with monkeypatch.context() as without:
        without.setattr(sandbox, "_command", lambda _: ("/nowhere/guiji",))
        with Sandbox() as box:
            assert "启动不了" in said(box.arrive(SOUND, the.workbook()))
            without.undo()
            assert box.arrive(SOUND, the.workbook()).rows


def test_the_packaged_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert sandbox._command(300) == (sys.executable, SERVE, "300")


def test_the_program_serves_when_it_is_started_so(monkeypatch):
    command = (sys.executable, str(Path(main.__file__)), SERVE, "300")
    monkeypatch.setattr(sandbox, "_command", lambda _: command)
    with Sandbox() as box:
        assert box.arrive(SOUND, the.workbook()).rows


def answers(*requests):
    """What the process answers to requests."""
    asked, told = io.BytesIO(b"".join(map(pickle.dumps, requests))), io.BytesIO()
    serving.answer_all(asked, told, 300)
    told.seek(0)
    found = []
    with suppress(EOFError):
        while True:
            found.append(pickle.load(told))  # noqa: S301
    return found


def test_requests_are_answered_until_there_are_no_more():
    request = (SOUND, the.workbook(), "")
    expected = (arrival.arrive(*request), True)
    assert answers(request, request) == [expected, expected]


@pytest.mark.parametrize(
    ("error", "words"), [(MemoryError, "300MB以上的内存"), (KeyError, "程序出错（KeyError）")]
)
def test_a_process_that_erred_says_so_and_ends(monkeypatch, error, words):
    def fail(*_):
        raise error

    monkeypatch.setattr(serving, "arrive", fail)
    ((arrived, goes_on),) = answers((SOUND, b"x", ""), (SOUND, b"x", ""))
    assert words in said(arrived)
    assert not goes_on

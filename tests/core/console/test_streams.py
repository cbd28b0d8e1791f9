"""Streams that are closed, full or left by their readers."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import main
from core.console import streams

ROOT = Path(__file__).parents[3]
B = "zhanggong-2021-2025"
ENTER = ("enter", "--plan", B, "--quarter", "2023Q4", "--by", "张三", "B-01=6312000万")

BUFFERED = {name: text for name, text in os.environ.items() if name != "PYTHONUNBUFFERED"}

posix = pytest.mark.skipif(os.name == "nt", reason="a shell closes the streams")


def in_shell(redirection, *words):
    """Run a command with its streams redirected by a shell."""
    return subprocess.run(
        ["sh", "-c", f'"$@" {redirection}', "sh", sys.executable, "main.py", *map(str, words)],
        cwd=ROOT,
        env=BUFFERED,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )


def without_reader(stream, *words):
    """Run a command with nobody at the other end of one stream."""
    reader, writer = os.pipe()
    os.close(reader)
    process = subprocess.Popen(
        [sys.executable, "main.py", *map(str, words)],
        cwd=ROOT,
        env=BUFFERED,
        stdout=writer if stream == "stdout" else subprocess.PIPE,
        stderr=writer if stream == "stderr" else subprocess.PIPE,
        encoding="utf-8",
    )
    os.close(writer)
    out, err = process.communicate()
    return process.returncode, out, err


@posix
def test_a_closed_stdout_is_no_error(database):
    done = in_shell(">&-", "plans", "--database", database)
    assert (done.returncode, done.stderr) == (0, "")


@posix
def test_a_closed_stderr_puts_nothing_among_the_answer(tmp_path):
    done = in_shell("2>&-", "plans", "--json", "--database", tmp_path / "new.db")
    assert len(json.loads(done.stdout)) == 3


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux has a device that is full")
def test_a_full_disk_under_stdout_is_told(database):
    done = in_shell(">/dev/full", "plans", "--database", database)
    assert done.returncode == 1
    assert done.stderr.startswith("命令已执行，但结果没有全部输出")
    assert "Traceback" not in done.stderr


@posix
@pytest.mark.parametrize("words", [("plans",), ("assess", "--plan", B, "--json"), ("plans", "-h")])
def test_an_answer_that_nobody_reads_is_no_error(database, words):
    assert without_reader("stdout", *words, "--database", database) == (0, None, "")


@posix
def test_progress_that_nobody_reads_stops_no_report(database, tmp_path):
    words = ("report", "targets", "--plan", B, "-o", tmp_path / "out", "--format", "xlsx")
    status, out, _ = without_reader("stderr", *words, "--database", database)
    assert status == 0
    assert Path(out.strip()).is_file()


@posix
def test_warnings_that_nobody_reads_keep_the_answer_whole(database):
    status, out, _ = without_reader("stderr", *ENTER, "--database", database)
    assert (status, out) == (0, "已保存1个数：B-01\n")


@posix
def test_a_complaint_that_nobody_reads_keeps_its_status():
    assert without_reader("stderr", "nonsense")[:2] == (2, "")


class Stopped(io.StringIO):
    """A stream on which writing fails."""

    def __init__(self, error):
        super().__init__()
        self.error = error

    def flush(self):
        raise self.error


def test_a_reader_that_leaves_is_forgiven(database, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Stopped(BrokenPipeError()))
    assert main.main(["plans", "--database", str(database)]) == 0
    assert capsys.readouterr().err == ""


def test_an_answer_that_cannot_be_written_is_told(database, capsys, monkeypatch):
    monkeypatch.setattr(sys, "stdout", Stopped(OSError(28, "full")))
    assert main.main(["plans", "--database", str(database)]) == 1
    assert "命令已执行，但结果没有全部输出（full）" in capsys.readouterr().err


def test_missing_streams_are_replaced_by_ones_that_swallow(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    streams.speak_utf8()
    with sys.stdout, sys.stderr:
        streams.say("规绩")
        assert (sys.stdout.name, sys.stderr.name) == (os.devnull, os.devnull)


def test_a_stream_of_another_code_page_becomes_utf_8(monkeypatch):
    raw = io.BytesIO()
    with io.TextIOWrapper(raw, encoding="gbk") as gbk, io.StringIO() as plain:
        monkeypatch.setattr(sys, "stdout", plain)
        monkeypatch.setattr(sys, "stderr", gbk)
        streams.speak_utf8()
        streams.say("μg/m³，\udc80")
        assert raw.getvalue() == "μg/m³，\\udc80\n".encode()

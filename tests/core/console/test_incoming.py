"""check and intake on the command line: verdicts, issues, figures, conflicts, exit status."""

import io
import json
import sys

import pytest

import main
from core.domain.cell import Column
from core.domain.period import Quarter
from core.domain.submission import Entry, Origin
from core.workbooks.files.locked import encrypted
from tests import factory as the
from tests.returning import filled, issued

PLAN, DEPARTMENT, QUARTER = "zhanggong-2021-2025", "D02", Quarter(2024, 4)
FILE_KEYS = {"path", "sha256", "verdict", "plan", "department", "quarter", "figures", "issues"}


@pytest.fixture
def guiji(database, capfd):
    """Run a command on a database of one's own: status, what stands on stdout and stderr."""

    def run(*words):
        status = main.main([*map(str, words), "--database", str(database)])
        told = capfd.readouterr()
        return status, told.out, told.err

    return run


@pytest.fixture
def asked(guiji):
    """Run a command for its status and its JSON document."""

    def run(*words):
        status, out, _ = guiji(*words, "--json")
        return status, json.loads(out)

    return run


@pytest.fixture
def sent(store, tmp_path):
    """The form of the statistics bureau as it was sent out."""
    return issued(store, tmp_path, PLAN, QUARTER, DEPARTMENT)


def put(store, code, text):
    with store.writing() as work:
        entry = Entry(code, QUARTER, the.figure(text))
        work.entries.save(PLAN, [entry], Origin("填报", "张三"), "2025-01-02T09:00:00+08:00")


def test_a_file_is_checked_with_its_figures_and_issues(asked, sent):
    path = filled(sent, {"B-01": 612.5, ("B-01", Column.EXPLANATION): "初步核算"})
    status, document = asked("check", path)

    (file,) = document["files"]
    assert file.keys() >= FILE_KEYS
    assert (file["path"], file["verdict"], file["plan"]) == (str(path), "有问题", PLAN)
    assert (file["department"], file["quarter"]) == (DEPARTMENT, "2024Q4")
    assert file["figures"] == [
        {
            "code": "B-01",
            "text": "612.50",
            "growth": None,
            "progress": None,
            "missing": None,
            "explanation": "初步核算",
        }
    ]
    assert all(
        each.keys() >= {"severity", "sheet", "cell", "found", "message"} for each in file["issues"]
    )
    lacking = next(each for each in file["issues"] if each["code"] == "B-02")
    assert (lacking["severity"], lacking["sheet"], lacking["found"]) == ("强制", "填报表", "")
    assert status == 1


def test_checking_writes_nothing(guiji, asked, sent, store):
    path = filled(sent, {"B-01": 612.5})
    guiji("check", path)
    assert asked("trace", "B-01", "--plan", PLAN, "--quarter", "2024Q4")[1]["text"] is None
    with store.reading() as work:
        assert work.receipts.of(PLAN) == ()


def test_a_file_is_taken_in_and_every_figure_is_traced_to_its_cell(guiji, asked, sent, tmp_path):
    path = filled(sent, {"B-01": 612.5})
    status, document = asked("intake", path, "--by", "王主任")

    assert (document["taken"], document["unchanged"], document["conflicts"]) == (["B-01"], [], [])
    assert document["files"][0]["taken"] == ["B-01"]
    assert document["files"][0]["state"] == "填报中"
    assert "入库前" in document["backup"]
    assert status == 0

    words = ("trace", "B-01", "--plan", PLAN, "--quarter", "2024Q4")
    _, found = asked(*words, "--original", tmp_path / "出")
    assert (found["text"], found["raw"], found["source"]) == ("612.50", "612.5", "来件")
    assert (found["file"], found["sheet"]) == ("回件.xlsx", "填报表")
    assert found["sha256"] == document["files"][0]["sha256"]
    assert (found["by"], found["history"][-1]["cell"]) == ("王主任", found["cell"])
    assert found["original"] == str(tmp_path / "出" / "回件.xlsx")
    assert (tmp_path / "出" / "回件.xlsx").read_bytes() == path.read_bytes()
    lines = guiji(*words)[1]
    assert f"来件，王主任，回件.xlsx 填报表 {found['cell']}" in lines
    assert "格中原文：612.5" in lines
    assert asked("verify")[1]["ok"]


def test_the_same_file_again_changes_nothing(asked, sent):
    path = filled(sent, {"B-01": 612.5})
    asked("intake", path)
    status, document = asked("intake", path)

    assert (document["taken"], document["unchanged"]) == ([], ["B-01"])
    assert (document["backup"], status) == (None, 0)
    assert document["files"][0]["known"].startswith("已于")


@pytest.mark.parametrize(
    ("words", "text"),
    [((), "610"), (("--take", "stored"), "610"), (("--take", "incoming"), "612.50")],
)
def test_a_conflict_stays_out_unless_it_is_decided(asked, store, sent, words, text):
    put(store, "B-01", "610")
    status, document = asked("intake", filled(sent, {"B-01": 612.5, "B-03": 5.5}), *words)

    (conflict,) = document["conflicts"]
    texts = {name: conflict[name] for name in ("code", "sent", "stored", "returned")}
    assert texts == {"code": "B-01", "sent": "", "stored": "610", "returned": "612.50"}
    assert (conflict["open"], status) == ((False, 0) if words else (True, 1))
    assert "B-03" in document["taken"]
    trace = ("trace", "B-01", "--plan", PLAN, "--quarter", "2024Q4")
    assert asked(*trace)[1]["text"] == text


def test_what_was_left_open_is_decided_later_with_the_same_file(asked, store, sent):
    put(store, "B-01", "610")
    path = filled(sent, {"B-01": 612.5})
    assert asked("intake", path)[0] == 1
    status, document = asked("intake", path, "--take", "incoming")
    assert (status, document["taken"]) == (0, ["B-01"])


def test_a_doubtful_file_stays_out_until_somebody_says_so(guiji, asked, sent, store, tmp_path):
    issued(store, tmp_path, PLAN, QUARTER, DEPARTMENT)
    path = filled(sent, {"B-01": 612.5})
    status, out, _ = guiji("intake", path)
    assert status == 1
    assert "这是第1次分发的表，最近一次是第2次" in out
    assert "没有入库" in out

    status, document = asked("intake", path, "--anyway")
    assert (status, document["taken"]) == (0, ["B-01"])
    assert document["files"][0]["doubts"] == ["不是最近一次分发的表"]


def test_the_quarter_and_department_that_are_waited_for_can_be_named(asked, sent):
    words = ("check", sent, "--quarter", "2024Q3", "--department", "D05")
    _, document = asked(*words)
    assert document["files"][0]["doubts"] == ["不是这个报告期的表", "不是这个单位的表"]


def test_a_locked_file_is_opened_with_a_password_from_stdin(asked, sent, monkeypatch):
    path = filled(sent, {"B-01": 612.5})
    path.write_bytes(encrypted(path.name, path.read_bytes(), "规绩2024"))
    status, document = asked("check", path)
    assert (status, document["files"][0]["verdict"]) == (1, "不可读")

    monkeypatch.setattr(sys, "stdin", io.StringIO("规绩2024\n"))
    _, document = asked("check", path, "--password-stdin")
    assert [each["text"] for each in document["files"][0]["figures"]] == ["612.50"]


def test_lines_say_the_verdict_the_cells_and_what_is_open(guiji, store, sent):
    put(store, "B-01", "610")
    path = filled(sent, {"B-01": 612.5})
    status, out, err = guiji("intake", path)

    assert status == 1
    assert out.startswith("回件.xlsx  有问题  区统计局 2024年全年\n  〔强制〕填报表!")
    assert "\n  入库0项，0项没有变化，报表填报中\n" in out
    assert "没有选定：“地区生产总值（GDP）”的本期下发时为“空”，库里为“610”，来件为“612.50”" in out
    assert "正在读回件.xlsx（1/1）\n回件.xlsx：有问题（1/1）\n正在入库回件.xlsx（1/1）" in err


def test_contradicting_files_are_named_and_left_open(guiji, asked, sent):
    one, two = (filled(sent, {"B-01": n}, name=f"{n}.xlsx") for n in (612.5, 613))
    status, document = asked("intake", one, two, "--take", "incoming")

    assert (status, document["taken"]) == (1, [])
    assert [each["rivals"] for each in document["conflicts"]] == [["613.xlsx"], ["612.5.xlsx"]]
    assert "，“613.xlsx”为“613.00”" in guiji("intake", one, two)[1]


def test_what_is_skipped_is_said_on_stderr_and_in_json(guiji, asked, sent, tmp_path):
    (tmp_path / "~$回件.xlsx").write_bytes(b"x")
    _, document = asked("check", tmp_path / "~$回件.xlsx", sent)
    assert [each["name"] for each in document["skipped"]] == ["~$回件.xlsx"]
    status, out, err = guiji("check", tmp_path / "~$回件.xlsx")
    assert (status, out.strip()) == (1, "")
    assert "“~$回件.xlsx”是Office打开文件时的临时文件，跳过" in err
    assert "没有可以读的来件，请核对路径" in err


def test_a_file_that_cannot_be_read_has_its_verdict(asked, tmp_path):
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04 nothing")
    status, document = asked("intake", tmp_path / "a.xlsx", tmp_path / "没有.xlsx")

    assert status == 1
    assert [each["verdict"] for each in document["files"]] == ["不可读", "不可读"]
    assert [each["sha256"] is None for each in document["files"]] == [False, True]
    assert document["files"][0]["plan"] is document["files"][0]["quarter"] is None
    assert document["files"][0]["taken"] == []


@pytest.mark.parametrize(
    "words", [("check",), ("intake", "a.xlsx", "--take", "both"), ("check", "a", "--quarter", "x")]
)
def test_wrong_usage_is_told(guiji, words):
    status, out, err = guiji(*words)
    assert (status, out) == (2, "")
    assert err


def test_a_figure_that_came_with_the_plan_has_no_original(asked, tmp_path):
    words = ("trace", "A1-01", "--plan", "zhanggong-2016-2020", "--quarter", "2020Q4")
    _, found = asked(*words, "--original", tmp_path / "出")
    assert (found["original"], found["raw"]) == (None, None)


def test_a_milestone_is_traced(asked):
    words = ("trace", "P01-01-01", "--plan", PLAN, "--quarter", "2024Q4")
    assert asked(*words)[0] == 0

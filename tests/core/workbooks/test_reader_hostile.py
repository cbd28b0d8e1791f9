"""Files that want to grow, to fetch or to run: bounded, and nothing of it happens."""

import socket
import subprocess
from time import process_time

import pytest

from core.domain.returned import Verdict
from core.workbooks.files import package
from tests.core.workbooks import returned as the
from tests.core.workbooks.traps import hostile

FIGURES = {"B-01": "12.50"}
SAID = {
    "很多填满的单元格.xlsx": "100000个以上",
    "解压炸弹.xlsx": "解开后超过100MB",
    "实体炸弹.xlsx": "声明了XML实体",
    "外部实体.xlsx": "声明了XML实体",
    "宏.xlsm": "文件带有宏，没有运行",
    "外部链接.xlsx": "没有打开",
    "数据连接.xlsx": "没有连接",
    "嵌入文件.xlsx": "没有打开",
}
_SECONDS = 5


@pytest.fixture(autouse=True)
def nothing_is_run_or_fetched(monkeypatch):
    """Starting a program or connecting to a host fails the test."""

    def refuse(*_, **__):
        raise AssertionError

    monkeypatch.setattr(subprocess, "Popen", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("name", hostile.BOUNDED)
def test_a_file_that_wants_harm_is_read_in_a_bounded_time(name):
    content = hostile.BOUNDED[name]()
    began = process_time()
    found = the.read(content, name)
    assert process_time() - began < _SECONDS
    assert the.texts(found) == FIGURES
    assert SAID.get(name, "") in the.told(found)
    assert bool(found.findings) == (name in SAID)


@pytest.mark.parametrize("name", hostile.DDE)
def test_a_formula_that_reaches_out_is_never_computed(name):
    found = the.read(hostile.DDE[name]())
    assert the.texts(found) == FIGURES | {"B-02": "25.00"}
    assert "取文件里存下的结果25" in the.told(found)


@pytest.mark.parametrize("name", hostile.LONG)
def test_what_is_too_long_is_told_in_a_short_sentence(name):
    found = the.read(hostile.LONG[name]())
    assert found.verdict is Verdict.DOUBTFUL
    assert the.texts(found) == FIGURES
    assert found.entries["B-02"].empty
    (finding,) = found.findings
    assert len(finding.message) + len(finding.found) < 300


@pytest.mark.parametrize("name", hostile.REFUSED)
def test_what_is_beyond_all_bounds_is_refused(name):
    found = the.read(hostile.REFUSED[name](), name)
    assert found.verdict is Verdict.UNREADABLE
    assert "不像报表，没有读" in the.told(found)


def test_all_parts_together_are_bounded(monkeypatch):
    monkeypatch.setattr(package, "LONGEST", 20_000)
    assert the.read(the.workbook()).verdict is Verdict.UNREADABLE

"""The command line as a process of its own, as scripts call it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEGACY = [{"PYTHONIOENCODING": "gbk"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}, {}]


def process(*words, **environment):
    return subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize("environment", LEGACY)
def test_answers_are_utf_8_on_every_system(database, environment):
    done = process("main.py", "plans", "--json", "--database", database, **environment)
    assert "章贡区" in json.loads(done.stdout.decode("utf-8"))[0]["title"]
    assert done.stderr == b""


@pytest.mark.parametrize("environment", LEGACY)
def test_wrong_usage_is_told_on_every_system(environment):
    done = process("main.py", "nonsense", **environment)
    assert done.returncode == 2
    assert "没有“nonsense”这个命令" in done.stderr.decode("utf-8")


def test_a_command_imports_no_qt(database):
    code = (
        "import sys, main; main.main(['plans', '--database', sys.argv[1]]);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'alembic'))])"
    )
    assert process("-c", code, database).stdout.decode("utf-8").splitlines()[-1] == "[]"


def test_a_first_start_says_that_it_made_a_database(tmp_path):
    done = process("main.py", "plans", "--database", tmp_path / "new.db")
    assert done.returncode == 0
    assert f"已新建数据库“{tmp_path / 'new.db'}”" in done.stderr.decode("utf-8")


def test_checking_a_file_that_is_not_there_makes_none(tmp_path):
    done = process("main.py", "verify", "--database", tmp_path / "gone.db")
    assert done.returncode == 1
    assert "没有" in done.stderr.decode("utf-8")
    assert list(tmp_path.iterdir()) == []


def test_a_reader_that_leaves_early_is_no_error(database):
    command = f'"{sys.executable}" main.py assess --plan zhanggong-2021-2025 --json'
    done = subprocess.run(
        ["bash", "-c", f'{command} --database "{database}" | head -c 20; exit ${{PIPESTATUS[0]}}'],
        cwd=ROOT,
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")


def test_without_a_screen_the_window_says_so():
    done = process("main.py", DISPLAY="", WAYLAND_DISPLAY="", QT_QPA_PLATFORM="")
    assert done.returncode == 1
    assert "没有图形界面" in done.stderr.decode("utf-8")

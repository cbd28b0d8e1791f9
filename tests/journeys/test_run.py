"""The start script: which Python it takes, what it sets up, where it hands over."""

import ast
import importlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PYTHON = """\
#!/bin/sh
echo "$@" >> "$LOG"
case "$*" in
    "-m pip install"*) sleep "${PIP_SECONDS:-0}"; exit "${PIP_STATUS:-0}" ;;
    *"ruff check"*) exit 1 ;;
    *broken*) exit 7 ;;
esac
"""
STAMP = f"Python 3.{sys.version_info[1]}\n"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="the environment here is a shell script")


@pytest.fixture
def checkout(tmp_path):
    """A copy of what starts the program, with small locks and an environment that keeps a log."""
    shutil.copy(ROOT / "run.py", tmp_path)
    shutil.copytree(ROOT / "packaging" / "setup", tmp_path / "packaging" / "setup")
    (tmp_path / "packaging" / "locks").mkdir()
    lock(tmp_path, "app").write_text("# app\n", encoding="utf-8")
    lock(tmp_path, "dev").write_text("# app\n# tests\n", encoding="utf-8")
    executable(tmp_path / ".venv" / "bin" / "python", PYTHON)
    complete(tmp_path, "app")
    return tmp_path


@pytest.fixture
def setup(monkeypatch):
    """Modules of packaging/setup by name."""
    monkeypatch.syspath_prepend(str(ROOT / "packaging"))
    return lambda name: importlib.import_module(f"setup.{name}")


def lock(checkout, name):
    return checkout / "packaging" / "locks" / f"{name}.txt"


def executable(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    path.chmod(0o755)


def complete(checkout, name):
    stamp = STAMP + lock(checkout, name).read_text(encoding="utf-8")
    (checkout / ".venv" / "stamp.txt").write_text(stamp, encoding="utf-8")


def environment(checkout, **variables):
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return kept | {"LOG": str(checkout / "log.txt")} | variables


def start(checkout, *words, **variables):
    return subprocess.Popen(
        [sys.executable, *words],
        env=environment(checkout, **variables),
        cwd=checkout,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def done(process):
    stdout, stderr = process.communicate()
    return subprocess.CompletedProcess(process.args, process.returncode, stdout, stderr)


def run(checkout, *words, **variables):
    return done(start(checkout, "run.py", *words, **variables))


def run_as(checkout, version, path):
    """Start run.py as if another version of Python did, with only `path` to look for Pythons."""
    code = (
        f"import runpy, sys; sys.version_info = {version}; sys.argv = ['run.py', 'plans'];"
        "runpy.run_path('run.py', run_name='__main__')"
    )
    return done(start(checkout, "-c", code, PATH=str(path)))


def calls(checkout):
    log = checkout / "log.txt"
    return log.read_text(encoding="utf-8").splitlines() if log.exists() else []


def installs(checkout):
    return [call for call in calls(checkout) if call.startswith("-m pip install")]


def test_python_3_6_can_parse_the_start_script():
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("version", [(3, 6, 9), (3, 10, 0), (3, 14, 1)])
def test_a_python_that_does_not_fit_is_named_with_those_that_do(checkout, version):
    ended = run_as(checkout, version, checkout / "empty")
    assert ended.returncode == 1
    assert ended.stderr.count("\n") == 1
    assert f"现在用的是{version[0]}.{version[1]}" in ended.stderr
    assert "3.11、3.12或3.13" in ended.stderr
    assert ended.stdout == ""


def test_a_fitting_python_on_the_path_takes_over(checkout):
    executable(checkout / "bin" / "python3.13", "#!/bin/sh\nexit 1\n")  # a shim with nothing behind
    executable(checkout / "bin" / "python3.12", '#!/bin/sh\n[ "$1" = -c ] || echo "3.12 $@"\n')
    ended = run_as(checkout, (3, 8, 0), checkout / "bin")
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, "3.12 run.py plans\n", "")


def test_words_and_exit_status_pass_through(checkout):
    ended = run(checkout, "assess", "--plan", "broken")
    assert ended.returncode == 7
    assert calls(checkout) == [f"{checkout}/main.py assess --plan broken"]
    assert ended.stdout == ended.stderr == ""


def test_an_environment_for_tests_serves_the_program_too(checkout):
    complete(checkout, "dev")
    assert run(checkout, "plans").returncode == 0
    assert installs(checkout) == []


@pytest.mark.parametrize("stamp", ["", "Python 3.9\n# app\n", STAMP + "# older\n"])
def test_an_environment_of_another_lock_or_python_is_brought_up_to_date(checkout, stamp):
    (checkout / ".venv" / "stamp.txt").write_text(stamp, encoding="utf-8")
    assert run(checkout, "plans").returncode == 0
    assert len(installs(checkout)) == 1
    assert "--require-hashes" in installs(checkout)[0]
    run(checkout, "plans")
    assert len(installs(checkout)) == 1


def test_packages_that_cannot_be_fetched_end_in_one_sentence(checkout):
    stamp = checkout / ".venv" / "stamp.txt"
    stamp.write_text(STAMP + "# older\n", encoding="utf-8")
    ended = run(checkout, "plans", PIP_STATUS="1")
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert "请接通网络后再运行一次" in ended.stderr.splitlines()[-1]
    assert stamp.read_text(encoding="utf-8") == STAMP + "# older\n"


def test_two_starts_at_once_install_once(checkout):
    (checkout / ".venv" / "stamp.txt").unlink()
    both = [start(checkout, "run.py", "plans", PIP_SECONDS="0.5") for _ in range(2)]
    ends = [done(process) for process in both]
    assert [end.returncode for end in ends] == [0, 0]
    assert len(installs(checkout)) == 1
    assert sum("等它完成" in end.stderr for end in ends) == 1


def test_without_a_display_the_reports_are_written(checkout):
    ended = run(checkout)
    assert ended.returncode == 0
    assert "没有图形界面" in ended.stderr
    assert [re.sub(r".*main.py ", "", call) for call in calls(checkout)] == [
        f"report {kind} --plan {plan} --format pdf,xlsx -o {checkout}/output"
        for kind, plan in (
            ("completion", "zhanggong-2016-2020"),
            ("targets", "zhanggong-2021-2025"),
        )
    ]


def test_all_checks_run_even_when_one_fails(checkout):
    complete(checkout, "dev")
    ended = run(checkout, "test")
    assert ended.returncode == 1
    assert [line.split()[0] for line in ended.stderr.splitlines()[-6:]] == [
        *("通过", "失败", "通过", "通过", "通过", "通过")
    ]
    quick = "-m pytest -n 2 -m not slow and not office"
    assert calls(checkout)[-2:] == [
        f"{quick} tests/core/domain --cov=core/domain --cov-branch --cov-fail-under=100",
        f"{quick} --ignore=tests/core/domain",
    ]


def test_the_complete_run_measures_all(checkout):
    complete(checkout, "dev")
    run(checkout, "test", "--all")
    assert calls(checkout)[-2:] == [
        "-m pytest -n 2 --cov --cov-branch --cov-fail-under=95",
        "-m coverage report --include=core/domain/* --fail-under=100",
    ]


def test_a_selection_of_tests_is_not_measured(checkout):
    complete(checkout, "dev")
    run(checkout, "test", "--all", "-k", "figure")
    assert calls(checkout)[-1] == "-m pytest -n 2 -k figure"


def test_whoever_may_not_install_gets_the_line_to_type(setup, monkeypatch):
    debian = setup("debian")
    monkeypatch.setattr(debian.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(debian.os, "access", lambda *_: False)
    with pytest.raises(SystemExit, match=r"\nsudo apt-get update && sudo .* libnone0$"):
        debian.provide({"libnone.so.0": "libnone0", "libc.so.6": "libc6"})


def test_elsewhere_than_debian_the_libraries_are_named(setup, monkeypatch):
    debian = setup("debian")
    monkeypatch.setattr(debian.shutil, "which", lambda _: None)
    with pytest.raises(SystemExit, match=r"软件管理器.*libnone\.so\.0$"):
        debian.provide({"libnone.so.0": "libnone0"})


@pytest.mark.parametrize(
    ("variables", "window", "package"),
    [
        ({"DISPLAY": ":0"}, True, "libxcb-cursor0"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, "libwayland-cursor0"),
    ],
)
def test_a_window_needs_the_libraries_of_its_screen(setup, monkeypatch, variables, window, package):
    libraries = setup("libraries")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert package in libraries.wanted(window=window).values()
    assert package not in libraries.wanted(window=False).values()
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert package not in libraries.wanted(window=True).values()


def test_every_package_of_the_program_is_the_same_in_the_tests():
    pins = {
        name: set(
            re.findall(r"^\S+==\S+", lock(ROOT, name).read_text(encoding="utf-8"), re.MULTILINE)
        )
        for name in ("app", "dev")
    }
    assert pins["app"]
    assert pins["app"] <= pins["dev"]


def test_no_lock_names_a_host():
    for name in ("app", "dev"):
        assert "://" not in lock(ROOT, name).read_text(encoding="utf-8")


@pytest.mark.slow
def test_a_set_up_that_was_cut_short_is_made_anew(checkout):
    (checkout / "main.py").write_text("import sys; print(sys.prefix)", encoding="utf-8")
    (checkout / ".venv" / "stamp.txt").write_text("unfinished\n", encoding="utf-8")
    ended = run(checkout, "plans")
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == str(checkout / ".venv")

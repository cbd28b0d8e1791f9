"""Runs all checks, each named, and closes with a table of them."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from setup import interpreter

QUICK = ("-m", "not slow and not office")
PYTEST = ("-m", "pytest", "-n", "2")
DOMAIN = "tests/core/domain"
LINT_IMPORTS = "from importlinter.cli import lint_imports_command as lint; lint()"


class Check(NamedTuple):
    """A check: its name and the words after the environment's Python."""

    name: str
    words: Sequence[str]


class Outcome(NamedTuple):
    """What came of a check, and how many seconds it took."""

    name: str
    passed: bool
    seconds: float


def run(words: Sequence[str]) -> int:
    """Run every check, even after one failed; return 1 if any did."""
    outcomes = [outcome(check) for check in checks(words)]
    print("\n".join(table(outcomes)), file=sys.stderr)
    return int(not all(each.passed for each in outcomes))


def checks(words: Sequence[str]) -> Iterator[Check]:
    """Yield the checks; a selection of tests is not measured, for it cannot cover everything."""
    yield Check("格式 ruff format", ("-m", "ruff", "format", "--check", "."))
    yield Check("规范 ruff check", ("-m", "ruff", "check", "."))
    yield Check("类型 mypy", ("-m", "mypy"))
    yield Check("分层 lint-imports", ("-c", LINT_IMPORTS, "--no-logo"))
    rest = [word for word in words if word != "--all"]
    if rest:
        quick = () if "--all" in words else QUICK
        yield Check("测试 pytest", (*PYTEST, *quick, *rest))
    else:
        yield from complete() if "--all" in words else quickly()


def quickly() -> Iterator[Check]:
    """Yield the quick tests; those of the domain cover it, to trace all would take too long."""
    covered = ("--cov=core/domain", "--cov-branch", "--cov-fail-under=100")
    yield Check("领域层及覆盖率 pytest", (*PYTEST, *QUICK, DOMAIN, *covered))
    yield Check("其余测试 pytest", (*PYTEST, *QUICK, f"--ignore={DOMAIN}"))


def complete() -> Iterator[Check]:
    """Yield all tests and what they cover."""
    yield Check("测试 pytest", (*PYTEST, "--cov", "--cov-branch", "--cov-fail-under=95"))
    domain = ("--include=core/domain/*", "--fail-under=100")
    yield Check("领域层覆盖率", ("-m", "coverage", "report", *domain))


def outcome(check: Check) -> Outcome:
    """Run one check, its words going straight to the reader."""
    print(f"\n== {check.name}", file=sys.stderr, flush=True)
    began = time.monotonic()
    status = interpreter.call(*check.words, QT_QPA_PLATFORM="offscreen")
    return Outcome(check.name, status == 0, time.monotonic() - began)


def table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Yield the lines of the closing table."""
    yield ""
    for each in outcomes:
        yield f"{'通过' if each.passed else '失败'} {each.seconds:6.1f} 秒  {each.name}"

"""Runs all checks, each named, and closes with a table of them."""

import sys
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from setup import interpreter

QUICK = ("-m", "not slow and not office")
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
    """Yield the checks.

    A selection of tests is not measured, for it cannot cover everything. The quick ones are held
    to covering the domain alone: to trace all code takes them over half as long again.
    """
    yield Check("格式 ruff format", ("-m", "ruff", "format", "--check", "."))
    yield Check("规范 ruff check", ("-m", "ruff", "check", "."))
    yield Check("类型 mypy", ("-m", "mypy"))
    yield Check("分层 lint-imports", ("-c", LINT_IMPORTS, "--no-logo"))
    rest = [word for word in words if word != "--all"]
    quick = () if "--all" in words else QUICK
    pytest = ("-m", "pytest", "-n", "2", *quick)
    if rest:
        yield Check("测试 pytest", (*pytest, *rest))
        return
    measured = ("--cov=core/domain",) if quick else ("--cov", "--cov-fail-under=95")
    yield Check("测试 pytest", (*pytest, "--cov-branch", *measured))
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

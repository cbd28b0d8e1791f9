"""What each word after run.py means."""

import os
import sys
from collections.abc import Mapping, Sequence

from setup import interpreter, stamp

MAIN = str(stamp.ROOT / "main.py")
SHIPPED = (("completion", "zhanggong-2016-2020"), ("targets", "zhanggong-2021-2025"))


def main(words: Sequence[str]) -> int:
    """Do what the words after run.py say and return the exit status."""
    match words:
        case []:
            return window()
        case ["test", *rest]:
            return test(rest)
        case ["bench", *rest]:
            return bench(rest)
        case ["lock", *rest]:
            return rebuild_locks(rest)
        case _:
            ready("app")
            return interpreter.become(MAIN, *words)


def window() -> int:
    """Open the window; without a display write the shipped plans' reports instead."""
    if not has_display():
        print("没有图形界面，打不开窗口；改为把随附规划的报告写到output文件夹：", file=sys.stderr)
        return reports()
    ready("app", window=True)
    return interpreter.become(MAIN)


def has_display() -> bool:
    """Tell whether a window can be shown; Windows and macOS always can."""
    names = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform != "linux" or any(os.environ.get(name) for name in names)


def reports() -> int:
    """Write the shipped plans' reports as PDF and Excel; main.py prints where they are."""
    ready("app")
    how = ("--format", "pdf,xlsx", "-o", str(stamp.ROOT / "output"))
    return max(
        interpreter.call(MAIN, "report", kind, "--plan", plan, *how) for kind, plan in SHIPPED
    )


def test(words: Sequence[str]) -> int:
    """Run all checks."""
    ready("dev", window=False)
    from setup import checks

    return checks.run(words)


def bench(words: Sequence[str]) -> int:
    """Measure the program's speed."""
    ready("dev", window=False)
    os.chdir(stamp.ROOT)
    return interpreter.become("-m", "tests.bench", *words)


def rebuild_locks(words: Sequence[str]) -> int:
    """Write both locks anew."""
    ready("app")
    from setup import environment

    return environment.rebuild_locks(words)


def ready(lock: str, *, window: bool | None = None) -> None:
    """Set up what is missing; `window` is None where Qt is not wanted, else if it has a screen."""
    sonames: Mapping[str, str] = {}
    if window is not None and sys.platform == "linux":
        from setup import libraries

        sonames = libraries.missing(libraries.wanted(window=window))
    if sonames or not stamp.fits(lock):
        from setup import environment

        environment.prepare(lock, sonames)

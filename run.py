"""Sets up what is missing and starts the program; parses on any Python 3 to say which one it needs.

Usage: python3 run.py [test | bench | lock | a command of main.py] [words…]; alone: the window.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST, NEWEST = (3, 11), (3, 13)


def main() -> None:
    """Hand the words over to packaging/setup, which may use the syntax of Python 3.11."""
    if not OLDEST <= sys.version_info[:2] <= NEWEST:
        start_with_another_python()
    sys.path.insert(0, str(ROOT / "packaging"))
    from setup import start

    try:
        sys.exit(start.main(sys.argv[1:]))
    except KeyboardInterrupt:
        sys.exit("已中断。")


def start_with_another_python() -> None:
    """Start again with a Python that fits, or say that none is there."""
    for minor in range(NEWEST[1], OLDEST[1] - 1, -1):
        python = ["py", f"-3.{minor}"] if os.name == "nt" else [f"python3.{minor}"]
        if answers(python, minor):
            sys.exit(subprocess.call([*python, *sys.argv]))
    major, minor = sys.version_info[:2]
    sys.exit(
        f"规绩需要Python 3.11、3.12或3.13，现在用的是{major}.{minor}，本机也没有找到合适的版本："
        "请安装其中之一（例如sudo apt-get install python3.11），再运行一次。"
    )


def answers(python: "list[str]", minor: int) -> bool:
    """Tell whether this command is there and really is Python 3.`minor`: a shim may stand empty."""
    question = f"import sys; sys.exit(sys.version_info[:2] != (3, {minor}))"
    try:
        return subprocess.call([*python, "-c", question], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


if __name__ == "__main__":
    main()

"""The stamp in .venv: for which Python and which lock the environment is complete."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
STAMP = VENV / "stamp.txt"
VERSION = f"Python {sys.version_info[0]}.{sys.version_info[1]}\n"
UNFINISHED = "unfinished\n"


def lock(name: str) -> Path:
    """Return the file of the lock `app` (run-time) or `dev` (run-time and tests)."""
    return ROOT / "packaging" / "locks" / f"{name}.txt"


def due(name: str) -> str:
    """Return the stamp of an environment that is complete for a lock: the lock's whole text."""
    return VERSION + lock(name).read_text(encoding="utf-8")


def fits(name: str) -> bool:
    """Tell whether .venv is complete for a lock; one made for `dev` has all of `app` too."""
    stamp = read()
    return PYTHON.exists() and (stamp == due(name) or stamp == due("dev"))


def read() -> str:
    """Return the stamp, empty when there is none."""
    return STAMP.read_text(encoding="utf-8") if STAMP.exists() else ""


def write(stamp: str) -> None:
    """Keep a stamp."""
    STAMP.write_text(stamp, encoding="utf-8")

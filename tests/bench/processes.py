"""Timing whole processes, from their spawning on."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def to_sign(code: str, folder: Path) -> float:
    """Give the seconds until Python code, run in a process of its own, writes its first byte."""
    began = perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, cwd=ROOT, env=_environment(folder)
    ) as process:
        sign = os.read(process.stdout.fileno(), 1) if process.stdout else b""
        seconds = perf_counter() - began
    if not sign:
        raise RuntimeError(f"没有出现第一帧：{code}")
    return seconds


def weighed(code: str, folder: Path) -> float:
    """Give the megabytes that Python code, run in a process of its own, says it has in use."""
    words = [sys.executable, "-c", code]
    told = subprocess.run(
        words, cwd=ROOT, env=_environment(folder), capture_output=True, check=True
    )
    return int(told.stdout) / 1024


def to_end(words: Sequence[str | Path], folder: Path) -> float:
    """Give the seconds that a command takes from start to end."""
    began = perf_counter()
    done = subprocess.run(
        words, cwd=ROOT, env=_environment(folder), capture_output=True, check=False
    )
    seconds = perf_counter() - began
    if done.returncode:
        raise RuntimeError(done.stderr.decode("utf-8", "replace"))
    return seconds


def _environment(folder: Path) -> Mapping[str, str]:
    """Keep the user's settings out, and let byte code be kept; without a screen stay off it."""
    own = {**os.environ, "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    own.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform == "linux" and not any(map(own.get, _SCREENS)):
        own["QT_QPA_PLATFORM"] = "offscreen"
    return own

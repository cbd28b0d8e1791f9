"""The Python of .venv, and the three ways to run it."""

# ruff: noqa: S603, S606 - the words come from this folder or from the person at the keyboard

import os
import subprocess

from setup.stamp import PYTHON, ROOT


def call(*words: str, **variables: str) -> int:
    """Run it in the program's folder, its words going straight to the reader."""
    return subprocess.call([str(PYTHON), *words], cwd=ROOT, env=os.environ | variables)


def ask(*words: str) -> subprocess.CompletedProcess[str]:
    """Run it in the program's folder and keep what it says."""
    command = [str(PYTHON), *words]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False
    )


def become(*words: str) -> int:
    """Run it where the user stands, in place of this process; Windows can only wait for it."""
    arguments = [str(PYTHON), *words]
    if os.name != "nt":
        os.execv(arguments[0], arguments)
    return subprocess.call(arguments)

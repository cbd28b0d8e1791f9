"""Installs Debian packages when root, else prints the one line to type."""

# ruff: noqa: S603 - apt gets no words but the names of packages below

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping

from setup import libraries

APT = ("apt-get", "install", "-y", "--no-install-recommends")
WAIT = ("-o", "DPkg::Lock::Timeout=120")  # a desktop may be updating itself just now


def provide(sonames: Mapping[str, str]) -> None:
    """See to it that these libraries and Python's venv are there, or exit and say what to do."""
    lacking = lacking_parts(sonames)
    if not lacking:
        return
    packages = sorted(set(lacking.values()))
    if not shutil.which("dpkg") or not shutil.which("apt-get"):
        sys.exit(f"缺少系统组件，请用本机的软件管理器安装后再运行一次：{'、'.join(lacking)}")
    if not os.access("/var/lib/dpkg", os.W_OK):
        sys.exit(f"缺少系统组件，请先运行下面这一行，再启动一次：\n{line_to_type(packages)}")
    install(packages)
    if lacking := lacking_parts(sonames):
        sys.exit(f"装过系统组件之后仍然缺少：{'、'.join(lacking)}")


def lacking_parts(sonames: Mapping[str, str]) -> dict[str, str]:
    """Return what is missing → the package that brings it, Python's own ensurepip included."""
    lacking = libraries.missing(sonames)
    importlib.invalidate_caches()
    if sys.platform == "linux" and importlib.util.find_spec("ensurepip") is None:
        lacking["ensurepip"] = f"python3.{sys.version_info[1]}-venv"
    return lacking


def line_to_type(packages: list[str]) -> str:
    """Return the line that an administrator types to install these packages."""
    return f"sudo apt-get update && sudo {' '.join(APT)} {' '.join(packages)}"


def install(packages: list[str]) -> None:
    """Install packages without asking; apt's own words are shown only when it fails.

    An `update` that fails is passed over: the lists that are there may do.
    """
    print(f"正在安装系统组件：{' '.join(packages)}", file=sys.stderr)
    quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], [*APT, *WAIT, *packages]):
        done = subprocess.run(command, env=quiet, capture_output=True, text=True, check=False)
    if done.returncode:
        reason = f"{done.stdout}{done.stderr}系统组件没有装上，原因见上；也可以自己运行："
        sys.exit(f"{reason}\n{line_to_type(packages)}")

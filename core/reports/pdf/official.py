"""The official typefaces of GB/T 9704 where the machine has them; they are used first."""

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

from core.reports.pdf.roles import Role

_FAMILIES = {
    Role.XIAOBIAOSONG: ("方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S"),
    Role.FANGSONG: ("仿宋_GB2312", "仿宋", "FangSong", "华文仿宋", "STFangsong", "朱雀仿宋"),
    Role.HEI: ("黑体", "SimHei"),
    Role.KAI: ("楷体_GB2312", "楷体", "KaiTi"),
    Role.SONG: ("宋体", "SimSun"),
}
_WINDOWS_FILES = {
    Role.XIAOBIAOSONG: ("FZXBSJW.TTF", "FZXBSK.TTF"),
    Role.FANGSONG: ("SIMFANG_GB2312.TTF", "simfang.ttf", "STFANGSO.TTF"),
    Role.HEI: ("simhei.ttf",),
    Role.KAI: ("SIMKAI_GB2312.TTF", "simkai.ttf"),
    Role.SONG: ("simsun.ttc",),
}


def find(role: Role) -> Path | None:
    """Give the file of the first official face of a role that this machine has."""
    if sys.platform == "win32":
        return _in_folders(role)
    listed = _listed()
    return next((listed[family] for family in _FAMILIES[role] if family in listed), None)


def _in_folders(role: Role) -> Path | None:
    """Look in the font folders of machine and user."""
    roots = (os.environ.get("WINDIR"), os.environ.get("LOCALAPPDATA"))
    below = (("Fonts",), ("Microsoft", "Windows", "Fonts"))
    folders = [Path(root, *parts) for root, parts in zip(roots, below, strict=True) if root]
    files = (folder / name for name in _WINDOWS_FILES[role] for folder in folders)
    return next((file for file in files if file.is_file()), None)


@cache
def _listed() -> dict[str, Path]:
    """Ask fontconfig for the families that can write Chinese."""
    tool = shutil.which("fc-list")
    if tool is None:
        return {}
    command = [tool, ":lang=zh-cn", "--format", "%{family}\t%{file}\n"]
    try:
        told = subprocess.run(command, capture_output=True, check=True, timeout=5)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return {}
    pairs = (line.split("\t") for line in told.stdout.decode("utf-8", "replace").splitlines())
    named = ((families, Path(file)) for families, file in pairs)
    return {family: file for families, file in named for family in families.split(",")}

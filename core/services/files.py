"""Putting a file in place whole, or not at all."""

import errno
import os
import re
import tempfile
from contextlib import suppress
from pathlib import Path

from core.errors import OutputError

_FULL = (errno.ENOSPC, errno.EDQUOT)
_NOT_IN_NAMES = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')  # of files, on Windows
_LONGEST_NAME = 60  # characters that a department or plan gives to the name of a file


def legal(name: str) -> str:
    """Leave out of a part of a name what no name of a file may have."""
    return " ".join(_NOT_IN_NAMES.sub(" ", name).split())[:_LONGEST_NAME].strip(" .")


def prepare(folder: Path) -> Path:
    """Make a folder and give its absolute path.

    Raises OutputError when it cannot be one.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise OutputError(f"不能使用文件夹“{folder}”：{_reason(error)}，请换一个文件夹") from error
    return folder.resolve()


def put(path: Path, content: bytes) -> None:
    """Write beside the place, then put it there in one step; a failure leaves no half file.

    Raises OutputError when the place cannot be written, or is open elsewhere on Windows.
    """
    beside = None
    try:
        if path.is_dir():
            raise IsADirectoryError
        number, beside = tempfile.mkstemp(prefix=".", suffix=".tmp", dir=path.parent)
        with os.fdopen(number, "wb") as file:
            file.write(content)
        Path(beside).chmod(0o666 & ~_umask())
        Path(beside).replace(path)
    except OSError as error:
        raise OutputError(f"不能写出“{path}”：{_reason(error)}，原有文件没有改动") from error
    finally:
        if beside is not None:
            with suppress(OSError):
                Path(beside).unlink()


def _umask() -> int:
    """Give the process's mask of permissions; reading it needs setting it."""
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


def _reason(error: OSError) -> str:
    """Say in Chinese why the system refused."""
    match error:
        case IsADirectoryError():
            return "那里已有同名文件夹"
        case NotADirectoryError() | FileExistsError():
            return "路径中有一个同名文件"
        case PermissionError():
            return "没有写入权限，或文件正被别的程序打开"
        case FileNotFoundError():
            return "路径不存在"
    return "磁盘空间不足" if error.errno in _FULL else f"系统拒绝（{error.strerror}）"

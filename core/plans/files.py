"""The files of a plan folder: taken in with care, told apart by one digest."""

import re
from codecs import BOM_UTF8
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from stat import S_ISREG

from core.errors import Fault
from core.plans.kinds import brief

PLAN = "plan.toml"
REQUIRED = (PLAN, "sections.csv", "departments.csv", "indicators.csv")
NAMES = (
    *REQUIRED,
    "milestones.csv",
    "annual_targets.csv",
    "quarterly_targets.csv",
    "revisions.csv",
    "definitions.csv",
    "bases.csv",
    "reorganisations.csv",
    "checks.csv",
    "results.csv",
)
_KILOBYTE = 1024
_LARGEST = {PLAN: 64 * _KILOBYTE}
_LARGEST_TABLE = 20 * _KILOBYTE**2
_LINE_ENDS = re.compile(b"\r\n?")


def gather(folder: Path) -> tuple[dict[str, bytes], tuple[Fault, ...]]:
    """Take in the files of a folder; too large ones are not even opened."""
    contents: dict[str, bytes] = {}
    faults = list(_strays(folder))
    for name in NAMES:
        match _taken(folder / name):
            case bytes(data):
                contents[name] = data
            case Fault() as fault:
                faults.append(fault)
            case None if name in REQUIRED:
                faults.append(Fault(name, 0, "", "没有这个文件", "规划文件夹里的必备文件"))
    return contents, tuple(faults)


def decode(name: str, data: bytes) -> tuple[str, tuple[Fault, ...]]:
    """Read bytes as UTF-8, with or without BOM, line ends as line feeds."""
    lines = _LINE_ENDS.sub(b"\n", data).removeprefix(BOM_UTF8)
    try:
        text = lines.decode()
    except UnicodeDecodeError as error:
        line = lines.count(b"\n", 0, error.start) + 1
        found = f"不是UTF-8的字节{lines[error.start]:02X}，可能是GBK"
        return "", (Fault(name, line, "", found, "UTF-8：请另存为“CSV UTF-8”"),)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        return "", (Fault(name, line, "", "空字节（NUL）", "文字：请另存为“CSV UTF-8”"),)
    return text, ()


def digest(contents: Mapping[str, bytes]) -> str:
    """Give the SHA-256 over names and contents, whatever the order and the line ends."""
    whole = sha256()
    for name, data in sorted(contents.items()):
        body = _LINE_ENDS.sub(b"\n", data)
        whole.update(f"{name}\0{len(body)}\0".encode() + body)
    return whole.hexdigest()


def _taken(path: Path) -> bytes | Fault | None:
    """Give a file's bytes, what is wrong with it, or nothing where there is none."""
    largest = _LARGEST.get(path.name, _LARGEST_TABLE)
    try:
        about = path.stat()
        if not S_ISREG(about.st_mode):
            return Fault(path.name, 0, "", "文件夹或特殊文件", "普通文件")
        if about.st_size > largest:
            found, expected = f"{about.st_size}字节", f"不超过{largest}字节的文件"
            return Fault(path.name, 0, "", found, expected)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        return Fault(path.name, 0, "", f"打不开（{error.strerror}）", "能读取的文件")


def _strays(folder: Path) -> tuple[Fault, ...]:
    """Find tables that would be passed over because of their name; Excel's own locks may stay."""
    paths = sorted(folder.glob("*.csv")) if folder.is_dir() else []
    strays = [path.name for path in paths if path.name.lower() not in NAMES]
    expected = f"以下文件之一：{'，'.join(NAMES)}"
    shown = [brief(name) for name in strays if name[0] not in ".~"]
    return tuple(Fault(name, 0, "", name, expected) for name in shown)

"""The files that go with letters: which belong to whom, and reading them, locked or not."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.domain.department import Department
from core.errors import MailError
from core.mail.letter import Attachment
from core.services.files import legal

_BESIDE = re.compile(r"~\$.*|\..*|.*\.eml", re.IGNORECASE)  # what programs keep, and drafts


@dataclass(frozen=True, slots=True)
class Sorted:
    """The files of a folder by department, and the names of those that belong to none."""

    files: Mapping[str, tuple[Path, ...]]
    others: tuple[str, ...] = ()


def in_folder(folder: Path, departments: Sequence[Department]) -> Sorted:
    """Sort the files of a folder by the departments in their names.

    Raises MailError where the folder cannot be read.
    """
    try:
        found = sorted(each for each in folder.iterdir() if each.is_file())
    except OSError as error:
        raise MailError(f"附件文件夹“{folder}”打不开（{error.strerror}），没有写邮件") from error
    return by_department((each for each in found if not _BESIDE.fullmatch(each.name)), departments)


def by_department(paths: Iterable[Path], departments: Sequence[Department]) -> Sorted:
    """Sort files by the departments in their names; the longest name counts."""
    files, others = defaultdict[str, list[Path]](list), list[str]()
    for path in paths:
        if code := _owner(path.stem, departments):
            files[code].append(path)
        else:
            others.append(path.name)
    return Sorted({code: tuple(paths) for code, paths in files.items()}, tuple(others))


def read(paths: Iterable[Path], password: str) -> tuple[Attachment, ...]:
    """Read files whole; with a password workbooks are encrypted with it.

    Raises MailError for a file that cannot be read, or cannot be encrypted.
    """
    return tuple(_locked(_read(path), password) if password else _read(path) for path in paths)


def _owner(name: str, departments: Sequence[Department]) -> str:
    """Give the code of the department that a file is named after; empty for none or several."""
    words = ((word, each.code) for each in departments for word in _words(each))
    called = [(word, code) for word, code in words if word and word in name]
    longest = max((len(word) for word, _ in called), default=0)
    codes = {code for word, code in called if len(word) == longest}
    return codes.pop() if len(codes) == 1 else ""


def _words(department: Department) -> tuple[str, ...]:
    """Give the words in a name that mean a department; one with its code means no other."""
    short, full = legal(department.short_name), legal(department.full_name)
    return short, full, f"{short}（{department.code}）", f"{department.code}{short}"


def _read(path: Path) -> Attachment:
    """Read a file."""
    try:
        return Attachment(path.name, path.read_bytes())
    except OSError as error:
        raise MailError(f"附件“{path}”打不开（{error.strerror}），没有写邮件；请核对") from error


def _locked(attachment: Attachment, password: str) -> Attachment:
    """Encrypt a workbook."""
    from core.workbooks.files.locked import encrypted

    content = encrypted(attachment.name, attachment.content, password)
    return Attachment(attachment.name, content)

"""What somebody drops for 来件: files, folders and mails, down to the single workbook."""

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import Message
from os import fsencode
from pathlib import Path, PurePosixPath

from core.errors import UserError
from core.workbooks.files.recognise import FileKind, kind_of

LARGEST_MAIL = 200 * 2**20  # bytes
_DEEPEST = 5  # mails within mails
_BESIDE = (".DS_Store", "Thumbs.db", "desktop.ini")  # what systems leave in folders
_NEVER = {
    FileKind.TEMPORARY: "是Office打开文件时的临时文件，跳过；报表是不带“~$”的那个文件",
    FileKind.EMPTY: "是空文件，跳过；可能没有传完整，请对方重新发送",
}
_TABLES = (FileKind.XLSX, FileKind.XLSB, FileKind.XLS, FileKind.ODS, FileKind.LOCKED)
_NAMED = {"content-disposition": "filename", "content-type": "name"}
_APART = re.compile(r"\?=\s+=\?")  # between two encoded words
_ENDINGS = (".xlsx", ".xlsm", ".xls", ".xlsb", ".et", ".ods", ".csv")


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file to be read; `inside` leads to it through a mail's attachments, counted from 0."""

    path: Path
    name: str
    inside: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that nobody has to read, and why."""

    path: Path
    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Attachment:
    """A file in a mail."""

    name: str
    content: bytes


def gather(paths: Iterable[Path]) -> Iterator[Arrival | Skipped]:
    """Give what there is to read in files, folders and mails, each once, in their order.

    What cannot be opened is given to be read all the same, so that it gets its verdict.
    """
    seen: set[tuple[Path, tuple[int, ...]]] = set()
    for path in paths:
        for each in _looked_into(path.absolute()):
            place = (each.path, each.inside if isinstance(each, Arrival) else ())
            if isinstance(each, Skipped) or place not in seen:
                seen.add(place)
                yield each


def content(arrival: Arrival) -> bytes:
    """Read a file, out of a mail where it lies in one.

    Raises UserError where it cannot be read, or is no longer there.
    """
    try:
        found = _bytes(arrival.path)
        for number in arrival.inside:
            found = _attachments(found)[number].content
    except OSError as error:
        raise UserError(
            f"“{arrival.name}”打不开（{error.strerror}），没有读；请核对路径"
        ) from error
    except LookupError as error:
        raise UserError(f"邮件里不再有“{arrival.name}”，没有读；请重新拖入") from error
    return found


def _bytes(path: Path) -> bytes:
    """Read a file of a size that forms and mails have."""
    if path.stat().st_size > LARGEST_MAIL:
        limit = LARGEST_MAIL // 2**20
        raise UserError(f"“{_shown(path)}”超过{limit}MB，不像报表，没有读；请核对文件")
    return path.read_bytes()


def _looked_into(path: Path) -> Iterator[Arrival | Skipped]:
    """Give what a path that somebody named leads to."""
    if not path.is_dir():
        yield from _file(path, asked=True)
        return
    files = sorted(each for each in path.rglob("*") if each.is_file() and _speaks(each.name))
    if not files:
        yield Skipped(path, _shown(path), "文件夹里没有文件，跳过")
    for each in files:
        yield from _file(each, asked=False)


def _speaks(name: str) -> bool:
    """Tell whether a file is worth a word: not what a system keeps for itself."""
    return name not in _BESIDE and (not name.startswith(".") or name.startswith(".~"))


def _file(path: Path, *, asked: bool) -> Iterator[Arrival | Skipped]:
    """Give a file, or what is in it where it is a mail."""
    named = Arrival(path, _shown(path))
    try:
        found = _bytes(path)
    except (OSError, UserError):
        yield named
        return
    yield from _judged(named, found, asked=asked)


def _judged(here: Arrival, found: bytes, *, asked: bool) -> Iterator[Arrival | Skipped]:
    """Say what becomes of a file: read, looked into, or skipped with a word."""
    kind = kind_of(here.name, found)
    if kind in _NEVER:
        yield Skipped(here.path, here.name, _NEVER[kind])
    elif kind is FileKind.MAIL and len(here.inside) < _DEEPEST:
        yield from _mail(here, found)
    elif asked or kind in _TABLES or here.name.lower().endswith(_ENDINGS):
        yield here
    else:
        yield Skipped(here.path, here.name, f"是{kind.label}，不是报表，跳过")


def _mail(here: Arrival, found: bytes) -> Iterator[Arrival | Skipped]:
    """Give what is attached to a mail."""
    attached = _attachments(found)
    if not attached:
        yield Skipped(here.path, here.name, "邮件里没有附件，跳过")
    for number, each in enumerate(attached):
        inside = Arrival(here.path, each.name, (*here.inside, number))
        yield from _judged(inside, each.content, asked=False)


def _attachments(mail: bytes) -> list[_Attachment]:
    """Give the files in a mail, those of mails that were forwarded whole among them."""
    message = message_from_bytes(mail, policy=policy.default)
    found: list[_Attachment] = []
    for part in message.walk():
        name = "" if part.is_multipart() else _name(part)
        if name:
            payload = part.get_payload(decode=True)
            found.append(_Attachment(name, payload if isinstance(payload, bytes) else b""))
    return found


def _name(part: Message) -> str:
    """Give the plain name of an attachment, empty for what is none."""
    for header, raw in part.raw_items():
        named = _NAMED.get(header.lower())
        if named:
            params = policy.default.header_factory(header, _readable(raw)).params
            if name := PurePosixPath(params.get(named, "").replace("\\", "/")).name:
                return name
    return ""


def _readable(raw: str) -> str:
    """Give a header as one line of text, in whatever way a mail program wrote it."""
    unfolded = _APART.sub("?==?", raw.replace("\r", "").replace("\n", ""))
    written = unfolded.encode("utf-8", "surrogateescape")
    with suppress(UnicodeDecodeError):
        return written.decode()
    return written.decode("gb18030", "replace")


def _shown(path: Path) -> str:
    """Give a file's name as text, whatever bytes it is made of."""
    return fsencode(path.name).decode(errors="replace")

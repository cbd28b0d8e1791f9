"""佐证材料: files and document numbers that are kept beside a figure or a node."""

from hashlib import sha256
from os import fsencode
from pathlib import Path

from core.domain.form import Form
from core.domain.submission import Event, Evidence, Origin
from core.errors import UserError
from core.ports import Store
from core.services import files
from core.services.clock import now

SUBJECT = "佐证材料"
LARGEST = 50 * 1024**2  # bytes
LONGEST = 200  # characters of a document number


def add_file(store: Store, form: Form, code: str, path: Path, origin: Origin) -> None:
    """Keep a file beside a figure; the same one twice changes nothing.

    Raises UserError for a file that cannot be read, is empty or too large.
    """
    name, content = read_file(path)
    digest = sha256(content).hexdigest()
    each = Evidence(code, form.quarter, name, sha256=digest, size=len(content))
    _add(store, form, each, content, origin)


def add_document(store: Store, form: Form, code: str, number: str, origin: Origin) -> None:
    """Note a document's number beside a figure.

    Raises UserError for one that is empty, too long or not to be printed.
    """
    words = number.strip()
    if not words or len(words) > LONGEST or not words.isprintable():
        raise UserError(f"文号应为1至{LONGEST}个可以打印的字，没有保存，请重新填写")
    _add(store, form, Evidence(code, form.quarter, words, document=words), b"", origin)


def remove(store: Store, form: Form, each: Evidence, origin: Origin) -> None:
    """Take an evidence away; that it was there stays recorded."""
    with store.writing() as work:
        work.evidences.remove(form.plan.code, each)
        work.changes.note(form.plan.code, _event(each, each.name, "", origin))


def save_file(store: Store, each: Evidence, path: Path) -> None:
    """Write a file out again, byte for byte.

    Raises OutputError.
    """
    with store.reading() as work:
        content = work.evidences.content(each.sha256)
    files.put(path, content)


def read_file(path: Path) -> tuple[str, bytes]:
    """Read a file that can be kept, and give its name as text.

    Raises UserError for one that cannot be read, is empty or too large.
    """
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise UserError(f"“{path.name}”是文件夹，没有添加；请选择其中的文件")
        if not 0 < size <= LARGEST:
            what = "是空的" if not size else f"超过{LARGEST // 1024**2}MB"
            raise UserError(f"“{path.name}”{what}，没有添加；请换一个文件，或只填文号")
        name = fsencode(path.name).decode(errors="replace")  # of an old archive it may be no UTF-8
        return name, path.read_bytes()
    except OSError as error:
        raise UserError(f"“{path.name}”打不开（{error.strerror}），没有添加") from error


def _add(store: Store, form: Form, each: Evidence, content: bytes, origin: Origin) -> None:
    """Store an evidence and record it, unless it is there."""
    with store.writing() as work:
        if each in work.evidences.of(form.plan.code, form.quarter, each.code):
            return
        work.evidences.add(form.plan.code, each, content)
        work.changes.note(form.plan.code, _event(each, "", each.name, origin))


def _event(each: Evidence, before: str, after: str, origin: Origin) -> Event:
    """Record what happened to an evidence."""
    return Event(SUBJECT, each.code, str(each.quarter), before, after, origin, now())

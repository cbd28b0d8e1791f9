"""E-mail to departments as drafts, one file each, for whatever mail program there is."""

from dataclasses import dataclass
from pathlib import Path

from core.errors import MailError
from core.ports import Store
from core.progress import Job, Progress
from core.services import files
from core.services.mail import letters
from core.services.mail.letters import Outline
from core.services.mail.mailing import Mailing


@dataclass(frozen=True, slots=True)
class Drafted:
    """The drafts that were written, and a sentence for each department that got none."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...] = ()


def drafts(store: Store, mailing: Mailing, folder: Path) -> Job[Drafted]:
    """Write a draft to each department into `folder`; give the absolute paths.

    A letter that cannot be written keeps no other from it. A closed job leaves what is whole.
    Raises NotFoundError, UsageError, OutputError, MailError where none can be written.
    """
    post = letters.collect(store, mailing)
    target, made, left_out = files.prepare(folder), list[Path](), list(post.left_out)
    for done, outline in enumerate(post.outlines):
        name = outline.department.short_name
        yield Progress(done, len(post.outlines), f"正在写给{name}的邮件")
        path = target / _file_name(mailing, outline)
        try:
            files.put(path, letters.composed(mailing, post, outline, draft=True))
            made.append(path)
        except MailError as error:
            left_out.append(f"{name}：{error}")
    return Drafted(tuple(made), tuple(left_out))


def _file_name(mailing: Mailing, outline: Outline) -> str:
    """Name a draft by quarter, department and occasion."""
    name = files.legal(outline.department.short_name)
    code = files.legal(outline.department.code)
    return f"{mailing.quarter.label}-{code}{name}-{mailing.kind.label}.eml"

"""E-mail to departments: drafts for the mail program, one file each."""

import uuid
from dataclasses import dataclass
from pathlib import Path

from core.mail.letter import Letter
from core.mail.message import written
from core.ports import Store
from core.progress import Job, Progress
from core.services import attachments, files, letters
from core.services.letters import Mailing, Outline, Post


@dataclass(frozen=True, slots=True)
class Drafted:
    """The drafts that were written, and a sentence for each department that got none."""

    files: tuple[Path, ...]
    left_out: tuple[str, ...] = ()


def drafts(store: Store, mailing: Mailing, folder: Path) -> Job[Drafted]:
    """Write a draft to each department into `folder`; give the absolute paths.

    A closed job leaves what is whole. Raises MailError, NotFoundError, UsageError, OutputError.
    """
    post = letters.collect(store, mailing)
    target, made = files.prepare(folder), list[Path]()
    for done, outline in enumerate(post.outlines):
        name = outline.department.short_name
        yield Progress(done, len(post.outlines), f"正在写给{name}的邮件")
        path = target / _file_name(mailing, outline)
        letter = _letter(mailing, post, outline)
        files.put(path, written(letter, draft=True, limit=post.account.limit))
        made.append(path)
    return Drafted(tuple(made), post.left_out)


def _letter(mailing: Mailing, post: Post, outline: Outline) -> Letter:
    """Put a letter together with its attachments."""
    return Letter(
        outline.to,
        outline.text.subject,
        outline.text.body,
        mailing.at,
        uuid.uuid4().hex,
        post.account.sender,
        post.account.sender_name,
        attachments.read(outline.files, mailing.password),
    )


def _file_name(mailing: Mailing, outline: Outline) -> str:
    """Name a draft by quarter, department and occasion."""
    name = files.legal(outline.department.short_name)
    code = files.legal(outline.department.code)
    return f"{mailing.quarter.label}-{code}{name}-{mailing.kind.label}.eml"

"""E-mail to departments, sent from here through the office's server, and recorded."""

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from core.domain.department import Department
from core.domain.submission import Event, Origin
from core.errors import MailError
from core.mail.account import Account, ready
from core.mail.letter import Letter
from core.mail.message import written
from core.mail.trouble import LostError
from core.ports import Store
from core.progress import Job, Progress
from core.services import profiles
from core.services.assessment import find_plan
from core.services.clock import now
from core.services.mail import letters
from core.services.mail.letters import Outline, Post
from core.services.mail.mailing import Mailing

if TYPE_CHECKING:
    from core.mail.smtp import Line

SUBJECT = "发信"  # under which letters stand in the chain of changes
THROUGH = "电子邮件"
_TRIAL = "这是规绩的试发邮件。收到它，说明发信设置正确；不用回复。\n"


@dataclass(frozen=True, slots=True)
class Sent:
    """The departments that were written to, and a sentence for each failure."""

    departments: tuple[Department, ...]
    left_out: tuple[str, ...] = ()


def send(store: Store, mailing: Mailing, password: str) -> Job[Sent]:
    """Send a letter to each department over one connection; each one sent is recorded at once.

    What cannot be sent keeps no other from it. A closed job sends no more. Raises MailError where
    the server takes nothing, NotFoundError, UsageError, StorageError.
    """
    from core.mail import smtp

    post = letters.collect(store, mailing)
    if not post.outlines:
        return Sent((), post.left_out)
    reached, failures, by = list[Department](), list(post.left_out), profiles.person(store)
    yield Progress(0, len(post.outlines), "正在连接发信服务器")
    with smtp.connected(post.account, password) as line:
        for done, outline in enumerate(post.outlines):
            yield Progress(done, len(post.outlines), f"正在发给{outline.department.short_name}")
            try:
                to, why = _delivered(line, mailing, post, outline)
            except LostError as error:
                failures.append(_unsent(post.outlines[done:], error))
                break
            failures += why
            if to:
                _note(store, mailing, outline, to, by)
                reached.append(outline.department)
    return Sent(tuple(reached), tuple(failures))


def trial(account: Account, password: str) -> Job[None]:
    """Send a letter to the sender, so that the settings are known to be right.

    Raises MailError.
    """
    from core.mail import smtp

    to = (ready(account).sender,)
    at = datetime.now().astimezone()
    name = account.sender_name
    letter = Letter(to, "规绩试发", _TRIAL, at, uuid.uuid4().hex, account.sender, name)
    yield Progress(0, 1, "正在试发")
    with smtp.connected(account, password) as line:
        if missed := line.send(to, written(letter)):
            raise MailError(f"试发没有成功：{missed[account.sender]}。")


def history(store: Store, plan: str) -> tuple[Event, ...]:
    """Give what was sent to whom, the latest first.

    Raises NotFoundError for an unknown plan.
    """
    with store.reading() as work:
        find_plan(work, plan)
        return work.changes.events(plan, SUBJECT)[::-1]


def _delivered(
    line: "Line", mailing: Mailing, post: Post, outline: Outline
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Send a letter; give the addresses that it reached, and why it did not reach the others.

    Raises LostError.
    """
    name = outline.department.short_name
    try:
        missed = line.send(outline.to, letters.composed(mailing, post, outline, draft=False))
    except LostError:
        raise
    except MailError as error:
        return (), (f"{name}：{error}",)
    why = (f"{name}的邮箱{address}没有收到：{words}" for address, words in missed.items())
    return tuple(each for each in outline.to if each not in missed), tuple(why)


def _unsent(outlines: Sequence[Outline], error: LostError) -> str:
    """Name whom nothing was sent to."""
    names = "、".join(each.department.short_name for each in outlines)
    return f"{error}没有发给：{names}"


def _note(store: Store, mailing: Mailing, outline: Outline, to: Sequence[str], by: str) -> None:
    """Record that a letter was sent."""
    code, quarter = outline.department.code, str(mailing.quarter)
    told = f"{mailing.kind.label}：{outline.text.subject}；发至{'、'.join(to)}"
    origin = Origin(THROUGH, by, "、".join(path.name for path in outline.files))
    with store.writing() as work:
        work.changes.note(mailing.plan, Event(SUBJECT, code, quarter, "", told, origin, now()))

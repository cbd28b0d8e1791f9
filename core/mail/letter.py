"""`Letter`: what a message says, to whom, and what goes with it; no layout."""

from dataclasses import dataclass
from datetime import datetime

LIMIT = 25 * 2**20  # bytes of attachments that most mail systems take


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with a letter, whole."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Letter:
    """`identity` tells it from all others, `at` is when it was written, with its time zone.

    `sender` is an address, empty in a draft: the mail program that sends it puts its own.
    """

    to: tuple[str, ...]
    subject: str
    body: str
    at: datetime
    identity: str
    sender: str = ""
    sender_name: str = ""
    attachments: tuple[Attachment, ...] = ()

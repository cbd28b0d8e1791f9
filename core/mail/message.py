"""A letter as the bytes of a message (RFC 5322), in ASCII, so that every server lets it through."""

import re
import unicodedata
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime

from core.errors import MailError
from core.mail.addresses import checked, domain
from core.mail.letter import LIMIT, Attachment, Letter
from core.mail.named import content_type, disposition

LONGEST_NAME = 255  # bytes of a file's name on every system
_NO_DOMAIN = "guiji.invalid"  # of a draft, whose sender is not known
_AS_WRITTEN = policy.SMTP.clone(refold_source="none")  # headers that are given stay so
_IDENTITY = re.compile(r"[A-Za-z0-9-]{1,64}")
_CONTROL = ("Cc", "Cs", "Zl", "Zp")  # kinds of characters that no line of text has
_NOT_IN_NAMES = set('/\\:*?"<>|')


def written(letter: Letter, *, draft: bool = False, limit: int = LIMIT) -> bytes:
    """Write a letter; a draft opens in the mail program as one that is still to be sent.

    The same letter gives the same bytes. Raises MailError for addresses, subjects and names that
    cannot stand in a message, and for attachments of more than `limit` bytes.
    """
    _weigh(letter, limit)
    message = EmailMessage(policy=policy.SMTP)
    _head(message, letter)
    if draft:
        message["X-Unsent"] = "1"
    message.set_content(_text(letter.body), cte="base64")
    if letter.attachments:
        message.make_mixed(boundary=f"=_{letter.identity}")  # "_" never stands in base64
        for each in letter.attachments:
            message.attach(_part(each))
    return message.as_bytes(policy=_AS_WRITTEN)


def _weigh(letter: Letter, limit: int) -> None:
    """Refuse attachments that no mail system takes."""
    size = sum(len(each.content) for each in letter.attachments)
    if size > limit:
        raise MailError(
            f"附件共{_megabytes(size)}，超过{_megabytes(limit)}的限额，没有写这封邮件；"
            "请减少附件，或在设置里放宽限额。"
        )


def _megabytes(size: int) -> str:
    """Write a size in MB, with a decimal where there is one."""
    return f"{size / 2**20:.1f}".removesuffix(".0") + "MB"


def _head(message: EmailMessage, letter: Letter) -> None:
    """Write from whom, to whom, when and about what."""
    if not _IDENTITY.fullmatch(letter.identity) or letter.at.tzinfo is None:
        raise ValueError(letter)
    if not letter.to:
        raise MailError("没有收件人，没有写这封邮件；请填写单位的电子邮箱。")
    if letter.sender:
        name = _line(letter.sender_name, "发件人名称")
        message["From"] = Address(name, addr_spec=checked(letter.sender))
    message["To"] = tuple(Address(addr_spec=checked(each)) for each in letter.to)
    message["Subject"] = _line(letter.subject, "邮件主题")
    message["Date"] = format_datetime(letter.at)
    place = domain(letter.sender) or _NO_DOMAIN
    message["Message-ID"] = f"<{letter.identity}@{place}>"


def _part(attachment: Attachment) -> EmailMessage:
    """Make the part that holds an attachment."""
    part, name = EmailMessage(policy=policy.SMTP), _file_name(attachment.name)
    part.set_content(attachment.content, "application", "octet-stream", cte="base64")
    for header in ("MIME-Version", "Content-Type"):
        del part[header]
    part.set_raw("Content-Type", content_type(name))
    part.set_raw("Content-Disposition", disposition(name))
    return part


def _line(text: str, what: str) -> str:
    """Give a text that stands on one line.

    Raises MailError for one that would begin another header.
    """
    if any(unicodedata.category(each) in _CONTROL for each in text):
        raise MailError(f"{what}“{_shown(text)}”里有换行或控制字符，没有写这封邮件；请改正。")
    return text


def _file_name(name: str) -> str:
    """Give the name of an attachment.

    Raises MailError for one that no file can have.
    """
    _line(name, "附件名称")
    if not name.strip(". ") or _NOT_IN_NAMES & set(name):
        raise MailError(f"“{name}”不能作附件的名称，没有写这封邮件；请改名后重试。")
    if len(name.encode()) > LONGEST_NAME:
        raise MailError(f"附件名称“{name[:20]}…”太长，没有写这封邮件；请改短后重试。")
    return name


def _text(body: str) -> str:
    """Give a body whose lines every reader shows.

    Raises MailError for characters that no text has.
    """
    plain = body.replace("\r\n", "\n").replace("\r", "\n")
    for line in plain.replace("\t", " ").split("\n"):
        _line(line, "邮件正文")
    return plain


def _shown(text: str) -> str:
    """Give a text as it can be shown in a sentence."""
    return "".join("□" if unicodedata.category(each) in _CONTROL else each for each in text)

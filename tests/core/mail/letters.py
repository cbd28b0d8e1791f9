"""Letters as the office writes them, and what a mail program reads in them."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy

from core.mail.letter import Attachment, Letter
from core.mail.message import written

MORNING = datetime(2024, 7, 12, 8, 30, tzinfo=timezone(timedelta(hours=8)))
FORM = Attachment("2024年上半年-区统计局-填报表（第2次）.xlsx", bytes(range(256)) * 9)
LETTER = Letter(
    ("tongjiju@zhanggong.example.cn",),
    "请报送赣州市章贡区“十四五”规划2024年上半年实施情况",
    "区统计局：\n　　现将填报表发给你单位。\n",
    MORNING,
    "8f2c",
    "fagaiwei@zhanggong.example.cn",
    "区发展和改革委员会",
    (FORM,),
)


def letter(**changed):
    """The letter, with something else in it."""
    return replace(LETTER, **changed)


def read(content, rules=policy.default):
    """What a mail program makes of a message."""
    return message_from_bytes(content, policy=rules)


def sent(**changed):
    """A letter, written and read."""
    return read(written(letter(**changed)))


def body(message):
    """The text of a message; its lines end as mail has it."""
    return message.get_body().get_content().replace("\r\n", "\n")


def attached(message):
    """The names and contents of a message's attachments."""
    return [(each.get_filename(), each.get_content()) for each in message.iter_attachments()]

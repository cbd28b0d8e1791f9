"""Mail addresses as people type them: several in one text, with the marks of a Chinese keyboard."""

import re
import unicodedata

from core.errors import MailError

LONGEST = 254  # characters of an address that servers take (RFC 5321)
_BREAKS = re.compile(r"[;,、\s]+")
_WORD = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ADDRESS = re.compile(rf"{_WORD}(?:\.{_WORD})*@{_LABEL}(?:\.{_LABEL})+", re.ASCII)


def addresses(text: str) -> tuple[str, ...]:
    """Read addresses that are parted by commas, semicolons or spaces; each is given once.

    Raises MailError naming what is none.
    """
    plain = unicodedata.normalize("NFKC", text).replace("。", ".")
    return tuple(dict.fromkeys(map(checked, filter(None, _BREAKS.split(plain)))))


def checked(address: str) -> str:
    """Give an address back.

    Raises MailError for what is none.
    """
    if len(address) > LONGEST or not _ADDRESS.fullmatch(address):
        raise MailError(
            f"“{address}”不是电子邮箱地址，没有采用；应写作name@example.gov.cn，几个地址用逗号隔开。"
        )
    return address


def domain(address: str) -> str:
    """Give what stands behind the @ of an address."""
    return address.rpartition("@")[2]

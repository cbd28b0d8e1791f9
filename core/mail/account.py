"""`Account`: through which server the office sends, and as whom."""

import re
from dataclasses import dataclass

from core.domain.words import Word
from core.errors import MailError
from core.mail.addresses import checked
from core.mail.letter import LIMIT

OWN = ("localhost", "127.0.0.1", "::1")  # this computer, from which nothing can be overheard
_PORTS = range(1, 65536)
_HOST = re.compile(r"[A-Za-z0-9:-]+(?:\.[A-Za-z0-9-]+)*")


class Security(Word):
    """How what is said to the server is kept from others."""

    STARTTLS = "starttls", "STARTTLS"
    TLS = "tls", "SSL/TLS"
    NONE = "none", "不加密（只限本机）"

    @property
    def port(self) -> int:
        """The port where servers usually wait for it."""
        return {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}[self]


@dataclass(frozen=True, slots=True)
class Account:
    """`limit` is how many bytes of attachments the server takes; without a user nobody logs in."""

    host: str = ""
    port: int = Security.TLS.port
    security: Security = Security.TLS
    user: str = ""
    sender: str = ""
    sender_name: str = ""
    limit: int = LIMIT


def ready(account: Account) -> Account:
    """Give an account through which can be sent.

    Raises MailError that says what is lacking.
    """
    if not account.host or not account.sender:
        raise MailError("还没有设置发信服务器和发件邮箱，没有发信；请在“设置与数据”里填写。")
    if not _HOST.fullmatch(account.host):
        raise MailError(f"“{account.host}”不是发信服务器的名称，没有发信；请核对，如smtp.163.com。")
    if account.security is Security.NONE and account.host.lower() not in OWN:
        raise MailError("不加密只能用于本机的发信服务器，没有发信；请改用SSL/TLS或STARTTLS。")
    if account.port not in _PORTS:
        raise MailError(f"端口{account.port}不存在，没有发信；SSL/TLS一般是465，STARTTLS是587。")
    checked(account.sender)
    return account

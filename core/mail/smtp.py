"""Sending through the office's server: one connection for many messages, checked and encrypted."""

import smtplib
import ssl
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress

from core.mail.account import Account, Security, ready
from core.mail.trouble import NOT_NOW, TOO_LARGE, LostError, failed, refused

TIMEOUT = 30  # seconds that a server may be silent
_OURSELVES = "[127.0.0.1]"  # as who we greet: the name of this computer is nobody's business
_CLOSING = 421  # what a server says before it hangs up
_DROPPED = (smtplib.SMTPServerDisconnected, ConnectionError, TimeoutError, ssl.SSLError)


@contextmanager
def connected(account: Account, password: str) -> Iterator["Line"]:
    """Log in, for as many messages as there are; hang up at the end, whatever happens.

    Raises MailError in a sentence: no such host, no answer, certificate, login.
    """
    line = Line(ready(account), password)
    try:
        yield line
    finally:
        line.hang_up()


class Line:
    """A connection on which somebody is logged in; made again once where it drops."""

    def __init__(self, account: Account, password: str) -> None:
        self._account, self._password = account, password
        self._server = _logged_in(account, password)

    def send(self, to: Sequence[str], content: bytes) -> Mapping[str, str]:
        """Send a message; give the addresses that did not get it, each with why.

        A message whose sending was cut off is sent once more, with the identity that it has.
        Raises LostError where that is cut off too, or the server lets the sender send nothing.
        """
        try:
            return self._sent(to, content)
        except _DROPPED:
            self.hang_up()
        self._server = _logged_in(self._account, self._password)
        try:
            return self._sent(to, content)
        except _DROPPED as error:
            raise LostError(failed(error, self._account)) from error

    def hang_up(self) -> None:
        """Say good-bye, if anybody listens."""
        with suppress(OSError):
            self._server.quit()
        self._server.close()

    def _sent(self, to: Sequence[str], content: bytes) -> Mapping[str, str]:
        """Send a message; give who was refused.

        Raises LostError, and what a dropped connection raises.
        """
        try:
            answers = _answers(self._server, self._account.sender, to, content)
        except smtplib.SMTPSenderRefused as error:
            raise LostError(failed(error, self._account)) from error
        if any(code == _CLOSING for code, _ in answers.values()):
            raise smtplib.SMTPServerDisconnected
        return {address: refused(code, said) for address, (code, said) in answers.items()}


def _logged_in(account: Account, password: str) -> smtplib.SMTP:
    """Connect, encrypt and log in.

    Raises LostError.
    """
    server = None
    try:
        server = _reached(account)
        if account.security is Security.STARTTLS:
            server.starttls(context=ssl.create_default_context())
        if account.user:
            server.login(account.user, password)
    except (OSError, UnicodeError) as error:  # an SMTPException is an OSError
        if server:
            server.close()
        raise LostError(failed(error, account)) from error
    return server


def _reached(account: Account) -> smtplib.SMTP:
    """Connect to the server."""
    at = (account.host, account.port, _OURSELVES)
    if account.security is Security.TLS:
        checks = ssl.create_default_context()
        return smtplib.SMTP_SSL(*at, timeout=TIMEOUT, context=checks)
    return smtplib.SMTP(*at, timeout=TIMEOUT)


def _answers(
    server: smtplib.SMTP, sender: str, to: Sequence[str], content: bytes
) -> Mapping[str, tuple[int, bytes | str]]:
    """Send a message; give what the server said to whom it refused.

    Raises SMTPSenderRefused where it refuses every message, not this one.
    """
    try:
        return server.sendmail(sender, to, content)
    except smtplib.SMTPRecipientsRefused as error:
        return error.recipients
    except smtplib.SMTPResponseException as error:
        code = error.smtp_code
        if isinstance(error, smtplib.SMTPSenderRefused) and code not in (*NOT_NOW, TOO_LARGE):
            raise
        return dict.fromkeys(to, (code, error.smtp_error))

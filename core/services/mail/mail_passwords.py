"""The password of the office's mail account, as far as the system keeps it."""

from dataclasses import dataclass

from core.mail import passwords
from core.mail.account import Account


@dataclass(frozen=True, slots=True)
class Keeping:
    """Whether the system keeps passwords at all, and has the one of this account."""

    possible: bool
    done: bool


def look(account: Account) -> Keeping:
    """Say what the system keeps of an account."""
    return Keeping(passwords.usable(), bool(passwords.load(account)))


def known(account: Account) -> str:
    """Give the password that is kept; empty for none, so that it has to be asked for."""
    return passwords.load(account)


def keep(account: Account, password: str) -> Keeping:
    """Keep the password; an empty one takes it away.

    Raises MailError where the system does not keep it.
    """
    passwords.keep(account, password)
    return look(account)

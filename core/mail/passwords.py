"""The mail account's password in the keyring of the system; nowhere else is it kept."""

from contextlib import suppress

import keyring
from keyring.backend import KeyringBackend

from core.errors import MailError
from core.mail.account import Account

_PROGRAM = "guiji"
_TRUSTED = 1  # the priority from which a keyring really protects what it keeps


def usable() -> bool:
    """Tell whether the system has a keyring that protects what it keeps."""
    return _keyring() is not None


def load(account: Account) -> str:
    """Give the password; empty where none is kept, or the keyring does not open."""
    if found := _keyring():
        with suppress(Exception):  # whatever a system's keyring brings about
            return found.get_password(_PROGRAM, _entry(account)) or ""
    return ""


def keep(account: Account, password: str) -> None:
    """Keep the password; an empty one takes it away.

    Raises MailError where the system does not keep it: it is asked for each time then.
    """
    found = _keyring()
    if found is None:
        raise MailError("系统没有可用的密码库，密码没有保存；每次发信时再输入密码。")
    try:
        if password:
            found.set_password(_PROGRAM, _entry(account), password)
        elif found.get_password(_PROGRAM, _entry(account)):
            found.delete_password(_PROGRAM, _entry(account))
    except Exception as error:  # whatever a system's keyring brings about
        raise MailError("系统的密码库没有打开，密码没有保存；每次发信时再输入密码。") from error


def _keyring() -> KeyringBackend | None:
    """Give the system's keyring, if it has one that protects what it keeps."""
    with suppress(Exception):  # whatever a system's keyring brings about
        found = keyring.get_keyring()
        if found.priority >= _TRUSTED:
            return found
    return None


def _entry(account: Account) -> str:
    """Name a password by whom it belongs to, and where."""
    return f"{account.user}@{account.host}"

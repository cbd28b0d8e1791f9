"""The mail password as pages ask for it."""

import keyring
import pytest

from core.errors import MailError
from core.mail.account import Account
from core.services.mail import mail_passwords
from core.services.mail.mail_passwords import Keeping
from tests.core.mail.keyrings import Broken, Remembering

ACCOUNT = Account("mail.example.cn", user="fgw")


def test_a_password_is_kept_known_and_taken_away(monkeypatch):
    found = Remembering()
    monkeypatch.setattr(keyring, "get_keyring", lambda: found)
    assert mail_passwords.look(ACCOUNT) == Keeping(possible=True, done=False)
    assert mail_passwords.keep(ACCOUNT, "授权码") == Keeping(possible=True, done=True)
    assert mail_passwords.known(ACCOUNT) == "授权码"
    assert mail_passwords.keep(ACCOUNT, "") == Keeping(possible=True, done=False)


def test_where_none_can_be_kept_it_is_said(monkeypatch):
    monkeypatch.setattr(keyring, "get_keyring", Broken)
    assert mail_passwords.look(ACCOUNT) == Keeping(possible=False, done=False)
    with pytest.raises(MailError, match="每次发信时再输入密码"):
        mail_passwords.keep(ACCOUNT, "1")

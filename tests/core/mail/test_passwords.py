"""The password in the keyring of the system, as far as there is one."""

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring

from core.errors import MailError
from core.mail import passwords
from core.mail.account import Account
from tests.core.mail.keyrings import Broken, Locked, Remembering, worth

ACCOUNT = Account("mail.example.cn", user="fgw")
OTHER = Account("mail.example.cn", user="zhang")


@pytest.fixture
def use(monkeypatch):
    """Give this computer another keyring."""

    def give(backend):
        monkeypatch.setattr(keyring, "get_keyring", lambda: backend)
        return backend

    return give


def test_a_password_is_kept_for_its_account_and_no_other(use):
    kept = use(Remembering()).kept
    assert passwords.usable()
    passwords.keep(ACCOUNT, "授权码")
    assert (passwords.load(ACCOUNT), passwords.load(OTHER)) == ("授权码", "")
    assert kept == {("guiji", "fgw@mail.example.cn"): "授权码"}


def test_an_empty_password_takes_it_away(use):
    kept = use(Remembering()).kept
    passwords.keep(ACCOUNT, "1")
    passwords.keep(ACCOUNT, "")
    passwords.keep(ACCOUNT, "")
    assert kept == {}


@pytest.mark.parametrize("backend", [NoKeyring(), worth(0.5), Broken()])
def test_a_system_without_a_keyring_that_protects_says_so_and_keeps_nothing(use, backend):
    use(backend)
    assert not passwords.usable()
    assert passwords.load(ACCOUNT) == ""
    with pytest.raises(MailError, match="系统没有可用的密码库，密码没有保存；每次发信时再输入密码"):
        passwords.keep(ACCOUNT, "1")


def test_a_keyring_that_stays_locked_keeps_nothing(use):
    use(Locked())
    assert passwords.load(ACCOUNT) == ""
    with pytest.raises(MailError, match="系统的密码库没有打开，密码没有保存；每次发信时再输入密码"):
        passwords.keep(ACCOUNT, "1")

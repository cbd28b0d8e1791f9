"""Sending through a real server on this computer, and what goes wrong on the way."""

import socket
import threading
from dataclasses import replace

import pytest

from core.errors import MailError
from core.mail import smtp
from core.mail.account import Security
from core.mail.message import written
from core.mail.smtp import connected
from core.mail.trouble import LostError
from tests.core.mail.letters import FORM, LETTER, attached, read
from tests.core.mail.server import HOST, KEY, SENDER, USER, account_at, free_port, serving

TO = ("tjj@example.cn",)
MESSAGE = written(LETTER)


def sent(account, to=TO, key=KEY):
    """Send the letter; who did not get it."""
    with connected(account, key) as line:
        return line.send(to, MESSAGE)


@pytest.mark.parametrize("security", Security)
def test_a_letter_arrives_byte_for_byte_however_it_is_kept_from_others(trusted, security):
    with serving(security, trusted) as (account, mailbox):
        assert sent(account) == {}
    assert mailbox.messages == [(SENDER, TO, MESSAGE)]
    assert attached(read(mailbox.messages[0][2])) == [(FORM.name, FORM.content)]


def test_many_letters_go_over_one_connection():
    with serving() as (account, mailbox), connected(account, KEY) as line:
        for _ in range(5):
            assert line.send(TO, MESSAGE) == {}
    assert len(mailbox.messages) == 5
    assert mailbox.logins == [USER]


def test_our_computer_is_not_named(monkeypatch):
    monkeypatch.setattr(socket, "getfqdn", lambda *_: pytest.fail("asked for its name"))
    with serving() as (account, mailbox):
        sent(account)
    assert len(mailbox.messages) == 1


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_that_nobody_vouches_for_is_refused(certificate, security):
    with (
        serving(security, certificate) as (account, mailbox),
        pytest.raises(MailError, match=r"“127\.0\.0\.1”的证书不可信（self-signed certificate）"),
    ):
        sent(account)
    assert mailbox.logins == []


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_of_another_server_is_refused(trusted, security):
    with (
        serving(security, trusted) as (account, mailbox),
        pytest.raises(MailError, match="“localhost”的证书不可信"),
    ):
        sent(replace(account, host="localhost"))
    assert mailbox.logins == []


def test_a_wrong_password_is_refused_with_advice():
    with (
        serving() as (account, mailbox),
        pytest.raises(MailError, match=r"不接受用户名“fgw”和密码，没有发信；请核对，.*授权码"),
    ):
        sent(account, key="1234")
    assert mailbox.messages == []


def test_a_password_that_no_server_takes_is_refused_the_same():
    with serving() as (account, _), pytest.raises(MailError, match="不接受用户名“fgw”和密码"):
        sent(account, key="密码")


@pytest.mark.parametrize("answer", ["553 Mail from must equal authorized user", "530 login first"])
def test_a_server_that_lets_the_sender_send_nothing_is_believed(answer):
    with serving(temper={"MAIL": answer}) as (account, _), pytest.raises(LostError) as raised:
        sent(account)
    assert str(raised.value) == (
        f"“127.0.0.1”不接受发件邮箱“fgw@example.cn”（服务器答复：{answer}），没有发信；"
        "发件邮箱应与登录的用户名一致，请核对。"
    )


def test_without_a_user_nobody_logs_in():
    with serving() as (account, mailbox), pytest.raises(MailError, match="530 login first"):
        sent(replace(account, user=""))
    assert mailbox.logins == []


def test_an_unknown_server_is_named(monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(MailError, match="找不到发信服务器“mail”，没有发信；请核对名称"):
        sent(replace(account_at(25), host="mail", security=Security.TLS))


def test_a_port_without_a_server_is_named():
    with pytest.raises(MailError, match="没有发信服务，没有发信；请核对端口"):
        sent(account_at(free_port()))


def test_a_server_that_does_not_encrypt_is_not_used():
    with serving() as (account, mailbox):
        with pytest.raises(MailError, match="不支持所选的加密或登录方式，没有发信；请改选"):
            sent(replace(account, security=Security.STARTTLS))
        with pytest.raises(MailError, match="不能建立加密连接"):
            sent(replace(account, security=Security.TLS))
    assert mailbox.logins == []


def test_a_server_that_keeps_silent_is_given_up(monkeypatch):
    monkeypatch.setattr(smtp, "TIMEOUT", 0.2)
    with (
        socket.create_server((HOST, 0)) as silent,
        pytest.raises(MailError, match="很久没有应答，没有发信"),
    ):
        sent(account_at(silent.getsockname()[1]))


def test_a_server_that_hangs_up_at_once_is_named():
    def hang_up():
        rude.accept()[0].close()

    with socket.create_server((HOST, 0)) as rude:
        threading.Thread(target=hang_up).start()
        with pytest.raises(MailError, match="连接中断，没有发信"):
            sent(account_at(rude.getsockname()[1]))


def test_a_network_that_is_not_there_is_named(monkeypatch):
    def unreachable(*_, **__):
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket, "create_connection", unreachable)
    with pytest.raises(
        MailError, match=r"连接“127\.0\.0\.1”失败（.*unreachable），没有发信；请检查网络"
    ):
        sent(account_at(25))


def test_one_refused_address_keeps_the_letter_from_no_other():
    with serving(temper={"gone@example.cn": "550 no such user"}) as (account, mailbox):
        refused = sent(account, (*TO, "gone@example.cn"))
    (why,) = refused.items()
    words = "服务器不收发往这个地址的邮件，请核对地址（服务器答复：550 no such user）"
    assert why == ("gone@example.cn", words)
    assert [to for _, to, _ in mailbox.messages] == [TO]


@pytest.mark.parametrize(
    ("temper", "words"),
    [
        ({"RCPT": "550 no such user"}, "服务器不收发往这个地址的邮件，请核对地址"),
        ({"RCPT": "450 greylisted"}, "服务器暂时不收，请过一会儿再发"),
        ({"MAIL": "552 too big"}, "邮件太大，服务器不收"),
        ({"DATA": "554 spam"}, "服务器没有接收"),
    ],
)
def test_a_refusal_is_told_in_chinese_with_the_words_of_the_server(temper, words):
    with serving(temper=temper) as (account, mailbox), connected(account, KEY) as line:
        (why,) = line.send(TO, MESSAGE).values()
        mailbox.temper = {}
        assert line.send(TO, MESSAGE) == {}  # the next one goes out
    (said,) = temper.values()
    assert why == f"{words}（服务器答复：{said}）"
    assert len(mailbox.messages) == 1


@pytest.mark.parametrize("command", ["MAIL", "RCPT", "DATA"])
@pytest.mark.parametrize("answer", [None, "421 too many messages"])
def test_a_dropped_connection_is_made_again_once(command, answer):
    with (
        serving(temper={(command, 2): answer}) as (account, mailbox),
        connected(account, KEY) as line,
    ):
        assert [line.send(TO, MESSAGE) for _ in range(3)] == [{}, {}, {}]
    assert len(mailbox.messages) == 3
    assert mailbox.logins == [USER, USER]


def test_a_connection_that_keeps_dropping_is_given_up():
    with (
        serving(temper={"DATA": None}) as (account, mailbox),
        connected(account, KEY) as line,
        pytest.raises(LostError, match=r"与“127\.0\.0\.1”的连接中断，没有发信"),
    ):
        line.send(TO, MESSAGE)
    assert mailbox.messages == []


def test_a_server_that_closes_for_the_night_is_not_waited_for():
    with serving() as (account, _), connected(account, KEY) as line:
        line.send(TO, MESSAGE)
        line.hang_up()
    with pytest.raises(LostError, match="没有发信"):
        line.send(TO, MESSAGE)


def test_plain_text_goes_to_this_computer_only():
    with pytest.raises(MailError, match="不加密只能用于本机的发信服务器，没有发信"):
        sent(replace(account_at(25), host="mail.example.cn"))


def test_an_account_without_a_server_or_sender_is_not_used():
    for lacking in ({"host": ""}, {"sender": ""}):
        with pytest.raises(MailError, match="还没有设置发信服务器和发件邮箱"):
            sent(replace(account_at(25), **lacking))


@pytest.mark.parametrize("host", ["发信服务器", "smtp..example.cn", "a b", "https://example.cn"])
def test_what_is_no_name_of_a_server_is_not_used(host):
    with pytest.raises(MailError, match=f"“{host}”不是发信服务器的名称"):
        sent(replace(account_at(25), host=host))


def test_a_port_that_does_not_exist_is_named():
    with pytest.raises(MailError, match="端口0不存在"):
        sent(account_at(0))

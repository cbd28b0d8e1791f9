"""What a server answered, in words of ours and its own."""

from smtplib import SMTPConnectError

import pytest

from core.mail.account import Account
from core.mail.trouble import failed, refused

SAID = "没有这个用户"


@pytest.mark.parametrize("said", [SAID.encode(), SAID.encode("gb18030"), SAID])
def test_the_words_of_a_server_are_read_whatever_they_are_written_in(said):
    assert refused(550, said).endswith("（服务器答复：550 没有这个用户）")


def test_a_server_that_lets_nobody_in_is_quoted():
    words = failed(SMTPConnectError(554, b"closed for today"), Account("mail.example.cn"))
    assert words == (
        "“mail.example.cn”不让发信（服务器答复：554 closed for today），没有发信；"
        "请与邮箱管理员联系。"
    )


def test_the_words_of_a_server_stand_on_one_line():
    assert refused(554, b"spam\r\n found").endswith("（服务器答复：554 spam found）")

"""Addresses as people type them."""

import pytest

from core.errors import MailError
from core.mail.addresses import addresses, checked, domain


@pytest.mark.parametrize(
    "text",
    [
        "a@b.cn,c@d.cn",
        "a@b.cn；c@d.cn",
        "a@b.cn、 c@d.cn\n",
        "a@b.cn c@d.cn a@b.cn",
        "ａ＠b。cn，c@d.cn",
    ],
)  # fmt: skip
def test_several_addresses_are_parted_in_any_usual_way(text):
    assert addresses(text) == ("a@b.cn", "c@d.cn")


def test_nothing_typed_is_no_address():
    assert addresses(" \n") == ()


@pytest.mark.parametrize(
    "text",
    ["统计局", "a@", "@b.cn", "a@b", "a..b@c.cn", "a@b..cn", "a@-b.cn", "a@b@c.cn", "王@b.cn",
     "a@b.中国", "a@b.cn\nBcc:", "<a@b.cn>", f"{'a' * 250}@b.cn"],
)  # fmt: skip
def test_what_is_no_address_is_refused_and_named(text):
    with pytest.raises(MailError, match="不是电子邮箱地址，没有采用"):
        addresses(text)


def test_one_address_alone_has_no_line_in_it():
    with pytest.raises(MailError):
        checked("a@b.cn\n")


def test_the_domain_stands_behind_the_sign():
    assert domain("a@b.cn") == "b.cn"
    assert domain("") == ""

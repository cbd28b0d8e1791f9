"""What the office keeps for its mail: addresses, the account, texts."""

import pytest

from core.errors import MailError, NotFoundError
from core.mail.account import Account, Security, ready
from core.mail.wording import USUAL, Kind, Text
from core.services.mail import addresses, mail_settings
from db.engine import open_store
from tests.core.memory import MemoryStore
from tests.core.services.mailroom import TO, furnish

ACCOUNT = Account("mail.example.cn", 587, Security.STARTTLS, "fgw", "fgw@example.cn", "区发改委", 9)


@pytest.fixture(params=["memory", "sql"])
def room(request, tmp_path):
    """The office's store."""
    made = MemoryStore() if request.param == "memory" else open_store(tmp_path / "guiji.db")
    return furnish(made)


def kept_addresses(store):
    return {each.department.code: each.address for each in addresses.load(store, "p")}


def test_addresses_are_kept_with_the_departments_in_their_order(room):
    assert list(kept_addresses(room).items()) == [
        ("D01", ""),
        ("D02", TO["D02"]),
        ("D05", TO["D05"]),
        ("D06", ""),
    ]


def test_an_address_is_kept_as_it_is_written_properly_and_can_be_taken_away(room):
    addresses.save(room, "p", {"D06": " swj＠example.cn； b@example.cn ", "D02": ""})
    kept = kept_addresses(room)
    assert (kept["D06"], kept["D02"]) == ("swj@example.cn, b@example.cn", "")


def test_one_wrong_address_keeps_all_as_they_were(room):
    with pytest.raises(MailError, match="“商务局”不是电子邮箱地址"):
        addresses.save(room, "p", {"D02": "new@example.cn", "D06": "商务局"})
    with pytest.raises(NotFoundError, match="没有编码为“D99”的单位"):
        addresses.save(room, "p", {"D02": "new@example.cn", "D99": "a@b.cn"})
    with pytest.raises(NotFoundError):
        addresses.save(room, "q", {})
    assert kept_addresses(room)["D02"] == TO["D02"]


def test_without_an_account_nothing_is_set_but_the_usual(room):
    assert mail_settings.load(room) == Account()
    with pytest.raises(MailError, match="还没有设置发信服务器和发件邮箱"):
        ready(mail_settings.load(room))


def test_the_account_is_kept(room):
    mail_settings.save(room, ACCOUNT)
    assert ready(mail_settings.load(room)) == ACCOUNT


def test_a_sender_that_is_no_address_is_not_kept(room):
    with pytest.raises(MailError, match="“发改委”不是电子邮箱地址"):
        mail_settings.save(room, Account("mail.example.cn", sender="发改委"))
    assert mail_settings.load(room).host == ""


def test_texts_are_the_usual_ones_until_others_are_kept(room):
    own = Text("请报表", USUAL[Kind.FORMS].body)
    assert mail_settings.texts(room) == USUAL
    mail_settings.save_texts(room, {Kind.FORMS: own})
    assert mail_settings.texts(room) == {**USUAL, Kind.FORMS: own}
    mail_settings.save_texts(room, USUAL)
    with room.reading() as work:
        assert not [name for name in work.settings.all() if name.startswith("mail:forms")]


def test_one_text_with_an_unknown_place_keeps_all_as_they_were(room):
    given = {Kind.RETURN: Text("请改", "文"), Kind.FORMS: Text("题", "{部门}")}
    with pytest.raises(MailError, match=r"“{部门}”不认识"):
        mail_settings.save_texts(room, given)
    assert mail_settings.texts(room) == USUAL

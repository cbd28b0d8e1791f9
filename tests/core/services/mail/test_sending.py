"""Letters sent through a real server on this computer: who got one, and what is recorded."""

from dataclasses import replace

import pytest

from core.errors import MailError
from core.mail.wording import Kind
from core.progress import finish
from core.services.mail import mail_settings, sending
from db.engine import open_store
from tests import factory as the
from tests.core.mail.letters import attached, body, read
from tests.core.mail.server import KEY, SENDER, serving
from tests.core.memory import MemoryStore
from tests.core.services.mailroom import SCIENCE, TO, furnish, mailing

TWO = tuple(TO["D05"].split(", "))


@pytest.fixture(params=["memory", "sql"])
def room(request, tmp_path):
    """The office's store."""
    made = MemoryStore() if request.param == "memory" else open_store(tmp_path / "guiji.db")
    return furnish(made)


def sent(store, *args, key=KEY, **rest):
    """What came of sending."""
    return finish(sending.send(store, mailing(*args, **rest), key))


def recorded(store):
    """What the chain says: to whom, and the words."""
    return [(each.code, each.after) for each in sending.history(store, "p")]


def test_every_department_with_an_address_gets_its_letter(room):
    with serving() as (account, mailbox):
        mail_settings.save(room, account)
        done = sent(room)
    assert done == sending.Sent(
        (the.STATISTICS, SCIENCE), ("区商务局没有填写电子邮箱，没有给它写邮件",)
    )
    assert [(sender, to) for sender, to, _ in mailbox.messages] == [
        (SENDER, ("tjj@example.cn",)),
        (SENDER, TWO),
    ]
    first = read(mailbox.messages[0][2])
    assert first["From"] == f"区发展和改革委员会 <{SENDER}>"
    assert "X-Unsent" not in first
    assert body(first).startswith("区统计局：\n")


def test_what_was_sent_is_recorded_with_who_and_what(room, tmp_path):
    form = tmp_path / "表.xlsx"
    form.write_bytes(b"PK")
    with serving() as (account, mailbox):
        mail_settings.save(room, account)
        sent(room, Kind.FORMS, files={"D02": (form,)}, departments=("D02",))
    (event,) = sending.history(room, "p")
    assert (event.subject, event.code, event.quarter) == ("发信", "D02", "2024Q3")
    assert event.after == (
        "下发填报表：请报送章贡区“十四五”规划2024年前三季度实施情况；发至tjj@example.cn"
    )
    assert (event.origin.through, event.origin.by) == ("电子邮件", "张三")
    assert event.origin.file == "表.xlsx"
    assert attached(read(mailbox.messages[0][2])) == [("表.xlsx", b"PK")]
    assert room.problems() == ()


def test_a_refused_address_is_named_and_the_others_are_recorded(room):
    with serving(temper={TWO[1]: "550 no such user", "tjj@example.cn": "450 later"}) as (
        account,
        mailbox,
    ):
        mail_settings.save(room, account)
        done = sent(room)
    assert done.departments == (SCIENCE,)
    _, first, second = done.left_out
    assert first == (
        "区统计局的邮箱tjj@example.cn没有收到："
        "服务器暂时不收，请过一会儿再发（服务器答复：450 later）"
    )
    assert second == (
        f"区科技局的邮箱{TWO[1]}没有收到："
        "服务器不收发往这个地址的邮件，请核对地址（服务器答复：550 no such user）"
    )
    ((code, words),) = recorded(room)
    assert code == "D05"
    assert words.endswith(f"发至{TWO[0]}")
    assert len(mailbox.messages) == 1


def test_a_letter_that_cannot_be_written_keeps_no_other_from_being_sent(room, tmp_path):
    with serving() as (account, mailbox):
        mail_settings.save(room, account)
        gone = {"D02": (tmp_path / "没有.xlsx",)}
        done = sent(room, Kind.REMINDER, files=gone)
    assert done.departments == (SCIENCE,)
    assert done.left_out[1].startswith("区统计局：附件“")
    assert len(mailbox.messages) == 1


def test_a_lost_connection_ends_it_and_says_who_got_nothing(room):
    with serving(temper={("DATA", 2): None, ("DATA", 3): None}) as (account, mailbox):
        mail_settings.save(room, account)
        done = sent(room)
    assert done.departments == (the.STATISTICS,)
    assert done.left_out[1] == (
        "与“127.0.0.1”的连接中断，没有发信；请检查网络，并核对端口和加密方式。没有发给：区科技局"
    )
    assert [code for code, _ in recorded(room)] == ["D02"]
    assert len(mailbox.messages) == 1


def test_a_cancelled_job_sends_no_more_and_keeps_what_it_recorded(room):
    with serving() as (account, mailbox):
        mail_settings.save(room, account)
        job = sending.send(room, mailing(), KEY)
        told = [next(job).words for _ in range(3)]
        job.close()
    assert told == ["正在连接发信服务器", "正在发给区统计局", "正在发给区科技局"]
    assert [code for code, _ in recorded(room)] == ["D02"]
    assert len(mailbox.messages) == 1


def test_a_wrong_password_sends_and_records_nothing(room):
    with serving() as (account, mailbox):
        mail_settings.save(room, account)
        with pytest.raises(MailError, match="不接受用户名“fgw”和密码，没有发信"):
            sent(room, key="1")
    assert mailbox.messages == []
    assert recorded(room) == []


def test_without_an_account_nothing_is_sent(room):
    with pytest.raises(MailError, match="还没有设置发信服务器"):
        sent(room)


def test_where_nobody_is_to_be_written_to_nobody_is_called(room):
    done = sent(room, departments=("D06",))
    assert done == sending.Sent((), ("区商务局没有填写电子邮箱，没有给它写邮件",))


def test_a_trial_goes_to_the_sender_and_is_not_recorded(room):
    with serving() as (account, mailbox):
        finish(sending.trial(account, KEY))
    ((sender, to, content),) = mailbox.messages
    assert (sender, to) == (SENDER, (SENDER,))
    assert read(content)["Subject"] == "规绩试发"
    assert recorded(room) == []


def test_a_trial_that_is_refused_says_why():
    with (
        serving(temper={"DATA": "554 spam"}) as (account, _),
        pytest.raises(MailError, match=r"试发没有成功：服务器没有接收（服务器答复：554 spam）。"),
    ):
        finish(sending.trial(account, KEY))


def test_a_trial_needs_a_sender():
    with serving() as (account, _), pytest.raises(MailError, match="还没有设置"):
        finish(sending.trial(replace(account, sender=""), KEY))

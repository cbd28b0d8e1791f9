"""A letter as a message: what mail programs read in it, and what it refuses to carry."""

import re
from datetime import UTC
from email import policy
from email.header import decode_header, make_header

import pytest
from hypothesis import given
from hypothesis import strategies as some

from core.errors import MailError
from core.mail.letter import Attachment
from core.mail.message import LONGEST_NAME, written
from tests.core.mail.letters import FORM, LETTER, MORNING, attached, body, letter, read, sent

LINE = some.text(some.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp", "Cn"]), max_size=80)


def named(name):
    return letter(attachments=(Attachment(name, b"x"),))


def test_sender_recipient_subject_and_date_are_read_as_written():
    message = sent()
    assert message["From"].addresses[0].display_name == "区发展和改革委员会"
    assert message["From"].addresses[0].addr_spec == "fagaiwei@zhanggong.example.cn"
    assert message["To"] == "tongjiju@zhanggong.example.cn"
    assert message["Subject"] == LETTER.subject
    assert message["Date"].datetime == MORNING


def test_the_text_is_read_as_written():
    message = sent()
    assert message.get_body().get_content_type() == "text/plain"
    assert body(message) == LETTER.body


def test_an_attachment_comes_whole_under_its_chinese_name():
    assert attached(sent()) == [(FORM.name, FORM.content)]


def test_readers_of_another_age_find_the_name_too():
    (part,) = (
        each
        for each in read(written(LETTER), policy.compat32).walk()
        if each.get_content_disposition() == "attachment"
    )
    assert part.get_filename() == FORM.name
    assert str(make_header(decode_header(part.get_param("name")))) == FORM.name


def test_the_name_stands_in_one_piece_and_no_plain_one_shadows_it():
    headers = written(LETTER).decode("ascii")
    assert re.search(r"\r\n filename\*=UTF-8''2024%E5%B9%B4[^\r]*\.xlsx\r\n", headers)
    assert "filename=" not in headers
    assert "filename*0" not in headers


def test_a_plain_name_stands_as_it_is():
    message = written(named("table 1.pdf"))
    assert b'attachment;\r\n filename="table 1.pdf"\r\n' in message
    assert attached(read(message)) == [("table 1.pdf", b"x")]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ("退回单.PDF", "application/pdf"),
        ("数据", "application/octet-stream"),
    ],
)
def test_the_kind_of_a_file_follows_from_its_ending(name, kind):
    (part,) = read(written(named(name))).iter_attachments()
    assert part.get_content_type() == kind


def test_the_longest_name_a_file_can_have_is_carried():
    name = "填" * 83 + ".xlsx"
    assert len(name.encode()) == LONGEST_NAME - 1
    message = written(named(name))
    assert attached(read(message))[0][0] == name
    assert max(map(len, message.split(b"\r\n"))) < 998


def test_a_name_that_no_file_can_have_is_refused():
    for name in ("填" * 86, "../secret.xlsx", "a\\b.xlsx", "", " . "):
        with pytest.raises(MailError, match="没有写这封邮件"):
            written(named(name))


def test_all_of_it_is_ascii_with_the_line_ends_of_mail():
    message = written(LETTER)
    assert message.isascii()
    assert message.count(b"\n") == message.count(b"\r\n")


def test_the_same_letter_is_the_same_message_to_the_byte():
    assert written(LETTER) == written(letter())
    assert written(letter(identity="9")) != written(LETTER)


def test_a_draft_says_that_it_is_still_to_be_sent():
    assert read(written(LETTER, draft=True))["X-Unsent"] == "1"
    assert "X-Unsent" not in sent()


def test_a_draft_leaves_the_sender_to_the_mail_program():
    message = read(written(letter(sender=""), draft=True))
    assert "From" not in message
    assert message["Message-ID"] == "<8f2c@guiji.invalid>"


def test_the_identity_names_no_computer():
    assert sent()["Message-ID"] == "<8f2c@zhanggong.example.cn>"


def test_a_letter_goes_to_several():
    to = ("a@example.cn", "b@example.cn")
    assert [each.addr_spec for each in sent(to=to)["To"].addresses] == list(to)


def test_a_letter_without_attachments_is_its_text_alone():
    message = sent(attachments=())
    assert message.get_content_type() == "text/plain"
    assert body(message) == LETTER.body


def test_what_begins_another_header_is_refused():
    evil = "问候\r\nBcc: all@example.cn"
    for changed in (
        {"subject": evil},
        {"sender_name": evil},
        {"sender": "a@example.cn\nBcc: b@example.cn"},
        {"to": ("a@example.cn\nBcc: b@example.cn",)},
        {"attachments": (Attachment(f"{evil}.xlsx", b""),)},
        {"subject": "一行\u2028又一行"},
        {"body": "零\0"},
        {"body": "\ud800"},
    ):
        with pytest.raises(MailError):
            written(letter(**changed))


def test_a_refusal_shows_what_cannot_be_seen():
    with pytest.raises(MailError, match="邮件主题“甲□乙”里有换行或控制字符，没有写这封邮件"):
        written(letter(subject="甲\n乙"))


def test_a_letter_to_nobody_is_refused():
    with pytest.raises(MailError, match="没有收件人"):
        written(letter(to=()))


def test_identity_and_time_are_given_by_the_program_and_sound():
    for changed in ({"identity": "a b"}, {"identity": ""}, {"at": MORNING.replace(tzinfo=None)}):
        with pytest.raises(ValueError, match="Letter"):
            written(letter(**changed))
    assert sent(at=MORNING.astimezone(UTC))["Date"].datetime == MORNING


def test_25_megabytes_are_carried_and_a_byte_more_is_refused():
    large = Attachment("资料.zip", bytes(25 * 2**20))
    assert attached(sent(attachments=(large,))) == [("资料.zip", large.content)]
    with pytest.raises(MailError, match="附件共25MB，超过25MB的限额，没有写这封邮件"):
        written(letter(attachments=(large, Attachment("一", b"1"))))


def test_the_limit_can_be_set():
    with pytest.raises(MailError, match=r"附件共1\.5MB，超过1MB的限额"):
        written(letter(attachments=(Attachment("一.zip", bytes(3 * 2**19)),)), limit=2**20)


@given(LINE, LINE, some.binary(max_size=400))
def test_any_text_comes_back_as_it_was_written(subject, name, content):
    name = "附" + re.sub(r'[/\\:*?"<>|]', "", name)[:60] + ".xlsx"
    message = sent(subject=subject, body=f"{subject}\n", attachments=(Attachment(name, content),))
    assert " ".join(message["Subject"].split()) == " ".join(subject.split())
    assert body(message) == f"{subject}\n"
    assert attached(message) == [(name, content)]

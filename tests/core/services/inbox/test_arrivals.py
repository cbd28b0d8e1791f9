"""What is dropped is looked into, file by file, and nothing is passed over silently."""

import base64
import os
import sys
from email.message import EmailMessage
from email.policy import SMTP
from io import BytesIO
from zipfile import ZipFile

import pytest

from core.errors import UserError
from core.services.inbox import arrivals
from core.services.inbox.arrivals import Arrival, Skipped, content, gather

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook\0".encode("utf-16-le")
NAME = "区统计局（2024年上半年）.xlsx"


def book():
    """What every program takes for a workbook by its parts."""
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("xl/workbook.xml", "<workbook/>")
    return made.getvalue()


BOOK = book()


def file(path, found=BOOK):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(found)
    return path


def mail(*attachments, subject="报表"):
    message = EmailMessage(policy=SMTP)
    message["Subject"] = subject
    message.set_content("附上报表。")
    for name, found in attachments:
        if isinstance(found, EmailMessage):
            message.add_attachment(found)
        else:
            message.add_attachment(found, "application", "octet-stream", filename=name)
    return message


def one(path):
    """The only file that is to be read."""
    (found,) = gather([path])
    assert isinstance(found, Arrival)
    return found


def told(paths):
    """What is to be read, by name, and what is skipped, with why."""
    found = list(gather(paths))
    read = [each.name for each in found if isinstance(each, Arrival)]
    return read, {each.name: each.reason for each in found if isinstance(each, Skipped)}


def test_a_file_is_read_as_it_is(tmp_path):
    found = one(file(tmp_path / NAME))

    assert found == Arrival(tmp_path / NAME, NAME)
    assert content(found) == BOOK


def test_a_folder_is_looked_into_with_all_below_it(tmp_path):
    for name, found in {"b.xlsx": BOOK, "a/c.xls": OLD, "a/d/e.et": BOOK}.items():
        file(tmp_path / name, found)

    assert told([tmp_path])[0] == ["c.xls", "e.et", "b.xlsx"]


def test_what_is_no_form_in_a_folder_is_skipped_with_a_word(tmp_path):
    file(tmp_path / "盖章.pdf", b"%PDF-1.7")
    file(tmp_path / "~$报表.xlsx")
    file(tmp_path / "空.xlsx", b"")
    file(tmp_path / "说明.txt", "请填报".encode())
    file(tmp_path / ".DS_Store", b"Bud1")
    file(tmp_path / "改过名的表", BOOK)
    file(tmp_path / "文本.csv", b"1,2")
    file(tmp_path / "坏了.XLSX", b"PK\x03\x04")

    assert told([tmp_path]) == (
        ["坏了.XLSX", "改过名的表", "文本.csv"],
        {
            "盖章.pdf": "是PDF，不是报表，跳过",
            "~$报表.xlsx": "是Office打开文件时的临时文件，跳过；报表是不带“~$”的那个文件",
            "空.xlsx": "是空文件，跳过；可能没有传完整，请对方重新发送",
            "说明.txt": "是文本或CSV，不是报表，跳过",
        },
    )


def test_a_file_that_somebody_named_is_read_whatever_it_is(tmp_path):
    names = [file(tmp_path / "a.pdf", b"%PDF-1.7"), tmp_path / "没有.xlsx"]
    assert told(names)[0] == ["a.pdf", "没有.xlsx"]
    assert list(told([file(tmp_path / "~$b.xlsx"), file(tmp_path / "c.xlsx", b"")])[1]) == [
        "~$b.xlsx",
        "c.xlsx",
    ]


def test_an_empty_folder_is_said_to_be_empty(tmp_path):
    (tmp_path / "空").mkdir()
    assert told([tmp_path / "空"]) == ([], {"空": "文件夹里没有文件，跳过"})


def test_what_is_named_twice_is_read_once(tmp_path):
    path = file(tmp_path / NAME)
    assert told([path, tmp_path, path])[0] == [NAME]


def test_the_attachments_of_a_mail_are_read_and_its_pictures_skipped(tmp_path):
    sent = mail((NAME, BOOK), ("印章.png", b"\x89PNG\r\n"))
    found = list(gather([file(tmp_path / "来信.eml", sent.as_bytes())]))

    assert found == [
        Arrival(tmp_path / "来信.eml", NAME, (0,)),
        Skipped(tmp_path / "来信.eml", "印章.png", "是图片，不是报表，跳过"),
    ]
    assert isinstance(found[0], Arrival)
    assert content(found[0]) == BOOK


def test_a_mail_within_a_mail_is_looked_into(tmp_path):
    inner = mail((NAME, BOOK))
    forwarded = mail(("", inner), subject="转发")
    attached = mail(("原信.eml", forwarded.as_bytes()))

    for sent in (forwarded, attached):
        found = one(file(tmp_path / "来信.eml", sent.as_bytes()))
        assert (found.name, content(found)) == (NAME, BOOK)


def test_a_mail_that_holds_itself_over_and_over_comes_to_an_end(tmp_path):
    sent = mail((NAME, BOOK))
    for _ in range(9):
        sent = mail(("信.eml", sent.as_bytes()))

    assert told([file(tmp_path / "来信.eml", sent.as_bytes())]) == (
        [],
        {"信.eml": "是邮件，不是报表，跳过"},
    )


def test_a_mail_without_attachments_is_said_so(tmp_path):
    assert told([file(tmp_path / "a.eml", mail().as_bytes())])[1] == {
        "a.eml": "邮件里没有附件，跳过"
    }


HEADERS = {
    "rfc2231": b"filename*=UTF-8''%E5%8C%BA.xlsx",
    "rfc2047": b'filename="=?gb18030?B?' + base64.b64encode("区.xlsx".encode("gb18030")) + b'?="',
    "raw gbk": b'filename="' + "区.xlsx".encode("gb18030") + b'"',
    "raw utf-8": b'filename="' + "区.xlsx".encode() + b'"',
    "two encoded words": b'filename="=?utf-8?B?5Yy6?=\r\n =?utf-8?B?Lnhsc3g=?="',
    "rfc2231 in two": b"filename*0*=UTF-8''%E5%8C;\r\n filename*1*=%BA.xlsx",
    "a path": b'filename="C:\\\\temp\\\\' + "区.xlsx".encode() + b'"',
}


@pytest.mark.parametrize("how", HEADERS)
def test_a_chinese_name_is_read_however_a_mail_program_wrote_it(tmp_path, how):
    sent = (
        b"From: a@b.cn\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n'
        b"Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n"
        b"Content-Disposition: attachment; " + HEADERS[how] + b"\r\n\r\n"
        + base64.b64encode(BOOK) + b"\r\n--x--\r\n"
    )  # fmt: skip
    found = one(file(tmp_path / "来信.eml", sent))

    assert (found.name, content(found)) == ("区.xlsx", BOOK)


def test_a_name_may_stand_in_the_type_of_an_attachment_alone(tmp_path):
    head = b'From: a@b.cn\r\nContent-Type: application/x; name="a.xlsx"\r\n'
    sent = head + b"Content-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(BOOK)
    assert one(file(tmp_path / "来信.eml", sent)).name == "a.xlsx"


def test_what_cannot_be_read_is_said_so(tmp_path, monkeypatch):
    gone, large = Arrival(tmp_path / "没有.xlsx", "没有.xlsx"), file(tmp_path / "大.xlsx")
    letter = file(tmp_path / "来信.eml", mail((NAME, BOOK)).as_bytes())
    monkeypatch.setattr(arrivals, "LARGEST_MAIL", len(BOOK) - 1)
    with pytest.raises(UserError, match=r"“没有.xlsx”打不开（No such file or directory）"):
        content(gone)
    with pytest.raises(UserError, match=r"“大.xlsx”超过0MB，不像报表，没有读"):
        content(Arrival(large, large.name))
    assert told([large])[0] == ["大.xlsx"]
    monkeypatch.undo()
    with pytest.raises(UserError, match=r"邮件里不再有“b.xlsx”，没有读"):
        content(Arrival(letter, "b.xlsx", (1,)))


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every name is text")
def test_a_name_that_no_text_can_hold_is_shown_with_a_mark(tmp_path):
    path = os.fsencode(tmp_path) + b"/\xc8\xcb.xlsx"
    with open(path, "wb") as made:  # noqa: PTH123 - its name is bytes
        made.write(BOOK)
    found = one(tmp_path)

    assert (found.name, content(found)) == ("��.xlsx", BOOK)

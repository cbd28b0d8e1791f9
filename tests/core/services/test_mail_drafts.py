"""Drafts: one file per department, to be opened in whatever mail program there is."""

from io import BytesIO

import msoffcrypto
import openpyxl
import pytest

from core.errors import NotFoundError, OutputError, UsageError
from core.mail.account import Account
from core.mail.wording import Kind, Text
from core.progress import finish
from core.services.mail import mail, mail_settings
from core.services.mail.mailing import Mailing
from db.engine import open_store
from tests import factory as the
from tests.core.mail.letters import attached, body, read
from tests.core.memory import MemoryStore
from tests.core.services.mailroom import LATE, TO, furnish, hand_in, mailing

KEY = "规绩2024"


@pytest.fixture(params=["memory", "sql"])
def room(request, tmp_path):
    """The office's store."""
    made = MemoryStore() if request.param == "memory" else open_store(tmp_path / "guiji.db")
    return furnish(made)


def drafted(store, folder, *args, **rest):
    """What came of writing drafts, and the messages by the name of their file."""
    done = finish(mail.drafts(store, mailing(*args, **rest), folder))
    return done, {path.name: read(path.read_bytes()) for path in done.files}


def workbook(path, text="数"):
    """A small workbook in a file."""
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = text
    book.save(path)
    return path


def test_whoever_has_not_reported_is_reminded(room, tmp_path):
    hand_in(room, "D05")
    done, messages = drafted(room, tmp_path / "out")
    assert list(messages) == ["2024年前三季度-D02区统计局-催报.eml"]
    assert done.files[0].parent == tmp_path / "out"
    assert done.left_out == ("区商务局没有填写电子邮箱，没有给它写邮件",)
    (message,) = messages.values()
    assert message["To"] == "tjj@example.cn"
    assert message["Subject"] == "催报：章贡区“十四五”规划2024年前三季度填报表"
    assert message["X-Unsent"] == "1"
    assert message["Date"].datetime == LATE
    assert body(message) == (
        "区统计局：\n"
        "　　章贡区“十四五”规划2024年前三季度填报表的报送截止日期是2024年10月21日，已逾期3天。"
        "至今没有收到你单位的填报表，请尽快报送；已经发出的，请告知发出的时间。\n"
        "　　联系人：张三，电话：8200000。\n"
        "\n"
        "区发展和改革委员会\n"
        "2024年10月24日\n"
    )


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (LATE.replace(day=18), "还有3天截止。"),
        (LATE.replace(day=21), "今天截止。"),
        (LATE.replace(day=22), "已逾期1天。"),
        (LATE.replace(year=2027), "已经截止。"),  # when nobody collects that quarter any more
    ],
)
def test_a_reminder_counts_the_days(room, tmp_path, day, words):
    _, messages = drafted(room, tmp_path, at=day)
    assert words in body(next(iter(messages.values())))


def test_nobody_is_reminded_of_a_quarter_that_is_not_over(room, tmp_path):
    done, _ = drafted(room, tmp_path, at=LATE.replace(month=9))
    assert done == mail.Drafted(())


def test_who_is_named_is_written_to_or_it_is_said_why_not(room, tmp_path):
    hand_in(room, "D05")
    done, _ = drafted(room, tmp_path, departments=("区科学技术局", "D02"))
    assert [path.name for path in done.files] == ["2024年前三季度-D02区统计局-催报.eml"]
    assert done.left_out == ("区科技局2024年前三季度已报送，没有催报",)


def test_a_form_goes_to_every_address_of_its_department(room, tmp_path):
    form = workbook(tmp_path / "2024年前三季度-区科技局-填报表.xlsx")
    done, messages = drafted(room, tmp_path / "out", Kind.FORMS, files={"D05": (form,)})
    (message,) = messages.values()
    assert message["To"] == TO["D05"]
    assert attached(message) == [(form.name, form.read_bytes())]
    assert "请于2024年10月21日以前（含当日）报送" in body(message)
    assert "密码" not in body(message)
    assert done.left_out == (
        "没有区统计局的填报表，没有给它写邮件",
        "没有区商务局的填报表，没有给它写邮件",
    )


def test_a_form_is_locked_with_a_password_and_the_letter_says_so(room, tmp_path):
    form = workbook(tmp_path / "表.xlsx", "内部")
    given = {"files": {"D02": (form,)}, "password": KEY}
    _, messages = drafted(room, tmp_path / "out", Kind.FORMS, departments=("D02",), **given)
    (message,) = messages.values()
    ((name, content),) = attached(message)
    locked, opened = msoffcrypto.OfficeFile(BytesIO(content)), BytesIO()
    assert name == "表.xlsx"
    assert locked.is_encrypted()
    locked.load_key(password=KEY, verify_password=True)
    locked.decrypt(opened, verify_integrity=True)
    assert opened.getvalue() == form.read_bytes()
    assert "附件加了打开密码，密码另行告知。" in body(message)


def test_what_cannot_be_locked_is_not_sent_open(room, tmp_path):
    paper = tmp_path / "退回单.pdf"
    paper.write_bytes(b"%PDF")
    given = {"files": {"D02": (paper,)}, "password": KEY}
    done, _ = drafted(room, tmp_path / "out", Kind.RETURN, **given)
    assert done.files == ()
    assert done.left_out[0].startswith(
        "区统计局：“退回单.pdf”不是.xlsx等Office文件，不能加打开密码"
    )
    assert list((tmp_path / "out").iterdir()) == []


def test_a_return_says_what_is_to_be_corrected(room, tmp_path):
    matters = {"D02": "一、B-01：数比上期小，请核对。", "D06": "无"}
    done, messages = drafted(room, tmp_path, Kind.RETURN, matters=matters)
    assert list(messages) == ["2024年前三季度-D02区统计局-退回.eml"]
    assert "　　一、B-01：数比上期小，请核对。\n" in body(*messages.values())
    assert done.left_out == ("区商务局没有填写电子邮箱，没有给它写邮件",)


def test_the_office_words_its_letters_itself(room, tmp_path):
    mail_settings.save_texts(room, {Kind.REMINDER: Text("请{单位}报表", "{期限}")})
    _, messages = drafted(room, tmp_path, departments=("D02",))
    (message,) = messages.values()
    assert (message["Subject"], body(message)) == ("请区统计局报表", "已逾期3天\n")


def test_a_missing_attachment_is_named_and_keeps_no_other_letter_from_being_written(room, tmp_path):
    here = workbook(tmp_path / "有.xlsx")
    given = {"D02": (tmp_path / "没有.xlsx",), "D05": (here,)}
    done, _ = drafted(room, tmp_path / "out", Kind.RETURN, files=given)
    assert [path.name for path in done.files] == ["2024年前三季度-D05区科技局-退回.eml"]
    (why,) = done.left_out
    assert why.startswith(f"区统计局：附件“{tmp_path / '没有.xlsx'}”打不开")


def test_attachments_beyond_the_limit_are_refused(room, tmp_path):
    mail_settings.save(room, Account(limit=1))
    form = workbook(tmp_path / "表.xlsx")
    done, _ = drafted(room, tmp_path / "out", Kind.RETURN, files={"D02": (form,)})
    (why,) = done.left_out
    assert why.startswith("区统计局：附件共")


def test_the_sender_of_drafts_is_the_office_once_it_has_an_account(room, tmp_path):
    mail_settings.save(room, Account(sender="fgw@example.cn", sender_name="区发改委"))
    _, messages = drafted(room, tmp_path, departments=("D02",))
    (message,) = messages.values()
    assert message["From"] == "区发改委 <fgw@example.cn>"


def test_unknown_departments_plans_and_quarters_are_named(room, tmp_path):
    with pytest.raises(NotFoundError, match="没有单位“D99”，规划里的单位：D01区发改委"):
        finish(mail.drafts(room, mailing(departments=("D99",)), tmp_path))
    with pytest.raises(NotFoundError):
        finish(mail.drafts(room, Mailing(Kind.FORMS, "q", the.quarter(), LATE), tmp_path))
    outside = Mailing(Kind.FORMS, "p", the.quarter("2031Q1"), LATE)
    with pytest.raises(UsageError):
        finish(mail.drafts(room, outside, tmp_path))


def test_a_folder_that_cannot_be_one_is_named(room, tmp_path):
    (tmp_path / "out").write_text("")
    with pytest.raises(OutputError):
        finish(mail.drafts(room, mailing(), tmp_path / "out"))


def test_a_cancelled_job_leaves_whole_drafts_only(room, tmp_path):
    job = mail.drafts(room, mailing(), tmp_path)
    assert next(job).words == "正在写给区统计局的邮件"
    assert next(job).done == 1
    job.close()
    made = [path.name for path in tmp_path.glob("*.eml")]
    assert made == ["2024年前三季度-D02区统计局-催报.eml"]

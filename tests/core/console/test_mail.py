"""The command mail: drafts with what goes with them, and the addresses that they go to."""

import getpass
import io
import json
import sys
from io import BytesIO
from pathlib import Path

import keyring
import msoffcrypto
import openpyxl
import pytest

import main
from core.domain.period import Quarter
from core.domain.submission import State, Submission
from core.services.mail import mail_settings
from tests.core.mail.keyrings import Remembering
from tests.core.mail.letters import attached, body, read
from tests.core.mail.server import KEY, USER, account_at, serving

PLAN = ("--plan", "zhanggong-2021-2025")
FORMS = ("mail", "forms", *PLAN, "--quarter", "2024Q2")
ONE = ("--department", "D02")
BOOK = "2024年上半年-区统计局-填报表.xlsx"


@pytest.fixture
def guiji(database, capsys):
    """Run a command on a database of one's own: status, JSON document, what stands on stderr."""

    def run(*words):
        status = main.main([*words, "--database", str(database), "--json"])
        told = capsys.readouterr()
        return status, json.loads(told.out or "null"), told.err

    run("mail", "addresses", *PLAN, "D02=tjj@example.cn", "D05=kjj@example.cn；b@example.cn")
    return run


@pytest.fixture
def out(tmp_path):
    """Where drafts are written."""
    return tmp_path / "out"


def drafts(document):
    """The messages that were written, by the department in the name of their file."""
    return {
        Path(path).name.split("-")[1]: read(Path(path).read_bytes()) for path in document["files"]
    }


def test_addresses_are_kept_and_listed_with_their_departments(guiji, database, capsys):
    _, document, _ = guiji("mail", "addresses", *PLAN)
    assert document["addresses"]["D05"] == "kjj@example.cn, b@example.cn"
    assert document["addresses"]["D06"] == ""
    assert main.main(["mail", "addresses", *PLAN, "D02=", "--database", str(database)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "D02  区统计局  没有填写"
    assert lines[4] == "D05  区科技局  kjj@example.cn, b@example.cn"


def test_what_is_no_address_keeps_what_was(guiji):
    assert guiji("mail", "addresses", *PLAN, "D02=统计局")[0] == 1
    status, _, told = guiji("mail", "addresses", *PLAN, "D02")
    assert (status, told) == (2, "“D02”应写作编码=地址，如D02=tjj@example.cn\n")
    assert guiji("mail", "addresses", *PLAN)[1]["addresses"]["D02"] == "tjj@example.cn"


def test_a_form_is_written_and_goes_to_its_department(guiji, out):
    status, document, _ = guiji(*FORMS, *ONE, "-o", str(out))
    message = drafts(document)["D02区统计局"]
    assert status == 0
    assert document["forms"] == [str(out / BOOK)]
    assert message["To"] == "tjj@example.cn"
    assert message["X-Unsent"] == "1"
    assert attached(message) == [(BOOK, (out / BOOK).read_bytes())]


def test_all_get_theirs_and_whoever_has_no_address_is_named(guiji, out):
    status, document, told = guiji(*FORMS, "-o", str(out))
    assert status == 1
    assert list(drafts(document)) == ["D02区统计局", "D05区科技局"]
    assert len(document["forms"]) > 20
    assert "区工信局没有填写电子邮箱，没有给它写邮件" in document["left_out"]
    assert "区工信局没有填写电子邮箱，没有给它写邮件\n" in told
    for message in drafts(document).values():
        ((name, content),) = attached(message)
        assert name in {Path(path).name for path in document["forms"]}
        assert "填报说明" in openpyxl.load_workbook(BytesIO(content)).sheetnames


def test_forms_are_locked_with_a_password_from_stdin(guiji, out, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO("规绩2024\n"))
    _, document, _ = guiji(*FORMS, *ONE, "--password-stdin", "-o", str(out))
    message = drafts(document)["D02区统计局"]
    ((_, content),) = attached(message)
    locked, opened = msoffcrypto.OfficeFile(BytesIO(content)), BytesIO()
    locked.load_key("规绩2024", verify_password=True)
    locked.decrypt(opened)
    assert opened.getvalue() == (out / BOOK).read_bytes()
    assert "附件加了打开密码，密码另行告知" in body(message)


@pytest.mark.parametrize("stdin", [None, io.StringIO("\n")])
def test_without_a_password_on_stdin_nothing_is_written(guiji, out, monkeypatch, stdin):
    monkeypatch.setattr(sys, "stdin", stdin)
    status, _, told = guiji(*FORMS, *ONE, "--password-stdin", "-o", str(out))
    assert (status, told) == (2, "--password-stdin要从标准输入读一行密码，没有读到\n")
    assert not out.exists()


def test_files_of_a_folder_go_to_the_departments_in_their_names(guiji, tmp_path, out):
    (tmp_path / "附件").mkdir()
    for name in ("区统计局退回单.pdf", "区科技局.pdf", "通知.pdf"):
        (tmp_path / "附件" / name).write_bytes(name.encode())
    words = ("mail", "returns", *PLAN, "--quarter", "2024Q2", "--attach", str(tmp_path / "附件"))
    status, document, _ = guiji(*words, "-o", str(out))
    found = {name: attached(message) for name, message in drafts(document).items()}
    assert status == 1
    assert document["left_out"] == ["附件“通知.pdf”不知道给哪个单位，没有发"]
    assert found == {
        "D02区统计局": [("区统计局退回单.pdf", "区统计局退回单.pdf".encode())],
        "D05区科技局": [("区科技局.pdf", "区科技局.pdf".encode())],
    }


def test_forms_that_are_there_are_not_written_again(guiji, out):
    guiji(*FORMS, *ONE, "-o", str(out))
    status, document, _ = guiji(*FORMS, *ONE, "--attach", str(out), "-o", str(out))
    assert (status, document["forms"]) == (0, [])
    ((name, _),) = attached(drafts(document)["D02区统计局"])
    assert name == BOOK


def test_only_who_has_not_reported_is_reminded(guiji, store, out):
    given = Submission("D02", Quarter(2024, 2), State.SUBMITTED, None, "2024-07-20T09:00:00+08:00")
    with store.writing() as work:
        work.submissions.save("zhanggong-2021-2025", given)
    words = ("mail", "reminders", *PLAN, "--quarter", "2024Q2", "-o", str(out))
    _, document, _ = guiji(*words)
    assert list(drafts(document)) == ["D05区科技局"]
    status, document, _ = guiji(*words, *ONE)
    assert (status, document["files"]) == (1, [])
    assert document["left_out"] == ["区统计局2024年上半年已报送，没有催报"]


def test_where_nobody_is_to_be_written_to_it_is_said(guiji, database, capsys, out):
    words = ("mail", "returns", *PLAN, "--quarter", "2024Q2", "-o", str(out))
    assert guiji(*words)[0] == 0
    main.main([*words, "--database", str(database)])
    assert capsys.readouterr().out == "没有要写信的单位\n"


@pytest.fixture
def passwords(monkeypatch):
    """The system's keyring."""
    found = Remembering()
    monkeypatch.setattr(keyring, "get_keyring", lambda: found)
    return found


REMIND = ("mail", "reminders", *PLAN, "--quarter", "2024Q2", "--send")


def test_reminders_are_sent_with_the_password_that_is_kept(guiji, store, passwords, capsys):
    with serving() as (account, mailbox):
        mail_settings.save(store, account)
        passwords.set_password("guiji", f"{USER}@{account.host}", KEY)
        status, document, _ = guiji(*REMIND, *ONE)
        assert (status, document["files"], document["sent"]) == (0, [], ["区统计局"])
        main.main([*REMIND, *ONE, "--database", store.address])
    assert capsys.readouterr().out == "已发给区统计局\n"
    told = guiji("mail", "sent", *PLAN)[1]["sent"]
    assert [each["department"] for each in told] == ["D02", "D02"]
    assert told[0]["text"].endswith("填报表；发至tjj@example.cn")
    assert [to for _, to, _ in mailbox.messages] == [("tjj@example.cn",)] * 2


def test_where_nothing_was_sent_it_is_said(guiji, database, capsys):
    assert guiji("mail", "sent", *PLAN)[1] == {"sent": []}
    main.main(["mail", "sent", *PLAN, "--database", str(database)])
    assert capsys.readouterr().out == "没有发过信\n"
    assert guiji("mail", "sent", "--plan", "none")[0] == 1


def test_a_password_that_is_not_kept_is_asked_for(guiji, store, passwords, monkeypatch):
    asked = []

    def answer(words):
        asked.append(words)
        return KEY

    monkeypatch.setattr(getpass, "getpass", answer)
    with serving() as (account, mailbox):
        mail_settings.save(store, account)
        assert guiji(*REMIND, *ONE)[0] == 0
    assert asked == ["“fgw”的发信密码："]
    assert len(mailbox.messages) == 1


def test_without_a_password_nothing_is_sent(guiji, store, passwords, monkeypatch):
    def nobody(_):
        raise EOFError

    monkeypatch.setattr(getpass, "getpass", nobody)
    mail_settings.save(store, account_at(25))
    status, _, told = guiji(*REMIND, *ONE)
    assert (status, told) == (2, "没有读到发信密码，没有发信；请在“设置与数据”里保存密码\n")


def test_without_a_user_no_password_is_asked_for(guiji):
    status, _, told = guiji(*REMIND, *ONE)
    assert status == 1
    assert "还没有设置发信服务器" in told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("mail",), "缺少动作。"),
        (("mail", "greetings"), "没有“greetings”这个动作"),
        (("mail", "forms", *PLAN), "缺少--quarter"),
    ],
)
def test_wrong_usage_is_told(guiji, words, told):
    status, _, error = guiji(*words)
    assert status == 2
    assert told in error

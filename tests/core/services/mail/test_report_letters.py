"""Reports go by e-mail: to each department its own and those about all, to others every one."""

from pathlib import Path

import pytest

from core.errors import MailError
from core.mail.wording import Kind
from core.progress import finish
from core.services.mail import mail, report_letters
from core.services.mail.report_letters import Addressees
from core.services.reports.recording import Made
from core.services.reports.reporting import Request
from db.engine import open_store
from tests.core.mail.letters import attached, body, read
from tests.core.memory import MemoryStore
from tests.core.services.mailroom import LATE, Q3, furnish


@pytest.fixture(params=["memory", "sql"])
def room(request, tmp_path):
    """The office's store."""
    made = MemoryStore() if request.param == "memory" else open_store(tmp_path / "guiji.db")
    return furnish(made)


@pytest.fixture
def reports(tmp_path):
    """A report about all, and one about each of two departments."""
    made = []
    for name, department in (("全区", ""), ("统计局", "D02"), ("科技局", "D05")):
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(b"%PDF-" + name.encode())
        made.append(Made(Request("completion", "p", Q3), name, "0" * 12, (path,), department))
    return made


def drafted(room, folder, reports, to):
    """The messages by name of file, and who got none."""
    done = finish(mail.drafts(room, report_letters.mailing("p", Q3, reports, to, LATE), folder))
    return {path.name: read(path.read_bytes()) for path in done.files}, done.left_out


def names(message):
    """The names of what is attached."""
    return [Path(name).stem for name, _ in attached(message)]


def test_each_department_gets_its_own_and_what_is_about_all(room, tmp_path, reports):
    messages, left_out = drafted(room, tmp_path / "out", reports, Addressees())
    assert {name: names(each) for name, each in messages.items()} == {
        "2024年前三季度-D02区统计局-发送报告.eml": ["全区", "统计局"],
        "2024年前三季度-D05区科技局-发送报告.eml": ["全区", "科技局"],
    }
    assert left_out == ()


def test_a_letter_says_what_it_brings(room, tmp_path, reports):
    messages, _ = drafted(room, tmp_path / "out", reports, Addressees(("D02",)))
    (message,) = messages.values()
    assert message["Subject"] == "章贡区“十四五”规划2024年前三季度实施情况报告"
    first, second, *_ = body(message).split("\n")
    assert first == "区统计局："
    assert second == (
        "　　现将章贡区“十四五”规划2024年前三季度实施情况的报告发给你单位，请查收附件。"
    )


def test_others_get_one_letter_with_every_report(room, tmp_path, reports):
    to = Addressees(others="a@example.cn；b@example.cn")
    messages, _ = drafted(room, tmp_path / "out", reports, to)
    ((name, message),) = messages.items()
    assert name == "2024年前三季度-其他收件人-发送报告.eml"
    assert message["To"] == "a@example.cn, b@example.cn"
    assert names(message) == ["全区", "统计局", "科技局"]
    assert "：\n" not in body(message).split("联系人")[0]


def test_departments_that_cannot_be_reached_are_named(room, tmp_path, reports):
    to = Addressees(("D06", "D02"), "a@example.cn")
    messages, left_out = drafted(room, tmp_path / "out", reports[1:], to)
    assert list(messages) == [
        "2024年前三季度-D02区统计局-发送报告.eml",
        "2024年前三季度-其他收件人-发送报告.eml",
    ]
    assert left_out == ("没有给区商务局的报告，没有给它写邮件",)


def test_an_address_that_is_none_is_refused(reports):
    with pytest.raises(MailError, match="“张三”不是电子邮箱地址"):
        report_letters.mailing("p", Q3, reports, Addressees(others="张三"), LATE)


def test_the_occasion_is_the_sending_of_reports(reports):
    found = report_letters.mailing("p", Q3, reports, Addressees(), LATE)
    assert (found.kind, found.departments, found.others) == (Kind.REPORT, (), ())

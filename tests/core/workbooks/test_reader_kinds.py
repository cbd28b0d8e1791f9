"""Files of other kinds are recognised by what is in them, and named."""

import pytest

from core.domain.returned import Verdict
from core.workbooks.files import opening
from tests.core.workbooks import returned as the
from tests.core.workbooks.traps import endless, kinds

FIGURES = {"B-01": "12.50", "B-02": "88.50", "P01-01": "封顶"}


@pytest.mark.parametrize("name", kinds.OTHERS)
def test_a_file_that_is_no_workbook_is_named_with_what_to_do(name):
    said, make = kinds.OTHERS[name]
    found = the.read(make(), name)
    assert found.verdict is Verdict.UNREADABLE
    (finding,) = found.findings
    assert said in finding.message
    assert ("请" in finding.message) or ("跳过" in finding.message)
    assert not found.locked


def test_a_file_is_told_by_its_name_size_and_digest():
    found = the.read(b"", "空.xlsx")
    assert (found.name, found.size) == ("空.xlsx", 0)
    assert found.sha256.startswith("e3b0c44298fc1c14")


def test_a_file_that_is_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(opening, "LONGEST_FILE", 2**10)
    assert "文件超过" in the.told(the.read(the.workbook()))


@pytest.fixture(scope="module")
def locked():
    """A form that opens with the password “secret”."""
    return endless.locked()


def test_a_form_with_a_password_asks_for_it(locked):
    found = the.read(locked)
    assert (found.verdict, found.locked) == (Verdict.UNREADABLE, True)
    assert the.told(found) == "文件加了密码，请输入打开密码"


def test_a_wrong_password_is_told(locked):
    found = the.read(locked, password=endless.WORD.upper())
    assert found.locked
    assert the.told(found) == "密码不对，没有打开；请核对后再输"


def test_the_right_password_opens_it(locked):
    found = the.read(locked, password=endless.WORD)
    assert found.entries == found.sent
    assert not found.locked


def test_a_password_for_a_form_without_one_does_no_harm():
    assert the.read(the.workbook(), password=endless.WORD).verdict is Verdict.READY


def test_what_excel_itself_encrypts_needs_no_password():
    assert the.read(endless.locked(word="VelvetSweatshop")).verdict is Verdict.READY

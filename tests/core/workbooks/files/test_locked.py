"""A password on a workbook that goes out: whoever has it opens it, nobody else does."""

import zipfile
from io import BytesIO

import openpyxl
import pytest

from core.errors import MailError
from core.workbooks.files.book import LockedError
from core.workbooks.files.locked import LONGEST_PASSWORD, encrypted, opened
from core.workbooks.files.opening import open_book

KEY = "规绩 2024"


def workbook(beside=b""):
    """A workbook with something large in it."""
    book, content = openpyxl.Workbook(), BytesIO()
    book.worksheets[0]["A1"] = "内部"
    book.save(content)
    with zipfile.ZipFile(content, "a") as parts:
        parts.writestr("xl/media/beside.bin", beside)
    return content.getvalue()


@pytest.mark.parametrize("size", [0, 1, 4096, 70_000, 8_000_000])
def test_it_opens_with_the_password_to_the_byte_whatever_its_size(size):
    plain = workbook(bytes(size))
    locked = encrypted("表.xlsx", plain, KEY)
    assert b"xl/worksheets" not in locked
    assert opened(locked, KEY) == plain


def test_our_own_reader_opens_it_and_asks_for_the_password():
    locked = encrypted("表.xlsx", workbook(), KEY)
    assert open_book("表.xlsx", locked, KEY).sheets[0].text((1, 1)) == "内部"
    with pytest.raises(LockedError, match="文件加了密码"):
        open_book("表.xlsx", locked)
    with pytest.raises(LockedError, match="密码不对"):
        open_book("表.xlsx", locked, KEY.upper() + "x")


def test_the_same_workbook_is_never_locked_the_same_way():
    assert encrypted("表.xlsx", workbook(), KEY) != encrypted("表.xlsx", workbook(), KEY)


@pytest.mark.parametrize(
    ("name", "content"), [("退回单.pdf", b"%PDF"), ("表.xlsx", b"%PDF"), ("表.zip", workbook())]
)
def test_what_is_no_office_file_is_refused(name, content):
    with pytest.raises(MailError, match=f"“{name}”不是.xlsx等Office文件，不能加打开密码"):
        encrypted(name, content, KEY)


@pytest.mark.parametrize("key", ["", "a\n", "长" * (LONGEST_PASSWORD + 1)])
def test_a_password_that_no_program_takes_is_refused(key):
    with pytest.raises(MailError, match=f"打开密码应为1至{LONGEST_PASSWORD}个可以打印的字"):
        encrypted("表.xlsx", workbook(), key)

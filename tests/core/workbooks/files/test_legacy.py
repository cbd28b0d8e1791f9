"""What the library for other formats gives, and what is made of it."""

from datetime import date, datetime, time, timedelta
from types import SimpleNamespace

import msoffcrypto
import pytest

from core.workbooks.files import legacy, opening
from core.workbooks.files.book import BookError, Kind, LockedError, Look, Show, Stored
from tests.core.workbooks.traps import endless, kinds


class Sheet:
    """A sheet as the library gives it."""

    def __init__(self, rows, start=(0, 0), height=10):
        self._rows, self.start = rows, start
        self.total_height, self.total_width = height, 10

    def iter_rows(self):
        return iter(self._rows)


class Book:
    """A workbook as the library gives it."""

    sheet_names = ("表",)

    def __init__(self, sheet):
        self._sheet = sheet

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def get_sheet_by_name(self, _):
        if isinstance(self._sheet, BaseException):
            raise self._sheet
        return self._sheet


def read(monkeypatch, sheet, **rest):
    """The one sheet that comes of what the library gives."""
    given = SimpleNamespace(from_filelike=lambda _: Book(sheet))
    monkeypatch.setattr(legacy, "CalamineWorkbook", given)
    (found,) = legacy.read(b"", **rest).sheets
    return found


def number(text, shown=""):
    """A number that is shown as a day."""
    return Stored(text, Kind.NUMBER, Look(Show.DATE), shown=shown)


@pytest.mark.parametrize(
    ("value", "stored"),
    [
        ("文字", Stored("文字")),
        ("#N/A", Stored("#N/A", Kind.ERROR)),
        (True, Stored("TRUE", Kind.FLAG)),
        (12.5, Stored("12.5", Kind.NUMBER, Look(Show.UNKNOWN))),
        (3, Stored("3", Kind.NUMBER, Look(Show.UNKNOWN))),
        (float("inf"), Stored("", Kind.LOST)),
        (date(1900, 2, 14), number("45", "1900-02-14")),
        (datetime(2024, 5, 1, 12), number("45413.5", "2024-05-01 12:00:00")),  # noqa: DTZ001
        (time(12, 0), number("0.5", "12:00:00")),
        (timedelta(days=2), number("2", "2 days, 0:00:00")),
    ],
)
def test_each_kind_of_value_has_its_meaning(monkeypatch, value, stored):
    assert read(monkeypatch, Sheet([[value]])).cells == {(1, 1): stored}


def test_empty_cells_are_left_out_and_the_first_may_stand_anywhere(monkeypatch):
    assert set(read(monkeypatch, Sheet([["", "x"], [1, ""]], (4, 2))).cells) == {(5, 4), (6, 3)}


def test_an_empty_sheet_has_no_cells(monkeypatch):
    assert read(monkeypatch, Sheet([], None)).cells == {}


def test_a_sheet_that_reaches_too_far_is_not_read(monkeypatch):
    assert "相距太远" in read(monkeypatch, Sheet([], height=10**6)).lost


class Panic(BaseException):
    """What the library raises when it gives up."""


def test_a_panic_of_the_library_is_a_damaged_file(monkeypatch):
    with pytest.raises(BookError, match="文件已损坏"):
        read(monkeypatch, Panic())


@pytest.mark.parametrize("error", [KeyboardInterrupt, MemoryError])
def test_what_is_not_the_file_s_fault_goes_through(monkeypatch, error):
    with pytest.raises(error):
        read(monkeypatch, error())


class Encrypted:
    """An old workbook with a password, as the library opens it."""

    def __init__(self, _):
        self._password = None

    def is_encrypted(self):
        return True

    def load_key(self, password, *, verify_password):
        assert verify_password
        if password != endless.WORD:
            raise msoffcrypto.exceptions.InvalidKeyError

    def decrypt(self, file):
        file.write(kinds.kept("xls"))


def test_an_old_workbook_with_a_password_asks_for_it(monkeypatch):
    monkeypatch.setattr(msoffcrypto, "OfficeFile", Encrypted)
    with pytest.raises(LockedError, match="请输入打开密码"):
        opening.open_book("a.xls", kinds.kept("xls"))
    assert opening.open_book("a.xls", kinds.kept("xls"), endless.WORD).sheets

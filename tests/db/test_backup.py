"""Copies: whole, beside the file, never over another one."""

import sqlite3
from datetime import date

import pytest

from core.errors import StorageError
from db import backup
from tests.db.factories import AT, FORM, entry, plan
from tests.db.files import planned_file, rows, writer

TODAY = date(2026, 11, 23)


def test_copies_of_a_day_are_numbered(file):
    planned_file(file)
    names = [backup.keep(file, TODAY).name for _ in range(3)]
    assert names == [f"guiji-20261123-{n}.db" for n in (1, 2, 3)]


def test_a_copy_holds_what_was_committed_while_another_writes(file):
    store = planned_file(file)
    with store.writing() as work:
        work.entries.save(plan().code, [entry()], FORM, AT)
    with writer(file) as other:
        other.execute("DELETE FROM entries")
        copy = backup.keep(file, TODAY)
    assert rows(copy, "SELECT figure FROM entries") == [("12.50",)]
    assert rows(copy, "PRAGMA integrity_check") == [("ok",)]


def test_a_copy_is_never_written_over_a_file(file):
    planned_file(file)
    target = file.with_name("letter.db")
    target.write_text("信")
    with pytest.raises(FileExistsError):
        backup.copy(file, target)
    assert target.read_text() == "信"


def test_a_copy_that_fails_leaves_nothing(file):
    file.write_bytes(b"no database" * 1000)
    with pytest.raises(sqlite3.DatabaseError):
        backup.keep(file, TODAY)
    assert list(file.parent.iterdir()) == [file]


def test_a_copy_that_has_no_place_is_told(file, monkeypatch):
    planned_file(file)

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "copy", refuse)
    with pytest.raises(StorageError, match=r"存不下备份（No space left on device）.*没有被改动"):
        backup.keep(file, TODAY)

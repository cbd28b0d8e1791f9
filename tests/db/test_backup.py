"""Copies: whole, in a folder beside the file, never over another one, the oldest ones go."""

import os
import sqlite3
from datetime import date, timedelta

import pytest

from core.domain.backup import Kind
from core.errors import StorageError
from db import backup
from tests.db.factories import AT, FORM, entry, plan
from tests.db.files import planned_file, rows, writer

TODAY = date(2026, 11, 23)


def test_copies_of_a_day_are_numbered(file):
    planned_file(file)
    names = [backup.keep(file, TODAY, Kind.DAILY).name for _ in range(3)]
    first = "guiji-20261123-自动"
    assert names == [f"{first}.db", f"{first}-2.db", f"{first}-3.db"]
    assert backup.kept(file, TODAY, Kind.DAILY)
    assert not backup.kept(file, TODAY, Kind.UPGRADE)
    assert not backup.kept(file, TODAY + timedelta(1), Kind.DAILY)


def test_a_copy_holds_what_was_committed_while_another_writes(file):
    store = planned_file(file)
    with store.writing() as work:
        work.entries.save(plan().code, [entry()], FORM, AT)
    with writer(file) as other:
        other.execute("DELETE FROM entries")
        copy = backup.keep(file, TODAY)
    assert rows(copy, "SELECT figure FROM entries") == [("12.50",)]
    assert rows(copy, "PRAGMA integrity_check") == [("ok",)]


def test_ten_automatic_copies_stay_and_all_made_by_hand(file):
    planned_file(file)
    first = backup.keep(file, TODAY, Kind.RESTORE)
    by_hand = first.with_name("guiji-20261123.db")
    of_another = first.with_name("guiji-2-20261101-自动.db")
    no_day = first.with_name("guiji-20261399-自动.db")
    for each in (by_hand, of_another, no_day):
        each.write_bytes(first.read_bytes())
    days = [TODAY + timedelta(n) for n in range(1, 13)]
    made = [backup.keep(file, day, Kind.DAILY) for day in days]
    left = {each.path for each in backup.copies(file)}
    assert left == {by_hand, of_another, no_day, *made[2:]}
    kinds = {each.path: each.kind for each in backup.copies(file)}
    assert kinds[by_hand] is kinds[of_another] is kinds[no_day] is Kind.HAND


def test_copies_before_an_intake_push_out_no_others(file):
    planned_file(file)
    daily = [backup.keep(file, TODAY - timedelta(n), Kind.DAILY) for n in range(3)]
    for n in range(12):
        made = backup.keep(file, TODAY, Kind.INTAKE)
        os.utime(made, (1_700_000_000 + n, 1_700_000_000 + n))
    left = {each.path: each.kind for each in backup.copies(file)}
    assert left.keys() >= {*daily, made}
    assert list(left.values()).count(Kind.INTAKE) == 10


def test_copies_are_listed_from_the_newest_with_their_size(file):
    planned_file(file)
    assert backup.copies(file) == ()
    older, newer = backup.keep(file, TODAY), backup.keep(file, TODAY, Kind.DAILY)
    os.utime(older, (1_700_000_000, 1_700_000_000))
    listed = backup.copies(file)
    assert [each.path for each in listed] == [newer, older]
    assert [each.kind.label for each in listed] == ["自动", "升级前"]
    assert listed[0].size == newer.stat().st_size


def test_an_old_copy_that_is_in_use_is_no_obstacle(file, monkeypatch):
    planned_file(file)
    made = [backup.keep(file, TODAY + timedelta(n), Kind.DAILY) for n in range(10)]

    def refuse(*_, **__):
        raise PermissionError

    with monkeypatch.context() as patched:
        patched.setattr(backup, "_clear", lambda _: None)
        patched.setattr(type(file), "unlink", refuse)
        newest = backup.keep(file, TODAY + timedelta(20), Kind.DAILY)
    assert {each.path for each in backup.copies(file)} == {*made, newest}


def test_a_copy_that_fails_leaves_nothing(file):
    file.write_bytes(b"no database" * 1000)
    with pytest.raises(StorageError, match="不是规绩的数据库"):
        backup.keep(file, TODAY)
    assert list((file.parent / "备份").iterdir()) == []


def test_a_half_copy_that_a_killed_process_left_is_no_obstacle(file):
    planned_file(file)
    target = file.with_name("copy.db")
    for ending in (".part", ".part-journal"):
        target.with_name(target.name + ending).write_bytes(b"half")
    backup.copy(file, target)
    assert rows(target, "PRAGMA integrity_check") == [("ok",)]
    assert sorted(each.name for each in file.parent.iterdir()) == ["copy.db", "guiji.db"]


def test_a_copy_that_has_no_place_is_told(file, monkeypatch):
    planned_file(file)

    def refuse(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "copy", refuse)
    with pytest.raises(StorageError, match=r"存不下备份（No space left on device）.*没有被改动"):
        backup.keep(file, TODAY)


def test_a_copy_of_a_file_that_is_locked_whole_gives_up(file, monkeypatch):
    planned_file(file)
    monkeypatch.setattr(backup, "PATIENCE", 0)
    with writer(file) as other:
        other.execute("COMMIT")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="正被另一个程序占用"):
            backup.keep(file, TODAY)


def test_a_file_that_is_read_elsewhere_is_not_filled(file, monkeypatch):
    planned_file(file)
    copy = backup.copy(file, file.with_name("copy.db"))
    monkeypatch.setattr(backup, "PATIENCE", 0)
    reader = sqlite3.connect(file, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM plans").fetchone()
    with pytest.raises(StorageError, match="正被另一个程序占用"):
        backup.pour(copy, file)
    reader.close()
    backup.pour(copy, file)

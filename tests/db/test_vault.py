"""Restoring: a look inside first, the present file kept, whole or not at all."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from core.domain.backup import Head, Kind
from core.domain.submission import Origin
from core.errors import StorageError
from db import backup, lock
from db.engine import open_store, unread_store
from tests.db.factories import AT, FORM, entry, plan
from tests.db.files import change, digest, planned_file, read_only, rows, writer
from tests.db.test_lock import another_process

ROOT = Path(__file__).resolve().parents[2]
PLAN = plan().code
TODAY = date(2026, 11, 23)
BY = Origin("恢复备份", "李四", "copy.db")
OLD = ROOT / "tests" / "data" / "databases" / "0001.db"


def save(store, *entries):
    with store.writing() as work:
        work.entries.save(PLAN, entries, FORM, AT)


def texts(file):
    with open_store(file).reading() as work:
        return {code: text for (code, _), text in work.entries.texts(PLAN).items()}


def vault_of(store):
    assert store.vault
    return store.vault


def restore(file, source):
    return vault_of(unread_store(file)).restore(source, BY, AT, TODAY)


@pytest.fixture
def store(file):
    """A database with a figure of 12.50, which became 13 after a copy was made."""
    made = planned_file(file)
    save(made, entry())
    backup.copy(file, file.with_name("copy.db"))
    save(made, entry(text="13"), entry("B-02", text="1"))
    return made


@pytest.fixture
def copy(store):
    return store.path.with_name("copy.db")


def head(file):
    found = rows(file, "SELECT sequence, digest FROM chain_head")
    return Head(*found[0])


def test_a_look_tells_what_a_copy_holds_and_leaves_it_alone(store, copy):
    before = digest(copy)
    seen = vault_of(store).look(copy)
    assert seen.entries == ((plan().title, 1),)
    assert (seen.last_at, seen.last_by) == (AT, FORM.by)
    assert seen.head == head(copy)
    assert seen.problems == ()
    assert digest(copy) == before


def test_a_look_into_a_copy_where_nothing_was_changed_yet(file):
    store = open_store(file)
    copy = backup.copy(file, file.with_name("copy.db"))
    seen = vault_of(store).look(copy)
    assert (seen.entries, seen.last_at, seen.last_by, str(seen.head)) == ((), "", "", "")


def test_a_tampered_copy_shows_it_and_can_be_restored_all_the_same(store, file, copy):
    change(copy, "UPDATE changes SET after = '99'")
    assert any("被改动" in each for each in store.vault.look(copy).problems)
    restore(file, copy)
    assert texts(file) == {"B-01": "12.50"}


def test_what_was_copied_comes_back_and_what_was_there_is_kept(store, file, copy):
    ended = head(file)
    done = restore(file, copy)
    assert texts(file) == {"B-01": "12.50"}
    assert store.problems() == ()
    assert done.path == file
    assert texts(done.kept) == {"B-01": "13", "B-02": "1"}
    assert store.vault.backups()[0].kind is Kind.RESTORE
    with store.reading() as work:
        (event,) = work.changes.events("", "恢复")
    assert (event.before, event.after) == (str(ended), str(head(copy)))
    assert (event.origin.by, event.origin.sha256) == ("李四", digest(copy))


def test_the_same_copy_can_be_restored_twice(file, copy):
    first, second = restore(file, copy), restore(file, copy)
    assert first.kept != second.kept
    assert texts(file) == {"B-01": "12.50"}


def test_a_database_is_no_copy_of_itself(store, file, copy):
    with pytest.raises(StorageError, match="就是正在使用的数据库"):
        restore(file, file)
    with pytest.raises(StorageError, match="就是正在使用的数据库"):
        store.vault.backup(file, over=True)


def test_a_copy_of_the_older_schema_is_migrated_and_stays_as_it_is(file, copy):
    before = digest(OLD)
    seen = vault_of(open_store(file)).look(OLD)
    assert seen.entries
    assert seen.problems == ()
    restore(file, OLD)
    assert digest(OLD) == before
    store = open_store(file)
    assert store.problems() == ()
    assert not (OLD.parent / backup.FOLDER).exists()


def test_a_missing_database_is_made_of_a_copy(file, copy):
    fresh = file.with_name("fresh.db")
    done = restore(fresh, copy)
    assert done.kept is None
    assert texts(fresh) == {"B-01": "12.50"}


@pytest.mark.parametrize("content", [b"no database" * 1000, b"SQLite format 3\x00", b"xy"])
def test_what_is_no_database_any_more_is_kept_byte_for_byte(file, copy, content):
    file.write_bytes(content)
    file.with_name("guiji.db-journal").write_bytes(b"left")
    done = restore(file, copy)
    assert done.kept.read_bytes() == content
    assert texts(file) == {"B-01": "12.50"}
    assert open_store(file).problems() == ()


def test_a_database_with_damaged_pages_is_restored_in_place(file, copy):
    whole = file.read_bytes()
    file.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    restore(file, copy)
    assert open_store(file).problems() == ()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (lambda path: path.write_bytes(b"no database" * 1000), "不是规绩的数据库"),
        (lambda path: path.write_bytes(b""), "是空的"),
        (lambda path: path.mkdir(), "没有“.*”这个备份文件"),
        (Path.exists, "没有“.*”这个备份文件"),
        (lambda path: change(path, "CREATE TABLE bookmarks (id INTEGER)"), "别的程序的数据"),
    ],
)
def test_what_is_no_copy_is_refused_by_its_own_name(file, store, make, told):
    other, before = file.with_name("other.db"), digest(file)
    make(other)
    with pytest.raises(StorageError, match=told) as refused:
        restore(file, other)
    assert str(other) in str(refused.value)
    assert digest(file) == before
    assert store.vault.backups() == ()


def test_a_newer_copy_is_refused(file, copy):
    before = digest(file)
    change(copy, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StorageError, match=r"copy\.db”是更新版本的规绩保存的"):
        restore(file, copy)
    assert digest(file) == before


def test_a_damaged_copy_is_refused(file, copy):
    before, whole = digest(file), copy.read_bytes()
    copy.write_bytes(whole[:8192] + b"\xff" * (len(whole) - 8192))
    with pytest.raises(StorageError, match=r"copy\.db”.*有损坏的地方"):
        restore(file, copy)
    assert digest(file) == before


def test_a_copy_that_may_not_be_read_is_told(file, copy, monkeypatch):
    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(backup, "copy", refuse)
    with pytest.raises(StorageError, match=r"copy\.db”打不开（Permission denied）"):
        restore(file, copy)


def test_a_restoring_that_fails_in_the_middle_changes_nothing(file, copy, monkeypatch):
    before = digest(file)
    pour = backup.pour

    def stop(source, target):
        def step(*_):
            raise KeyboardInterrupt

        if target == file:
            with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
                old.backup(new, pages=1, progress=step)
        pour(source, target)

    monkeypatch.setattr(backup, "pour", stop)
    with pytest.raises(KeyboardInterrupt):
        restore(file, copy)
    assert digest(file) == before
    assert texts(file) == {"B-01": "13", "B-02": "1"}


KILL = """
import os, signal, sqlite3, sys
old, new = map(sqlite3.connect, sys.argv[1:])
new.execute("PRAGMA cache_size = 2")
def step(status, left, all):
    if left < all / 2:
        os.kill(os.getpid(), signal.SIGKILL)
old.backup(new, pages=1, progress=step)
"""


def test_a_process_killed_while_it_restores_leaves_what_was_there(file, copy):
    change(copy, "CREATE TABLE filler (x)", "INSERT INTO filler VALUES (zeroblob(9000000))")
    done = subprocess.run([sys.executable, "-c", KILL, copy, file], check=False)
    assert done.returncode < 0
    assert file.with_name("guiji.db-journal").exists()
    assert texts(file) == {"B-01": "13", "B-02": "1"}
    assert open_store(file).problems() == ()


def test_a_database_that_is_written_elsewhere_is_not_restored(file, copy, monkeypatch):
    monkeypatch.setattr(backup, "PATIENCE", 0)
    before = digest(file)
    with writer(file), pytest.raises(StorageError, match="正被另一个程序占用"):
        restore(file, copy)
    assert digest(file) == before


def test_a_database_in_another_window_is_not_restored(file, copy):
    before = digest(file)
    with another_process(file), pytest.raises(StorageError, match=r"现由 .*使用.*没有恢复"):
        restore(file, copy)
    assert digest(file) == before


def test_the_own_window_may_restore(file, copy):
    held = open_store(file, alone=True)
    vault_of(held).restore(copy, BY, AT, TODAY)
    assert lock.holder(file)
    held.close()
    assert texts(file) == {"B-01": "12.50"}


def test_nothing_is_restored_where_nothing_can_be_kept(file, copy):
    before = digest(file)
    file.chmod(0o666)
    with read_only(file.parent), pytest.raises(StorageError, match="存不下备份"):
        restore(file, copy)
    assert digest(file) == before


def test_a_copy_goes_where_somebody_wants_it(store, file):
    target = file.with_name("by hand.db")
    assert store.vault.backup(target) == target
    assert texts(target) == texts(file)
    with pytest.raises(StorageError, match=r"已经有.*没有覆盖"):
        store.vault.backup(target)
    assert store.vault.backup(target, over=True) == target


@pytest.mark.parametrize(("name", "told"), [("", "是一个文件夹"), ("none/x.db", "写不进|打不开")])
def test_a_copy_without_a_place_is_refused(store, file, name, told):
    with pytest.raises(StorageError, match=told):
        store.vault.backup(file.parent / name)


def test_a_copy_into_a_read_only_folder_is_refused(store, file, folder):
    inner = folder / "inner"
    inner.mkdir()
    with read_only(inner), pytest.raises(StorageError, match=r"写不进|打不开"):
        store.vault.backup(inner / "copy.db")
    assert list(inner.iterdir()) == []


FULL = """
import resource, sys
from pathlib import Path
from db.engine import open_store
store = open_store(Path(sys.argv[1]))
resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))
store.vault.backup(Path(sys.argv[2]))
"""


def test_a_disk_that_is_full_leaves_no_half_copy(store, file):
    target = file.with_name("full.db")
    done = subprocess.run(
        [sys.executable, "-c", FULL, file, target],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "StorageError" in done.stderr
    assert "full.db" in done.stderr
    assert {each.name for each in file.parent.iterdir()} == {"guiji.db", "copy.db"}


def test_the_copy_of_a_day_is_made_once(store):
    made = store.vault.keep(TODAY)
    assert made.name == "guiji-20261123-自动.db"
    assert store.vault.keep(TODAY) is None
    assert store.vault.keep(TODAY.replace(day=24)).exists()


def test_a_database_that_another_window_has_is_read_and_refuses_to_be_written(store, file):
    first = open_store(file, alone=True)
    second = open_store(file, alone=True)
    assert first.holder is None
    assert second.holder
    assert second.holder.pid == os.getpid()
    assert texts(file)
    with pytest.raises(StorageError, match=r"现由 .*使用，只能查看，这一步没有保存"):
        save(second, entry(text="7"))
    second.close()
    first.close()
    third = open_store(file, alone=True)
    save(third, entry(text="7"))
    third.close()


def test_an_older_database_that_another_window_has_is_not_migrated(file):
    shutil.copy(OLD, file)
    before = digest(file)
    with another_process(file), pytest.raises(StorageError, match=r"现由 .*结构不是本程序的"):
        open_store(file, alone=True)
    assert digest(file) == before


def test_a_database_that_does_not_open_is_let_go(file):
    file.write_bytes(b"no database" * 1000)
    with pytest.raises(StorageError):
        open_store(file, alone=True)
    assert lock.holder(file) is None

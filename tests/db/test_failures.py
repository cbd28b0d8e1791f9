"""Everything a disk can refuse: a sentence each, and nothing lost."""

import sqlite3

import pytest
from sqlalchemy import event
from sqlalchemy.exc import IntegrityError, OperationalError

from core.errors import StorageError
from db.engine import open_store
from db.failures import told
from tests.db.factories import AT, FORM, entry, indicator, plan
from tests.db.files import change, digest, planned_file, read_only, rows, writer

PLAN = plan().code


def save(store, *entries):
    with store.writing() as work:
        work.entries.save(PLAN, entries or [entry()], FORM, AT)


def read(store):
    with store.reading() as work:
        return work.entries.of(PLAN)


def large(path):
    """A database of many pages."""
    codes = [f"B-{n:03d}" for n in range(200)]
    store = planned_file(path, plan(indicators=tuple(map(indicator, codes))))
    save(
        store,
        *(entry(code, f"2025Q{n}", explanation="说明" * 20) for code in codes for n in (1, 2)),
    )
    return store


def test_a_read_only_file_refuses_to_be_written(file):
    store, before = planned_file(file), digest(file)
    with read_only(file), pytest.raises(StorageError, match=r"只能读.*没有变.*复制到可以写入"):
        save(store)
    assert digest(file) == before


def test_a_read_only_folder_refuses_to_be_written(file):
    store, before = planned_file(file), digest(file)
    file.chmod(0o666)
    with read_only(file.parent), pytest.raises(StorageError, match=r"只能读|打不开"):
        save(store)
    assert digest(file) == before
    assert read(store) == ()


def test_nothing_is_created_in_a_read_only_folder(file):
    with read_only(file.parent), pytest.raises(StorageError, match=r"打不开.*权限"):
        open_store(file)
    assert list(file.parent.iterdir()) == []


def test_a_folder_that_may_not_be_entered_is_named(folder):
    inner = folder / "inner"
    inner.mkdir(0o700)
    with read_only(folder), pytest.raises(StorageError, match=r"打不开（.*）.*权限"):
        open_store(inner / "deep" / "guiji.db")


def test_a_file_that_another_program_writes_is_read_but_not_written(file):
    store = planned_file(file)
    save(store)
    other = open_store(file, patience=0)
    with writer(file):
        assert read(other) == (entry(),)
        with pytest.raises(StorageError, match=r"正被另一个程序占用.*没有变.*再试"):
            save(other, entry(text="9"))
    save(other, entry(text="10"))
    assert [each.text for each in read(store)] == ["10"]


def test_a_write_behind_a_reader_is_refused_whole(file):
    planned_file(file)
    store = open_store(file, patience=0)
    with store.reading() as work:
        assert work.entries.of(PLAN) == ()
        with pytest.raises(StorageError, match="正被另一个程序占用"):
            save(store)
    assert read(store) == ()
    assert store.problems() == ()


def test_a_file_that_is_locked_whole_cannot_be_opened(file):
    planned_file(file)
    with writer(file) as other:
        other.execute("COMMIT")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StorageError, match="正被另一个程序占用"):
            open_store(file, patience=0)


@pytest.mark.parametrize(
    "content",
    [
        "这是一份说明文字。\n".encode() * 100,
        b"PK\x03\x04" + bytes(range(256)) * 20,
        b"xy",
        b"SQLite format 3\x00",
    ],
)
def test_a_file_that_is_no_database_is_left_alone(file, content):
    file.write_bytes(content)
    with pytest.raises(StorageError, match=r"不是规绩的数据库.*没有被改动"):
        open_store(file)
    assert file.read_bytes() == content


def test_another_program_s_database_is_left_alone(file):
    change(file, "CREATE TABLE bookmarks (id INTEGER)")
    before = digest(file)
    with pytest.raises(StorageError, match=r"别的程序的数据.*没有改动"):
        open_store(file)
    assert digest(file) == before


@pytest.mark.parametrize(
    "done", ["UPDATE alembic_version SET version_num = '0099'", "DELETE FROM alembic_version"]
)
def test_a_newer_database_is_left_alone(file, done):
    planned_file(file)
    change(file, done)
    before = digest(file)
    with pytest.raises(StorageError, match=r"更新版本.*没有改动.*安装新版本"):
        open_store(file)
    assert digest(file) == before


def test_a_folder_is_no_database(folder):
    with pytest.raises(StorageError, match="是一个文件夹"):
        open_store(folder)


def test_a_missing_folder_is_not_made_for_a_path_given_by_hand(folder):
    with pytest.raises(StorageError, match=r"文件夹“.*”不存在"):
        open_store(folder / "mistyped" / "guiji.db")
    assert list(folder.iterdir()) == []


def test_a_file_where_a_folder_should_be_is_named(folder):
    (folder / "note").touch()
    with pytest.raises(StorageError, match=r"文件夹“.*note”不存在"):
        open_store(folder / "note" / "guiji.db")


def test_a_full_disk_loses_nothing(file):
    store = large(file)
    save(store, entry("B-000", text="1"))
    pages = rows(file, "PRAGMA page_count")[0][0]

    @event.listens_for(store.engine, "connect")
    def fill(connection, _):
        connection.execute(f"PRAGMA max_page_count={pages}")

    many = [entry(f"B-{n:03d}", "2025Q3", explanation="长" * 500) for n in range(100)]
    with pytest.raises(StorageError, match=r"磁盘已满.*没有变.*腾出空间"):
        save(store, *many)
    assert len(read(store)) == 401
    assert store.problems() == ()


def test_a_damaged_page_is_told_and_the_file_left_as_it_was(file):
    store = large(file)
    size = 4096
    (root,) = rows(file, "SELECT rootpage FROM sqlite_master WHERE name = 'entries'")[0]
    content = bytearray(file.read_bytes())
    start = (root - 1) * size
    content[start : start + size] = b"\xff" * size
    file.write_bytes(content)
    with pytest.raises(StorageError, match=r"有损坏的地方.*备份恢复"):
        read(store)
    assert any("有损坏" in problem for problem in store.problems())
    assert file.read_bytes() == content


def test_a_file_cut_in_half_is_told_and_left_as_it_was(file):
    store = large(file)
    content = file.read_bytes()
    half = content[: len(content) // 2]
    file.write_bytes(half)
    with pytest.raises(StorageError, match="有损坏的地方"):
        save(store, *(entry(f"B-{n:03d}", "2025Q4") for n in range(200)))
    assert store.problems()
    assert file.read_bytes() == half


def test_a_file_without_its_first_page_has_one_problem(file):
    store = planned_file(file)
    file.write_bytes(b"\x00" * 8192)
    (problem,) = store.problems()
    assert "不是规绩的数据库" in problem


def test_a_value_changed_to_nonsense_is_named(file):
    store = planned_file(file)
    save(store)
    change(file, "UPDATE entries SET vintage = 'guess'")
    with pytest.raises(StorageError, match="“guess”看不懂"):
        read(store)


def test_a_bug_stays_a_bug(file):
    store = planned_file(file)
    nowhere = plan("q", indicators=(indicator(section="nowhere"),))
    with pytest.raises(IntegrityError), store.writing() as work:
        work.plans.add(nowhere)
    with store.reading() as work:
        assert work.plans.get("q") is None


def test_a_silent_server_is_told():
    with pytest.raises(StorageError, match=r"数据库“db”没有应答（gone）"), told("db"):
        raise OperationalError("SELECT 1", {}, Exception("gone"))


def test_an_error_without_a_code_stays_a_bug():
    with pytest.raises(sqlite3.ProgrammingError), told("db"):
        raise sqlite3.ProgrammingError("closed")


def test_what_is_no_database_error_passes():
    with pytest.raises(IntegrityError), told("db"):
        raise IntegrityError("INSERT", {}, Exception("duplicate"))


def test_half_a_character_is_refused_with_all_beside_it(file):
    store = planned_file(file)
    with pytest.raises(StorageError, match=r"“受汛期”后面有一个残缺的字.*没有保存.*没有变"):
        save(store, entry("B-02"), entry(explanation="受汛期\ud83d影响"))
    assert read(store) == ()
    assert store.problems() == ()


def test_a_long_explanation_with_any_character_is_kept(file):
    store = planned_file(file)
    long = entry(explanation="受汛期影响\x00😀\n" * 1_000_000)
    save(store, long)
    assert read(store) == (long,)
    assert store.problems() == ()

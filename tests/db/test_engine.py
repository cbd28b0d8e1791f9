"""Opening: where, how, and what is set on every connection."""

import subprocess
import sys

import pytest

from core.errors import StorageError
from db.engine import open_store
from tests.db.factories import plan
from tests.db.files import planned_file, read_only


def test_a_file_that_is_not_there_is_created_once(file):
    store = open_store(file)
    assert (store.created, store.path, store.address) == (True, file, str(file))
    assert not open_store(file).created


def test_a_file_that_must_be_there_is_not_created(file):
    with pytest.raises(StorageError, match=r"没有“.*”这个数据库文件"):
        open_store(file, create=False)
    assert not file.exists()
    open_store(file)
    assert not open_store(file, create=False).created


def test_an_empty_file_is_a_new_database(file):
    file.touch()
    assert open_store(file).created


def test_a_relative_path_is_kept_as_absolute(file, monkeypatch):
    monkeypatch.chdir(file.parent)
    assert open_store("guiji.db").path == file
    assert open_store("sqlite:///guiji.db").path == file


def test_an_address_may_be_a_url(file):
    planned_file(file)
    store = open_store(f"sqlite:///{file}")
    assert (store.created, store.path) == (False, file)


def test_a_path_may_hold_any_character(folder):
    odd = folder / "规绩 100% #1?x.db"
    planned_file(odd)
    assert odd.exists()
    with open_store(odd).reading() as work:
        assert work.plans.get(plan().code) == plan()


def test_the_user_s_own_database_lies_in_the_data_folder(folder, monkeypatch):
    own = folder / "not" / "yet"
    monkeypatch.setenv("XDG_DATA_HOME", str(own))
    store = open_store()
    assert (store.created, store.path) == (True, own / "guiji" / "guiji.db")


def test_a_database_in_memory_lives_as_long_as_its_store():
    store = open_store("sqlite://")
    assert (store.created, store.path, store.address) == (True, None, "sqlite://")
    with store.writing() as work:
        work.plans.add(plan())
    with store.reading() as work:
        assert work.plans.get(plan().code) == plan()
    assert store.problems() == ()
    store.engine.dispose()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("://", "看不懂"),
        ("nosuch://server/x", "没有打开“nosuch”"),
        ("postgresql+nosuch://server/x", "没有打开“postgresql"),
        ("mysql+mysqldb://server/x", "请安装它的驱动"),
    ],
)
def test_an_address_that_nothing_can_open_is_refused(address, said):
    with pytest.raises(StorageError, match=said):
        open_store(address)


def test_the_password_of_an_address_is_not_shown():
    with pytest.raises(StorageError) as refused:
        open_store("nosuch://user:secret@server/x")
    assert "secret" not in str(refused.value)


@pytest.mark.parametrize(
    ("pragma", "value"),
    [("foreign_keys", 1), ("journal_mode", "delete"), ("synchronous", 2), ("busy_timeout", 250)],
)
def test_every_connection_is_careful(file, pragma, value):
    store = open_store(file, patience=0.25)
    with store.engine.connect() as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar() == value


def test_a_write_ahead_log_is_folded_back_into_the_file(file):
    store = planned_file(file)
    with store.engine.connect() as connection:
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute("PRAGMA journal_mode=WAL")
    with open_store(file).reading() as work:
        assert work.plans.get(plan().code) == plan()
    assert [each.name for each in file.parent.iterdir()] == ["guiji.db"]


def test_no_file_stays_open_between_transactions(file):
    store = planned_file(file)
    file.rename(file.with_name("moved.db"))
    planned_file(file, plan("q"))
    with store.reading() as work:
        assert work.plans.get("q") == plan("q")


def test_alembic_and_the_orm_are_not_imported_to_open_or_create(file):
    program = (
        "import sys; from db.engine import open_store; "
        f"open_store({str(file)!r}); open_store({str(file)!r}); "
        "sys.exit(', '.join({'alembic', 'sqlalchemy.orm', 'PySide6'} & set(sys.modules)))"
    )
    run = subprocess.run(  # the program stands above
        [sys.executable, "-c", program], stderr=subprocess.PIPE, check=False, text=True
    )
    assert not run.stderr.strip()


def test_a_read_only_database_can_be_read(file):
    planned_file(file)
    with read_only(file):
        store = open_store(file)
        with store.reading() as work:
            assert work.plans.get(plan().code) == plan()
        assert store.problems() == ()


def test_a_database_in_a_read_only_folder_can_be_read(file):
    planned_file(file)
    with read_only(file.parent):
        store = open_store(file)
        with store.reading() as work:
            assert work.plans.get(plan().code) == plan()
        assert store.problems() == ()

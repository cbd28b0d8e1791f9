"""What all tests share: the shipped plans in a database, copied for each test that wants one."""

import shutil

import pytest

import main


@pytest.fixture(scope="session")
def shipped_database(tmp_path_factory):
    """A database as a first start leaves it; nobody writes into it."""
    path = tmp_path_factory.mktemp("shipped") / "guiji.db"
    main.open_store(str(path))
    return path


@pytest.fixture
def database(shipped_database, tmp_path):
    """A database of one's own with the shipped plans in it."""
    return shutil.copy(shipped_database, tmp_path / "guiji.db")


@pytest.fixture
def store(database):
    """A store with the shipped plans in it."""
    return main.open_store(str(database))

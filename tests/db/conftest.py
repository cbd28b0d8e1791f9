"""A folder that even a user without rights can look into, a file in it, and both stores."""

import shutil
import tempfile
from pathlib import Path

import pytest

from db.engine import open_store
from tests.core.memory import MemoryStore
from tests.db.factories import plan


@pytest.fixture
def folder():
    """A folder outside pytest's own, which only its user may enter."""
    made = Path(tempfile.mkdtemp(prefix="guiji-"))
    made.chmod(0o755)
    yield made
    shutil.rmtree(made)


@pytest.fixture
def file(folder):
    return folder / "guiji.db"


@pytest.fixture(params=["memory", "sql"])
def store(request, tmp_path):
    """Each store in turn, for tests of what all do."""
    return MemoryStore() if request.param == "memory" else open_store(tmp_path / "guiji.db")


@pytest.fixture
def planned(store):
    """A store with a plan in it."""
    with store.writing() as work:
        work.plans.add(plan())
    return store

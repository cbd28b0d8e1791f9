"""A folder that even a user without rights can look into, and a file in it."""

import shutil
import tempfile
from pathlib import Path

import pytest


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

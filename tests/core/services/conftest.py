"""Both stores with the plan of `tests.forms` in them."""

import pytest

from db.engine import open_store
from tests import forms
from tests.core.memory import MemoryStore


@pytest.fixture(params=["memory", "sql"])
def desk(request, tmp_path):
    """Where a clerk of the science department works."""
    made = MemoryStore() if request.param == "memory" else open_store(tmp_path / "guiji.db")
    with made.writing() as work:
        work.plans.add(forms.plan())
    return made

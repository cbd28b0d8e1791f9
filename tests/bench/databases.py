"""The databases that are measured."""

from decimal import Decimal
from pathlib import Path

import resources
from core.domain.figure import Figure
from core.domain.plan import Plan
from core.domain.submission import Entry, Origin
from core.plans.folder import load
from db.engine import open_store
from db.unit_of_work import SqlStore
from tests.db import factories

APPENDIX = "zhanggong-2016-2020"  # 附表1, 41 rows
_MADE = Origin("测速", "测速")


def appendix(path: Path) -> SqlStore:
    """Make a database with 附表1 alone, as if the other shipped plans had been deleted."""
    store, loaded = open_store(path), load(resources.path("plans", APPENDIX))
    with store.writing() as work:
        work.plans.add(loaded.plan)
        work.entries.save(APPENDIX, loaded.entries, _MADE, factories.AT)
        work.decisions.save(APPENDIX, loaded.decisions)
        for folder in resources.path("plans").iterdir():
            work.plans.note_shipped(folder.name, loaded.digest)
    return store


def matrix(path: Path) -> SqlStore:
    """Make a database of 400 indicators × 40 quarters, hardly a figure twice."""
    codes = [f"M-{number:03}" for number in range(400)]
    plan = factories.plan(
        "matrix", 2016, 2025, indicators=tuple(map(factories.indicator, codes)), milestones=()
    )
    store = open_store(path)
    with store.writing() as work:
        work.plans.add(plan)
        work.entries.save(plan.code, _entries(plan), _MADE, factories.AT)
    return store


def _entries(plan: Plan) -> list[Entry]:
    """Fill every cell of a plan's matrix."""
    places = [(each.code, quarter) for each in plan.indicators for quarter in plan.quarters]
    return [
        Entry(code, quarter, Figure(Decimal(number) / 100))
        for number, (code, quarter) in enumerate(places, 10_000)
    ]

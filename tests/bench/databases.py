"""The databases that are measured."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import resources
from core.domain.department import Department
from core.domain.figure import Figure
from core.domain.indicator import Duty
from core.domain.period import Quarter
from core.domain.plan import Plan
from core.domain.submission import Entry, Origin
from core.plans.folder import load
from core.services.distribution import Request
from db.engine import open_store
from db.unit_of_work import SqlStore
from tests.db import factories
from tests.db.factories import AT

MATRIX, DEPARTMENT = "matrix", "D01"
HISTORY = 8  # quarters before the one that is filled in
OTHERS = 5  # further plans of ten years and 400 indicators: 100,000 entries with the form's own
APPENDIX = "zhanggong-2016-2020"  # 附表1, 41 rows
FORMS = Request("zhanggong-2021-2025", Quarter(2025, 4))
OFFICES = Request("offices", Quarter(2025, 4))
_MADE = Origin("测速", "测速")


def appendix(path: Path) -> SqlStore:
    """Make a database with 附表1 alone, as if the other shipped plans had been deleted."""
    store, loaded = open_store(path), load(resources.path("plans", APPENDIX))
    with store.writing() as work:
        work.plans.add(loaded.plan)
        work.entries.save(APPENDIX, loaded.entries, _MADE, AT)
        work.decisions.save(APPENDIX, loaded.decisions)
        for folder in resources.path("plans").iterdir():
            work.plans.note_shipped(folder.name, loaded.digest)
    return store


def matrix(path: Path) -> SqlStore:
    """Make a database of 400 indicators × 40 quarters, hardly a figure twice."""
    plan, store = _plan(MATRIX), open_store(path)
    with store.writing() as work:
        work.plans.add(plan)
        work.entries.save(plan.code, _entries(plan, plan.quarters), _MADE, AT)
    return store


def form(path: Path, filled: int = HISTORY) -> SqlStore:
    """Make a database of 400 indicators, with figures in so many of the quarters before the end.

    The last of the plan's quarters is empty: it is to be filled in.
    """
    store, plan = open_store(path), _plan(MATRIX)
    with store.writing() as work:
        work.plans.add(plan)
        work.entries.save(MATRIX, _entries(plan, plan.quarters[-filled - 1 : -1]), _MADE, AT)
    return store


def filled(path: Path) -> SqlStore:
    """Make the same database with the last quarter filled in too."""
    store, plan = form(path), _plan(MATRIX)
    with store.writing() as work:
        work.entries.save(MATRIX, _entries(plan, plan.quarters[-1:]), _MADE, AT)
    return store


def grown(path: Path) -> SqlStore:
    """Make the same form in a database that has 100,000 entries: ten years, and other plans."""
    store = form(path, len(_plan(MATRIX).quarters) - 1)
    for number in range(OTHERS):
        plan = _plan(f"{MATRIX}-{number}")
        with store.writing() as work:
            work.plans.add(plan)
            work.entries.save(plan.code, _entries(plan, plan.quarters), _MADE, AT)
    return store


def departments(path: Path) -> SqlStore:
    """Make a database of the 十四五 with its 32 departments, and figures of two years."""
    store, plan = open_store(path), load(resources.path("plans", FORMS.plan)).plan
    with store.writing() as work:
        work.plans.add(plan)
        work.entries.save(plan.code, _entries(plan, plan.quarters[-HISTORY - 1 : -1]), _MADE, AT)
    return store


def _plan(code: str) -> Plan:
    """Make a plan of 400 indicators over ten years."""
    indicators = tuple(factories.indicator(f"M-{number:03}") for number in range(400))
    made: Plan = factories.plan(code, 2016, 2025, indicators=indicators, milestones=())
    return made


def _entries(plan: Plan, quarters: Sequence[Quarter]) -> list[Entry]:
    """Fill some columns of a plan's matrix, hardly a figure twice."""
    moments = [(plan.quarters.index(quarter), quarter) for quarter in quarters]
    return [
        Entry(each.code, quarter, Figure(Decimal(10_000 + row * len(plan.quarters) + at) / 100))
        for row, each in enumerate(plan.indicators)
        for at, quarter in moments
    ]


def offices(path: Path, departments: int, rows: int) -> SqlStore:
    """Make a database in which each of some departments has so many indicators to report."""
    own = [
        Department(f"D{number:03}", f"单位{number}", f"单位{number}")
        for number in range(departments)
    ]
    indicators = tuple(
        factories.indicator(f"M-{each.code}-{row:03}", duty=Duty(each.code))
        for each in own
        for row in range(rows)
    )
    plan: Plan = factories.plan(
        OFFICES.plan, 2021, 2025, indicators=indicators, milestones=(), departments=tuple(own)
    )
    store = open_store(path)
    with store.writing() as work:
        work.plans.add(plan)
        work.entries.save(plan.code, _entries(plan, plan.quarters[-HISTORY - 1 : -1]), _MADE, AT)
    return store

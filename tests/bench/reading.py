"""Reading a matrix of 400 indicators × 40 quarters from the database."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from core.ports import UnitOfWork
from db.unit_of_work import SqlStore
from tests.bench import databases
from tests.bench.pair import Pair
from tests.bench.timing import Clock, timed

PLAN = "matrix"
_BARE = (
    "SELECT entries.code, quarter, figure FROM entries"
    " JOIN plans ON plan_id = plans.id WHERE plans.code = ?"
)


def texts(work: UnitOfWork) -> int:
    """Read the figures as text."""
    return len(work.entries.texts(PLAN))


def figures(work: UnitOfWork) -> int:
    """Read the entries with their figures."""
    return len(work.entries.of(PLAN))


def read(store: SqlStore, how: Callable[[UnitOfWork], int]) -> int:
    """Read in a transaction of its own."""
    with store.reading() as work:
        return how(work)


def bare(path: Path) -> int:
    """Read the same rows with sqlite3 alone."""
    with closing(sqlite3.connect(path)) as connection:
        return len(connection.execute(_BARE, (PLAN,)).fetchall())


def _sides(how: Callable[[UnitOfWork], int], folder: Path) -> tuple[Clock, Clock]:
    """Read all cells through the store; read them with sqlite3."""
    path = folder / "guiji.db"
    store = databases.matrix(path)
    return timed(partial(read, store, how)), timed(partial(bare, path))


PAIRS = (
    Pair("texts", "读400×40个数的文字，比裸sqlite3", 3, partial(_sides, texts)),
    Pair("figures", "读400×40个填报值，比裸sqlite3", 9, partial(_sides, figures)),
)

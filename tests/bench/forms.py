"""Filling in a form: opening it, storing a cell, pasting, checking; and how large the window is.

Each against the least that could do it, and again with ten years of data in the file.
"""

import sqlite3
import sys
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import count
from pathlib import Path

from core.domain import checks
from core.domain.figure import Figure
from core.domain.form import Form
from core.domain.period import Quarter
from core.domain.submission import Entry, Origin
from core.services import forms
from db.unit_of_work import SqlStore
from tests.bench import databases
from tests.bench.pair import Pair, SkippedError
from tests.bench.processes import weighed
from tests.bench.timing import Clock, timed

NOW = Quarter(2025, 4)
TYPED = Origin("填报", "测速")
ROWS = 400
_UPSERT = (
    "INSERT INTO cells (code, text) VALUES (?, ?)"
    " ON CONFLICT (code) DO UPDATE SET text = excluded.text"
)


def opened(store: SqlStore) -> Form:
    """Open the form of 400 indicators with its history."""
    return forms.load(store, databases.MATRIX, databases.DEPARTMENT, NOW)


class Typist:
    """Types other figures into rows of a form, again and again."""

    def __init__(self, store: SqlStore, rows: int) -> None:
        self._store, self._form = store, opened(store)
        self._rows, self._numbers = range(rows), count(1)

    def type(self) -> None:
        """Store a figure, a reason and an explanation in each row, checks included."""
        number = next(self._numbers)
        entries = {row: self._entry(row, number) for row in self._rows}
        self._form = forms.save(self._store, self._form, entries, TYPED)

    def _entry(self, row: int, number: int) -> Entry:
        shown = self._form.rows[row]
        (latest,) = list(shown.past.values())[-1:]
        value = (latest.figure.value if latest.figure else None) or Decimal(0)
        figure = Figure(value + Decimal(number % 100) / 100)
        return replace(shown.entry, figure=figure, explanation=f"第{number}次")


class Bare:
    """Stores rows with sqlite3 alone, in the same mode, on a connection that stays open."""

    def __init__(self, path: Path, rows: int) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None)
        self._connection.execute("PRAGMA journal_mode=DELETE")
        self._connection.execute("PRAGMA synchronous=FULL")
        self._connection.execute("CREATE TABLE cells (code TEXT PRIMARY KEY, text TEXT)")
        self._rows, self._numbers = range(rows), count(1)

    def store(self) -> None:
        """Store another text in each row and commit."""
        number = next(self._numbers)
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.executemany(_UPSERT, [(row, f"{row}.{number}") for row in self._rows])
        self._connection.execute("COMMIT")


def _cells(rows: int, columns: int, folder: Path) -> tuple[Clock, Clock]:
    """Type into rows of a form; store as many cells with sqlite3."""
    typist = Typist(databases.form(folder / "guiji.db"), rows)
    return timed(typist.type), timed(Bare(folder / "bare.db", rows * columns).store)


def _cells_grown(rows: int, folder: Path) -> tuple[Clock, Clock]:
    """Type into the form of a file with ten years of data; into that of a small one."""
    large = Typist(databases.grown(folder / "large.db"), rows)
    small = Typist(databases.form(folder / "small.db"), rows)
    return timed(large.type), timed(small.type)


def _open_grown(folder: Path) -> tuple[Clock, Clock]:
    """Open the form in a file with ten years of data; in a small one."""
    large, small = databases.grown(folder / "large.db"), databases.form(folder / "small.db")
    return timed(partial(opened, large)), timed(partial(opened, small))


def _checks(folder: Path) -> tuple[Clock, Clock]:
    """Check 400 rows with their history; parse their figures."""
    form = opened(databases.filled(folder / "guiji.db"))
    texts = [row.entry.text for row in form.rows]
    return timed(partial(_checked, form)), timed(lambda: [Figure.parse(text) for text in texts])


def _checked(form: Form) -> int:
    """Check every row by itself and by the plan's rules."""
    found = [checks.check(row.item, row.entry, row.past) for row in form.rows]
    entries = {row.entry.code: row.entry for row in form.rows}
    return len(found) + len(checks.rules(form.plan, entries))


def _view(folder: Path) -> tuple[Clock, Clock]:
    """Open and show a form in the program's grid; show its strings in a bare table."""
    from tests.bench.grids import Grids

    grids = Grids(databases.form(folder / "guiji.db"), NOW)
    return timed(grids.ours), timed(grids.bare)


def _memory(folder: Path) -> tuple[Clock, Clock]:
    """Give the megabytes of the window with a form open; of a label."""
    if not sys.platform.startswith("linux"):
        raise SkippedError("只有Linux写明进程的内存")
    database = folder / "guiji.db"
    databases.form(database)
    ours = f"from tests.bench.window import weigh_form; weigh_form({str(database)!r})"
    theirs = "from tests.bench.label import show, tell_size; show(tell_size)"
    return partial(weighed, ours, folder), partial(weighed, theirs, folder)


PAIRS = (
    Pair("form", "打开400行的报表，比裸QTableView显示同样的字", 4, _view),
    Pair("form+", "同上，十年数据的库比小库", 1.3, _open_grown),
    Pair("cell", "一格存盘并核对，比裸SQLite提交一行", 5, partial(_cells, 1, 1)),
    Pair("cell+", "同上，十年数据的库比小库", 1.3, partial(_cells_grown, 1)),
    Pair("paste", "粘贴400×3格存盘，比裸executemany", 10, partial(_cells, ROWS, 3)),
    Pair("paste+", "同上，十年数据的库比小库", 1.3, partial(_cells_grown, ROWS)),
    Pair("checks", "核对400行，比解析同样的400个数", 10, _checks),
    Pair("memory", "窗口的内存（MB），比一个QLabel", 2.2, _memory, scale=1),
)

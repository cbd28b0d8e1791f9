"""Taking forms back: reading and comparing them against bare openpyxl loading them once."""

# ruff: noqa: T201 - what it weighs is read from its output

import sys
from collections.abc import Sequence
from functools import partial
from itertools import cycle, islice
from pathlib import Path

import openpyxl

from core.domain.indicator import Item
from core.domain.returned import Slip
from core.progress import finish
from core.services import distribution
from core.services.inbox import intake
from core.services.inbox.intake import Batch
from core.workbooks.reader import understood
from core.workbooks.sandbox import Sandbox
from db.unit_of_work import SqlStore
from tests.bench import databases
from tests.bench.pair import Pair, SkippedError
from tests.bench.processes import weighed
from tests.bench.timing import Clock, timed

_FILES, _ROWS = 30, 40
_MANY, _FEW, _LONG = 300, 30, 400
_FIGURE, _HEADINGS = "本期", 3


def returned(store: SqlStore, folder: Path) -> Sequence[Path]:
    """Send forms out, and fill in every figure."""
    files = finish(distribution.distribute(store, databases.OFFICES, folder, "测速")).files
    for path in files:
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        headings = [str(each.value) for each in sheet[_HEADINGS]]
        (at,) = (n for n, text in enumerate(headings, 1) if text.startswith(_FIGURE))
        for row in range(_HEADINGS + 1, sheet.max_row):
            if isinstance(sheet.cell(row, 1).value, int):
                sheet.cell(row, at).value = row + 0.25
        book.save(path)
    return files


def read(store: SqlStore, files: Sequence[Path], sandbox: Sandbox) -> Batch:
    """Read the files in the process that is there for it, and compare them with the database."""
    batch = finish(intake.read(store, files, sandbox.arrive))
    if sum(len(file.matches) for file in batch.files) != _FILES * _ROWS:
        raise RuntimeError(batch)
    return batch


def bare(files: Sequence[Path]) -> None:
    """Load the files with openpyxl."""
    for path in files:
        openpyxl.load_workbook(path)


def weigh(folder: str, count: int) -> None:
    """Read so many files and tell the most kilobytes that both processes had in memory."""
    files = sorted(Path(folder).glob("*.xlsx"))
    with Sandbox() as sandbox:
        for path in islice(cycle(files), count):
            arrived = sandbox.arrive(path.name, path.read_bytes())
            if len(understood(arrived, None, _nothing).findings) != _LONG:
                raise RuntimeError(arrived.findings)
        process = sandbox._process
        print(_peak("self") + _peak(str(process.pid if process else "")))


def _nothing(_: Slip) -> dict[str, Item]:
    """Know no plan: each row is then told to be unknown."""
    return {}


def _peak(process: str) -> int:
    """Give the most kilobytes that a process ever had in memory."""
    told = Path("/proc", process, "status").read_text()
    return int(told.partition("VmHWM:")[2].split()[0])


def _compared(folder: Path) -> tuple[Clock, Clock]:
    """Read 30 workbooks of 40 rows; load them once."""
    store = databases.offices(folder / "guiji.db", _FILES, _ROWS)
    files = returned(store, folder / "forms")
    sandbox = Sandbox()
    return timed(partial(read, store, files, sandbox)), timed(partial(bare, files))


def _memory(folder: Path) -> tuple[Clock, Clock]:
    """Give the megabytes for 300 workbooks of 400 rows; for 30."""
    if not sys.platform.startswith("linux"):
        raise SkippedError("只有Linux写明进程的内存")
    store = databases.offices(folder / "guiji.db", 3, _LONG)
    returned(store, folder / "forms")
    code = "from tests.bench.intake import weigh; weigh({!r}, {})"
    many, few = (code.format(str(folder / "forms"), count) for count in (_MANY, _FEW))
    return partial(weighed, many, folder), partial(weighed, few, folder)


PAIRS = (
    Pair("intake", "读30个40行的回件并与库比对，比裸openpyxl读一遍", 1.5, _compared),
    Pair("intake+", "读300个400行的回件的内存（MB），比30个", 1.1, _memory, scale=1),
)

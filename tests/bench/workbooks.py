"""Sending forms out: the whole job against bare openpyxl writing the same cells alike."""

from copy import copy
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path
from typing import Any, cast

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from core.progress import finish
from core.services import distribution
from db.unit_of_work import SqlStore
from tests.bench import databases
from tests.bench.pair import Pair
from tests.bench.timing import Clock, timed

Style = dict[str, Any]
_PARTS = ("font", "alignment", "border", "fill", "protection", "number_format")


@dataclass(frozen=True, slots=True)
class Written:
    """A cell that was written: where, what, and how it looks, in openpyxl's words by their parts.

    Cells that look alike share the value that says how.
    """

    row: int
    column: int
    value: Any
    style: Style


Sheets = dict[str, list[Written]]


class Office:
    """Sends out the forms of all departments, each time into another folder."""

    def __init__(self, store: SqlStore, folder: Path) -> None:
        self._store, self._folder, self._numbers = store, folder, count(1)

    def send(self) -> tuple[Path, ...]:
        """Write the files; the database records each."""
        folder = self._folder / str(next(self._numbers))
        job = distribution.distribute(self._store, databases.FORMS, folder, "测速")
        return finish(job).files


def recorded(path: Path) -> Sheets:
    """Read what a file holds."""
    styles: dict[int, Style] = {}
    return {
        sheet.title: [
            Written(cell.row, cell.column, cell.value, _style(cell, styles))
            for row in sheet.iter_rows()
            for cell in cast("tuple[Any, ...]", row)
            if cell.value is not None or cell.has_style
        ]
        for sheet in openpyxl.load_workbook(path).worksheets
    }


def _style(cell: Any, styles: dict[int, Style]) -> Style:
    """Give how a cell looks, one value for all that look alike."""
    if cell.style_id not in styles:
        styles[cell.style_id] = {name: copy(getattr(cell, name)) for name in _PARTS}
    return styles[cell.style_id]


def bare(files: list[Sheets], folder: Path) -> None:
    """Write the cells with openpyxl alone."""
    for number, sheets in enumerate(files):
        book = openpyxl.Workbook()
        book.remove(book.worksheets[0])
        for title, cells in sheets.items():
            _fill(book.create_sheet(title), cells)
        book.save(folder / f"{number}.xlsx")


def _fill(sheet: Worksheet, cells: list[Written]) -> None:
    """Write the cells of a sheet, those that look alike with the style of the first."""
    made: dict[int, Any] = {}
    for each in cells:
        cell: Any = sheet.cell(each.row, each.column, each.value)
        if id(each.style) in made:
            cell._style = copy(made[id(each.style)])
            continue
        for name, part in each.style.items():
            setattr(cell, name, part)
        made[id(each.style)] = cell._style


def _sent(folder: Path) -> tuple[Clock, Clock]:
    """Send out all forms, from the database to the files; write the same cells."""
    office = Office(databases.departments(folder / "guiji.db"), folder)
    files = [recorded(path) for path in office.send()]
    return timed(office.send), timed(partial(bare, files, folder))


PAIRS = (Pair("forms", "写出32个单位的填报表，比裸openpyxl写同样的格", 1.5, _sent),)
